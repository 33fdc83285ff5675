// Cases from a file or standard input, as NDJSON or CSV. Private to the cli room.
#pragma once

#include <nlohmann/json.hpp>

#include "cli/shell.h"

namespace tw::cli {

/// One case with the line on which it stands.
struct Case {
  std::uint64_t line = 0;
  nlohmann::json json;  ///< An object; of CSV: header -> text.

  /// The text of a field, numbers as they are written; "" when absent.
  std::string text(std::string_view field) const;
  /// Its `id`, or its line number.
  std::string id() const;
};

/// Reads all cases of `file` ("-" is standard input), NDJSON when the first character is `{`, CSV
/// with a header line otherwise. Errors name file and line.
Result<std::vector<Case>> read_cases(std::string const& file);

}  // namespace tw::cli
