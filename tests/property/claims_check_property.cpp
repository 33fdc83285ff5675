#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/claims_naive.h"

namespace tw::claims {
namespace {

using namespace reference_twin;

template <typename T>
T any_of(std::vector<T> const& choices) {
  return *rc::gen::elementOf(choices);
}

std::vector<Row> any_rows() {
  std::vector<Row> rows;
  auto const count = *rc::gen::inRange<std::size_t>(30, 120);
  for (std::size_t i = 0; i < count; ++i) {
    Row row;
    row.released = on(2022, static_cast<unsigned>(*rc::gen::inRange(6, 13)),
                      static_cast<unsigned>(*rc::gen::inRange(1, 29)));
    row.registered = row.released;
    row.declaration = "d" + std::to_string(*rc::gen::inRange(0, 40));
    row.origin = any_of<std::string>({"CN", "TR", "RS"});
    row.dispatch = any_of<std::string>({"CN", "TR", "AE"});
    row.goods_class = any_of<std::string>({"drone", "body_armour", "ordinary"});
    row.net = *rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000);
    row.gross = row.net + *rc::gen::inRange<std::int64_t>(0, 1'000'000);
    row.value = *rc::gen::inRange<std::int64_t>(1, 1'000'000'000);
    row.status = any_of<std::string>({"effective", "effective", "effective", "superseded"});
    rows.push_back(row);
  }
  return rows;
}

RC_GTEST_PROP(Claims, values_equal_a_plain_loop_over_the_rows, ()) {
  World const world(any_rows());
  Claim claim;
  if (*rc::gen::arbitrary<bool>()) {
    claim.filter.columns.push_back({"country_of_dispatch", {any_of<std::string>({"CN", "TR"})}});
  }
  claim.filter.columns.push_back({"country_of_origin", {"CN", "TR"}});
  claim.filter.columns.push_back({"goods_class", {any_of<std::string>({"drone", "body_armour"})}});
  auto const first = *rc::gen::inRange(2022 * 12 + 5, 2022 * 12 + 11);
  claim.period = Period{.first = first, .last = *rc::gen::inRange(first, 2022 * 12 + 12)};
  claim.measure =
      any_of<std::string>({"net_mass_kg", "gross_mass_kg", "value_usd", "shipments", "items"});
  claim.comparator = Comparator::at_least;
  claim.number = "1";
  auto const checked = check(claim, world.database(), {});
  RC_ASSERT(checked.has_value());
  auto const naive = count(world.rows(), claim);
  if (!checked->value) RC_DISCARD("no rows in the period");
  auto const expected = claim.measure == "net_mass_kg"     ? decimal_text(naive.net, 6)
                        : claim.measure == "gross_mass_kg" ? decimal_text(naive.gross, 6)
                        : claim.measure == "value_usd"     ? decimal_text(naive.value, 4)
                        : claim.measure == "items"         ? std::to_string(naive.rows)
                                                   : std::to_string(naive.declarations.size());
  RC_ASSERT(*checked->value == expected);
  RC_ASSERT(checked->rows == naive.rows);
}

}  // namespace
}  // namespace tw::claims
