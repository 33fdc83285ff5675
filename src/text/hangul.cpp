#include <cstdint>

#include "text/latin_writers.h"

namespace tw::text {

namespace {

constexpr char const* kInitials[19] = {"g",  "kk", "n", "d",  "tt", "r", "m", "b", "pp", "s",
                                       "ss", "",   "j", "jj", "ch", "k", "t", "p", "h"};
constexpr char const* kVowels[21] = {"a",  "ae", "ya", "yae", "eo", "e",  "yeo",
                                     "ye", "o",  "wa", "wae", "oe", "yo", "u",
                                     "wo", "we", "wi", "yu",  "eu", "ui", "i"};
// A final before a pause or most consonants, and before a vowel, to which it is carried over.
constexpr char const* kFinals[28] = {"",  "k",  "k", "k", "n", "n", "n", "t", "l", "k",
                                     "m", "l",  "l", "l", "p", "l", "m", "p", "p", "t",
                                     "t", "ng", "t", "t", "k", "t", "p", "t"};
constexpr char const* kCarried[28] = {"",   "g",  "kk", "ks", "n",  "nj", "n", "d", "r",  "lg",
                                      "lm", "lb", "ls", "lt", "lp", "r",  "m", "b", "ps", "s",
                                      "ss", "ng", "j",  "ch", "k",  "t",  "p", ""};

constexpr unsigned kInitialN = 2;
constexpr unsigned kInitialR = 5;
constexpr unsigned kInitialM = 6;
constexpr unsigned kInitialNone = 11;
constexpr unsigned kFinalH = 27;

struct Syllable {
  unsigned initial, vowel, last;
};

Syllable parts_of(char32_t c) {
  auto const number = static_cast<unsigned>(c - 0xAC00);
  return {number / 28 / 21, number / 28 % 21, number % 28};
}

// The final of one syllable with the initial of the next, as they are spoken.
std::string joint(unsigned last, unsigned initial) {
  std::string final = kFinals[last];
  if (last == 0) return kInitials[initial];
  if (initial == kInitialNone) return kCarried[last];
  if (last == kFinalH) {
    switch (initial) {
      case 0: return "k";
      case 3: return "t";
      case 12: return "ch";
      default: break;
    }
  }
  bool const is_nasal = initial == kInitialN || initial == kInitialM;
  if (initial == kInitialR) {
    if (final == "l" || final == "n") return "ll";
    final = final == "k" ? "ng" : final == "t" ? "n" : final == "p" ? "m" : final;
    return final + "n";
  }
  if (is_nasal) {
    final = final == "k" ? "ng" : final == "t" ? "n" : final == "p" ? "m" : final;
    if (final == "l" && initial == kInitialN) return "ll";
  }
  return final + kInitials[initial];
}

}  // namespace

void append_hangul(std::span<char32_t const> run, std::string& out) {
  unsigned last = 0;
  for (auto const c : run) {
    auto const syllable = parts_of(c);
    out += joint(last, syllable.initial);
    out += kVowels[syllable.vowel];
    last = syllable.last;
  }
  out += kFinals[last];
}

}  // namespace tw::text
