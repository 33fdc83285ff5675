#include "goods/terms.h"

#include <gtest/gtest.h>

#include "goods/catalogue.h"

namespace tw::goods {
namespace {

/// The owners that a text matches, in the order of the terms.
std::vector<Owner> owners(TermIndex const& index, std::string_view text) {
  auto const list = read_words(text);
  std::vector<Owner> out;
  for (auto const& match : index.find(list)) out.push_back(index.term(match.term).owner);
  return out;
}

using Owners = std::vector<Owner>;

TEST(Terms, match_whole_words_with_english_plurals) {
  TermIndex index;
  index.add_cell(1, "rifle; fram", false);
  EXPECT_EQ(owners(index, "two rifles"), Owners{1});
  EXPECT_EQ(owners(index, "rifled tube"), Owners{});
  EXPECT_EQ(owners(index, "frames"), Owners{});
}

TEST(Terms, match_stems_with_endings_and_fleeting_vowels) {
  TermIndex index;
  index.add_cell(1, "винтовк*", false);
  EXPECT_EQ(owners(index, "ВИНТОВКАМИ"), Owners{1});
  EXPECT_EQ(owners(index, "для винтовок"), Owners{1});
}

TEST(Terms, match_ordered_words_with_one_between) {
  TermIndex index;
  index.add_cell(1, "hunting rifle", false);
  EXPECT_EQ(owners(index, "hunting bolt rifle"), Owners{1});
  EXPECT_EQ(owners(index, "rifle hunting"), Owners{});
  EXPECT_EQ(owners(index, "hunting. rifle"), Owners{});
}

TEST(Terms, match_near_words_in_any_order) {
  TermIndex index;
  index.add_cell(1, "прицел* + тепловизион*", false);
  EXPECT_EQ(owners(index, "тепловизионный охотничий прицел"), Owners{1});
  EXPECT_EQ(owners(index, "прицел a b c d e f g h i j тепловизионный"), Owners{});
}

TEST(Terms, match_ideographs_without_spaces_and_arabic_with_articles) {
  TermIndex index;
  index.add_cell(1, "防弹衣", false);
  index.add_cell(2, "بندقية", false);
  EXPECT_EQ(owners(index, "男式防弹衣三件"), Owners{1});
  EXPECT_EQ(owners(index, "والبندقية"), Owners{2});
}

TEST(Terms, let_the_longer_match_win) {
  TermIndex index;
  index.add_cell(1, "rifle", false);
  index.add_cell(2, "rifle case", false);
  EXPECT_EQ(owners(index, "rifle case"), Owners{2});
  EXPECT_EQ(owners(index, "rifle, case"), Owners{2});
}

TEST(Terms, ask_for_digits_where_they_say_so) {
  TermIndex index;
  index.add_cell(1, "ad#", true);
  EXPECT_EQ(owners(index, "AD9361BBCZ"), Owners{1});
  EXPECT_EQ(owners(index, "adapter"), Owners{});
}

TEST(Catalogue, names_a_code_for_every_concept) {
  auto const catalogue = read_catalogue();
  EXPECT_GT(catalogue.concepts.size(), 130U);
  EXPECT_GT(catalogue.by_hs6.size(), 500U);
  EXPECT_GT(catalogue.terms.size(), 6'000U);
  for (auto const& c : catalogue.concepts) {
    EXPECT_FALSE(c.hs.empty()) << c.name;
    bool const is_mission = c.kind == ConceptKind::mission;
    EXPECT_EQ(is_mission, c.goods_class != 17) << c.name;
  }
}

TEST(Catalogue, carries_the_priority_list_in_full) {
  auto const list = read_priority_list();
  EXPECT_EQ(list.codes.size(), 50U);
  EXPECT_EQ(list.version.iso(), "2024-02-23");
  ASSERT_NE(list.find(854231), nullptr);
  EXPECT_EQ(list.find(854231)->tier, "1");
  EXPECT_EQ(list.find(848210)->tier, "3.B");
  EXPECT_EQ(list.find(690721), nullptr);
}

}  // namespace
}  // namespace tw::goods
