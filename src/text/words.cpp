#include "text/tables.h"
#include "text/utf8.h"

namespace tw::text {

namespace {

bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

std::vector<std::string_view> words(std::string_view folded_text) {
  std::vector<std::string_view> words;
  auto const* const base = utf8::begin_of(folded_text);
  auto const* const end = utf8::end_of(folded_text);
  auto const* begin = base;  // Of the word at hand.
  bool was_han = false;
  auto const close = [&](unsigned char const* here) {
    if (here > begin) {
      words.push_back(folded_text.substr(static_cast<std::size_t>(begin - base),
                                         static_cast<std::size_t>(here - begin)));
    }
    begin = here;
  };
  for (auto const* at = base; at < end;) {
    auto const* const here = at;
    auto const properties = tables::properties(utf8::take(at, end));
    bool const belongs = properties.is_letter() || properties.is_digit() || properties.is_mark();
    if (!belongs) {
      close(here);
      begin = at;
      continue;
    }
    bool const is_han = properties.script() == static_cast<unsigned>(Script::han);
    if (is_han != was_han) close(here);
    was_han = is_han;
  }
  close(end);
  return words;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string ascii_lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace tw::text
