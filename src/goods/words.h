/// The words of a goods text in the form in which terms are compared.
#pragma once

#include "tidewaiter/core.h"

namespace tw::goods {

/// What stands between a word and the one before it.
enum class Gap : std::uint8_t { joined, space, clause, sentence };

struct Word {
  std::uint32_t begin = 0;  ///< Bytes in `WordList::bytes`.
  std::uint32_t end = 0;
  Gap gap = Gap::joined;
  bool is_han = false;  ///< One ideograph; other scripts have whole words.
};

struct WordList {
  std::string bytes;
  std::vector<Word> words;

  std::string_view text(std::size_t i) const {
    return std::string_view(bytes).substr(words[i].begin, words[i].end - words[i].begin);
  }
  /// The words as printed in a reason: "cq a", "防弹衣".
  std::string text(std::size_t first, std::size_t last) const;
};

/// At most this many characters of a text are read; the rest of a declaration repeats itself.
inline constexpr std::size_t kCharactersMax = 4'000;

/// Folds and splits. Decimal marks inside numbers stay ("7,62х39" is "7.62x39"); Cyrillic letters
/// that look Latin are written Latin in words with digits or of mixed script ("М16" is "m16").
WordList read_words(std::string_view text);

}  // namespace tw::goods
