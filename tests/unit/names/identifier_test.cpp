#include "names/identifier.h"

#include <gtest/gtest.h>

namespace tw::names {
namespace {

// Numbers of large public bodies and textbook examples; check digits by the issuers' rules.
TEST(Identifier, russian_numbers_are_checked) {
  EXPECT_TRUE(is_valid_inn("7707083893"));  // Sberbank.
  EXPECT_FALSE(is_valid_inn("7707083894"));
  EXPECT_TRUE(is_valid_inn("500100732259"));    // The tax service's own example of a person.
  EXPECT_TRUE(is_valid_ogrn("1027700132195"));  // Sberbank.
  EXPECT_FALSE(is_valid_ogrn("1027700132196"));
  EXPECT_FALSE(is_valid_inn("0000000000"));
}

TEST(Identifier, numbers_of_other_countries_are_checked) {
  EXPECT_TRUE(is_valid_imo("9074729"));
  EXPECT_FALSE(is_valid_imo("9074728"));
  EXPECT_TRUE(is_valid_lei("5493001KJTIIGC8Y1R12"));
  EXPECT_FALSE(is_valid_lei("5493001KJTIIGC8Y1R13"));
  EXPECT_TRUE(is_valid_uscc("91350100M000100Y43"));
  EXPECT_FALSE(is_valid_uscc("91350100M000100Y44"));
  EXPECT_TRUE(is_valid_edrpou("14360570"));  // PrivatBank.
  EXPECT_FALSE(is_valid_edrpou("14360571"));
  EXPECT_TRUE(is_valid_vkn("1234567890"));
  EXPECT_FALSE(is_valid_vkn("1234567891"));
}

TEST(Identifier, a_bare_number_is_recognised_by_its_check) {
  auto const inn = identifier("7707083893");
  ASSERT_TRUE(inn);
  EXPECT_EQ(inn->type, "INN");
  EXPECT_TRUE(inn->checked);
  EXPECT_EQ(identifier("IMO 9074729")->type, "IMO");
  EXPECT_FALSE(identifier("7707083894"));
  EXPECT_FALSE(identifier("Rosoboronexport"));
  EXPECT_FALSE(identifier(""));
}

TEST(Identifier, a_labelled_number_is_kept_unchecked) {
  auto const inn = identifier("ИНН 7707083894");
  ASSERT_TRUE(inn);
  EXPECT_EQ(inn->type, "INN");
  EXPECT_FALSE(inn->checked);
  EXPECT_EQ(identifier("12-3456789")->type, "EIN");
}

TEST(Identifier, a_label_inside_a_name_is_no_label) {
  std::string text = "bin laden group 12";
  EXPECT_TRUE(take_identifiers(text).empty());
  EXPECT_EQ(text, "bin laden group 12");
}

}  // namespace
}  // namespace tw::names
