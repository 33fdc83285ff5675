#include "goods/words.h"

#include <gtest/gtest.h>

#include "goods/facts.h"

namespace tw::goods {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  auto const list = read_words(text);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < list.words.size(); ++i) out.emplace_back(list.text(i));
  return out;
}

bool has_fact(std::string_view text, FactKind kind) {
  for (auto const& fact : find_facts(read_words(text))) {
    if (fact.kind == kind) return true;
  }
  return false;
}

using Strings = std::vector<std::string>;

TEST(Words, keep_decimal_marks_inside_numbers) {
  EXPECT_EQ(words_of("7,62Х39 мм, 3.6V"), (Strings{"7.62x39", "мм", "3.6v"}));
}

TEST(Words, split_ideographs_and_keep_model_names_whole) {
  EXPECT_EQ(words_of("防弹衣NIJ"), (Strings{"防", "弹", "衣", "nij"}));
  EXPECT_EQ(words_of("STM32F405-RGT6"), (Strings{"stm32f405", "rgt6"}));
}

TEST(Words, remember_where_a_clause_ends) {
  auto const list = read_words("a b, c. d");
  EXPECT_EQ(list.words[1].gap, Gap::space);
  EXPECT_EQ(list.words[2].gap, Gap::clause);
  EXPECT_EQ(list.words[3].gap, Gap::sentence);
}

TEST(Words, read_no_more_than_the_limit) {
  std::string const text(3 * kCharactersMax, 'x');
  EXPECT_EQ(read_words(text).words[0].end, kCharactersMax);
}

TEST(Facts, know_a_calibre_from_a_measure) {
  EXPECT_TRUE(has_fact("патроны 7,62х39", FactKind::calibre));
  EXPECT_TRUE(has_fact("cal .308", FactKind::calibre));
  EXPECT_TRUE(has_fact("308 Win", FactKind::calibre));
  EXPECT_TRUE(has_fact("5.56×45mm", FactKind::calibre));
  EXPECT_FALSE(has_fact("плитка 300х600 мм", FactKind::calibre));
  EXPECT_FALSE(has_fact("доска 20x45", FactKind::calibre));
  EXPECT_FALSE(has_fact("308 шт", FactKind::calibre));
}

TEST(Facts, know_protection_classes) {
  for (auto const text :
       {"класс Бр4", "БР 5", "Бр-4", "NIJ III", "LEVEL IV", "NIJ 0101.06", "IIIA"}) {
    EXPECT_TRUE(has_fact(text, FactKind::armour)) << text;
  }
  for (auto const text : {"level 5", "бра 4 лампы", "size IV", "класс 4"}) {
    EXPECT_FALSE(has_fact(text, FactKind::armour)) << text;
  }
}

TEST(Facts, know_ratings) {
  EXPECT_TRUE(has_fact("10000 МАЧ", FactKind::mah));
  EXPECT_TRUE(has_fact("5200mAh", FactKind::mah));
  EXPECT_TRUE(has_fact("LiPo 6S", FactKind::cells));
  EXPECT_TRUE(has_fact("2806.5 1300KV", FactKind::kv));
  EXPECT_TRUE(has_fact("матрица 640Х512", FactKind::resolution));
  EXPECT_TRUE(has_fact("3-9x40", FactKind::magnification));
  EXPECT_FALSE(has_fact("кабель 10 кв", FactKind::kv));
}

}  // namespace
}  // namespace tw::goods
