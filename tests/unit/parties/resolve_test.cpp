#include <algorithm>

#include <gtest/gtest.h>

#include "tidewaiter/parties.h"

namespace tw::parties {
namespace {

constexpr std::string_view kInnA = "7707083893";
constexpr std::string_view kInnB = "7736050003";

Resolution resolved(std::vector<Mention> const& mentions, unsigned threads = 1) {
  return resolve(mentions, Job{.threads = threads});
}
bool together(Resolution const& r, std::size_t a, std::size_t b) {
  return r.mentions[a].party == r.mentions[b].party;
}
bool possibly(Resolution const& r, std::size_t a, std::size_t b) {
  auto const low = std::min(r.mentions[a].party, r.mentions[b].party);
  auto const high = std::max(r.mentions[a].party, r.mentions[b].party);
  return std::ranges::any_of(r.possibly_same, [&](PossiblySame const& p) {
    return p.party_a == low && p.party_b == high;
  });
}

TEST(Resolve, spellings_of_one_firm_are_one_party) {
  auto const r = resolved({{"ООО \"Зефирник\"", "RU"},
                           {"Zefirnik LLC", "RU"},
                           {"OOO ZEFIRNIK", "RU"},
                           {"Qarnop LLC", "RU"}});
  EXPECT_TRUE(together(r, 0, 1));
  EXPECT_TRUE(together(r, 0, 2));
  EXPECT_FALSE(together(r, 0, 3));
  EXPECT_EQ(r.canonical.size(), 2U);
}

TEST(Resolve, a_tax_number_joins_whatever_the_spelling) {
  auto const r = resolved({{"ООО Ромашка", "RU", kInnA}, {"Chamomile LLC", "RU", kInnA}});
  EXPECT_TRUE(together(r, 0, 1));
  EXPECT_NE(r.mentions[0].reason.find("INN 7707083893"), std::string::npos);
}

TEST(Resolve, namesakes_with_two_tax_numbers_stay_apart) {
  auto const r = resolved({{"ООО Зефирник", "RU", kInnA}, {"ООО Зефирник", "RU", kInnB}});
  EXPECT_FALSE(together(r, 0, 1));
}

TEST(Resolve, a_mention_without_number_joins_the_only_party_of_its_name) {
  auto const r = resolved({{"ООО Зефирник", "RU", kInnA}, {"Zefirnik OOO", "RU"}});
  EXPECT_TRUE(together(r, 0, 1));
}

TEST(Resolve, a_mention_without_number_stays_alone_between_namesakes) {
  auto const r = resolved(
      {{"ООО Зефирник", "RU", kInnA}, {"ООО Зефирник", "RU", kInnB}, {"Zefirnik OOO", "RU"}});
  EXPECT_FALSE(together(r, 0, 2));
  EXPECT_FALSE(together(r, 1, 2));
  EXPECT_TRUE(possibly(r, 0, 2));
  EXPECT_TRUE(possibly(r, 1, 2));
}

TEST(Resolve, another_legal_form_is_possibly_the_same) {
  auto const r = resolved({{"Arıteks A.Ş.", "TR"}, {"ARITEKS LTD", "TR"}});
  EXPECT_FALSE(together(r, 0, 1));
  ASSERT_TRUE(possibly(r, 0, 1));
  EXPECT_NE(r.possibly_same.front().reason.find("legal form"), std::string::npos);
}

TEST(Resolve, numbered_plants_and_siblings_stay_apart) {
  auto const r = resolved({{"Aircraft Repair Plant 14", "RU"},
                           {"Aircraft Repair Plant 41", "RU"},
                           {"Zephyr Leasing", "RU"},
                           {"Zephyr Pension Fund", "RU"}});
  EXPECT_EQ(r.canonical.size(), 4U);
}

TEST(Resolve, one_wrong_number_does_not_join_two_right_ones) {
  auto const r = resolved({{"Zefirnik OOO INN 7707083893", "RU"},
                           {"Zefirnik OOO INN 7736050003", "RU"},
                           {"Zefirnik OOO", "RU", "12345"}});
  EXPECT_FALSE(together(r, 0, 1));
}

TEST(Resolve, texts_that_name_nobody_are_not_joined) {
  auto const r = resolved({{"---"}, {"ООО"}, {""}, {"LTD"}});
  EXPECT_EQ(r.mentions.size(), 4U);
  EXPECT_FALSE(together(r, 0, 1));
  EXPECT_TRUE(r.possibly_same.empty());
}

TEST(Resolve, no_mentions_give_no_parties) {
  auto const r = resolved({});
  EXPECT_TRUE(r.mentions.empty());
  EXPECT_TRUE(r.canonical.empty());
}

TEST(Resolve, parties_are_numbered_in_the_order_of_first_mention) {
  auto const r = resolved({{"Zephyr"}, {"Qarnop"}, {"ZEPHYR"}, {"Andamir"}});
  EXPECT_EQ(r.mentions[0].party, 0U);
  EXPECT_EQ(r.mentions[1].party, 1U);
  EXPECT_EQ(r.mentions[2].party, 0U);
  EXPECT_EQ(r.mentions[3].party, 2U);
}

TEST(Resolve, a_stop_request_ends_it) {
  std::stop_source stop;
  stop.request_stop();
  std::vector<Mention> const mentions{{"Zephyr"}, {"Zephyr"}};
  auto const r = resolve(mentions, Job{.threads = 1, .stop = stop.get_token()});
  EXPECT_EQ(r.mentions.size(), 2U);
}

}  // namespace
}  // namespace tw::parties
