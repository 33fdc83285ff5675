/// The first records of a file: which of them is the header, and what stands below it.
#pragma once

#include "tidewaiter/records.h"

#include "records/source_text.h"

namespace tw::records {

struct HeadRecord {
  io::Span span;
  std::vector<std::string> cells;  ///< UTF-8, trimmed.
};

struct Head {
  io::CsvDialect dialect;
  HeadRecord header;
  std::vector<HeadRecord> rows;   ///< Up to 200 records below the header.
  std::uint64_t lines_above = 0;  ///< Records above the header: titles.
  std::uint64_t body_begin = 0;   ///< Offset in `text()` of the first record below the header.
  std::uint64_t body_line = 0;    ///< Its physical line.
};
/// An error when none of the first forty records looks like a header, or, with a `layout`, when
/// none holds a header of the layout.
Result<Head> read_head(SourceText const& source, std::string_view file_name,
                       Layout const* layout = nullptr);

}  // namespace tw::records
