/// Chinese words in Cyrillic letters by the Palladius system, read back into pinyin.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "names/piece.h"

namespace tw::names {

/// One word cut wholly into syllables.
struct PinyinWord {
  std::string pinyin;  ///< Empty when the word is not made of Palladius syllables.
  unsigned syllables = 0;
  bool marked = false;  ///< Has letters that Russian words seldom have ("чж", "цз", "нь" closing).
};
/// From a folded Cyrillic word.
PinyinWord pinyin_of(std::string_view native);

/// The pieces of a name with its Chinese words in pinyin; empty when it has none, or when pinyin
/// reads the same. Words that the lexicon knows stay: their classes already agree.
std::vector<Piece> pinyin_reading(std::vector<Piece> const& pieces);

}  // namespace tw::names
