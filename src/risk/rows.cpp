#include "risk/rows.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "tidewaiter/reference.h"

#include "risk/tables.h"

namespace tw::risk {
namespace {

constexpr std::string_view kColumns =
    "row_id, \"row\", source_file, status, declaration_no, on_date, month, flow, reporter_country, "
    "procedure_code, goods_class, goods_class_probability, hs6, hs6_guess, sensitive_probability, "
    "misdeclared_probability, control, goods_reason, goods_text, brand, net_mass_kg, "
    "gross_mass_kg, value_usd, quantity, quantity_unit, country_of_origin, country_of_dispatch, "
    "trading_country, consignor_name, consignor_address, consignor_country, consignor_party, "
    "consignee_name, consignee_address, consignee_email, consignee_party, manufacturer_country, "
    "manufacturer_party, buyer_name, buyer_party, seller_country, seller_party, notify_name, "
    "bill_of_lading";

/// ISO codes that a cell of alternatives.psv means: codes, or EU for its members.
std::string reporters(std::string_view cell) {
  std::vector<std::string> codes;
  while (!cell.empty()) {
    std::string_view const word = cell.substr(0, cell.find(' '));
    cell.remove_prefix(std::min(word.size() + 1, cell.size()));
    if (word != "EU") {
      codes.push_back(table::sql_text(word));
      continue;
    }
    for (auto const country : reference::group_members("EU", *Date::from_ymd(2022, 12, 31))) {
      codes.push_back(table::sql_text(country.view()));
    }
  }
  return fmt::format("{}", fmt::join(codes, ", "));
}

/// CASE over the signs of alternatives.psv.
std::string alternative_sql() {
  std::string sql = "CASE";
  for (auto const& row : table_rows("alternatives.psv", 4)) {
    std::string const pattern = table::sql_text(row[3]);
    sql +=
        row[1] == "word"
            ? fmt::format(" WHEN regexp_matches(lower(goods_text), {})", pattern)
            : fmt::format(" WHEN reporter_country IN ({}) AND regexp_matches(procedure_code, {})",
                          reporters(row[2]), pattern);
    sql += fmt::format(" THEN {}", table::sql_text(row[0]));
  }
  return sql + " END";
}

}  // namespace

std::string destination_list(Options const& options) {
  std::vector<std::string> codes;
  std::string_view rest = options.destination;
  while (!rest.empty()) {
    std::string_view const code = rest.substr(0, rest.find('|'));
    rest.remove_prefix(std::min(code.size() + 1, rest.size()));
    if (!code.empty()) codes.push_back(table::sql_text(code));
  }
  return codes.empty() ? "''" : fmt::format("{}", fmt::join(codes, ", "));
}

Status make_rows(table::Database& database, Options const& options) {
  return database.execute(fmt::format(
      "CREATE OR REPLACE TABLE risk_rows AS SELECT *, destination IN ({1}) AS bound, {2} AS "
      "alternative FROM (SELECT {0}, row_id >> 32 AS source_no, "
      "coalesce(country_of_destination, CASE WHEN flow = 'import' THEN reporter_country END) AS "
      "destination, coalesce(sensitive, false) OR (goods_class <> 'ordinary' AND "
      "coalesce(misdeclared_probability, 0) >= {3}) AS mission, "
      "row_id IN (SELECT row_id FROM hits) AS listed FROM shipments WHERE status = 'effective') "
      "WHERE mission OR listed OR goods_class <> 'ordinary' ORDER BY row_id",
      kColumns, destination_list(options), alternative_sql(), parameter_text("misdeclared_min")));
}

}  // namespace tw::risk
