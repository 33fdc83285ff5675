// The registry of flags, and their table.
#include <algorithm>
#include <map>

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "risk/flags/all.h"
#include "risk/rows.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

using table::Type;

/// A source file and how many cells each column fills in it.
struct Filled {
  std::string file;
  std::map<std::string, std::int64_t, std::less<>> cells;
};

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    std::size_t const bar = text.find('|');
    parts.push_back(text.substr(0, bar));
    if (bar == std::string_view::npos) return parts;
    text.remove_prefix(bar + 1);
  }
}

std::vector<std::string> needed_columns() {
  std::vector<std::string> columns;
  for (Flag const& flag : flags()) {
    for (std::string_view const cell : flag.columns) {
      for (std::string_view const column : split(cell)) columns.emplace_back(column);
    }
  }
  std::ranges::sort(columns);
  columns.erase(std::ranges::unique(columns).begin(), columns.end());
  return columns;
}

Result<std::vector<Filled>> read_filled(table::Database const& database) {
  auto const columns = needed_columns();
  std::vector<Filled> sources;
  TW_TRY(auto answer,
         database.ask(fmt::format("SELECT source_file, count({}) FROM shipments WHERE status = "
                                  "'effective' GROUP BY row_id >> 32, source_file "
                                  "ORDER BY row_id >> 32",
                                  fmt::join(columns, "), count("))));
  while (true) {
    TW_TRY(auto const block, answer.next());
    if (!block) return sources;
    for (std::size_t row = 0; row < block->rows(); ++row) {
      Filled& source = sources.emplace_back();
      if (!block->is_null(row, 0)) source.file = block->text(row, 0);
      for (std::size_t i = 0; i < columns.size(); ++i) {
        source.cells[columns[i]] = block->number(row, i + 1);
      }
    }
  }
}

/// Columns of which the flag needs one and the source has none: "a or b|c".
std::string missing_columns(Flag const& flag, Filled const& source) {
  std::string missing;
  for (std::string_view const cell : flag.columns) {
    auto const either = split(cell);
    bool const present = std::ranges::any_of(
        either, [&](std::string_view column) { return source.cells.find(column)->second > 0; });
    if (present) continue;
    missing += fmt::format("{}{}", missing.empty() ? "" : "|", fmt::join(either, " or "));
  }
  return missing;
}

/// Lines of one flag that fires. A sign of something more innocent halves the strength.
std::string fires_sql(Flag const& flag, Options const& options) {
  bool const of_lists = flag.id == "LST";
  return fmt::format(
      "SELECT r.row_id, r.\"row\", {0} AS flag, 'fires' AS outcome, f.strength, f.p, "
      "round(f.strength * {1}, 4) AS score, r.\"row\" AS \"rows\", NULL::VARCHAR AS missing, "
      "f.detail FROM (SELECT row_id, least(1.0, greatest(0.0, max(strength{2}))) AS strength, "
      "min(p) AS p, string_agg(detail, '; ' ORDER BY detail) AS detail FROM (SELECT t.row_id, "
      "t.strength, t.p, t.detail || coalesce(' [looks like: ' || q.alternative || ']', '') AS "
      "detail, q.alternative FROM ({3}) t JOIN risk_rows q ON t.row_id = q.row_id WHERE {4}) "
      "GROUP BY row_id) f JOIN risk_rows r ON f.row_id = r.row_id",
      table::sql_text(flag.id), flag_weight(flag.id).weight,
      of_lists ? std::string()
               : fmt::format(" * CASE WHEN alternative IS NULL THEN 1.0 ELSE {} END",
                             parameter_text("alternative_strength")),
      flag.sql(options), of_lists ? "true" : "q.bound AND q.mission");
}

constexpr std::string_view kUnknownLine =
    "NULL::UBIGINT, source_file, {}, 'UNKNOWN', NULL::DOUBLE, NULL::DOUBLE, NULL::DOUBLE, "
    "NULL::VARCHAR, missing, NULL::VARCHAR";

}  // namespace

std::span<Flag const> flags() {
  static std::array const all = {
      listed_party(), no_prior_trade(),      middle_role(), free_mail(),     code_against_text(),
      unit_value(),   impossible_measures(), vague_text(),  role_triangle(), splitting(),
      free_zone(),    dormant_then_active(), clones()};
  return all;
}

table::Schema const& flag_schema() {
  static table::Schema const schema = {{"row_id", Type::uint64},    {"row", Type::text},
                                       {"flag", Type::text},        {"outcome", Type::text},
                                       {"strength", Type::float64}, {"p", Type::float64},
                                       {"score", Type::float64},    {"rows", Type::text},
                                       {"missing", Type::text},     {"detail", Type::text}};
  return schema;
}

Status write_flags(table::Database& database, Options const& options,
                   std::filesystem::path const& file, Job const& job) {
  TW_CHECK(make_rows(database, options));
  TW_TRY(auto const sources, read_filled(database));
  TW_CHECK(database.execute(
      "CREATE OR REPLACE TABLE risk_flags(row_id UBIGINT, \"row\" VARCHAR, flag VARCHAR, outcome "
      "VARCHAR, strength DOUBLE, p DOUBLE, score DOUBLE, \"rows\" VARCHAR, missing VARCHAR, "
      "detail VARCHAR)"));
  for (Flag const& flag : flags()) {
    TW_CHECK(job.go_on());
    TW_CHECK(database.execute("INSERT INTO risk_flags " + fires_sql(flag, options)));
    std::string const id = table::sql_text(flag.id);
    for (Filled const& source : sources) {
      std::string const missing = missing_columns(flag, source);
      if (missing.empty()) continue;
      TW_CHECK(database.execute(fmt::format(
          "INSERT INTO risk_flags SELECT {} FROM (SELECT {} AS source_file, {} AS missing)",
          fmt::format(kUnknownLine, id), table::sql_text(source.file), table::sql_text(missing))));
    }
    if (flag.unknown != nullptr) {
      TW_CHECK(database.execute(fmt::format("INSERT INTO risk_flags SELECT {} FROM ({})",
                                            fmt::format(kUnknownLine, id), flag.unknown(options))));
    }
  }
  return database.copy_to_parquet(
      "SELECT * FROM risk_flags ORDER BY flag, outcome, row_id, \"row\", missing", file);
}

}  // namespace tw::risk
