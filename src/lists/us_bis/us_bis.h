/// The US Denied Persons List as BIS publishes it: dpl.txt, a table of tab-separated columns.
#pragma once

#include "tidewaiter/lists.h"

namespace tw::lists::us_bis {
bool recognises(std::string_view head);
Result<Reading> read(std::string_view utf8, Job const& job);
}  // namespace tw::lists::us_bis
