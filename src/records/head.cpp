#include "records/head.h"

#include <algorithm>

#include <fmt/core.h>

#include "records/cells.h"
#include "records/header.h"
#include "records/layout.h"

namespace tw::records {
namespace {

constexpr std::size_t kRecordsMax = 250;
constexpr std::size_t kTitlesMax = 40;
constexpr std::size_t kRowsMax = 200;
constexpr std::size_t kHeadBytes = 1024 * 1024;
constexpr std::size_t kDialectBytes = 64 * 1024;

std::vector<HeadRecord> first_records(SourceText const& source, io::CsvDialect dialect) {
  auto const text = source.text();
  io::CsvReader reader(text.substr(0, kHeadBytes), dialect, source.base());
  std::vector<HeadRecord> records;
  io::CsvRecord record;
  std::string scratch;
  while (records.size() < kRecordsMax && reader.next(record)) {
    HeadRecord kept;
    kept.span = record.span;
    for (auto const cell : record.cells) {
      kept.cells.emplace_back(trimmed_cell(source.cell(cell, scratch)));
    }
    records.push_back(std::move(kept));
  }
  return records;
}

/// How much a record looks like a header: cells whose words are known, less cells that are values.
double header_likeness(HeadRecord const& record) {
  double known = 0;
  double values = 0;
  for (auto const& cell : record.cells) {
    if (cell.empty()) continue;
    bool const number = read_amount(cell, 0, 6).read == CellRead::good;
    if (number || read_date(cell, DateOrder::open).read == CellRead::good || cell.size() > 200) {
      values += 1;
      continue;
    }
    auto const meaning = header_meaning(cell);
    bool const means = !meaning.slot.empty() || meaning.words.tags.contains("no_place");
    if (means) known += meaning.words.known_share;
  }
  return known - 2 * values;
}

std::size_t filled_cells(HeadRecord const& record) {
  return static_cast<std::size_t>(
      std::ranges::count_if(record.cells, [](auto const& cell) { return !cell.empty(); }));
}

std::optional<std::size_t> header_index(std::vector<HeadRecord> const& records) {
  std::optional<std::size_t> best;
  double best_likeness = 0;
  for (std::size_t i = 0; i < std::min(records.size(), kTitlesMax); ++i) {
    auto const filled = filled_cells(records[i]);
    if (filled < 2) continue;
    auto const likeness = header_likeness(records[i]);
    bool const enough = likeness >= 1.5 && likeness >= 0.25 * static_cast<double>(filled);
    if (enough && likeness > best_likeness) {
      best = i;
      best_likeness = likeness;
    }
    // A clear header ends the search: a data row with many known words must not win over it.
    if (likeness >= 3 && likeness >= 0.6 * static_cast<double>(filled)) break;
  }
  return best;
}

std::optional<std::size_t> header_index_of(std::vector<HeadRecord> const& records,
                                           Layout const& layout) {
  std::optional<std::size_t> best;
  std::ptrdiff_t most = 0;
  for (std::size_t i = 0; i < std::min(records.size(), kTitlesMax); ++i) {
    auto const columns = columns_of(layout, records[i].cells);
    auto const found =
        std::ranges::count_if(columns, [](auto c) { return c != std::string::npos; });
    if (found <= most) continue;
    best = i;
    most = found;
  }
  return best;
}

}  // namespace

Result<Head> read_head(SourceText const& source, std::string_view file_name, Layout const* layout) {
  Head head;
  head.dialect = io::detect_dialect(source.text().substr(0, kDialectBytes));
  auto records = first_records(source, head.dialect);
  auto const at = layout ? header_index_of(records, *layout) : header_index(records);
  if (!at && layout != nullptr) {
    return fail(ErrorKind::bad_input,
                fmt::format("{}: none of the headers of layout \"{}\" stands in the file.",
                            file_name, layout->name),
                "See what the file holds with: tidewaiter layouts guess FILE");
  }
  if (!at) {
    return fail(ErrorKind::bad_input,
                fmt::format("{} has no header that could be recognised in its first {} records.",
                            file_name, std::min(records.size(), kTitlesMax)),
                "Give a layout with --layout FILE.toml whose headers stand in the file "
                "(docs/mappings.md).");
  }
  head.lines_above = *at;
  bool const has_body = *at + 1 < records.size();
  head.body_begin =
      (has_body ? records[*at + 1].span.begin : records[*at].span.end) - source.base();
  head.body_line = has_body ? records[*at + 1].span.line : records[*at].span.line + 1;
  head.header = std::move(records[*at]);
  for (auto i = *at + 1; i < records.size() && head.rows.size() < kRowsMax; ++i) {
    head.rows.push_back(std::move(records[i]));
  }
  return head;
}

}  // namespace tw::records
