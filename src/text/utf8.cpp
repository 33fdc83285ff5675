#include "text/utf8.h"

#include "text/tables.h"

namespace tw::text {

char32_t next_code_point(std::string_view& rest) {
  ensure(!rest.empty(), "a code point is taken from a text that is not empty");
  auto const* at = utf8::begin_of(rest);
  auto const code_point = utf8::take(at, utf8::end_of(rest));
  rest.remove_prefix(static_cast<std::size_t>(at - utf8::begin_of(rest)));
  return code_point;
}

void append_utf8(char32_t code_point, std::string& out) {
  auto const is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (is_surrogate || code_point > 0x10FFFF) code_point = kReplacement;
  auto const trail = [&](unsigned shift) {
    return static_cast<char>(0x80 | (code_point >> shift & 0x3F));
  };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    char const bytes[] = {static_cast<char>(0xC0 | code_point >> 6), trail(0)};
    out.append(bytes, 2);
  } else if (code_point < 0x10000) {
    char const bytes[] = {static_cast<char>(0xE0 | code_point >> 12), trail(6), trail(0)};
    out.append(bytes, 3);
  } else {
    char const bytes[] = {static_cast<char>(0xF0 | code_point >> 18), trail(12), trail(6),
                          trail(0)};
    out.append(bytes, 4);
  }
}

bool is_valid_utf8(std::string_view bytes) {
  auto const* at = utf8::begin_of(bytes);
  auto const* const end = utf8::end_of(bytes);
  while ((at = utf8::past_ascii(at, end)) < end) {
    auto const length = utf8::sequence_length(at, end);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::string repaired_utf8(std::string_view bytes) { return to_utf8(bytes, Encoding::utf_8); }

std::string shortened(std::string_view utf8, std::size_t columns) {
  if (columns == 0) return {};
  std::size_t seen = 0;
  std::string_view rest = utf8;
  std::string_view kept;  // All but the last column, which "…" may need.
  while (!rest.empty()) {
    if (seen == columns - 1) kept = utf8.substr(0, utf8.size() - rest.size());
    if (seen == columns) return std::string(kept) + "\u2026";
    next_code_point(rest);
    ++seen;
  }
  return std::string(utf8);
}

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  while (!utf8.empty()) {
    auto const code_point = next_code_point(utf8);
    auto const properties = tables::properties(code_point);
    if (properties.has_no_width()) continue;
    width += properties.is_wide() ? 2 : 1;
  }
  return width;
}

}  // namespace tw::text
