#include "names/policy.h"

#include <array>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

namespace tw::names {
namespace {

// The agreed weights, a second time: whoever changes one in data/names/policy.toml changes it here
// too and runs the quality bench (docs/methods/names.md).
constexpr std::array<std::pair<std::string_view, double>, kFeatures> kAgreed = {{
    {"base", -6.0},
    {"word_exact", 1.0},
    {"word_romanised", 0.97},
    {"word_inflected", 0.9},
    {"word_translated", 0.95},
    {"word_skeleton", 0.85},
    {"word_typo", 1.0},
    {"word_abbreviated", 0.7},
    {"word_joined", 0.95},
    {"acronym", 0.8},
    {"initial", 0.9},
    {"place_equal", 1.0},
    {"all_words_matched", 4.5},
    {"words_reordered", -0.3},
    {"extra_word", -0.75},
    {"extra_words_both", -1.0},
    {"extra_weak_word", -0.8},
    {"weak_words_differ", -2.5},
    {"extra_place", -3.0},
    {"places_differ", -5.0},
    {"numbers_equal", 2.5},
    {"numbers_differ", -8.0},
    {"number_extra", -4.5},
    {"legal_form_equal", 0.4},
    {"legal_form_differs", -0.9},
    {"country_equal", 0.8},
    {"country_differs", -2.0},
    {"form_country_differs", -0.7},
    {"identifier_equal", 27.0},
    {"identifier_equal_unchecked", 6.0},
    {"identifier_differs", -9.0},
    {"kind_differs", -4.0},
    {"person_extra_name", -0.3},
    {"person_names_differ", -12.0},
    {"person_one_name_only", -4.0},
    {"only_weak_words", -6.0},
    {"former_name", -0.3},
    {"weak_words_all", 1.0},
    {"near_word_alone", -6.0},
}};

TEST(NamePolicy, every_weight_is_the_agreed_one) {
  for (std::size_t i = 0; i < kFeatures; ++i) {
    auto const feature = static_cast<Feature>(i);
    EXPECT_EQ(feature_name(feature), kAgreed[i].first);
    EXPECT_DOUBLE_EQ(policy().of(feature), kAgreed[i].second) << kAgreed[i].first;
  }
}

}  // namespace
}  // namespace tw::names
