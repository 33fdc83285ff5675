#include <gtest/gtest.h>

#include "tidewaiter/text.h"

namespace tw {
namespace {

TEST(Utf8, refuses_overlong_forms_surrogates_and_cut_sequences) {
  for (std::string_view const bytes :
       {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80",
        "\xD0", "\xE4\xB8", "\xF0\x9F\x98"}) {
    EXPECT_FALSE(text::is_valid_utf8(bytes));
  }
  EXPECT_TRUE(text::is_valid_utf8(""));
  EXPECT_TRUE(text::is_valid_utf8("long ASCII text, then щит 盾 😀"));
  EXPECT_FALSE(text::is_valid_utf8("long ASCII text, then \xFF"));
}

TEST(Utf8, takes_an_invalid_byte_as_one_replacement) {
  std::string_view rest = "\xD0z";
  EXPECT_EQ(text::next_code_point(rest), text::kReplacement);
  EXPECT_EQ(rest, "z");
}

TEST(Utf8, repairs_invalid_bytes_only) {
  EXPECT_EQ(text::repaired_utf8("щ\xFFит"), "щ\uFFFDит");
  EXPECT_EQ(text::repaired_utf8("щит"), "щит");
}

TEST(Utf8, appends_a_replacement_for_what_is_no_character) {
  std::string out;
  text::append_utf8(0xD800, out);
  text::append_utf8(0x110000, out);
  EXPECT_EQ(out, "\uFFFD\uFFFD");
}

TEST(Shortened, cuts_at_characters_and_says_so) {
  EXPECT_EQ(text::shortened("бронежилет", 5), "брон…");
  EXPECT_EQ(text::shortened("щит", 3), "щит");
  EXPECT_EQ(text::shortened("щит", 1), "…");
  EXPECT_EQ(text::shortened("щит", 0), "");
  EXPECT_EQ(text::shortened("", 3), "");
}

TEST(DisplayWidth, counts_columns_of_a_terminal) {
  EXPECT_EQ(text::display_width("abc"), 3U);
  EXPECT_EQ(text::display_width("щит"), 3U);
  EXPECT_EQ(text::display_width("深圳"), 4U);
  EXPECT_EQ(text::display_width("ＡＢ"), 4U);
  EXPECT_EQ(text::display_width("e\u0301"), 1U);
  EXPECT_EQ(text::display_width("한국"), 4U);
  EXPECT_EQ(text::display_width("\u200B\u202E"), 0U);
}

}  // namespace
}  // namespace tw
