#include <gtest/gtest.h>

#include "tidewaiter/text.h"

namespace tw {
namespace {

using text::Encoding;

TEST(Encodings, are_known_by_their_aliases) {
  EXPECT_EQ(text::encoding_by_name("CP1251"), Encoding::windows_1251);
  EXPECT_EQ(text::encoding_by_name(" Windows-1251 "), Encoding::windows_1251);
  EXPECT_EQ(text::encoding_by_name("GBK"), Encoding::gb18030);
  EXPECT_EQ(text::encoding_by_name("klingon"), std::nullopt);
  EXPECT_EQ(text::encoding_name(Encoding::shift_jis), "shift_jis");
}

TEST(ToUtf8, decodes_each_encoding) {
  EXPECT_EQ(text::to_utf8("\xD9\xE8\xF2 \xB9 5", Encoding::windows_1251), "Щит № 5");
  EXPECT_EQ(text::to_utf8("\xFD\xC9\xD4", Encoding::koi8_r), "Щит");
  EXPECT_EQ(text::to_utf8("Stra\xDF"
                          "e \x80",
                          Encoding::windows_1252),
            "Straße €");
  EXPECT_EQ(text::to_utf8("\xDE"
                          "irket\xFD",
                          Encoding::windows_1254),
            "Şirketı");
  EXPECT_EQ(text::to_utf8("\xD4\xD1\xDF\xC9", Encoding::windows_1256), "شركة");
  EXPECT_EQ(text::to_utf8("\xB9\xAB\xCB\xBE", Encoding::gb18030), "公司");
  EXPECT_EQ(text::to_utf8("\xA4\xBD\xA5q", Encoding::big5), "公司");
  EXPECT_EQ(text::to_utf8("\x89\xEF\x8E\xD0", Encoding::shift_jis), "会社");
}

TEST(ToUtf8, decodes_utf_16_with_and_without_a_mark) {
  using namespace std::string_view_literals;
  EXPECT_EQ(text::to_utf8("\xFF\xFE\x29\x04\x61\x00"sv, Encoding::utf_16_le), "Щa");
  EXPECT_EQ(text::to_utf8("\x04\x29\x00\x61"sv, Encoding::utf_16_be), "Щa");
  EXPECT_EQ(text::to_utf8("\x3D\xD8\x00\xDE"sv, Encoding::utf_16_le), "😀");
}

TEST(ToUtf8, counts_what_it_cannot_decode) {
  using namespace std::string_view_literals;
  std::size_t count = 0;
  EXPECT_EQ(text::to_utf8("a\xFF"
                          "b",
                          Encoding::utf_8, &count),
            "a\uFFFDb");
  EXPECT_EQ(count, 1U);
  text::to_utf8("\x98", Encoding::windows_1251, &count);
  EXPECT_EQ(count, 1U);
  EXPECT_EQ(text::to_utf8("\xB9\xAB\xFF\xCB\xBE\xB9", Encoding::gb18030, &count),
            "公\uFFFD司\uFFFD");
  EXPECT_EQ(count, 2U);
  EXPECT_EQ(text::to_utf8("\x00\xD8\x61"sv, Encoding::utf_16_le, &count), "\uFFFD\uFFFD");
  EXPECT_EQ(count, 2U);
}

TEST(ToUtf8, takes_a_byte_order_mark_off) {
  EXPECT_EQ(text::to_utf8("\xEF\xBB\xBFx", Encoding::utf_8), "x");
}

TEST(FromUtf8, encodes_and_says_when_it_cannot) {
  EXPECT_EQ(text::from_utf8("Щит", Encoding::windows_1251), "\xD9\xE8\xF2");
  EXPECT_EQ(text::from_utf8("公司", Encoding::gb18030), "\xB9\xAB\xCB\xBE");
  EXPECT_EQ(text::from_utf8("盾", Encoding::windows_1251), std::nullopt);
  EXPECT_EQ(text::from_utf8("한", Encoding::shift_jis), std::nullopt);
  EXPECT_EQ(text::from_utf8("\xFF", Encoding::koi8_r), std::nullopt);
}

}  // namespace
}  // namespace tw
