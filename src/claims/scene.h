/// What the database holds that a claim can ask about: columns, sources, months.
#pragma once

#include <set>

#include "tidewaiter/claims.h"

namespace tw::claims {

/// One source file's rows of one reporter and flow, by month.
struct Coverage {
  std::string source_id, source_file, reporter, flow;
  std::vector<std::pair<int, std::uint64_t>> months;  ///< Sorted.
  std::uint64_t rows = 0;
};

struct Scene {
  table::Database const* database = nullptr;
  std::set<std::string, std::less<>> columns;  ///< Of `shipments`.
  std::vector<Coverage> coverage;

  bool has(std::string_view column) const { return columns.contains(column); }
  static Result<Scene> read(table::Database const& database);
};

/// All rows of an answer as texts; for small answers.
using Cells = std::vector<std::vector<std::optional<std::string>>>;
Result<Cells> ask(table::Database const& database, std::string const& sql);

}  // namespace tw::claims
