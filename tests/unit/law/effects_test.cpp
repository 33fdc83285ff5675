#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tidewaiter/law.h"

namespace tw::law {
namespace {

using testing::HasSubstr;

Date day(std::string_view text) {
  auto const date = parse_iso_date(text);
  EXPECT_TRUE(date) << text;
  return date.value_or(Date{});
}

TEST(Lists, have_a_title_an_authority_and_an_id_of_their_own) {
  std::set<std::string> ids;
  for (auto const& info : all_lists()) {
    EXPECT_TRUE(ids.insert(info.id).second) << info.id;
    EXPECT_FALSE(info.title.empty()) << info.id;
    EXPECT_FALSE(info.authority.empty()) << info.id;
  }
  EXPECT_FALSE(list_info("no_such_list"));
}

TEST(Effects, are_never_empty_for_a_list_we_know_on_any_day) {
  for (auto const& info : all_lists()) {
    for (auto const* on : {"1990-01-01", "2014-08-01", "2022-12-05", "2025-10-01", "2030-01-01"}) {
      auto const rows = effects(info.id, {}, day(on));
      EXPECT_FALSE(rows.empty()) << info.id << " on " << on;
      for (auto const& row : rows) {
        EXPECT_FALSE(row.sentence.empty());
        EXPECT_FALSE(row.paragraph.empty());
        EXPECT_FALSE(row.source.empty());
      }
    }
  }
}

TEST(Effects, are_empty_for_a_list_we_do_not_know) {
  EXPECT_TRUE(effects("no_such_list", {}, day("2022-12-05")).empty());
}

TEST(Effects, of_a_programme_hold_only_for_its_entries_and_days) {
  std::vector<std::string> const russia = {"RUSSIA-EO14024"};
  auto const has_licence = [](std::vector<Effect> const& rows) {
    return std::ranges::any_of(rows, [](Effect const& row) { return row.act == "export_licence"; });
  };
  EXPECT_FALSE(has_licence(effects("us_sdn", russia, day("2024-03-20"))));
  EXPECT_TRUE(has_licence(effects("us_sdn", russia, day("2024-03-21"))));
  std::vector<std::string> const syria = {"SYRIA"};
  EXPECT_FALSE(has_licence(effects("us_sdn", syria, day("2024-03-21"))));
}

TEST(Ownership, switches_the_bis_affiliates_rule_by_day) {
  auto const rule = [](char const* on) { return ownership_rule("us_entity_list", day(on))->rule; };
  EXPECT_EQ(rule("2022-11-15"), "named_only");
  EXPECT_EQ(rule("2025-09-28"), "named_only");
  EXPECT_EQ(rule("2025-09-29"), "own_50");
  EXPECT_EQ(rule("2025-11-09"), "own_50");
  EXPECT_EQ(rule("2025-11-10"), "named_only");
  EXPECT_EQ(rule("2026-11-09"), "named_only");
  EXPECT_EQ(rule("2026-11-10"), "unknown");
}

TEST(Ownership, of_the_european_union_went_from_over_half_to_half) {
  EXPECT_EQ(ownership_rule("eu_269", day("2024-07-02"))->rule, "own_over_50");
  EXPECT_EQ(ownership_rule("eu_269", day("2024-07-03"))->rule, "own_50");
  EXPECT_TRUE(ownership_rule("eu_269", day("2024-07-03"))->control);
}

TEST(Ownership, has_at_most_one_rule_per_list_and_day) {
  for (auto const& info : all_lists()) {
    auto const rows = effects(info.id, {}, day("2022-12-05"));
    auto const rule = ownership_rule(info.id, day("2022-12-05"));
    EXPECT_EQ(rows.front().ownership, rule ? rule->text : "") << info.id;
  }
}

TEST(EffectSentence, names_list_date_duty_paragraph_and_what_is_not_said) {
  auto const sentence = effect_sentence("us_entity_list", {}, day("2020-12-18"), day("2022-11-15"));
  EXPECT_THAT(sentence, HasSubstr("US Entity List (US Commerce, Bureau of Industry and Security), "
                                  "listed since 2020-12-18: anyone who exports"));
  EXPECT_THAT(sentence, HasSubstr("15 CFR 744.11"));
  EXPECT_THAT(sentence, HasSubstr("does not forbid it to sell to Russia"));
}

TEST(EffectSentence, says_that_a_listing_came_later) {
  auto const sentence = effect_sentence("us_ns_cmic", {}, day("2021-12-16"), day("2021-06-30"));
  EXPECT_THAT(sentence, HasSubstr("not yet listed on 2021-06-30"));
}

}  // namespace
}  // namespace tw::law
