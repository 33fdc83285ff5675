/// How far each word of a text speaks for what the thing is.
#pragma once

#include "goods/reading.h"

namespace tw::goods {

struct WordMark {
  double factor = 1.0;      ///< 0: taken out.
  bool is_purpose = false;  ///< What the thing is for.
  std::uint16_t clause = 0;
  bool is_part_word = false;
  bool is_vague = false;
};

/// One mark a word, from the context terms among `matches`. O(words).
std::vector<WordMark> mark_words(Catalogue const& catalogue, WordList const& list,
                                 std::span<Match const> matches, ContextWeights const& weights);

}  // namespace tw::goods
