#include "records/table_file.h"

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

namespace tw::records {
namespace {

std::vector<std::string_view> cells_of(std::string_view line, std::size_t columns) {
  std::vector<std::string_view> cells;
  while (cells.size() + 1 < columns) {
    auto const comma = line.find(',');
    ensure(comma != std::string_view::npos, "a row of an embedded table has all its cells");
    cells.push_back(text::trimmed(line.substr(0, comma)));
    line.remove_prefix(comma + 1);
  }
  cells.push_back(text::trimmed(line));
  return cells;
}

}  // namespace

std::vector<std::vector<std::string_view>> table_rows(std::string_view path, std::size_t columns) {
  std::vector<std::vector<std::string_view>> rows;
  auto rest = reference::embedded(path);
  bool header = true;
  while (!rest.empty()) {
    auto const end = std::min(rest.find('\n'), rest.size());
    auto const line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (text::trimmed(line).empty() || line.front() == '#') continue;
    if (!header) rows.push_back(cells_of(line, columns));
    header = false;
  }
  return rows;
}

}  // namespace tw::records
