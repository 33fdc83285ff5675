/// The rows of OFAC's CSV files: "-0-" for nothing, 0x1A at the end, sometimes a header on top.
#pragma once

#include "tidewaiter/io.h"
#include "tidewaiter/lists.h"

namespace tw::lists::us_ofac {

enum class FileKind { none, primary, alternates, addresses };
/// By the number of columns and the numbers in front, from the first records.
FileKind file_kind(std::string_view head);

class OfacRows {
 public:
  explicit OfacRows(std::string_view utf8);
  /// The next row; false at the end. A header, blank rows and the end mark are passed over.
  bool next();
  /// The cell, "" where OFAC writes "-0-".
  std::string_view cell(std::size_t column) const;
  std::size_t cells() const { return record_.cells.size(); }
  std::string place() const;

 private:
  io::CsvReader reader_;
  io::CsvRecord record_;
  bool first_ = true;
};

/// Whether the text is a number of OFAC's: digits only.
bool is_number(std::string_view text);
/// Programmes of "NPWMD] [IFSR" or "SDGT".
std::vector<std::string_view> programmes_of(std::string_view cell);

}  // namespace tw::lists::us_ofac
