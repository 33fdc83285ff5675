#include "reference/lookup_key.h"

#include <algorithm>
#include <array>

#include "tidewaiter/text.h"

namespace tw::reference {
namespace {

/// Letters that keyboards and typists exchange without meaning another sound.
char32_t plain_letter(char32_t c) {
  switch (c) {
    case U'ё': return U'е';
    case U'ґ': return U'г';
    case U'ي':
    case U'ى':
    case U'ئ': return U'ی';
    case U'ك': return U'ک';
    case U'ة':
    case U'ۀ':
    case U'ہ':
    case U'ە': return U'ه';
    case U'أ':
    case U'إ':
    case U'آ':
    case U'ٱ': return U'ا';
    case U'ؤ': return U'و';
    default: return c;
  }
}

/// Superscripts survive no fold that strips them; "м²" must stay apart from "м".
bool is_kept(char32_t c) { return text::is_letter(c) || text::is_digit(c); }

struct Pair {
  char32_t cyrillic;
  char32_t latin;
};
constexpr std::array<Pair, 13> kLookAlikes{{{U'а', U'a'},
                                            {U'в', U'b'},
                                            {U'е', U'e'},
                                            {U'к', U'k'},
                                            {U'м', U'm'},
                                            {U'н', U'h'},
                                            {U'о', U'o'},
                                            {U'р', U'p'},
                                            {U'с', U'c'},
                                            {U'т', U't'},
                                            {U'у', U'y'},
                                            {U'х', U'x'},
                                            {U'і', U'i'}}};

char32_t as_cyrillic(char32_t c) {
  auto const found = std::ranges::find(kLookAlikes, c, &Pair::latin);
  return found == kLookAlikes.end() ? c : found->cyrillic;
}
char32_t as_latin(char32_t c) {
  auto const found = std::ranges::find(kLookAlikes, c, &Pair::cyrillic);
  return found == kLookAlikes.end() ? c : found->latin;
}

}  // namespace

std::string lookup_key_of_folded(std::string_view folded_utf8) {
  std::string key;
  key.reserve(folded_utf8.size());
  while (!folded_utf8.empty()) {
    auto const c = text::next_code_point(folded_utf8);
    if (is_kept(c)) text::append_utf8(plain_letter(c), key);
  }
  return key;
}

std::string lookup_key(std::string_view utf8) {
  std::string key;
  key.reserve(utf8.size());
  for (char const c : utf8) {
    // Most cells are ASCII, where folding is lower case and nothing else.
    if (static_cast<unsigned char>(c) >= 0x80) return lookup_key_of_folded(text::folded(utf8));
    bool const is_upper = c >= 'A' && c <= 'Z';
    if (is_upper) {
      key += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      key += c;
    }
  }
  return key;
}

LookAlikes look_alikes(std::string_view key) {
  bool has_latin = false;
  bool has_cyrillic = false;
  LookAlikes both;
  for (auto rest = key; !rest.empty();) {
    auto const c = text::next_code_point(rest);
    auto const script = text::script_of(c);
    has_latin = has_latin || script == text::Script::latin;
    has_cyrillic = has_cyrillic || script == text::Script::cyrillic;
    text::append_utf8(as_cyrillic(c), both.cyrillic);
    text::append_utf8(as_latin(c), both.latin);
  }
  if (!has_latin || !has_cyrillic) return {};
  return both;
}

}  // namespace tw::reference
