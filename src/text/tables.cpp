#include "text/tables.h"

#include <algorithm>
#include <iterator>

#include "text/letter_models.h"

namespace tw::text::tables {

#include "generated/text_tables.inc"

static_assert(kGeneratedPageSize == kPageSize, "the tool and the reader agree on the page size");

namespace {

template <std::size_t Count>
std::string_view found(LongText const (&texts)[Count], std::uint16_t number) {
  auto const* const place =
      std::ranges::lower_bound(texts, static_cast<std::size_t>(number), {}, &LongText::number);
  return place == std::end(texts) ? std::string_view{} : place->text;
}

}  // namespace

std::string_view long_fold(std::uint16_t number) { return found(kFoldLong, number); }
std::string_view long_latin(std::uint16_t number) { return found(kLatinLong, number); }

LetterStatistics cyrillic_statistics() { return {kCyrillicLetters, kCyrillicPairCosts}; }
LetterStatistics western_statistics() { return {kWesternLetters, kWesternPairCosts}; }
LetterStatistics turkish_statistics() { return {kTurkishLetters, kTurkishPairCosts}; }
LetterStatistics arabic_statistics() { return {kArabicLetters, kArabicPairCosts}; }

std::span<CharacterCost const> simplified_costs() { return kSimplifiedCosts; }
std::span<CharacterCost const> traditional_costs() { return kTraditionalCosts; }
std::span<CharacterCost const> japanese_costs() { return kJapaneseCosts; }

std::uint16_t const* upper_half(Encoding encoding) {
  switch (encoding) {
    case Encoding::windows_1251: return kUpperWindows1251;
    case Encoding::windows_1252: return kUpperWindows1252;
    case Encoding::windows_1254: return kUpperWindows1254;
    case Encoding::windows_1256: return kUpperWindows1256;
    case Encoding::koi8_r: return kUpperKoi8R;
    default: return nullptr;
  }
}

}  // namespace tw::text::tables
