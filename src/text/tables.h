/// Lookups in the tables that tools/tables/make_text_tables.cpp makes from ICU: two loads each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tw::text::tables {

inline constexpr unsigned kPageSize = 128;

/// A text of at most 7 bytes; `length` 255 sends the reader to the list of long ones.
struct ShortText {
  char bytes[8];
  std::uint8_t length;
};
struct LongText {
  std::size_t number;
  std::string_view text;
};
struct CharacterCost {
  char32_t character;
  std::uint16_t cost;  ///< -100 ln P.
};

extern std::uint16_t const kPropertyIndex[];
extern std::uint16_t const kPropertyPages[];
extern std::uint16_t const kLowerIndex[];
extern std::int32_t const kLowerPages[];
extern std::uint16_t const kFoldIndex[];
extern std::uint16_t const kFoldPages[];
extern ShortText const kFoldTexts[];
extern std::uint16_t const kLatinIndex[];
extern std::uint16_t const kLatinPages[];
extern ShortText const kLatinTexts[];

template <typename T>
T looked_up(std::uint16_t const* index, T const* pages, char32_t code_point) {
  return pages[index[code_point / kPageSize] * kPageSize + code_point % kPageSize];
}

enum class IndicPart : std::uint8_t { none, consonant, vowel_sign, vowel_killer };

/// Bits as properties_of() in the tool sets them.
struct Properties {
  std::uint16_t bits;

  unsigned script() const { return bits & 15U; }
  bool is_letter() const { return (bits & 1U << 4) != 0; }
  bool is_digit() const { return (bits & 1U << 5) != 0; }
  bool is_mark() const { return (bits & 1U << 6) != 0; }
  bool is_wide() const { return (bits & 1U << 7) != 0; }
  bool has_no_width() const { return (bits & 1U << 8) != 0; }
  IndicPart indic() const { return static_cast<IndicPart>(bits >> 9 & 3U); }
  bool is_space() const { return (bits & 1U << 11) != 0; }
  /// A Thai vowel that is written before the consonant after which it is spoken.
  bool is_written_before() const { return (bits & 1U << 12) != 0; }
};

inline Properties properties(char32_t code_point) {
  return {looked_up(kPropertyIndex, kPropertyPages, code_point)};
}
inline char32_t lower(char32_t code_point) {
  auto const delta = looked_up(kLowerIndex, kLowerPages, code_point);
  return static_cast<char32_t>(static_cast<std::int32_t>(code_point) + delta);
}

inline constexpr std::uint16_t kFoldSame = 0;
inline constexpr std::uint16_t kFoldNothing = 1;
inline constexpr std::uint16_t kFoldSpace = 2;
inline std::uint16_t fold_number(char32_t code_point) {
  return looked_up(kFoldIndex, kFoldPages, code_point);
}
std::string_view long_fold(std::uint16_t number);
/// Only for numbers above kFoldSpace.
inline std::string_view fold_text(std::uint16_t number) {
  auto const& text = kFoldTexts[number];
  if (text.length == 255) return long_fold(number);
  return {text.bytes, text.length};
}

inline constexpr std::uint16_t kLatinNothing = 0;
inline constexpr std::uint16_t kLatinSpace = 1;
inline std::uint16_t latin_number(char32_t folded) {
  return looked_up(kLatinIndex, kLatinPages, folded);
}
std::string_view long_latin(std::uint16_t number);
/// Only for numbers above kLatinSpace.
inline std::string_view latin_text(std::uint16_t number) {
  auto const& text = kLatinTexts[number];
  if (text.length == 255) return long_latin(number);
  return {text.bytes, text.length};
}

}  // namespace tw::text::tables
