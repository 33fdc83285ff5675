#include <gtest/gtest.h>

#include "tidewaiter/text.h"

namespace tw {
namespace {

TEST(Folded, lowers_case_and_takes_diacritics_off_latin_letters) {
  EXPECT_EQ(text::folded("ARITEKS Dış Ticaret Ltd. Şti."), "ariteks dis ticaret ltd. sti.");
  EXPECT_EQ(text::folded("Groß Łódź Ærø Đức Þór Œuvre"), "gross lodz aero duc thor oeuvre");
  EXPECT_EQ(text::folded("İIıi"), "iiii");
  EXPECT_EQ(text::folded("Əliyev"), "aliyev");
}

TEST(Folded, keeps_scripts_and_their_letters) {
  EXPECT_EQ(text::folded("ЩИТ й Ї ў"), "щит й ї ў");
  EXPECT_EQ(text::folded("ЕЛКА ЁЛКА"), "елка елка");
  EXPECT_EQ(text::folded("Ελλάς"), "ελλασ");
  EXPECT_EQ(text::folded("が ぱ"), "が ぱ");
}

TEST(Folded, joins_letters_that_come_in_parts) {
  EXPECT_EQ(text::folded("и\u0306 И\u0301\u0306 у\u0306 і\u0308 е\u0308"), "й й ў ї е");
  EXPECT_EQ(text::folded("か\u3099 は\u309A ﾊﾞｯﾃﾘｰ"), "が ぱ バッテリー");
  EXPECT_EQ(text::folded("\u1112\u1161\u11ab"), "한");
  EXPECT_EQ(text::folded("\u3099a"), "a");
}

TEST(Folded, takes_vowel_points_off_arabic_and_hebrew) {
  EXPECT_EQ(text::folded("مُحَمَّد"), "محمد");
  EXPECT_EQ(text::folded("أحمد إبراهيم آل"), "احمد ابراهيم ال");
  EXPECT_EQ(text::folded("شـركـة"), "شركة");
  EXPECT_EQ(text::folded("שָׁלוֹם"), "שלום");
  EXPECT_EQ(text::folded("شرکت ی"), "شركت ي");
}

TEST(Folded, keeps_vowel_signs_that_make_the_word) {
  EXPECT_EQ(text::folded("किताब"), "किताब");
  EXPECT_EQ(text::folded("เครื่อง"), "เครื่อง");
}

TEST(Folded, makes_widths_digits_and_punctuation_plain) {
  EXPECT_EQ(text::folded("ＡＢＣ（１２）"), "abc(12)");
  EXPECT_EQ(text::folded("٣٤٥ ३"), "345 3");
  EXPECT_EQ(text::folded("«Щит» “a” ‘b’ – — „c“ 「盾」"), "\"щит\" \"a\" 'b' - - \"c\" \"盾\"");
  EXPECT_EQ(text::folded("№ 5 ™ ® ½ 2½ m² ㎏"), "no 5 1/2 2 1/2 m2 kg");
  EXPECT_EQ(text::folded("深圳。上海、"), "深圳.上海,");
}

TEST(Folded, leaves_one_space_between_words_and_no_controls) {
  EXPECT_EQ(text::folded(" a\u00A0\u3000b\t\r\nc \u200Bd\u00ADe\u202E\x01 "), "a b c de");
  EXPECT_EQ(text::folded(" \t "), "");
}

TEST(Folded, replaces_invalid_bytes) {
  EXPECT_EQ(text::folded("A\xFF"
                         "B"),
            "a\uFFFDb");
}

TEST(Folded, treats_ascii_as_the_table_would) {
  for (char32_t c = 0; c < 0x80; ++c) {
    std::string text = "x";
    text::append_utf8(c, text);
    text += 'x';
    auto const folded = text::folded(text);
    bool const is_printable = c > 0x20 && c < 0x7F && c != '`';
    if (is_printable) {
      EXPECT_EQ(folded, std::string("x") + static_cast<char>(text::lower(c)) + "x");
    }
  }
}

}  // namespace
}  // namespace tw
