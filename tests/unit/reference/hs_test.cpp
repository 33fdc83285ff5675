#include <gtest/gtest.h>

#include "tidewaiter/reference.h"

namespace tw::reference {
namespace {

std::string digits(std::string_view text) { return hs_digits(text).value_or("none"); }

TEST(HsDigits, takes_dots_spaces_and_labels_off) {
  EXPECT_EQ(digits("8807.30.00 00"), "8807300000");
  EXPECT_EQ(digits("8542 31 9010"), "8542319010");
  EXPECT_EQ(digits("HS 8807.30"), "880730");
  EXPECT_EQ(digits("ТН ВЭД 8473302000"), "8473302000");
  EXPECT_EQ(digits("'8473302000"), "8473302000");
  EXPECT_EQ(digits("=\"0804100000\""), "0804100000");
  EXPECT_EQ(digits("８５４２３１"), "854231");
  EXPECT_EQ(digits("6211.33,"), "621133");
}

TEST(HsDigits, gives_a_lost_leading_zero_back) {
  EXPECT_EQ(digits("10121"), "010121");
  EXPECT_EQ(digits("804100"), "804100");  // Six digits: nothing is missing.
  EXPECT_EQ(digits("8041000"), "08041000");
  EXPECT_EQ(digits("901210000"), "0901210000");
  EXPECT_EQ(digits("90121000000"), "090121000000");  // Turkey has twelve digits.
}

TEST(HsDigits, leaves_odd_codes_alone_that_no_zero_makes_a_subheading) {
  EXPECT_EQ(digits("69072190090"), "69072190090");  // Armenia has eleven digits.
  EXPECT_EQ(digits("84713000000"), "84713000000");
  EXPECT_EQ(digits("901380000"), "901380000");  // 0901.38 never existed; 9013.80 is optics.
}

TEST(HsDigits, reads_a_number_that_went_through_a_spreadsheet) {
  EXPECT_EQ(digits("8473302000.0"), "8473302000");
  EXPECT_EQ(digits("8.54E+09"), "none");
}

TEST(HsDigits, answers_none_for_what_is_no_single_code) {
  for (auto const* text : {"", "-", "853", "1234567890123", "8542.31, 8542.32", "8542;8543",
                           "0000000000", "NULL", "карт 12", "84AB71", "Chapter 84"}) {
    EXPECT_EQ(digits(text), "none") << text;
  }
}

TEST(Hs6, is_the_first_six_digits) {
  EXPECT_EQ(hs6("8542319010"), "854231");
  EXPECT_EQ(hs6("854231"), "854231");
  EXPECT_EQ(hs6("8542"), std::nullopt);
  EXPECT_EQ(hs6("85423x"), std::nullopt);
}

TEST(HsChapters, have_a_title_and_a_section) {
  EXPECT_EQ(hs_chapter_title("880730"), "Aircraft, drones, spacecraft");
  EXPECT_EQ(hs_section("9303"), 19);
  EXPECT_EQ(hs_section("62"), 11);
  EXPECT_EQ(hs_chapter_title("77"), "");
  EXPECT_EQ(hs_section(""), 0);
}

}  // namespace
}  // namespace tw::reference
