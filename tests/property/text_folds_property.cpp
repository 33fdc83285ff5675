#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tidewaiter/text.h"

namespace tw {
namespace {

rc::Gen<char32_t> code_points() {
  auto const in = [](std::uint32_t from, std::uint32_t to) {
    return rc::gen::cast<char32_t>(rc::gen::inRange<std::uint32_t>(from, to));
  };
  return rc::gen::oneOf(in(0x20, 0x80), in(0x80, 0x250), in(0x300, 0x370), in(0x370, 0x590),
                        in(0x590, 0x700), in(0x900, 0xE80), in(0x1100, 0x1200), in(0x3000, 0x3200),
                        in(0x4E00, 0xA000), in(0xAC00, 0xD7A4), in(0xF900, 0xFB50),
                        in(0xFB50, 0x10000), in(0x1D400, 0x1F700), in(1, 0xD800),
                        in(0x20000, 0x20100));
}

rc::Gen<std::string> utf8_texts() {
  return rc::gen::map(rc::gen::container<std::u32string>(code_points()),
                      [](std::u32string const& letters) {
                        std::string text;
                        for (auto const c : letters) text::append_utf8(c, text);
                        return text;
                      });
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

RC_GTEST_PROP(Folded, is_a_fixed_point, ()) {
  auto const once = text::folded(*utf8_texts());
  RC_ASSERT(text::folded(once) == once);
}

RC_GTEST_PROP(Folded, keeps_one_space_between_words, ()) {
  auto const folded = text::folded(*utf8_texts());
  RC_ASSERT(!folded.contains("  "));
  RC_ASSERT(!folded.starts_with(' ') && !folded.ends_with(' '));
}

RC_GTEST_PROP(Folded, of_any_bytes_is_valid_utf8, (std::string const& bytes)) {
  RC_ASSERT(text::is_valid_utf8(text::folded(bytes)));
  RC_ASSERT(text::is_valid_utf8(text::lowered(bytes)));
}

RC_GTEST_PROP(Folded, does_not_depend_on_case, ()) {
  auto const text = *utf8_texts();
  RC_ASSERT(text::folded(text::lowered(text)) == text::folded(text));
}

RC_GTEST_PROP(Latinised, is_printable_ascii, ()) {
  RC_ASSERT(is_ascii(text::latinised(*utf8_texts())));
}

RC_GTEST_PROP(Latinised, is_a_fixed_point_and_depends_on_the_fold_only, ()) {
  auto const text = *utf8_texts();
  auto const latin = text::latinised(text);
  RC_ASSERT(text::latinised(latin) == latin);
  RC_ASSERT(text::latinised(text::folded(text)) == latin);
}

RC_GTEST_PROP(Utf8, takes_back_what_was_appended, ()) {
  auto const letters = *rc::gen::container<std::u32string>(code_points());
  std::string text;
  for (auto const c : letters) text::append_utf8(c, text);
  RC_ASSERT(text::is_valid_utf8(text));
  std::u32string read;
  for (std::string_view rest = text; !rest.empty();) read += text::next_code_point(rest);
  RC_ASSERT(read == letters);
}

RC_GTEST_PROP(Utf8, repaired_bytes_are_valid, (std::string const& bytes)) {
  auto const repaired = text::repaired_utf8(bytes);
  RC_ASSERT(text::is_valid_utf8(repaired));
  bool const has_mark = bytes.starts_with("\xEF\xBB\xBF");
  if (text::is_valid_utf8(bytes) && !has_mark) RC_ASSERT(repaired == bytes);
}

RC_GTEST_PROP(Encodings, decode_what_they_encoded, ()) {
  auto const encoding = *rc::gen::element(
      text::Encoding::utf_16_le, text::Encoding::utf_16_be, text::Encoding::windows_1251,
      text::Encoding::windows_1252, text::Encoding::windows_1254, text::Encoding::windows_1256,
      text::Encoding::koi8_r, text::Encoding::gb18030, text::Encoding::big5,
      text::Encoding::shift_jis);
  // A zero-width no-break space at the start would be taken for a byte order mark.
  auto const text = "x" + *utf8_texts();
  auto const encoded = text::from_utf8(text, encoding);
  if (!encoded) return;  // A letter that the encoding does not have.
  std::size_t undecodable = 0;
  RC_ASSERT(text::to_utf8(*encoded, encoding, &undecodable) == text);
  RC_ASSERT(undecodable == 0U);
}

RC_GTEST_PROP(Encodings, any_bytes_decode_to_valid_utf8, (std::string const& bytes)) {
  for (auto const encoding :
       {text::Encoding::utf_8, text::Encoding::utf_16_le, text::Encoding::utf_16_be,
        text::Encoding::windows_1251, text::Encoding::koi8_r, text::Encoding::gb18030,
        text::Encoding::big5, text::Encoding::shift_jis}) {
    RC_ASSERT(text::is_valid_utf8(text::to_utf8(bytes, encoding)));
  }
  auto const guess = text::guess_encoding(bytes);
  RC_ASSERT(guess.confidence >= 0 && guess.confidence <= 1);
}

RC_GTEST_PROP(Words, stand_in_the_text_in_order, ()) {
  auto const folded = text::folded(*utf8_texts());
  char const* at = folded.data();
  for (auto const word : text::words(folded)) {
    RC_ASSERT(!word.empty());
    RC_ASSERT(word.data() >= at);
    at = word.data() + word.size();
  }
}

}  // namespace
}  // namespace tw
