/// OpenSanctions targets.simple.csv: one row per party, several values in one cell.
#pragma once

#include "tidewaiter/lists.h"

namespace tw::lists::targets_simple {
bool recognises(std::string_view head);
Result<Reading> read(std::string_view utf8, Job const& job);
}  // namespace tw::lists::targets_simple
