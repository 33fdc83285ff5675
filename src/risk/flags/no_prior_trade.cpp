// R2: no prior trade. The exposure (days of coverage before) is part of the answer.
#include <fmt/core.h>

#include "risk/flags/all.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

constexpr std::array<std::string_view, 2> kColumns = {"consignee_name", "hs_code"};

std::string sql(Options const&) {
  // If the rows of a consignee in a code were spread evenly over the days that the files of one
  // office cover, all n of them would lie in the last share f of those days with f^n.
  return fmt::format(
      "WITH days AS (SELECT reporter_country, flow, min(on_date) AS first_on, max(on_date) AS "
      "last_on FROM shipments WHERE status = 'effective' GROUP BY ALL), "
      "trade AS (SELECT reporter_country, flow, consignee_party, hs6, min(on_date) AS began, "
      "count(*) AS n FROM shipments WHERE status = 'effective' AND consignee_party IS NOT NULL "
      "AND hs6 IS NOT NULL GROUP BY ALL), "
      "firsts AS (SELECT *, min(began) OVER (PARTITION BY reporter_country, flow, consignee_party) "
      "AS party_began FROM trade), "
      "tested AS (SELECT f.*, d.first_on, f.began - d.first_on AS exposure, "
      "pow((d.last_on - f.began + 1) / (d.last_on - d.first_on + 1), f.n) AS p FROM firsts f "
      "JOIN days d ON f.reporter_country IS NOT DISTINCT FROM d.reporter_country "
      "AND f.flow IS NOT DISTINCT FROM d.flow) "
      "SELECT r.row_id, CASE WHEN t.party_began = t.began THEN 0.8 ELSE 0.4 END::DOUBLE AS "
      "strength, t.p::DOUBLE AS p, printf('first row of this %s on %s, after %d days of coverage "
      "without any; %d rows since', CASE WHEN t.party_began = t.began THEN 'consignee' ELSE "
      "'consignee in ' || t.hs6 END, t.began::VARCHAR, t.exposure, t.n) AS detail "
      "FROM risk_rows r JOIN tested t ON r.consignee_party = t.consignee_party AND r.hs6 = t.hs6 "
      "AND r.reporter_country IS NOT DISTINCT FROM t.reporter_country "
      "AND r.flow IS NOT DISTINCT FROM t.flow "
      "WHERE t.exposure >= {0} AND t.n >= {1} AND t.p <= {2}",
      parameter_text("history_days_min"), parameter_text("history_rows_min"),
      parameter_text("history_p_max"));
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
      parameter_text("history_days_min"));
}

}  // namespace

Flag no_prior_trade() {
  return {
      .id = "R2",
      .name = "no_prior_trade",
      .sentence = "The consignee never traded in this code before, as far as the files reach back.",
      .source = "J23",
      .columns = kColumns,
      .sql = sql,
      .unknown = unknown};
}

}  // namespace tw::risk
