// Slips of scale: a month of a file in which a class of goods weighs ten times too much, or costs
// a tenth, against the same class elsewhere. Tonnes read as kilograms, thousands of dollars...
#include <cmath>

#include <fmt/core.h>

#include "risk/finding.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

/// Medians of the logarithm of the unit value, each month of a file against the middle of all
/// others. The spread within the months says how far a month may stray.
std::string slips_sql() {
  return fmt::format(
      "CREATE OR REPLACE TABLE risk_slips AS "
      "WITH priced AS (SELECT source_no, source_file, month, goods_class, country_of_origin AS "
      "origin, log10((value_usd / net_mass_kg)::DOUBLE) AS price FROM risk_rows "
      "WHERE mission AND value_usd > 0 AND net_mass_kg > 0 AND month IS NOT NULL), "
      "months AS (SELECT source_no, source_file, month, goods_class, origin, count(*) AS n, "
      "median(price) AS middle, mad(price) AS spread FROM priced GROUP BY ALL "
      "HAVING count(*) >= {0}), "
      "pairs AS (SELECT a.source_no, a.source_file, a.month, a.goods_class, a.origin, a.n, "
      "a.middle, median(b.middle) AS elsewhere, sum(b.n) AS n_elsewhere, count(*) AS months, "
      "greatest(avg(b.spread), a.spread) AS spread FROM months a JOIN months b "
      "ON a.goods_class = b.goods_class AND a.origin IS NOT DISTINCT FROM b.origin "
      "AND (a.source_no <> b.source_no OR a.month <> b.month) "
      "GROUP BY a.source_no, a.source_file, a.month, a.goods_class, a.origin, a.n, a.middle, "
      "a.spread) "
      "SELECT *, middle - elsewhere AS slip FROM pairs WHERE n_elsewhere >= {1} AND months >= 2 "
      "AND abs(middle - elsewhere) > 3 * 1.4826 * spread "
      "AND round(abs(middle - elsewhere)) >= 1 "
      "AND abs(abs(middle - elsewhere) - round(abs(middle - elsewhere))) <= {2}",
      parameter_text("scale_rows_min"), parameter_text("scale_rows_elsewhere_min"),
      parameter_text("scale_log10_slack"));
}

constexpr std::string_view kCases =
    "SELECT s.source_file, s.month, s.goods_class, coalesce(s.origin, ''), s.slip, "
    "pow(10, s.middle), pow(10, s.elsewhere), s.n_elsewhere::BIGINT, min(r.on_date), "
    "max(r.on_date), count(DISTINCT coalesce(r.declaration_no, r.row_id::VARCHAR)), count(*), "
    "sum(r.net_mass_kg), sum(r.value_usd), "
    "array_to_string(list(r.\"row\" ORDER BY r.value_usd DESC NULLS LAST, r.row_id)[1:12], '|'), "
    "avg(r.sensitive_probability), string_agg(DISTINCT r.country_of_dispatch, '|' ORDER BY "
    "r.country_of_dispatch), string_agg(DISTINCT r.destination, '|' ORDER BY r.destination), "
    "s.source_no "
    "FROM risk_slips s JOIN risk_rows r ON s.source_no = r.source_no AND s.month = r.month AND "
    "s.goods_class = r.goods_class AND s.origin IS NOT DISTINCT FROM r.country_of_origin "
    "WHERE r.mission GROUP BY ALL ORDER BY ALL";

std::string cell(table::Block const& block, std::size_t row, std::size_t column) {
  return block.is_null(row, column) ? std::string() : std::string(block.text(row, column));
}

Case slip_case(table::Block const& block, std::size_t row) {
  Case c;
  c.kind = "scale_slip";
  c.files = cell(block, row, 0);
  std::string const month = cell(block, row, 1);
  std::string const goods_class = cell(block, row, 2);
  c.origin = cell(block, row, 3);
  c.key = fmt::format("scale_slip|{}|{}|{}|{}", c.files, month, goods_class, c.origin);
  c.name = c.key;
  double const slip = block.real(row, 4);
  auto const factor =
      static_cast<std::int64_t>(std::llround(std::pow(10, std::round(std::abs(slip)))));
  c.slip = fmt::format(
      "{}-fold slip in {}, {}: {} at {:.4g} USD/kg, against {:.4g} USD/kg in {} rows elsewhere; {}",
      factor, c.files, month, class_words(goods_class).words, block.real(row, 5),
      block.real(row, 6), block.number(row, 7),
      slip < 0 ? "masses too great or values too small" : "masses too small or values too great");
  c.slip_points = 3;
  if (!block.is_null(row, 8)) c.first_on = block.date(row, 8);
  if (!block.is_null(row, 9)) c.last_on = block.date(row, 9);
  c.shipments = block.number(row, 10);
  c.rows = block.number(row, 11);
  if (!block.is_null(row, 12)) c.net_mass = block.wide(row, 12);
  if (!block.is_null(row, 13)) c.value_usd = block.wide(row, 13);
  c.example_rows = cell(block, row, 14);
  c.classes = {{goods_class, block.is_null(row, 15) ? 0 : block.real(row, 15), c.rows}};
  c.dispatch = cell(block, row, 16);
  c.destination = cell(block, row, 17);
  return c;
}

}  // namespace

Result<std::vector<Case>> find_slips(table::Database& database) {
  TW_CHECK(database.execute(slips_sql()));
  std::vector<Case> cases;
  TW_TRY(auto answer, database.ask(std::string(kCases)));
  while (true) {
    TW_TRY(auto const block, answer.next());
    if (!block) return cases;
    for (std::size_t row = 0; row < block->rows(); ++row) cases.push_back(slip_case(*block, row));
  }
}

}  // namespace tw::risk
