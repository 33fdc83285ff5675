/// Reads the project's own tables: comma-separated, '#' starts a comment line, a field with a comma
/// or quote stands in double quotes. The tables are ours, so a malformed one is a defect.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tidewaiter/core.h"

namespace tw::reference {

class OwnTable {
 public:
  /// `path` as for `embedded`; the first line that is no comment is the header.
  explicit OwnTable(std::string_view path);
  /// From text, for tests.
  static OwnTable from_text(std::string_view text);

  std::size_t size() const { return rows_.size(); }
  /// The place of a column; a missing one is a defect.
  std::size_t column(std::string_view name) const;
  std::string const& cell(std::size_t row, std::size_t column) const { return rows_[row][column]; }

 private:
  OwnTable() = default;
  void read(std::string_view text);
  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
};

/// A whole number of our own table; anything else is a defect.
std::int64_t own_number(std::string_view text);
/// A decimal number of our own table.
double own_real(std::string_view text);
/// "UAE|U.A.E." gives both.
std::vector<std::string_view> own_list(std::string_view text);
/// "2004-05-01"; empty is nullopt, anything else a defect.
std::optional<Date> own_date(std::string_view text);

}  // namespace tw::reference
