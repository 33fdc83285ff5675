#include "names/policy.h"

#include <optional>

#include <toml++/toml.h>

#include "tidewaiter/core.h"
#include "tidewaiter/reference.h"

namespace tw::names {
namespace {

constexpr std::array<std::string_view, kFeatures> kFeatureNames = {"base",
                                                                   "word_exact",
                                                                   "word_romanised",
                                                                   "word_inflected",
                                                                   "word_translated",
                                                                   "word_skeleton",
                                                                   "word_typo",
                                                                   "word_abbreviated",
                                                                   "word_joined",
                                                                   "acronym",
                                                                   "initial",
                                                                   "place_equal",
                                                                   "all_words_matched",
                                                                   "words_reordered",
                                                                   "extra_word",
                                                                   "extra_words_both",
                                                                   "extra_weak_word",
                                                                   "weak_words_differ",
                                                                   "extra_place",
                                                                   "places_differ",
                                                                   "numbers_equal",
                                                                   "numbers_differ",
                                                                   "number_extra",
                                                                   "legal_form_equal",
                                                                   "legal_form_differs",
                                                                   "country_equal",
                                                                   "country_differs",
                                                                   "form_country_differs",
                                                                   "identifier_equal",
                                                                   "identifier_equal_unchecked",
                                                                   "identifier_differs",
                                                                   "kind_differs",
                                                                   "person_extra_name",
                                                                   "person_names_differ",
                                                                   "person_one_name_only",
                                                                   "only_weak_words",
                                                                   "former_name",
                                                                   "weak_words_all",
                                                                   "near_word_alone"};

std::optional<toml::table> parsed_policy() {
  try {
    return toml::parse(reference::embedded("names/policy.toml"));
  } catch (toml::parse_error const&) {
    return std::nullopt;
  }
}

Policy read_policy() {
  auto const table = parsed_policy();
  ensure(table.has_value(), "data/names/policy.toml is TOML");
  auto const* features = (*table)["feature"].as_array();
  ensure(features != nullptr && features->size() == kFeatures,
         "data/names/policy.toml has one [[feature]] for each feature");
  Policy read;
  for (std::size_t i = 0; i < kFeatures; ++i) {
    auto const& row = *features->get(i)->as_table();
    ensure(row["name"].value_or(std::string_view{}) == kFeatureNames[i],
           "the features of data/names/policy.toml are in the order of names/policy.h");
    auto const weight = row["weight"].value<double>();
    ensure(weight.has_value(), "every feature of data/names/policy.toml has a weight");
    read.weight[i] = *weight;
  }
  return read;
}

}  // namespace

std::string_view feature_name(Feature feature) {
  return kFeatureNames[static_cast<std::size_t>(feature)];
}

Policy const& policy() {
  static Policy const table = read_policy();
  return table;
}

}  // namespace tw::names
