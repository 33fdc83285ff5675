/// Records with too many cells: an unquoted delimiter inside a text.
#pragma once

#include "records/plan.h"

namespace tw::records {

struct RepairedCells {
  std::vector<std::string_view> cells;
  std::string joined;      ///< Holds the text that was put together again.
  std::size_t column = 0;  ///< Where it stands.
};
/// Puts the surplus cells back into the one text column that makes every number, date, country and
/// code of the record readable; null when no column or more than one does. O(columns squared).
std::unique_ptr<RepairedCells> repaired_cells(std::vector<std::string_view> const& cells,
                                              Plan const& plan);

}  // namespace tw::records
