#include <string_view>

#include "text/latin_writers.h"
#include "text/tables.h"

namespace tw::text {

namespace {

// Katakana ァ to ヶ stand 0x60 above the hiragana of the same sound.
char32_t hiragana(char32_t c) { return c >= 0x30A1 && c <= 0x30F6 ? c - 0x60 : c; }

std::string_view alone(char32_t c) {
  auto const number = tables::latin_number(c);
  return number > tables::kLatinSpace ? tables::latin_text(number) : std::string_view{};
}

// きゃ: kya; しゃ: sha.
void add_glide(std::string_view glide, std::string& out, std::size_t start) {
  std::string_view const written = std::string_view(out).substr(start);
  if (!written.ends_with('i')) {
    out += glide;
    return;
  }
  out.pop_back();
  bool const has_glide = out.ends_with("sh") || out.ends_with("ch") || out.ends_with("j");
  out += has_glide ? glide.substr(1) : glide;
}

// ファ: fa; ティ: ti; ウィ: wi; クァ: kwa; ヴァ: va.
void add_small_vowel(char vowel, std::string& out, std::size_t start, char32_t before) {
  if (out.size() > start) {
    if (before == U'う') {
      out.back() = 'w';
    } else if (before == U'く' || before == U'ぐ') {
      out.back() = 'w';
    } else if (std::string_view("aiueo").contains(out.back())) {
      out.pop_back();
    }
  }
  out += vowel;
}

}  // namespace

void append_kana(std::span<char32_t const> run, std::string& out) {
  auto const start = out.size();
  bool doubles = false;
  char32_t before = 0;
  for (auto const katakana : run) {
    auto const c = hiragana(katakana);
    switch (c) {
      case U'っ': doubles = true; break;
      case U'ー': break;
      case U'ゃ': add_glide("ya", out, start); break;
      case U'ゅ': add_glide("yu", out, start); break;
      case U'ょ': add_glide("yo", out, start); break;
      case U'ぁ': add_small_vowel('a', out, start, before); break;
      case U'ぃ': add_small_vowel('i', out, start, before); break;
      case U'ぅ': add_small_vowel('u', out, start, before); break;
      case U'ぇ': add_small_vowel('e', out, start, before); break;
      case U'ぉ': add_small_vowel('o', out, start, before); break;
      default: {
        auto const sound = alone(c);
        bool const has_consonant = !sound.empty() && !std::string_view("aiueon").contains(sound[0]);
        if (doubles && has_consonant) out += sound.starts_with("ch") ? 't' : sound[0];
        doubles = false;
        out += sound;
      }
    }
    before = c;
  }
}

}  // namespace tw::text
