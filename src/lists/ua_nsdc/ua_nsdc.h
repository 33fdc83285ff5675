/// Ukraine's NSDC sanctions as a table of the decrees' annexes, with the headers of the register.
#pragma once

#include "tidewaiter/lists.h"

namespace tw::lists::ua_nsdc {
bool recognises(std::string_view head);
Result<Reading> read(std::string_view utf8, Job const& job);
}  // namespace tw::lists::ua_nsdc
