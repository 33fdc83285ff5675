#include "text/letter_model.h"

#include <algorithm>
#include <cmath>

#include "text/utf8.h"

namespace tw::text {

namespace {

constexpr double kUpperAfterLowerCost = 3;  // сЛово: hardly anybody writes so.
constexpr double kLowerAfterUppersCost = 1.5;
constexpr double kAsciiOtherCost = 1.6;   // A space, a digit, a comma.
constexpr double kQuoteCost = 4.5;        // A quote, a dash, №, a no-break space.
constexpr double kTypographicCost = 5.5;  // Other signs of ordinary texts: § ° ² €.
constexpr double kForeignLetterCost = 8;  // A letter that the language does not have.
constexpr double kRareSymbolCost = 9;
constexpr double kMixedScriptsCost = 2.5;  // A Latin letter beside one of another script.
constexpr double kLatinLetterCost = 3.26;  // One of 26.

bool is_ascii_letter(unsigned byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_quote(char32_t c) {
  return c == 0xA0 || c == 0xAB || c == 0xBB || c == 0x2116 || (c >= 0x2013 && c <= 0x201E);
}

bool is_typographic(char32_t c) {
  constexpr std::u32string_view kSigns = U"\u00A7\u00AD\u00AE\u00B0\u00B2\u00B3\u00B7\u00D7";
  return kSigns.contains(c) || c == 0x2022 || c == 0x2026 || c == 0x20AC || c == 0x2122 ||
         c == 0x060C;
}

double symbol_cost(char32_t c) {
  if (is_quote(c)) return kQuoteCost;
  if (is_typographic(c)) return kTypographicCost;
  return tables::properties(c).is_letter() ? kForeignLetterCost : kRareSymbolCost;
}

}  // namespace

LetterModel::LetterModel(tables::LetterStatistics statistics)
    : statistics_(statistics), classes_(statistics.letters.size() + 2) {
  ensure(statistics.pair_costs.size() == classes_ * classes_, "a letter model is a square");
}

LetterModel::Symbols LetterModel::symbols_of(std::uint16_t const* upper_half) const {
  Symbols symbols{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    auto& symbol = symbols[byte];
    char32_t const c = byte < 0x80 ? byte : upper_half[byte - 0x80];
    auto const small = tables::lower(c);
    auto const found = std::ranges::find(statistics_.letters, static_cast<char16_t>(small));
    if (c != 0 && found != statistics_.letters.end()) {
      symbol.letter_class = static_cast<std::uint8_t>(found - statistics_.letters.begin() + 2);
      symbol.is_upper = small != c;
    } else if (is_ascii_letter(byte)) {
      symbol = {1, small != c, kLatinLetterCost};
    } else if (byte < 0x80) {
      symbol.extra = kAsciiOtherCost;
    } else {
      symbol.extra = c == 0 ? kUndecodableCost : symbol_cost(c);
    }
  }
  return symbols;
}

double LetterModel::cost(std::string_view bytes, std::uint16_t const* upper_half) const {
  auto const symbols = symbols_of(upper_half);
  double cost = 0;
  unsigned previous = ' ';
  unsigned uppers = 0;  // Upper-case letters in a row just before.
  for (char const c : bytes) {
    auto const byte = static_cast<unsigned char>(c);
    auto const& now = symbols[byte];
    auto const& before = symbols[previous];
    if (byte < 0x80 && previous < 0x80) {
      cost += kAsciiCost;
    } else {
      auto const pair = before.letter_class * classes_ + now.letter_class;
      cost += statistics_.pair_costs[pair] / 100.0 + now.extra;
      bool const both_letters = before.letter_class != 0 && now.letter_class != 0;
      bool const is_mixed = (before.letter_class == 1) != (now.letter_class == 1);
      if (both_letters && is_mixed) cost += kMixedScriptsCost;
      if (both_letters && now.is_upper && !before.is_upper) cost += kUpperAfterLowerCost;
      if (both_letters && !now.is_upper && uppers > 1) cost += kLowerAfterUppersCost;
    }
    uppers = now.letter_class != 0 && now.is_upper ? uppers + 1 : 0;
    previous = byte;
  }
  return cost;
}

}  // namespace tw::text
