#include "tidewaiter/io.h"

namespace tw::io {

namespace {

// Any of our delimiters, so that the cell is safe whatever delimiter the reader guesses.
constexpr std::string_view kNeedsQuotes = ",;\t|\"\r\n";

bool needs_quotes(std::string_view cell) {
  if (cell.empty()) return false;
  bool const has_outer_space = cell.front() == ' ' || cell.back() == ' ';
  // A byte order mark or Ctrl-Z at the edge of a file would be taken for what it looks like.
  bool const looks_like_a_mark = cell.front() == '\x1A' || cell.starts_with("\xEF\xBB\xBF");
  return has_outer_space || looks_like_a_mark ||
         cell.find_first_of(kNeedsQuotes) != std::string_view::npos;
}

}  // namespace

void append_csv_cell(std::string_view cell, std::string& out) {
  if (!needs_quotes(cell)) {
    out += cell;
    return;
  }
  out += '"';
  for (char const c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_csv_record(std::span<std::string_view const> cells, std::string& out, char delimiter) {
  // A line with nothing on it is a blank line, not a record with an empty cell.
  if (cells.size() == 1 && cells[0].empty()) out += "\"\"";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += delimiter;
    append_csv_cell(cells[i], out);
  }
  out += '\n';
}

}  // namespace tw::io
