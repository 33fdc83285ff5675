#include <gtest/gtest.h>

#include "tidewaiter/flows.h"

#include "reference/flows_world.h"

namespace tw {
namespace {

using reference_world::Row;
using reference_world::World;

std::vector<std::vector<std::string>> cube(World& world, std::string const& select) {
  World::must(flows::write_cube(world.database(), world.file("flows")));
  World::must(world.database().add_view("flows", {world.file("flows")}, flows::cube_schema()));
  return world.ask("SELECT " + select);
}

TEST(Cube, sums_exactly_over_rows_of_one_cell) {
  World world("cube_sums", {{.line = 2, .kg = 0.1, .usd = 0.1},
                            {.line = 3, .kg = 0.2, .usd = 0.2},
                            {.line = 4, .kg = 1000000.000001, .usd = 1}});
  auto const rows = cube(world, "month, \"rows\", net_mass_kg, value_usd FROM flows");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0], (std::vector<std::string>{"2022-10", "3", "1000000.300001", "1.3"}));
}

TEST(Cube, leaves_out_rows_that_do_not_count) {
  World world("cube_status", {{.line = 2}, {.line = 3, .status = "superseded"}});
  EXPECT_EQ(cube(world, "sum(\"rows\")::BIGINT FROM flows")[0][0], "1");
}

TEST(Cube, counts_a_declaration_once_and_rows_without_a_number_each) {
  World world("cube_declarations", {{.line = 2, .declaration = "A"},
                                    {.line = 3, .declaration = "A"},
                                    {.line = 4, .declaration = "B"},
                                    {.line = 5},
                                    {.line = 6},
                                    {.source = 2, .line = 2, .declaration = "A"}});
  EXPECT_EQ(cube(world, "\"rows\", declarations FROM flows")[0],
            (std::vector<std::string>{"6", "5"}));
}

TEST(Cube, is_sorted_by_its_keys) {
  World world("cube_sorted", {{.line = 2, .on = "2022-12-01"}, {.line = 3, .on = "2022-01-05"}});
  auto const rows = cube(world, "month FROM read_parquet('" + world.file("flows").string() + "')");
  EXPECT_EQ(rows, (std::vector<std::vector<std::string>>{{"2022-01"}, {"2022-12"}}));
}

TEST(Cube, of_no_rows_is_empty_and_has_its_columns) {
  World world("cube_empty", {});
  EXPECT_EQ(cube(world, "count(*) FROM flows")[0][0], "0");
}

}  // namespace
}  // namespace tw
