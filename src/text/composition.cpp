#include "text/composition.h"

#include <string_view>

namespace tw::text {

namespace {

constexpr char32_t kSyllables = 0xAC00;
constexpr char32_t kInitials = 0x1100;
constexpr char32_t kVowels = 0x1161;
constexpr char32_t kFinals = 0x11A7;  // One before the first: 0 is no final.

// Unicode standard 3.12, Hangul syllable composition.
char32_t hangul(char32_t first, char32_t second) {
  if (first >= kInitials && first < kInitials + 19 && second >= kVowels && second < kVowels + 21) {
    return kSyllables + ((first - kInitials) * 21 + (second - kVowels)) * 28;
  }
  bool const is_open = first >= kSyllables && first <= 0xD7A3 && (first - kSyllables) % 28 == 0;
  if (is_open && second > kFinals && second < kFinals + 28) return first + (second - kFinals);
  return 0;
}

// Kana whose voiced form is the next code point, and whose half-voiced form is the one after.
constexpr std::u32string_view kVoiced =
    U"かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホゝヽ";
constexpr std::u32string_view kHalfVoiced = U"はひふへほハヒフヘホ";

char32_t kana(char32_t first, char32_t second) {
  if (second == 0x309A) return kHalfVoiced.contains(first) ? first + 2 : 0;
  switch (first) {
    case U'う': return U'ゔ';
    case U'ウ': return U'ヴ';
    case U'ワ': return U'ヷ';
    case U'ヰ': return U'ヸ';
    case U'ヱ': return U'ヹ';
    case U'ヲ': return U'ヺ';
    default: return kVoiced.contains(first) ? first + 1 : 0;
  }
}

}  // namespace

char32_t composed(char32_t first, char32_t second) {
  if (second == 0x0306) return first == U'и' ? U'й' : first == U'у' ? U'ў' : 0;
  if (second == 0x0308) return first == U'і' ? U'ї' : 0;
  if (is_voicing_mark(second)) return kana(first, second);
  return hangul(first, second);
}

}  // namespace tw::text
