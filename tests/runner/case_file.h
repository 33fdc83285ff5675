// A `.case` file: rows in, answers out, in the words of the field. docs/cases.md tells the form.
#pragma once

#include "tidewaiter/core.h"

namespace tw::cases {

/// A table between bars: `| a | b |`.
struct Grid {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
};
/// One thing that must hold. `what` is the line's words up to the colon: "expect flows by
/// dispatch".
struct Expectation {
  std::uint64_t line = 0;
  std::string what;
  std::string rest;  ///< Behind the colon: `"A" = "B" possibly`.
  Grid grid;
};
struct Case {
  std::string file;
  std::uint64_t line = 0;
  std::string title;
  Grid rows;
  std::optional<Grid> list;  ///< Entries of a watch list in Tidewaiter's own CSV columns.
  std::vector<Expectation> expectations;
};
/// All cases of a file. Errors name the line.
Result<std::vector<Case>> parse_cases(std::string_view text, std::string const& file);

}  // namespace tw::cases
