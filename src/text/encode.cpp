#include <algorithm>

#include "text/letter_models.h"
#include "text/multi_byte.h"
#include "text/utf8.h"

namespace tw::text {

namespace {

void append_unit(char32_t unit, bool is_big_endian, std::string& out) {
  auto const high = static_cast<char>(unit >> 8);
  auto const low = static_cast<char>(unit & 0xFF);
  out += is_big_endian ? high : low;
  out += is_big_endian ? low : high;
}

std::string to_utf16(std::string_view utf8, bool is_big_endian) {
  std::string out;
  while (!utf8.empty()) {
    auto const c = next_code_point(utf8);
    if (c < 0x10000) {
      append_unit(c, is_big_endian, out);
    } else {
      append_unit(0xD800 + ((c - 0x10000) >> 10), is_big_endian, out);
      append_unit(0xDC00 + ((c - 0x10000) & 0x3FF), is_big_endian, out);
    }
  }
  return out;
}

std::optional<std::string> to_single_byte(std::string_view utf8, std::uint16_t const* upper) {
  std::string out;
  while (!utf8.empty()) {
    auto const c = next_code_point(utf8);
    if (c < 0x80) {
      out += static_cast<char>(c);
      continue;
    }
    auto const* const found = std::find(upper, upper + 128, c);
    if (found == upper + 128) return std::nullopt;
    out += static_cast<char>(0x80 + (found - upper));
  }
  return out;
}

std::optional<std::string> to_multi_byte(std::string_view utf8, Encoding encoding) {
  MultiByteConverter converter(iconv_name(encoding), "UTF-8");
  if (!converter.is_open()) return std::nullopt;
  std::string out;
  bool const is_whole = converter.convert(utf8, out).empty();
  converter.finish(out);
  // Some letters have two encodings, and some bytes two letters: only a round trip is sure.
  if (!is_whole || to_utf8(out, encoding) != utf8) return std::nullopt;
  return out;
}

}  // namespace

std::optional<std::string> from_utf8(std::string_view utf8, Encoding encoding) {
  if (!is_valid_utf8(utf8)) return std::nullopt;
  switch (encoding) {
    case Encoding::utf_8: return std::string(utf8);
    case Encoding::utf_16_le: return to_utf16(utf8, false);
    case Encoding::utf_16_be: return to_utf16(utf8, true);
    case Encoding::gb18030:
    case Encoding::big5:
    case Encoding::shift_jis: return to_multi_byte(utf8, encoding);
    default: return to_single_byte(utf8, tables::upper_half(encoding));
  }
}

}  // namespace tw::text
