#include <gtest/gtest.h>

#include "reference/flows_world.h"
#include "risk/finding.h"
#include "risk/tables.h"

namespace tw {
namespace {

using reference_world::Hit;
using reference_world::Row;
using reference_world::World;
using Cells = std::vector<std::vector<std::string>>;

Cells findings(World& world, std::string const& select, std::string const& where = "true") {
  World::must(risk::write_flags(world.database(), {}, world.file("flags"), {}));
  World::must(world.database().add_view("flags", {world.file("flags")}, risk::flag_schema()));
  World::must(risk::write_findings(world.database(), {}, world.file("findings"), {}));
  World::must(
      world.database().add_view("findings", {world.file("findings")}, risk::finding_schema()));
  return world.ask("SELECT " + select + " FROM findings WHERE " + where +
                   " ORDER BY score DESC, finding_id");
}

Row armour(int line, std::string dispatch = "TR") {
  return {.line = line,
          .origin = "TR",
          .dispatch = std::move(dispatch),
          .hs = "621133",
          .goods_class = "body_armour",
          .sensitive = true,
          .kg = 1000,
          .gross_kg = 1100,
          .usd = 125000};
}

TEST(Findings, make_one_of_one_scheme) {
  World world("findings_one", {armour(2), armour(3), armour(4, "AE")});
  auto const rows = findings(world,
                             "kind, country_of_dispatch, shipments, \"rows\", net_mass_kg, "
                             "value_usd, example_rows");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0][1], "AE");  // The detour weighs.
  EXPECT_EQ(rows[1], (std::vector<std::string>{"sensitive_goods", "TR", "2", "2", "2000", "250000",
                                               "file1.csv:2|file1.csv:3"}));
}

TEST(Findings, never_come_from_ordinary_goods_of_unlisted_parties) {
  World world("findings_none", {{.line = 2, .origin = "US", .dispatch = "TR", .usd = 1e7}});
  EXPECT_TRUE(findings(world, "*").empty());
}

TEST(Findings, of_a_listed_party_hold_its_ordinary_goods_too) {
  Row chips = {.line = 3, .goods_class = "microchip", .sensitive = true};
  World world("findings_listed", {{.line = 2}, chips},
              {{.line = 2}, {.line = 3}, {.line = 3, .entity = "E9", .list = "uk"}});
  auto const rows = findings(world, "kind, \"rows\", entity_ids, subject");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0][0], "listed_party");
  EXPECT_EQ(rows[0][1], "2");
  EXPECT_EQ(rows[0][2], "E9|E1");
  EXPECT_NE(rows[0][3].find("Party 2, consignee, listed (uk, us_sdn): integrated circuits"),
            std::string::npos)
      << rows[0][3];
}

TEST(Findings, call_a_misdeclared_thing_hidden) {
  Row rifles = {.line = 2,
                .hs = "930330",
                .goods_class = "rifle_or_part",
                .sensitive = true,
                .misdeclared = 0.97};
  World world("findings_hidden", {rifles});
  auto const rows = findings(world, "kind, flags, subject");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0][0], "hidden_goods");
  EXPECT_NE(rows[0][1].find("R17"), std::string::npos);
  EXPECT_NE(rows[0][2].find("declared as something else (HS 930330)"), std::string::npos);
}

TEST(Findings, set_returns_and_repairs_aside) {
  Row repair = armour(3);
  repair.procedure = "51";
  World world("findings_aside", {armour(2), repair});
  auto const rows = findings(world, "\"rows\", alternatives");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0][0], "1");
  EXPECT_NE(rows[0][1].find("1 other rows"), std::string::npos) << rows[0][1];
}

TEST(Findings, sum_one_side_of_mirror_rows) {
  Row mirror = armour(2);
  mirror.source = 2;
  mirror.flow = "export";
  mirror.reporter = "TR";
  World world("findings_mirror", {armour(2), armour(3), mirror});
  auto const rows = findings(world, "\"rows\", net_mass_kg, unknown");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0][0], "3");
  EXPECT_EQ(rows[0][1], "2000");
  EXPECT_NE(rows[0][2].find("1 rows of other customs files"), std::string::npos);
}

TEST(Findings, join_the_rows_of_an_office_that_spells_the_consignee_otherwise) {
  Row mirror = armour(2);
  mirror.source = 2;
  mirror.flow = "export";
  mirror.reporter = "TR";
  mirror.consignee = 77;  // Not resolved to party 2.
  mirror.on = "2022-09-22";
  mirror.kg = 1000.2;
  Row other = mirror;
  other.line = 3;
  other.consignee = 78;
  other.kg = 1500;
  World world("findings_spelt", {armour(2), mirror, other});
  auto const rows = findings(world, "party_id, \"rows\"");
  EXPECT_EQ(rows, (Cells{{"78", "1"}, {"2", "2"}}));
}

TEST(Findings, name_a_ten_fold_slip_of_a_file) {
  std::vector<Row> rows;
  for (int i = 0; i < 12; ++i) {
    Row row = armour(2 + i);
    row.on = "2022-" + std::string(i < 6 ? "10" : "11") + "-0" + std::to_string(1 + i % 6);
    row.kg = 1000 + i;
    rows.push_back(row);
  }
  for (int i = 0; i < 4; ++i) {
    Row row = armour(50 + i);
    row.source = 2;
    row.on = "2022-12-05";
    row.kg = 10000 + i;
    rows.push_back(row);
  }
  World world("findings_slip", rows);
  auto const slips = findings(world, "subject, score > 3", "kind = 'scale_slip'");
  ASSERT_EQ(slips.size(), 1U);
  EXPECT_NE(slips[0][0].find("10-fold slip in file2.csv, 2022-12: body armour"), std::string::npos)
      << slips[0][0];
  EXPECT_NE(slips[0][0].find("masses too great"), std::string::npos);
}

TEST(Findings, have_a_score_that_is_the_sum_of_its_terms) {
  World world("findings_terms", {armour(2), armour(3, "AE"), {.line = 4}}, {{.line = 4}});
  auto const rows = findings(world,
                             "abs(score - list_sum(list_transform(json_keys(terms), lambda k: "
                             "(terms->k)::DOUBLE))) < 1e-9");
  ASSERT_EQ(rows.size(), 3U);
  for (auto const& row : rows) EXPECT_EQ(row[0], "true");
}

TEST(Findings, keep_their_ids_when_other_rows_join) {
  World small("findings_ids_a", {armour(2)});
  World large("findings_ids_b", {armour(2), {.line = 3, .consignee = 8}, armour(4, "AE")});
  auto const id = findings(small, "finding_id");
  auto const ids = findings(large, "finding_id", "country_of_dispatch = 'TR'");
  EXPECT_EQ(id, ids);
}

TEST(Findings, of_no_rows_are_none) {
  World world("findings_empty", {});
  EXPECT_TRUE(findings(world, "*").empty());
}

TEST(Score, does_not_let_magnitude_make_a_case) {
  risk::Case c;
  c.rows = 1;
  c.net_mass = c.value_usd = Int128{1} << 80;
  auto const terms = risk::terms_of(c);
  EXPECT_EQ(risk::evidence_of(terms), 0);
  EXPECT_EQ(risk::score_of(terms), 1500);
}

TEST(Score, counts_the_strongest_flag_of_a_term) {
  risk::Case c;
  c.rows = 1;
  c.flags = {{"R2", 1, 1, ""}, {"R43", 1, 1, ""}};
  EXPECT_EQ(risk::score_of(risk::terms_of(c)),
            static_cast<std::int64_t>(risk::flag_weight("R2").weight * 1000));
}

}  // namespace
}  // namespace tw
