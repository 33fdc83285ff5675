/// Statistics of letters and characters by which encodings are told apart.
#pragma once

#include <span>

#include "tidewaiter/text.h"

#include "text/tables.h"

namespace tw::text::tables {

/// Class 0 is what is no letter, class 1 an ASCII letter that is not listed, then `letters`.
/// `pair_costs` is a square: -100 ln P(class of the next | class of this one).
struct LetterStatistics {
  std::span<char16_t const> letters;
  std::span<std::uint16_t const> pair_costs;
};
LetterStatistics cyrillic_statistics();
LetterStatistics western_statistics();
LetterStatistics turkish_statistics();
LetterStatistics arabic_statistics();

/// Sorted by character.
std::span<CharacterCost const> simplified_costs();
std::span<CharacterCost const> traditional_costs();
std::span<CharacterCost const> japanese_costs();

/// The 128 characters of the bytes from 0x80, 0 where there is none; null for other encodings.
std::uint16_t const* upper_half(Encoding encoding);

}  // namespace tw::text::tables
