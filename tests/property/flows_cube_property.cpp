#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tidewaiter/flows.h"

#include "reference/flows_world.h"

namespace tw {
namespace {

using reference_world::Row;
using reference_world::World;

/// Each case writes files and opens a database: two dozen cases are enough.
bool enough(int& cases) { return ++cases > 24; }

std::vector<Row> any_rows() {
  int const count = *rc::gen::inRange(1, 12);
  std::vector<Row> rows;
  for (int i = 0; i < count; ++i) {
    Row row;
    row.line = 2 + i;
    row.on = "2022-0" + std::to_string(*rc::gen::inRange(1, 9)) + "-10";
    row.origin = *rc::gen::element<std::string>("CN", "TR", "US");
    row.dispatch = *rc::gen::element<std::string>("CN", "TR", "AE");
    row.consignor = *rc::gen::inRange(1, 4);
    row.consignee = *rc::gen::inRange(3, 6);
    row.goods_class = *rc::gen::element<std::string>("ordinary", "body_armour", "microchip");
    row.kg = *rc::gen::inRange(1, 5000) / 10.0;
    row.usd = *rc::gen::inRange(1, 500000) / 10.0;
    rows.push_back(row);
  }
  return rows;
}

RC_GTEST_PROP(CubeProperty, totals_are_those_of_the_rows, ()) {
  static int cases = 0;
  if (enough(cases)) return;
  World world("property_cube", any_rows());
  World::must(flows::write_cube(world.database(), world.file("flows")));
  World::must(world.database().add_view("flows", {world.file("flows")}, flows::cube_schema()));
  RC_ASSERT(
      world.ask("SELECT sum(\"rows\")::BIGINT, sum(net_mass_kg), sum(value_usd) FROM flows") ==
      world.ask("SELECT count(*), sum(net_mass_kg), sum(value_usd) FROM shipments"));
}

}  // namespace
}  // namespace tw
