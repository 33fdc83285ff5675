// R44: clone declarations.
#include <fmt/core.h>

#include "risk/flags/all.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

constexpr std::array<std::string_view, 4> kColumns = {"goods_text", "net_mass_kg", "value_usd",
                                                      "consignee_name"};

std::string sql(Options const&) {
  return fmt::format(
      "WITH same AS (SELECT reporter_country, flow, goods_text, net_mass_kg, value_usd, "
      "count(DISTINCT consignee_party) AS parties, count(*) AS n, list(row_id) AS ids, "
      "max(on_date) - min(on_date) AS days FROM risk_rows WHERE mission AND goods_text IS NOT NULL "
      "AND net_mass_kg > 0 AND value_usd > 0 GROUP BY ALL HAVING parties >= 2 AND days <= {}) "
      "SELECT unnest(ids) AS row_id, 0.6 AS strength, NULL::DOUBLE AS p, printf('%d rows of %d "
      "consignees within %d days have this text, mass and value', n, parties, days) AS detail "
      "FROM same",
      parameter_text("clone_days_max"));
}

}  // namespace

Flag clones() {
  return {
      .id = "R44",
      .name = "clones",
      .sentence = "Different consignees declare the same text, mass and value within two months.",
      .source = "N23",
      .columns = kColumns,
      .sql = sql};
}

}  // namespace tw::risk
