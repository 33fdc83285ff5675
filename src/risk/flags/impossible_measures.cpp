// R20: measures that cannot be. Mostly slips of the pen; as evidence of intent it is weak.
#include <fmt/core.h>

#include "risk/flags/all.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

constexpr std::array<std::string_view, 2> kColumns = {"net_mass_kg", "gross_mass_kg|quantity"};

std::string sql(Options const&) {
  std::string bounds;
  for (auto const& row : table_rows("piece_mass.psv", 3)) {
    bounds += fmt::format("{}({}, {}, {})", bounds.empty() ? "" : ", ", table::sql_text(row[0]),
                          row[1], row[2]);
  }
  return fmt::format(
      "WITH bounds(goods_class, least_kg, most_kg) AS (VALUES {0}) "
      "SELECT row_id, 0.6 AS strength, NULL::DOUBLE AS p, printf('net %.3f kg is more than gross "
      "%.3f kg', net_mass_kg::DOUBLE, gross_mass_kg::DOUBLE) AS detail FROM risk_rows "
      "WHERE gross_mass_kg > 0 AND net_mass_kg::DOUBLE > gross_mass_kg::DOUBLE * (1 + {1}) "
      "UNION ALL SELECT r.row_id, 0.8, NULL::DOUBLE, printf('%.6g kg a piece; such goods weigh "
      "%.6g to %.6g kg', (net_mass_kg / quantity)::DOUBLE, least_kg::DOUBLE, most_kg::DOUBLE) "
      "FROM risk_rows r JOIN bounds b ON r.goods_class = b.goods_class "
      "WHERE quantity > 0 AND net_mass_kg > 0 AND quantity_unit IN ('H87', 'C62', 'EA', 'NMB') "
      "AND (net_mass_kg / quantity)::DOUBLE NOT BETWEEN least_kg::DOUBLE AND most_kg::DOUBLE",
      bounds, parameter_text("net_gross_slack"));
}

}  // namespace

Flag impossible_measures() {
  return {.id = "R20",
          .name = "impossible_measures",
          .sentence = "Net mass above gross mass, or a mass per piece that the goods cannot have.",
          .source = "K, E23",
          .columns = kColumns,
          .sql = sql};
}

}  // namespace tw::risk
