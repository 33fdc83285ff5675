/// Tidewaiter's own watch-list CSV, docs/lists.md.
#pragma once

#include "tidewaiter/lists.h"

namespace tw::lists::own_csv {
bool recognises(std::string_view head);
Result<Reading> read(std::string_view utf8, Job const& job);
}  // namespace tw::lists::own_csv
