// R32: splitting under a threshold.
#include <fmt/core.h>

#include "risk/flags/all.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

constexpr std::array<std::string_view, 3> kColumns = {"value_usd", "consignor_name",
                                                      "consignee_name"};

std::string sql(Options const&) {
  // Bunching: values fall on either side of a threshold alike unless someone steers them; n below
  // and none above has p = 2^-n, for each of the thresholds tried.
  auto const thresholds = table_rows("thresholds.psv", 2);
  std::string values;
  for (auto const& row : thresholds) {
    values += fmt::format("{}({})", values.empty() ? "" : ", ", row[0]);
  }
  return fmt::format(
      "WITH thresholds(usd) AS (VALUES {0}), "
      "sums AS (SELECT source_no, coalesce(declaration_no, row_id::VARCHAR) AS declaration, "
      "consignor_party, consignee_party, sum(value_usd) AS usd, list(row_id) AS ids "
      "FROM risk_rows WHERE mission AND value_usd > 0 AND consignor_party IS NOT NULL AND "
      "consignee_party IS NOT NULL GROUP BY ALL), "
      "near_below AS (SELECT t.usd, consignor_party, consignee_party, source_no, count(*) FILTER "
      "(s.usd < t.usd) AS below, count(*) FILTER (s.usd >= t.usd) AS above, "
      "flatten(list(s.ids) FILTER (s.usd < t.usd)) AS ids FROM sums s JOIN thresholds t ON "
      "s.usd >= 0.8 * t.usd AND s.usd < 1.25 * t.usd GROUP BY ALL) "
      "SELECT unnest(ids) AS row_id, least(1.0, 0.5 + (below - {1}) * 0.05)::DOUBLE AS strength, "
      "least(1.0, {2} * pow(0.5, below))::DOUBLE AS p, printf('%d declarations of this pair lie "
      "just below %d USD and none just above', below, usd) AS detail FROM near_below "
      "WHERE above = 0 AND below >= {1}",
      values, parameter_text("split_rows_min"), thresholds.size());
}

}  // namespace

Flag splitting() {
  return {
      .id = "R32",
      .name = "splitting",
      .sentence = "Many declarations between one pair just below a threshold, and none just above.",
      .source = "T, E23",
      .columns = kColumns,
      .sql = sql};
}

}  // namespace tw::risk
