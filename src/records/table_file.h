/// Small embedded tables of this room: CSV lines, comments with #, a header line first.
#pragma once

#include "tidewaiter/core.h"

namespace tw::records {

/// The rows of embedded `path` below the header line, cells trimmed; every row has `columns` cells.
std::vector<std::vector<std::string_view>> table_rows(std::string_view path, std::size_t columns);

}  // namespace tw::records
