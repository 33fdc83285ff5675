#include "names/romanise.h"

#include <array>

namespace tw::names {
namespace {

// U+0430 to U+045F, then the Kazakh and Ukrainian letters outside. Soft and hard signs are silent.
constexpr std::array<std::string_view, 48> kCyrillic = {
    "a", "b",  "v",  "g", "d", "e",  "zh", "z",  "i",  "i",    "k",  "l",  "m", "n", "o",  "p",
    "r", "s",  "t",  "u", "f", "kh", "ts", "ch", "sh", "shch", "",   "i",  "",  "e", "yu", "ya",
    "e", "yo", "dj", "g", "e", "dz", "i",  "yi", "j",  "lj",   "nj", "ch", "k", "i", "u",  "dzh"};

std::string_view cyrillic(char32_t c) {
  if (c >= 0x430 && c <= 0x45F) return kCyrillic[c - 0x430];
  switch (c) {
    case 0x491:
    case 0x493: return "g";  // ґ ғ
    case 0x49B:
    case 0x4A1: return "k";  // қ
    case 0x4A3: return "n";  // ң
    case 0x4AF:
    case 0x4B1: return "u";  // ү ұ
    case 0x4B3:
    case 0x4BB: return "h";  // ҳ һ
    case 0x4B7: return "j";  // ҷ
    case 0x4D9: return "a";  // ә
    case 0x4E3: return "i";  // ӣ
    case 0x4E9: return "o";  // ө
    case 0x4EF: return "u";  // ӯ
    default: return "";
  }
}

// Letters that look the same in lower or upper case.
struct LookAlike {
  char32_t latin;
  char32_t cyrillic;
};
constexpr auto kLookAlikes = std::to_array<LookAlike>({
    {U'a', U'а'},
    {U'b', U'в'},
    {U'c', U'с'},
    {U'e', U'е'},
    {U'h', U'н'},
    {U'i', U'і'},
    {U'j', U'ј'},
    {U'k', U'к'},
    {U'm', U'м'},
    {U'o', U'о'},
    {U'p', U'р'},
    {U's', U'ѕ'},
    {U't', U'т'},
    {U'x', U'х'},
    {U'y', U'у'},
});

char32_t counterpart(char32_t c, bool to_latin) {
  for (auto const& pair : kLookAlikes) {
    if (to_latin && pair.cyrillic == c) return pair.latin;
    if (!to_latin && pair.latin == c) return pair.cyrillic;
  }
  return c;
}

/// Arabic writes the article and "for the" in one word with the noun.
std::string_view without_article(std::string_view word) {
  for (std::string_view const article : {"لل", "وال", "بال", "ال"}) {
    constexpr std::size_t kNounBytes = 6;  // Three letters.
    if (word.size() >= article.size() + kNounBytes && word.starts_with(article)) {
      return word.substr(article.size());
    }
  }
  return word;
}

}  // namespace

std::string romanised(std::string_view folded_word, text::Script script) {
  std::string latin;
  if (script == text::Script::arabic) folded_word = without_article(folded_word);
  if (script == text::Script::cyrillic) {
    for (auto rest = folded_word; !rest.empty();) {
      auto const c = text::next_code_point(rest);
      if (c < 0x80) {
        latin += static_cast<char>(c);
      } else {
        latin += cyrillic(c);
      }
    }
    return latin;
  }
  auto const written = script == text::Script::latin || script == text::Script::common
                           ? std::string(folded_word)
                           : text::latinised(folded_word);
  for (char const c : written) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) latin += c;
  }
  // Latin letters beyond ASCII that folding leaves ("ə", "þ") take the text room's spelling.
  if (latin.size() < written.size() && script == text::Script::latin) {
    latin.clear();
    for (char const c : text::latinised(folded_word)) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) latin += c;
    }
  }
  return latin;
}

std::string without_look_alikes(std::string_view folded_word) {
  unsigned latin = 0;
  unsigned cyrillic_letters = 0;
  unsigned latin_only = 0;
  unsigned cyrillic_only = 0;
  for (auto rest = folded_word; !rest.empty();) {
    auto const c = text::next_code_point(rest);
    auto const script = text::script_of(c);
    if (script == text::Script::latin) {
      ++latin;
      if (counterpart(c, false) == c) ++latin_only;
    } else if (script == text::Script::cyrillic) {
      ++cyrillic_letters;
      if (counterpart(c, true) == c) ++cyrillic_only;
    }
  }
  if (latin == 0 || cyrillic_letters == 0) return std::string(folded_word);
  // Letters that only one script has decide; then the majority.
  bool const to_latin =
      latin_only != cyrillic_only ? latin_only > cyrillic_only : latin >= cyrillic_letters;
  std::string out;
  for (auto rest = folded_word; !rest.empty();) {
    text::append_utf8(counterpart(text::next_code_point(rest), to_latin), out);
  }
  return out;
}

bool omits_vowels(text::Script script) {
  return script == text::Script::arabic || script == text::Script::hebrew;
}

}  // namespace tw::names
