#include <algorithm>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "engine/stages.h"

namespace tw::engine {
namespace {

using Json = nlohmann::ordered_json;

std::string cell(table::Block const& block, std::size_t row, std::size_t column) {
  return block.printed(row, column).value_or("");
}

std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    auto const at = text.find(mark);
    if (at != 0) parts.emplace_back(text.substr(0, at));
    text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
  }
  return parts;
}

/// "CN → TR → RU"; a leg that repeats its neighbour is no leg.
std::string route_text(std::string const& origin, std::string const& dispatch,
                       std::string const& destination) {
  std::string route;
  std::string last;
  for (std::string const& country : {origin, dispatch, destination}) {
    if (country.empty() || country == last) continue;
    route += (route.empty() ? "" : " → ") + country;
    last = country;
  }
  return route.empty() ? "route unknown" : route;
}

report::ClaimLine claim_line(claims::CheckedClaim const& checked, std::vector<std::string> rows) {
  report::ClaimLine line;
  line.id = checked.claim.id;
  line.text = checked.claim.text;
  line.verdict = claims::verdict_name(checked.verdict);
  if (checked.value) line.value = *checked.value + " " + checked.unit;
  line.explanation = checked.reason;
  if (!checked.default_why.empty()) line.explanation += " " + checked.default_why;
  for (claims::Reading const& reading : checked.readings) {
    line.readings.push_back({reading.name,
                             reading.value ? *reading.value + " " + reading.unit : "not known",
                             reading.supports.value_or(false), reading.rows});
  }
  line.plausibility = checked.plausibility;
  line.coverage = checked.coverage;
  line.rows = std::move(rows);
  line.rows_count = checked.rows;
  return line;
}

Status add_findings(table::Database const& database, std::size_t limit, report::Input& input) {
  // The effects of all listed parties of a finding, each sentence once.
  constexpr std::string_view kSql =
      "SELECT finding_id, subject, goods_class, coalesce(country_of_origin, ''), "
      "coalesce(country_of_dispatch, ''), coalesce(country_of_destination, ''), first_on, last_on, "
      "shipments, net_mass_kg, value_usd, score, terms, flags, alternatives, unknown, "
      "example_rows, (SELECT string_agg(DISTINCT h.effect, chr(10) ORDER BY h.effect) FROM hits h "
      "WHERE "
      "list_contains(string_split(f.entity_ids, '|'), h.entity_id)) FROM findings f "
      "ORDER BY score DESC, finding_id LIMIT {}";
  return for_each_row(
      database, fmt::format(kSql, limit), [&](table::Block const& block, std::size_t row) {
        report::FindingLine line;
        line.id = cell(block, row, 0);
        line.subject = cell(block, row, 1);
        line.goods_class = cell(block, row, 2);
        line.route = route_text(cell(block, row, 3), cell(block, row, 4), cell(block, row, 5));
        line.period = cell(block, row, 6) + " to " + cell(block, row, 7);
        line.shipments = static_cast<std::uint64_t>(block.number(row, 8));
        line.net_mass_kg = cell(block, row, 9);
        line.value_usd = cell(block, row, 10);
        line.score = block.real(row, 11);
        auto const terms = Json::parse(cell(block, row, 12), nullptr, false);
        if (terms.is_object()) {
          for (auto const& [name, part] : terms.items()) {
            if (part.is_number()) line.terms.emplace_back(name, part.get<double>());
          }
        }
        line.flags = split(cell(block, row, 13), '|');
        line.alternatives = cell(block, row, 14);
        line.unknown = cell(block, row, 15);
        line.rows = split(cell(block, row, 16), '|');
        line.law = split(cell(block, row, 17), '\n');
        input.findings.push_back(std::move(line));
      });
}

/// Goods that both sides of a trade recorded count once: where the destination's own imports are in
/// the files, other people's records of shipments to it are left out of the plots.
constexpr std::string_view kOneSided =
    "status = 'effective' AND sensitive AND (flow = 'import' OR country_of_destination IS NULL OR "
    "country_of_destination NOT IN (SELECT reporter_country FROM shipments_given "
    "WHERE flow = 'import' AND reporter_country IS NOT NULL))";

Status add_figures(table::Database const& database, report::Input& input) {
  TW_CHECK(for_each_row(
      database,
      fmt::format(
          "SELECT month, goods_class, (sum(net_mass_kg) / 1000)::DOUBLE, sum(value_usd)::DOUBLE, "
          "count(*) FROM shipments WHERE {} AND month IS NOT NULL GROUP BY ALL ORDER BY ALL",
          kOneSided),
      [&](table::Block const& block, std::size_t row) {
        input.months.push_back({cell(block, row, 0), cell(block, row, 1),
                                block.is_null(row, 2) ? 0 : block.real(row, 2),
                                block.is_null(row, 3) ? 0 : block.real(row, 3),
                                static_cast<std::uint64_t>(block.number(row, 4))});
      }));
  return for_each_row(
      database,
      fmt::format("SELECT coalesce(country_of_origin, ''), coalesce(country_of_dispatch, ''), "
                  "coalesce(country_of_destination, ''), (sum(net_mass_kg) / 1000)::DOUBLE, "
                  "sum(value_usd)::DOUBLE, count(*) FROM shipments WHERE {} GROUP BY ALL "
                  "ORDER BY 4 DESC NULLS LAST, 1, 2, 3 LIMIT 40",
                  kOneSided),
      [&](table::Block const& block, std::size_t row) {
        input.routes.push_back({cell(block, row, 0), cell(block, row, 1), cell(block, row, 2),
                                block.is_null(row, 3) ? 0 : block.real(row, 3),
                                block.is_null(row, 4) ? 0 : block.real(row, 4),
                                static_cast<std::uint64_t>(block.number(row, 5))});
      });
}

void add_sources(Manifest const& manifest, report::Input& input) {
  for (Source const& source : manifest.sources) {
    records::ImportReport const& report = source.report;
    input.sources.push_back(
        {source.file, source.sha256, report.rows_in, report.rows_kept, report.rows_rejected,
         report.first_on && report.last_on ? report.first_on->iso() + " to " + report.last_on->iso()
                                           : "no dates",
         report.layout});
    for (std::string const& note : report.notes) {
      input.coverage_notes.push_back(source.file + ": " + note);
    }
  }
  for (ListVersion const& list : manifest.lists) {
    input.lists.push_back(
        {list.file, list.sha256, list.records, list.records - list.rejected, list.rejected,
         list.published_on ? list.published_on->iso() : "day not given", list.format});
  }
}

/// The rows that findings and claims cite, each once, in order of first mention.
std::vector<std::string> cited_rows(report::Input const& input, std::size_t limit) {
  std::vector<std::string> rows;
  auto const take = [&](std::vector<std::string> const& names) {
    for (std::string const& name : names) {
      if (rows.size() < limit && std::ranges::find(rows, name) == rows.end()) rows.push_back(name);
    }
  };
  for (auto const& claim : input.claims) take(claim.rows);
  for (auto const& finding : input.findings) take(finding.rows);
  return rows;
}

}  // namespace

Result<report::Input> Workspace::report_input(std::span<claims::CheckedClaim const> claims,
                                              ReportOptions const& options) const {
  constexpr std::size_t kRowsOfClaim = 12;
  report::Input input;
  input.title = options.title;
  input.as_of = options.as_of;
  input.command = options.command;
  input.program = "Tidewaiter " TW_VERSION ", DuckDB " + table::engine_version();
  TW_TRY(auto const database, this->database({.threads = 2}));
  for (claims::CheckedClaim const& checked : claims) {
    std::vector<std::string> rows;
    if (!checked.rows_where.empty()) {
      TW_TRY(rows, rows_where(checked.rows_where, kRowsOfClaim));
    }
    input.claims.push_back(claim_line(checked, std::move(rows)));
  }
  TW_CHECK(add_findings(database, options.findings_max, input));
  TW_CHECK(add_figures(database, input));
  add_sources(manifest_, input);
  input.subtitle =
      fmt::format("{} customs files, {} lists", manifest_.sources.size(), manifest_.lists.size());
  for (std::string const& name : cited_rows(input, options.rows_max)) {
    auto evidence = row(name);
    if (!evidence) continue;  // A claim's row may be of a file with the same name twice.
    input.rows.push_back({evidence->row, evidence->sha256, evidence->byte_begin, evidence->byte_end,
                          std::move(evidence->cells), std::move(evidence->bytes)});
  }
  return input;
}

}  // namespace tw::engine
