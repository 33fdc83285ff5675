#include "claims/coverage.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tw::claims {
namespace {

/// With fewer rows a month than this, a month without rows may be chance, not a gap.
constexpr std::uint64_t kRowsPerMonthMin = 10;

bool is_meant(Coverage const& coverage, Filter const& filter, Choices const& choices) {
  auto const allows = [&](std::string_view column, std::string const& value) {
    auto const* given = filter.column(column);
    return given == nullptr || std::ranges::find(given->values, value) != given->values.end();
  };
  if (!allows("reporter_country", coverage.reporter) || !allows("flow", coverage.flow))
    return false;
  if (!allows("source_file", coverage.source_file)) return false;
  if (choices.side == Side::imports && coverage.flow != "import") return false;
  if (choices.side == Side::exports && !coverage.flow.ends_with("export")) return false;
  return choices.source_id.empty() || choices.source_id == coverage.source_id;
}

std::string months_text(std::vector<int> const& months) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < months.size();) {
    auto end = i + 1;
    while (end < months.size() && months[end] == months[end - 1] + 1) ++end;
    texts.push_back(end - i == 1 ? iso_month(months[i])
                                 : iso_month(months[i]) + " to " + iso_month(months[end - 1]));
    i = end;
  }
  return fmt::format("{}", fmt::join(texts, ", "));
}

std::string period_text(Period const& period) {
  if (period.first == Period::kOpenStart && period.last == Period::kOpenEnd) return "all months";
  if (period.first == Period::kOpenStart) return "until " + iso_month(period.last);
  if (period.last == Period::kOpenEnd) return "since " + iso_month(period.first);
  return iso_month(period.first) + " to " + iso_month(period.last);
}

}  // namespace

Shown shown(Scene const& scene, Filter const& filter, std::optional<Period> const& period,
            Choices const& choices) {
  Shown out;
  std::set<std::string> files;
  std::set<int> months;
  std::uint64_t rows = 0;
  for (auto const& coverage : scene.coverage) {
    if (!is_meant(coverage, filter, choices)) continue;
    bool const is_dense = coverage.rows >= kRowsPerMonthMin * coverage.months.size();
    for (std::size_t i = 0; i < coverage.months.size(); ++i) {
      auto const [month, count] = coverage.months[i];
      if (period && (month < period->first || month > period->last)) continue;
      out.any = true;
      files.insert(coverage.source_file);
      rows += count;
      months.insert(month);
    }
    if (is_dense || !period || coverage.months.empty()) continue;
    // A thin file spans its months and, by a month, their neighbourhood.
    for (int month = coverage.months.front().first - 1; month <= coverage.months.back().first + 1;
         ++month) {
      months.insert(month);
    }
  }
  if (period && !months.empty()) {
    auto const first = period->first == Period::kOpenStart ? *months.begin() : period->first;
    auto const last = period->last == Period::kOpenEnd ? *months.rbegin() : period->last;
    for (int month = first; month <= last; ++month) {
      if (!months.contains(month)) out.missing.push_back(month);
    }
  }
  if (!out.any) {
    out.line = fmt::format("No file holds such records{}{}.", period ? " for " : "",
                           period ? period_text(*period) : "");
  } else {
    out.line = fmt::format("{} rows in {} ({})", rows, fmt::join(files, ", "),
                           period ? period_text(*period) : "all months");
    if (!out.missing.empty()) out.line += "; no rows for " + months_text(out.missing);
    out.line += ".";
  }
  return out;
}

Result<std::vector<std::string>> empty_columns(Scene const& scene, Where const& where,
                                               Filter const& filter,
                                               std::optional<Period> const& period,
                                               Choices const& choices) {
  std::vector<std::string> empty;
  std::vector<std::string> asked;
  for (auto const& column : where.columns(filter, choices)) {
    (scene.has(column) ? asked : empty).push_back(column);
  }
  if (asked.empty()) return empty;
  std::vector<std::string> counts = {"count(*)"};
  for (auto const& column : asked)
    counts.push_back(fmt::format("count({})", table::sql_name(column)));
  TW_TRY(auto const cells, ask(*scene.database, fmt::format("SELECT {} FROM shipments WHERE {}",
                                                            fmt::join(counts, ", "),
                                                            where.frame(filter, period, choices))));
  if (cells[0][0] == "0") return empty;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (cells[0][i + 1] == "0") empty.push_back(asked[i]);
  }
  return empty;
}

}  // namespace tw::claims
