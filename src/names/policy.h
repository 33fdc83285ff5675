/// The weights of the comparison, read from data/names/policy.toml.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tw::names {

/// One kind of evidence. The order is that of policy.toml; names are in kFeatureNames.
enum class Feature : std::uint8_t {
  base,
  word_exact,
  word_romanised,
  word_inflected,
  word_translated,
  word_skeleton,
  word_typo,
  word_abbreviated,
  word_joined,
  acronym,
  initial,
  place_equal,
  all_words_matched,
  words_reordered,
  extra_word,
  extra_words_both,
  extra_weak_word,
  weak_words_differ,
  extra_place,
  places_differ,
  numbers_equal,
  numbers_differ,
  number_extra,
  legal_form_equal,
  legal_form_differs,
  country_equal,
  country_differs,
  form_country_differs,
  identifier_equal,
  identifier_equal_unchecked,
  identifier_differs,
  kind_differs,
  person_extra_name,
  person_names_differ,
  person_one_name_only,
  only_weak_words,
  former_name,
  weak_words_all,
  near_word_alone,
};
constexpr std::size_t kFeatures = static_cast<std::size_t>(Feature::near_word_alone) + 1;

std::string_view feature_name(Feature feature);

struct Policy {
  std::array<double, kFeatures> weight{};
  double of(Feature feature) const { return weight[static_cast<std::size_t>(feature)]; }
};
/// The embedded table, read once. A missing or unknown feature there is a defect.
Policy const& policy();

}  // namespace tw::names
