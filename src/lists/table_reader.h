/// A CSV file with a header line, its cells by column name.
#pragma once

#include "tidewaiter/io.h"
#include "tidewaiter/lists.h"

namespace tw::lists {

/// A header in one spelling: "Name Non-Latin Script", "nameNonLatinScript" and
/// "name_non_latin_script" are the same.
std::string header_key(std::string_view header);

/// The keys of the first record, without reading further.
std::vector<std::string> header_keys(std::string_view head);

class TableReader {
 public:
  /// Takes the first record as header; `line` is where it stands in the file.
  explicit TableReader(std::string_view utf8, std::uint64_t line = 1);

  std::vector<std::string> const& keys() const { return keys_; }
  std::optional<std::size_t> column(std::string_view key) const;
  /// The next record that has any text.
  bool next();
  /// The cell, trimmed; "" when the record is short.
  std::string_view cell(std::size_t column) const;
  std::string_view cell(std::optional<std::size_t> column) const;
  std::size_t cells() const { return record_.cells.size(); }
  std::string place() const;

 private:
  io::CsvReader reader_;
  io::CsvRecord record_;
  std::vector<std::string> keys_;
};

}  // namespace tw::lists
