#include <algorithm>

#include <gtest/gtest.h>

#include "tidewaiter/risk.h"

#include "reference/flows_world.h"

namespace tw {
namespace {

using reference_world::Hit;
using reference_world::Row;
using reference_world::World;
using Cells = std::vector<std::vector<std::string>>;

Cells flags(World& world, std::string const& select, std::string const& where) {
  World::must(risk::write_flags(world.database(), {}, world.file("flags"), {}));
  World::must(world.database().add_view("flags", {world.file("flags")}, risk::flag_schema()));
  return world.ask("SELECT " + select + " FROM flags WHERE " + where + " ORDER BY ALL");
}

Row sensitive(Row row) {
  if (row.goods_class == "ordinary") row.goods_class = "microchip";
  row.sensitive = true;
  return row;
}

TEST(Flags, have_a_weight_a_source_and_columns_that_exist) {
  for (risk::Flag const& flag : risk::flags()) {
    EXPECT_FALSE(flag.source.empty()) << flag.id;
    for (std::string_view cell : flag.columns) {
      while (!cell.empty()) {
        std::string_view const name = cell.substr(0, cell.find('|'));
        reference_world::column(name);
        cell.remove_prefix(std::min(name.size() + 1, cell.size()));
      }
    }
  }
}

TEST(Flags, are_unknown_where_a_file_lacks_the_column) {
  World world("flags_unknown", {{.line = 2}});
  EXPECT_EQ(flags(world, "\"row\", missing, row_id", "flag = 'R16' AND outcome = 'UNKNOWN'"),
            (Cells{{"file1.csv", "consignee_email", "-"}}));
  EXPECT_TRUE(flags(world, "*", "flag = 'R26'").empty());
}

TEST(Flags, role_triangle_fires_on_goods_sent_from_a_third_country) {
  World world("flags_triangle",
              {sensitive({.line = 2, .origin = "US", .dispatch = "TR"}),
               sensitive({.line = 3, .origin = "CN", .dispatch = "CN"}),
               sensitive({.line = 4, .origin = "US", .dispatch = "TR", .destination = "DE"}),
               {.line = 5, .origin = "US", .dispatch = "TR"}});
  auto const fired =
      flags(world, "\"row\", strength, detail", "flag = 'R26' AND outcome = 'fires'");
  ASSERT_EQ(fired.size(), 1U);
  EXPECT_EQ(fired[0][0], "file1.csv:2");
  EXPECT_EQ(fired[0][1], "1");
  EXPECT_EQ(fired[0][2], "made in US, sent from TR to RU (TR is a known transshipment point)");
}

TEST(Flags, role_triangle_fires_on_a_seller_in_a_third_country) {
  World world("flags_seller",
              {sensitive({.line = 2, .origin = "CN", .dispatch = "CN", .trading = "AE"})});
  auto const fired = flags(world, "detail", "flag = 'R26' AND outcome = 'fires'");
  ASSERT_EQ(fired.size(), 1U);
  EXPECT_NE(fired[0][0].find("sold from AE"), std::string::npos);
}

TEST(Flags, a_repair_halves_the_strength_and_says_so) {
  World world("flags_repair",
              {sensitive({.line = 2, .origin = "US", .dispatch = "TR", .procedure = "51"})});
  auto const fired = flags(world, "strength, detail", "flag = 'R26' AND outcome = 'fires'");
  ASSERT_EQ(fired.size(), 1U);
  EXPECT_EQ(fired[0][0], "0.5");
  EXPECT_NE(fired[0][1].find("looks like: repair"), std::string::npos);
}

TEST(Flags, code_against_text_fires_from_its_threshold) {
  World world("flags_code", {sensitive({.line = 2, .misdeclared = 0.9}),
                             sensitive({.line = 3, .misdeclared = 0.5})});
  EXPECT_EQ(flags(world, "\"row\"", "flag = 'R17' AND outcome = 'fires'"),
            (Cells{{"file1.csv:2"}}));
}

TEST(Flags, unit_value_fires_on_the_outlier_only) {
  std::vector<Row> rows;
  for (int i = 0; i < 30; ++i) {
    rows.push_back(sensitive({.line = 2 + i, .kg = 100, .usd = 1000.0 + 20 * (i % 7)}));
  }
  rows.push_back(sensitive({.line = 99, .kg = 1000, .usd = 1000}));
  World world("flags_price", rows);
  auto const fired = flags(world, "\"row\", p < 0.05", "flag = 'R19' AND outcome = 'fires'");
  EXPECT_EQ(fired, (Cells{{"file1.csv:99", "true"}}));
}

TEST(Flags, unit_value_is_silent_on_small_groups) {
  std::vector<Row> rows;
  for (int i = 0; i < 10; ++i) rows.push_back(sensitive({.line = 2 + i}));
  rows.push_back(sensitive({.line = 99, .kg = 100000}));
  World world("flags_small", rows);
  EXPECT_TRUE(flags(world, "*", "flag = 'R19' AND outcome = 'fires'").empty());
}

TEST(Flags, impossible_measures_fires_on_net_above_gross_and_on_piece_masses) {
  World world(
      "flags_measures",
      {sensitive({.line = 2, .kg = 100, .gross_kg = 90}),
       sensitive(
           {.line = 3, .goods_class = "helmet", .kg = 1000, .gross_kg = 1100, .quantity = 10}),
       sensitive({.line = 4, .goods_class = "helmet", .kg = 15, .gross_kg = 17, .quantity = 10})});
  EXPECT_EQ(flags(world, "\"row\"", "flag = 'R20' AND outcome = 'fires'"),
            (Cells{{"file1.csv:2"}, {"file1.csv:3"}}));
}

TEST(Flags, vague_text_fires_on_words_that_say_nothing) {
  World world("flags_vague", {sensitive({.line = 2, .text = "Spare parts, as per invoice 17"}),
                              sensitive({.line = 3, .text = "Запчасти и принадлежности"}),
                              sensitive({.line = 4, .text = "Spare rotor blades"})});
  auto const fired = flags(world, "\"row\"", "flag = 'R21' AND outcome = 'fires'");
  EXPECT_EQ(fired.front(), std::vector<std::string>{"file1.csv:2"});
  EXPECT_TRUE(std::ranges::find(fired, std::vector<std::string>{"file1.csv:4"}) == fired.end());
}

TEST(Flags, no_prior_trade_needs_coverage_and_rows) {
  std::vector<Row> rows = {{.line = 2, .on = "2022-01-01", .consignee = 70}};
  for (int i = 0; i < 4; ++i) {
    rows.push_back(sensitive({.line = 10 + i, .on = "2022-12-0" + std::to_string(1 + i)}));
    rows.push_back(sensitive({.line = 20 + i,
                              .on = "2022-0" + std::to_string(1 + 3 * (i % 3)) + "-05",
                              .consignee = 3}));
  }
  World world("flags_new", rows);
  auto const fired = flags(world, "\"row\", detail", "flag = 'R2' AND outcome = 'fires'");
  ASSERT_EQ(fired.size(), 4U);
  EXPECT_EQ(fired[0][0], "file1.csv:10");
  EXPECT_NE(fired[0][1].find("334 days of coverage"), std::string::npos) << fired[0][1];
}

TEST(Flags, no_prior_trade_is_unknown_in_a_short_file) {
  World world("flags_short", {sensitive({.line = 2}), sensitive({.line = 3})});
  auto const unknown = flags(world, "\"row\", missing", "flag = 'R2' AND outcome = 'UNKNOWN'");
  ASSERT_EQ(unknown.size(), 1U);
  EXPECT_EQ(unknown[0][0], "file1.csv");
  EXPECT_NE(unknown[0][1].find("history"), std::string::npos);
}

TEST(Flags, dormant_then_active_fires_after_a_year_of_silence) {
  World world("flags_dormant", {{.line = 2, .on = "2021-03-01"},
                                sensitive({.line = 3, .on = "2022-10-01"}),
                                sensitive({.line = 4, .on = "2022-10-09"})});
  EXPECT_EQ(flags(world, "\"row\"", "flag = 'R43' AND outcome = 'fires'"),
            (Cells{{"file1.csv:3"}}));
}

TEST(Flags, splitting_fires_on_values_just_below_a_threshold) {
  std::vector<Row> rows;
  for (int i = 0; i < 8; ++i) {
    rows.push_back(sensitive({.line = 2 + i, .consignor = 4, .usd = 2400.0 + i}));
    rows.push_back(sensitive({.line = 30 + i, .consignor = 5, .usd = 2200.0 + 100 * i}));
  }
  World world("flags_split", rows);
  auto const fired = flags(world, "\"row\", p", "flag = 'R32' AND outcome = 'fires'");
  ASSERT_EQ(fired.size(), 8U);
  EXPECT_EQ(fired[0][0], "file1.csv:2");
}

TEST(Flags, middle_role_and_free_zone_read_names) {
  World world("flags_roles", {sensitive({.line = 2, .consignee_name = "ООО \"Быстрая Логистика\""}),
                              sensitive({.line = 3, .consignee_name = "FALAJ GENERAL TRADING FZE"}),
                              sensitive({.line = 4, .consignee_name = "ООО \"Завод\""})});
  EXPECT_EQ(flags(world, "\"row\"", "flag = 'R5' AND outcome = 'fires'"),
            (Cells{{"file1.csv:2"}, {"file1.csv:3"}}));
}

TEST(Flags, clones_fire_on_equal_rows_of_different_consignees) {
  World world("flags_clones", {sensitive({.line = 2, .consignee = 2, .kg = 12.5, .usd = 777}),
                               sensitive({.line = 3, .consignee = 3, .kg = 12.5, .usd = 777}),
                               sensitive({.line = 4, .consignee = 4, .kg = 12.6, .usd = 777})});
  EXPECT_EQ(flags(world, "\"row\"", "flag = 'R44' AND outcome = 'fires'"),
            (Cells{{"file1.csv:2"}, {"file1.csv:3"}}));
}

TEST(Flags, listed_party_fires_on_the_day_only) {
  World world("flags_listed", {{.line = 2}, {.line = 3}, {.line = 4}},
              {{.line = 2}, {.line = 3, .on_day = 0}, {.line = 4, .on_day = -1}});
  auto const fired = flags(world, "\"row\", strength", "flag = 'LST' AND outcome = 'fires'");
  ASSERT_EQ(fired.size(), 2U);
  EXPECT_EQ(fired[0], (std::vector<std::string>{"file1.csv:2", "0.95"}));
  EXPECT_EQ(fired[1][0], "file1.csv:4");
  EXPECT_LT(std::stod(fired[1][1]), 0.95);
}

TEST(Flags, are_silent_on_ordinary_goods) {
  World world("flags_ordinary",
              {{.line = 2, .origin = "US", .dispatch = "TR", .kg = 100, .gross_kg = 50}});
  EXPECT_TRUE(flags(world, "*", "outcome = 'fires'").empty());
}

}  // namespace
}  // namespace tw
