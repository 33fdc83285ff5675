/// Inline reading and writing of UTF-8 for the loops of this room.
#pragma once

#include <cstring>
#include <string>
#include <string_view>

#include "tidewaiter/text.h"

namespace tw::text::utf8 {

inline bool is_trail(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// Length of the valid sequence at `at`, 0 when there is none; `at` < `end`.
/// Overlong forms, surrogates and what lies past U+10FFFF are invalid (Unicode table 3-7).
inline std::size_t sequence_length(unsigned char const* at, unsigned char const* end) {
  auto const lead = at[0];
  auto const room = static_cast<std::size_t>(end - at);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || room < 2 || !is_trail(at[1])) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) {
    if (lead == 0xE0 && at[1] < 0xA0) return 0;
    if (lead == 0xED && at[1] > 0x9F) return 0;
    return room >= 3 && is_trail(at[2]) ? 3 : 0;
  }
  if (lead == 0xF0 && at[1] < 0x90) return 0;
  if (lead == 0xF4 && at[1] > 0x8F) return 0;
  return room >= 4 && is_trail(at[2]) && is_trail(at[3]) ? 4 : 0;
}

/// Moves `at` past one code point; an invalid byte is kReplacement.
inline char32_t take(unsigned char const*& at, unsigned char const* end) {
  auto const length = sequence_length(at, end);
  auto const* const s = at;
  at += length == 0 ? 1 : length;
  switch (length) {
    case 1: return s[0];
    case 2: return static_cast<char32_t>((s[0] & 0x1F) << 6 | (s[1] & 0x3F));
    case 3: return static_cast<char32_t>((s[0] & 0x0F) << 12 | (s[1] & 0x3F) << 6 | (s[2] & 0x3F));
    case 4:
      return static_cast<char32_t>((s[0] & 0x07) << 18 | (s[1] & 0x3F) << 12 | (s[2] & 0x3F) << 6 |
                                   (s[3] & 0x3F));
    default: return kReplacement;
  }
}

/// The first byte at or after `at` that is not ASCII.
inline unsigned char const* past_ascii(unsigned char const* at, unsigned char const* end) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  while (end - at >= 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, 8);
    if ((eight & kHighBits) != 0) break;
    at += 8;
  }
  while (at < end && *at < 0x80) ++at;
  return at;
}

inline unsigned char const* begin_of(std::string_view text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}
inline unsigned char const* end_of(std::string_view text) { return begin_of(text) + text.size(); }

/// The last code point of valid, non-empty UTF-8, and where it begins.
struct Last {
  char32_t code_point;
  std::size_t begin;
};
inline Last last_of(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && is_trail(static_cast<unsigned char>(text[begin]))) --begin;
  auto const* at = begin_of(text) + begin;
  return {take(at, end_of(text)), begin};
}

}  // namespace tw::text::utf8
