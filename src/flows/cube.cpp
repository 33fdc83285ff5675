// The cube: sums over the effective rows by month, route, goods and parties.
#include <fmt/core.h>
#include <fmt/ranges.h>

#include "tidewaiter/flows.h"

namespace tw::flows {
namespace {

using table::Type;

constexpr std::array<std::string_view, 11> kKeys = {"month",
                                                    "reporter_country",
                                                    "flow",
                                                    "country_of_origin",
                                                    "country_of_dispatch",
                                                    "trading_country",
                                                    "country_of_destination",
                                                    "goods_class",
                                                    "control",
                                                    "consignor_party",
                                                    "consignee_party"};

}  // namespace

table::Schema const& cube_schema() {
  static table::Schema const schema = {{"month", Type::text},
                                       {"reporter_country", Type::text},
                                       {"flow", Type::text},
                                       {"country_of_origin", Type::text},
                                       {"country_of_dispatch", Type::text},
                                       {"trading_country", Type::text},
                                       {"country_of_destination", Type::text},
                                       {"goods_class", Type::text},
                                       {"control", Type::text},
                                       {"consignor_party", Type::int64},
                                       {"consignee_party", Type::int64},
                                       {"rows", Type::int64},
                                       {"declarations", Type::int64},
                                       {"net_mass_kg", Type::mass},
                                       {"gross_mass_kg", Type::mass},
                                       {"value_usd", Type::money}};
  return schema;
}

Status write_cube(table::Database& database, std::filesystem::path const& file) {
  // Sums of DECIMAL(18, s) are DECIMAL(38, s): exact, whatever the order of the rows. A declaration
  // number counts once in a file; a row without a number is a declaration of its own.
  std::string const keys = fmt::format("{}", fmt::join(kKeys, ", "));
  return database.copy_to_parquet(
      fmt::format(
          "SELECT * REPLACE (consignor_party::BIGINT AS consignor_party, "
          "consignee_party::BIGINT AS consignee_party) FROM (SELECT {0}, "
          "count(*)::BIGINT AS \"rows\", "
          "(count(DISTINCT (row_id >> 32, declaration_no)) FILTER (declaration_no IS NOT NULL) + "
          "count(*) FILTER (declaration_no IS NULL))::BIGINT AS declarations, "
          "sum(net_mass_kg) AS net_mass_kg, sum(gross_mass_kg) AS gross_mass_kg, "
          "sum(value_usd) AS value_usd "
          "FROM shipments WHERE status = 'effective' GROUP BY {0}) ORDER BY {0}",
          keys),
      file);
}

}  // namespace tw::flows
