// Data to standard output, or to --out FILE, in the format asked for. Private to the cli room.
#pragma once

#include <variant>

#include "cli/shell.h"

namespace tw::cli {

/// JSON text that is put in as it stands ("[...]", "{...}").
struct RawJson {
  std::string text;
};
using Value = std::variant<std::monostate, std::string, double, std::int64_t, bool, RawJson>;
using Record = std::vector<std::pair<std::string, Value>>;

/// Prints records one by one. A table is printed when `finish` knows the widths; the other formats
/// stream. All records have the same fields in the same order.
class Printer {
 public:
  explicit Printer(Shell const& shell);
  Status print(Record const& record);
  /// `when_empty` is said to the person when no record came.
  Status finish(std::string_view when_empty);

 private:
  Status write(std::string_view text);
  Status write_table();
  Status write_parquet();
  Shell const& shell_;
  std::vector<std::string> names_;
  std::vector<Record> held_;
  std::uint64_t count_ = 0;
  std::shared_ptr<std::FILE> file_;
};

/// Prints all rows of a query. Columns named in `json_columns` hold JSON texts.
Status print_query(Shell const& shell, table::Database& database, std::string const& sql,
                   std::string_view when_empty, std::vector<std::string> const& json_columns = {});

}  // namespace tw::cli
