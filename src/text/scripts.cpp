#include <algorithm>

#include "text/tables.h"
#include "text/utf8.h"

namespace tw::text {

namespace {

constexpr std::string_view kScriptNames[] = {
    "common", "latin",      "cyrillic", "greek", "armenian", "georgian", "hebrew",
    "arabic", "devanagari", "thai",     "han",   "kana",     "hangul",   "other",
};

}  // namespace

std::string_view script_name(Script script) {
  return kScriptNames[static_cast<std::size_t>(script)];
}

Script script_of(char32_t code_point) {
  if (code_point > 0x10FFFF) return Script::common;
  return static_cast<Script>(tables::properties(code_point).script());
}

Script main_script(std::string_view utf8) {
  std::array<std::size_t, std::size(kScriptNames)> counts{};
  while (!utf8.empty()) {
    auto const script = tables::properties(next_code_point(utf8)).script();
    if (script != 0) ++counts[script];
  }
  auto const* const most = std::ranges::max_element(counts);
  return *most == 0 ? Script::common : static_cast<Script>(most - counts.begin());
}

bool is_letter(char32_t code_point) {
  return code_point <= 0x10FFFF && tables::properties(code_point).is_letter();
}

bool is_digit(char32_t code_point) {
  return code_point <= 0x10FFFF && tables::properties(code_point).is_digit();
}

char32_t lower(char32_t code_point) {
  return code_point <= 0x10FFFF ? tables::lower(code_point) : code_point;
}

std::string lowered(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  auto const* at = utf8::begin_of(utf8);
  auto const* const end = utf8::end_of(utf8);
  while (at < end) {
    append_utf8(tables::lower(utf8::take(at, end)), out);
  }
  return out;
}

}  // namespace tw::text
