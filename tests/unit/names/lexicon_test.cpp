#include "names/lexicon.h"

#include <gtest/gtest.h>

namespace tw::names {
namespace {

std::string meaning(std::string_view text) {
  auto const words = pieces(text::folded(text));
  if (words.empty()) return "";
  return std::string(lexicon().class_name(lexicon().find(words, 0).word_class));
}

TEST(Lexicon, words_that_translate_each_other_share_a_class) {
  for (auto const* word : {"trade", "Trading", "торговый", "ticaret", "贸易", "Handel"}) {
    EXPECT_EQ(meaning(word), "trade") << word;
  }
  for (auto const* word : {"aviation", "авиационный", "aircraft", "AVIATSIONNY"}) {
    EXPECT_EQ(meaning(word), "aviation") << word;
  }
  EXPECT_EQ(meaning("Iron and Steel"), "iron_steel");
  EXPECT_EQ(meaning("Московский"), "moscow");
  EXPECT_EQ(meaning("китайский"), "CN");
}

TEST(Lexicon, a_longer_word_with_a_known_beginning_is_a_name) {
  for (auto const* word : {"Novatek", "Gazprom", "Oboronlogistika", "Elektrotyaga"}) {
    EXPECT_EQ(meaning(word), "") << word;
  }
}

TEST(Lexicon, rare_words_tell_more_than_common_ones) {
  EXPECT_GT(lexicon().information("rosoboroneksport"), lexicon().information("alfa"));
  EXPECT_GT(lexicon().information("ariteks"), lexicon().information("abk"));
}

}  // namespace
}  // namespace tw::names
