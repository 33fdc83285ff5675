/// Reads with io::CsvReader, whole or in parts, into the form of the slow twin.
#pragma once

#include "reference/io_csv_slow.h"

namespace tw::reference {

inline void read_into(std::vector<SlowCsvRecord>& all, std::string_view text,
                      io::CsvDialect dialect, std::uint64_t base = 0, std::uint64_t line = 1) {
  io::CsvReader reader(text, dialect, base, line);
  io::CsvRecord record;
  while (reader.next(record)) {
    all.push_back({record.span, {record.cells.begin(), record.cells.end()}, record.broken_quote});
  }
}

inline std::vector<SlowCsvRecord> read_whole(std::string_view text, io::CsvDialect dialect) {
  std::vector<SlowCsvRecord> all;
  read_into(all, text, dialect);
  return all;
}

inline std::vector<SlowCsvRecord> read_parts(std::string_view text, io::CsvDialect dialect,
                                             std::uint64_t part_bytes) {
  std::vector<SlowCsvRecord> all;
  for (auto const& part : io::csv_parts(text, dialect, part_bytes)) {
    read_into(all, text.substr(part.begin, part.end - part.begin), dialect, part.begin, part.line);
  }
  return all;
}

}  // namespace tw::reference
