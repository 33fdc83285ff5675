#include <algorithm>
#include <map>

#include "io/csv_machine.h"

namespace tw::io {

namespace {

constexpr std::size_t kHeadBytes = std::size_t{256} << 10;
constexpr std::size_t kHeadRecords = 400;
constexpr char kDelimiters[] = {',', ';', '\t', '|'};

bool ends_lines_in_cr_only(std::string_view head) {
  return head.contains('\r') && !head.contains('\n');
}

/// How well the head reads with the delimiter, 0 to 1: the share of records with the commonest
/// number of columns, less for few columns, which come about by chance (decimal commas).
double steadiness(std::string_view head, CsvDialect dialect) {
  CsvReader reader(head, dialect);
  CsvRecord record;
  std::map<std::size_t, std::size_t> records_by_columns;
  std::size_t records = 0;
  std::size_t broken = 0;
  while (records < kHeadRecords && reader.next(record)) {
    // The last record of a cut head may be half a record.
    bool const may_be_cut = record.span.end == head.size() && records > 0;
    if (may_be_cut) break;
    ++records;
    broken += record.broken_quote ? 1 : 0;
    ++records_by_columns[record.cells.size()];
  }
  double best = 0;
  for (auto const& [columns, count] : records_by_columns) {
    if (columns < 2) continue;
    auto const share = static_cast<double>(count) / static_cast<double>(records);
    best = std::max(best, share * share * (1 - 1 / static_cast<double>(columns)));
  }
  auto const broken_share = static_cast<double>(broken) / static_cast<double>(records + 1);
  return best * (1 - 0.5 * broken_share);
}

}  // namespace

CsvDialect detect_dialect(std::string_view head) {
  head = head.substr(0, kHeadBytes);
  CsvDialect best;
  best.cr_only = ends_lines_in_cr_only(head);
  double best_steadiness = 0;
  for (char const delimiter : kDelimiters) {
    auto dialect = best;
    dialect.delimiter = delimiter;
    auto const value = steadiness(head, dialect);
    if (value > best_steadiness) {
      best_steadiness = value;
      best.delimiter = delimiter;
    }
  }
  return best;
}

}  // namespace tw::io
