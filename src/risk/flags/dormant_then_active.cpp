// R43: dormant, then active.
#include <fmt/core.h>

#include "risk/flags/all.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

constexpr std::array<std::string_view, 1> kColumns = {"consignee_name"};

std::string sql(Options const&) {
  return fmt::format(
      "WITH days AS (SELECT DISTINCT reporter_country, flow, consignee_party, on_date FROM "
      "shipments WHERE status = 'effective' AND consignee_party IS NOT NULL AND on_date IS NOT "
      "NULL), gaps AS (SELECT *, on_date - lag(on_date) OVER (PARTITION BY reporter_country, flow, "
      "consignee_party ORDER BY on_date) AS gap FROM days) "
      "SELECT r.row_id, 0.6 AS strength, NULL::DOUBLE AS p, printf('no row of this consignee for "
      "%d days before', g.gap) AS detail FROM risk_rows r JOIN gaps g ON r.consignee_party = "
      "g.consignee_party AND r.on_date = g.on_date AND r.reporter_country IS NOT DISTINCT FROM "
      "g.reporter_country AND r.flow IS NOT DISTINCT FROM g.flow WHERE g.gap >= {}",
      parameter_text("dormant_days"));
}

std::string unknown(Options const&) {
  return fmt::format(
      "WITH days AS (SELECT reporter_country, flow, max(on_date) - min(on_date) AS days "
      "FROM shipments WHERE status = 'effective' GROUP BY ALL) "
      "SELECT s.source_file, 'history: the files of this office cover ' || "
      "coalesce(max(d.days), 0) || ' days' AS missing FROM shipments s JOIN days d "
      "ON s.reporter_country IS NOT DISTINCT FROM d.reporter_country "
      "AND s.flow IS NOT DISTINCT FROM d.flow WHERE coalesce(d.days, 0) < {} "
      "GROUP BY s.row_id >> 32, s.source_file",
      parameter_text("dormant_days"));
}

}  // namespace

Flag dormant_then_active() {
  return {.id = "R43",
          .name = "dormant_then_active",
          .sentence = "A consignee without any trade for a year comes back with sensitive goods.",
          .source = "J23",
          .columns = kColumns,
          .sql = sql,
          .unknown = unknown};
}

}  // namespace tw::risk
