#include <gtest/gtest.h>

#include "tidewaiter/flows.h"

#include "reference/flows_world.h"

namespace tw {
namespace {

using reference_world::Row;
using reference_world::World;

std::vector<std::vector<std::string>> chains(World& world, std::string const& select) {
  World::must(flows::write_chains(world.database(), {}, world.file("chains"), {}));
  World::must(world.database().add_view("chains", {world.file("chains")}, flows::chain_schema()));
  return world.ask("SELECT " + select + " FROM chains ORDER BY first_on");
}

/// Turkish export to a trader in the Emirates (party 5).
Row arrives(int line, std::string on, double kg) {
  return {.source = 1,
          .line = line,
          .on = std::move(on),
          .flow = "export",
          .reporter = "TR",
          .origin = "TR",
          .dispatch = "TR",
          .destination = "AE",
          .consignor = 1,
          .consignee = 5,
          .hs = "630790",
          .goods_class = "body_armour",
          .kg = kg};
}
/// Russian import from that trader.
Row leaves(int line, std::string on, double kg) {
  return {.source = 2,
          .line = line,
          .on = std::move(on),
          .flow = "import",
          .reporter = "RU",
          .origin = "TR",
          .dispatch = "AE",
          .destination = "RU",
          .consignor = 5,
          .consignee = 9,
          .hs = "630790",
          .goods_class = "body_armour",
          .kg = kg};
}

TEST(Chains, join_what_came_to_a_hub_and_left_it) {
  World world("chains_join", {arrives(2, "2022-10-01", 500), leaves(2, "2022-10-20", 490)});
  auto const rows = chains(world,
                           "hub_party, hub_name, hs6, goods_class, origin, destination, rows_in, "
                           "rows_out, quantity_in, quantity_out, bound_low, bound_high, note");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0], (std::vector<std::string>{"5", "Party 5", "630790", "body_armour", "TR", "RU",
                                               "file1.csv:2", "file2.csv:2", "500", "490", "490",
                                               "490", "-"}));
}

TEST(Chains, stay_apart_when_the_lots_do) {
  World world("chains_apart", {arrives(2, "2022-01-01", 500), leaves(2, "2022-01-20", 500),
                               arrives(3, "2022-09-01", 300), leaves(3, "2022-09-09", 300)});
  auto const rows = chains(world, "rows_in, rows_out");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0], (std::vector<std::string>{"file1.csv:2", "file2.csv:2"}));
  EXPECT_EQ(rows[1], (std::vector<std::string>{"file1.csv:3", "file2.csv:3"}));
}

TEST(Chains, do_not_join_other_goods_or_goods_that_left_before) {
  Row other = leaves(2, "2022-10-20", 500);
  other.hs = "392690";
  World world("chains_other", {arrives(2, "2022-10-01", 500), other, leaves(3, "2022-09-20", 500)});
  EXPECT_TRUE(chains(world, "*").empty());
}

TEST(Chains, count_a_shipment_once_that_both_ends_wrote_down) {
  Row mirror = leaves(7, "2022-10-12", 500.5);
  mirror.source = 3;
  mirror.flow = "export";
  mirror.reporter = "AE";
  World world("chains_mirror",
              {arrives(2, "2022-10-01", 500), leaves(2, "2022-10-20", 500), mirror});
  auto const rows = chains(world, "rows_out, quantity_out");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0], (std::vector<std::string>{"file3.csv:7|file2.csv:2", "500.5"}));
}

TEST(Chains, say_when_goods_go_home) {
  Row back = leaves(2, "2022-10-20", 500);
  back.destination = "TR";
  back.reporter = "TR";
  back.consignee = 1;
  World world("chains_home", {arrives(2, "2022-10-01", 500), back});
  auto const rows = chains(world, "note");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_NE(rows[0][0].find("return"), std::string::npos);
  EXPECT_NE(rows[0][0].find("two-way"), std::string::npos);
}

TEST(Chains, bound_what_must_have_come_from_one_of_two_origins) {
  Row chinese = arrives(3, "2022-10-10", 200);
  chinese.origin = "CN";
  // 600 kg leave; at most 210 kg can be of the second lot, so at least 390 kg are of the first.
  World world("chains_bounds",
              {arrives(2, "2022-10-01", 500), chinese, leaves(2, "2022-10-20", 600)});
  auto const rows = chains(world, "quantity_in, quantity_out, bound_low, bound_high, origin");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0], (std::vector<std::string>{"700", "600", "600", "600", "CN|TR"}));
}

TEST(Chains, are_the_same_with_one_thread_and_with_two) {
  std::vector<Row> rows;
  for (int i = 0; i < 40; ++i) {
    rows.push_back(arrives(2 + i, "2022-0" + std::to_string(1 + i % 9) + "-05", 100 + i));
    rows.push_back(leaves(2 + i, "2022-0" + std::to_string(1 + i % 9) + "-19", 90 + i));
    rows.back().hs = rows[rows.size() - 2].hs = "84713" + std::to_string(i % 3);
  }
  World one("chains_one", rows);
  World two("chains_two", rows, {}, 2);
  World::must(flows::write_chains(one.database(), {}, one.file("chains"), {.threads = 1}));
  World::must(flows::write_chains(two.database(), {}, two.file("chains"), {.threads = 2}));
  EXPECT_EQ(one.ask("SELECT * FROM read_parquet('" + one.file("chains").string() + "')"),
            two.ask("SELECT * FROM read_parquet('" + two.file("chains").string() + "')"));
}

}  // namespace
}  // namespace tw
