/// Letters that reach us in two parts: й as и and a breve, が as か and a voicing mark, Hangul as
/// jamo. Folding joins them; Unicode's other compositions lose their marks anyway.
#pragma once

namespace tw::text {

/// U+3099 and U+309A, which mean nothing when they stand alone.
constexpr bool is_voicing_mark(char32_t c) { return c == 0x3099 || c == 0x309A; }

/// False for almost everything, so that the rest of the work is rare.
constexpr bool may_join_before(char32_t c) {
  return c == 0x0306 || c == 0x0308 || is_voicing_mark(c) || (c >= 0x1161 && c <= 0x11C2);
}

/// The one letter that `first` and `second` make, 0 when they make none. `first` is folded.
char32_t composed(char32_t first, char32_t second);

}  // namespace tw::text
