/// Edit distance of short words: insert, delete, replace, swap of neighbours.
#pragma once

#include <string_view>

namespace tw::names {

/// Optimal string alignment distance, `limit + 1` when it is larger than `limit`. Symmetric.
/// One machine word per letter up to 64 letters, a table beyond. Slow twin:
/// tests/reference/names_distance.h.
unsigned edits(std::string_view a, std::string_view b, unsigned limit);

}  // namespace tw::names
