#include "lists/us_ofac/ofac_rows.h"

#include <algorithm>

#include <fmt/core.h>

#include "tidewaiter/text.h"

#include "lists/entry_builder.h"

namespace tw::lists::us_ofac {
namespace {

constexpr io::CsvDialect kDialect{.delimiter = ',', .quote = '"'};
/// Rows looked at to tell a file.
constexpr int kRowsToTell = 20;

std::string_view bare(std::string_view cell) {
  auto const text = text::trimmed(cell);
  return text == "-0-" || text == "\x1a" ? std::string_view() : text;
}

FileKind row_kind(io::CsvRecord const& record) {
  auto const& cells = record.cells;
  auto const bare_cell = [&](std::size_t i) { return bare(cells[i]); };
  auto const has_null = std::ranges::any_of(
      cells, [](std::string_view cell) { return text::trimmed(cell) == "-0-"; });
  if (cells.empty() || !is_number(bare_cell(0))) return FileKind::none;
  if (cells.size() == 12 && has_null && !is_number(bare_cell(1))) return FileKind::primary;
  if (cells.size() == 5 && is_number(bare_cell(1))) {
    auto const type = text::ascii_lowered(bare_cell(2));
    if (type == "aka" || type == "fka" || type == "nka") return FileKind::alternates;
  }
  if (cells.size() == 6 && is_number(bare_cell(1)) && has_null) return FileKind::addresses;
  return FileKind::none;
}

}  // namespace

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 12 &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

FileKind file_kind(std::string_view head) {
  io::CsvReader reader(head, kDialect);
  io::CsvRecord record;
  FileKind kind = FileKind::none;
  int hits = 0;
  for (int rows = 0; rows < kRowsToTell && reader.next(record); ++rows) {
    auto const found = row_kind(record);
    if (found == FileKind::none) continue;
    if (kind != FileKind::none && found != kind) return FileKind::none;
    kind = found;
    ++hits;
  }
  return hits > 0 ? kind : FileKind::none;
}

OfacRows::OfacRows(std::string_view utf8) : reader_(utf8, kDialect) {}

bool OfacRows::next() {
  while (reader_.next(record_)) {
    bool const first = std::exchange(first_, false);
    if (std::ranges::all_of(record_.cells,
                            [](std::string_view cell) { return bare(cell).empty(); })) {
      continue;
    }
    // A copy of the file may carry a header that OFAC's own has not.
    if (first && !is_number(cell(0))) continue;
    return true;
  }
  return false;
}

std::string_view OfacRows::cell(std::size_t column) const {
  return column < record_.cells.size() ? bare(record_.cells[column]) : std::string_view();
}

std::string OfacRows::place() const { return fmt::format("line {}", record_.span.line); }

std::vector<std::string_view> programmes_of(std::string_view cell) {
  std::vector<std::string_view> found;
  for (auto programme : parts(cell, "] [")) {
    if (programme.starts_with('[')) programme.remove_prefix(1);
    if (programme.ends_with(']')) programme.remove_suffix(1);
    for (auto const part : parts(programme, ";")) found.push_back(part);
  }
  return found;
}

}  // namespace tw::lists::us_ofac
