#include <gtest/gtest.h>

#include "tidewaiter/text.h"

namespace tw {
namespace {

using text::Script;

TEST(Script, of_letters_is_their_own) {
  EXPECT_EQ(text::script_of(U'a'), Script::latin);
  EXPECT_EQ(text::script_of(U'щ'), Script::cyrillic);
  EXPECT_EQ(text::script_of(U'Ω'), Script::greek);
  EXPECT_EQ(text::script_of(U'Հ'), Script::armenian);
  EXPECT_EQ(text::script_of(U'ქ'), Script::georgian);
  EXPECT_EQ(text::script_of(U'ש'), Script::hebrew);
  EXPECT_EQ(text::script_of(U'ش'), Script::arabic);
  EXPECT_EQ(text::script_of(U'भ'), Script::devanagari);
  EXPECT_EQ(text::script_of(U'ก'), Script::thai);
  EXPECT_EQ(text::script_of(U'盾'), Script::han);
  EXPECT_EQ(text::script_of(U'ソ'), Script::kana);
  EXPECT_EQ(text::script_of(U'ー'), Script::kana);
  EXPECT_EQ(text::script_of(U'한'), Script::hangul);
  EXPECT_EQ(text::script_of(U'অ'), Script::other);
}

TEST(Script, of_digits_punctuation_and_marks_is_common) {
  for (char32_t const c : {U'1', U' ', U'.', U'\u0301', U'٣', U'。', U'№', char32_t{0x110000}}) {
    EXPECT_EQ(text::script_of(c), Script::common) << static_cast<unsigned>(c);
  }
}

TEST(Script, has_a_name) {
  EXPECT_EQ(text::script_name(Script::common), "common");
  EXPECT_EQ(text::script_name(Script::han), "han");
  EXPECT_EQ(text::script_name(Script::other), "other");
}

TEST(MainScript, is_that_of_most_letters) {
  EXPECT_EQ(text::main_script("ООО \"Shield\" Москва"), Script::cyrillic);
  EXPECT_EQ(text::main_script("DJI 大疆创新"), Script::han);
  EXPECT_EQ(text::main_script("123 - 456"), Script::common);
  EXPECT_EQ(text::main_script(""), Script::common);
}

TEST(Lowered, does_not_depend_on_the_locale) {
  EXPECT_EQ(text::lowered("İSTANBUL I"), "istanbul i");
  EXPECT_EQ(text::lowered("ЩИТ Ǆ Σ"), "щит ǆ σ");
  EXPECT_EQ(text::lowered("ABC\xFF"), "abc\uFFFD");
}

TEST(Digits, are_decimal_digits_of_any_script) {
  EXPECT_TRUE(text::is_digit(U'7'));
  EXPECT_TRUE(text::is_digit(U'٧'));
  EXPECT_FALSE(text::is_digit(U'½'));
  EXPECT_FALSE(text::is_letter(U'7'));
  EXPECT_TRUE(text::is_letter(U'盾'));
}

TEST(Words, are_runs_of_letters_and_digits) {
  using Views = std::vector<std::string_view>;
  EXPECT_EQ(text::words("ooo \"щит-2\", москва"), (Views{"ooo", "щит", "2", "москва"}));
  EXPECT_EQ(text::words("深圳dji公司 2号"), (Views{"深圳", "dji", "公司", "2", "号"}));
  EXPECT_EQ(text::words("भारत इंडस्ट्रीज"), (Views{"भारत", "इंडस्ट्रीज"}));
  EXPECT_TRUE(text::words(" -- ").empty());
}

TEST(Trimmed, takes_ascii_white_space_off) {
  EXPECT_EQ(text::trimmed(" \t a b\r\n"), "a b");
  EXPECT_EQ(text::trimmed(" \n "), "");
}

TEST(AsciiLowered, leaves_other_letters_alone) { EXPECT_EQ(text::ascii_lowered("NET Щ"), "net Щ"); }

}  // namespace
}  // namespace tw
