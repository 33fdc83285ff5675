#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tidewaiter/risk.h"

#include "reference/flows_world.h"

namespace tw {
namespace {

using reference_world::Row;
using reference_world::World;
using Cells = std::vector<std::vector<std::string>>;

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
    row.sensitive = row.goods_class != "ordinary" && *rc::gen::arbitrary<bool>();
    row.misdeclared = row.sensitive && *rc::gen::arbitrary<bool>() ? 0.95 : 0.0;
    row.kg = *rc::gen::inRange(1, 5000) / 10.0;
    row.usd = *rc::gen::inRange(1, 500000) / 10.0;
    rows.push_back(row);
  }
  return rows;
}

Cells findings_of(std::vector<Row> const& rows, std::string const& name) {
  World world(name, rows);
  World::must(risk::write_flags(world.database(), {}, world.file("flags"), {}));
  World::must(world.database().add_view("flags", {world.file("flags")}, risk::flag_schema()));
  World::must(risk::write_findings(world.database(), {}, world.file("findings"), {}));
  return world.ask("SELECT * EXCLUDE (unknown) FROM read_parquet('" +
                   world.file("findings").string() + "')");
}

RC_GTEST_PROP(FindingsProperty, an_unrelated_row_changes_none, ()) {
  static int cases = 0;
  if (enough(cases)) return;
  auto rows = any_rows();
  auto const before = findings_of(rows, "property_before");
  rows.push_back({.line = 500, .on = "2022-05-05", .consignor = 91, .consignee = 92});
  RC_ASSERT(findings_of(rows, "property_after") == before);
}

RC_GTEST_PROP(FindingsProperty, the_order_of_rows_in_the_table_changes_none, ()) {
  static int cases = 0;
  if (enough(cases)) return;
  auto rows = any_rows();
  auto const before = findings_of(rows, "property_order_a");
  std::ranges::reverse(rows);
  RC_ASSERT(findings_of(rows, "property_order_b") == before);
}

}  // namespace
}  // namespace tw
