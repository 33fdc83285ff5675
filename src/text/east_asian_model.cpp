#include <algorithm>
#include <optional>

#include "text/letter_model.h"
#include "text/utf8.h"

namespace tw::text {

namespace {

std::span<tables::CharacterCost const> known_characters(EastAsian language) {
  switch (language) {
    case EastAsian::simplified: return tables::simplified_costs();
    case EastAsian::traditional: return tables::traditional_costs();
    case EastAsian::japanese: return tables::japanese_costs();
  }
  defect("every East Asian language has its characters", std::source_location::current());
}

// Half of what is written are characters of the sample; the rest is spread over the others,
// the commoner half of Unicode's ideographs being likelier than the rare one.
constexpr double kKnownExtra = 0.5;
constexpr double kPunctuationCost = 7.5;
constexpr double kKanaCost = 6.5;
constexpr double kHalfKanaCost = 7.5;
constexpr double kForeignKanaCost = 10;
constexpr double kUnseenCost = 10;
constexpr double kRareCost = 14;
constexpr double kSymbolCost = 12;
// Ideographs come in runs and seldom touch Latin letters: a ’s read as one ideograph does both.
constexpr double kAloneCost = 3;
constexpr double kBesideLetterCost = 1.5;

double unseen_cost(char32_t c, EastAsian language, bool is_in_any_sample) {
  if (c == kReplacement) return kUndecodableCost;
  if (c >= 0x3040 && c <= 0x30FF) {
    return language == EastAsian::japanese ? kKanaCost : kForeignKanaCost;
  }
  if (c >= 0xFF61 && c <= 0xFF9F) {
    return language == EastAsian::japanese ? kHalfKanaCost : kForeignKanaCost;
  }
  bool const is_punctuation = (c >= 0x3000 && c <= 0x3017) || (c >= 0xFF01 && c <= 0xFF5E) ||
                              (c >= 0x2010 && c <= 0x2026) || c == 0xB7 || c == 0xB0;
  if (is_punctuation) return kPunctuationCost;
  if (c >= 0x4E00 && c <= 0x9FFF) return is_in_any_sample ? kUnseenCost - 1 : kUnseenCost + 1;
  return c >= 0x2E80 ? kRareCost : kSymbolCost;
}

std::optional<double> known_cost(std::span<tables::CharacterCost const> known, char32_t c) {
  auto const place = std::ranges::lower_bound(known, c, {}, &tables::CharacterCost::character);
  if (place == known.end() || place->character != c) return std::nullopt;
  return place->cost / 100.0;
}

double character_cost(char32_t c, EastAsian language) {
  if (auto const cost = known_cost(known_characters(language), c)) return *cost + kKnownExtra;
  bool const is_in_any = known_cost(tables::simplified_costs(), c) ||
                         known_cost(tables::traditional_costs(), c) ||
                         known_cost(tables::japanese_costs(), c);
  return unseen_cost(c, language, is_in_any);
}

bool is_ascii_letter(char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

}  // namespace

double east_asian_cost(std::string_view utf8, EastAsian language) {
  double total = 0;
  char32_t previous = ' ';
  std::size_t run = 0;  // Characters outside ASCII in a row.
  while (!utf8.empty()) {
    auto const c = next_code_point(utf8);
    bool const is_ascii = c < 0x80;
    if (is_ascii && run == 1) total += kAloneCost;
    if (is_ascii && run > 0 && is_ascii_letter(c)) total += kBesideLetterCost;
    if (!is_ascii && run == 0 && is_ascii_letter(previous)) total += kBesideLetterCost;
    total += is_ascii ? kAsciiCost : character_cost(c, language);
    run = is_ascii ? 0 : run + 1;
    previous = c;
  }
  return run == 1 ? total + kAloneCost : total;
}

}  // namespace tw::text
