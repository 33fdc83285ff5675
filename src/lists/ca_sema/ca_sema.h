/// Canada's Consolidated Autonomous Sanctions List, XML.
#pragma once

#include "tidewaiter/lists.h"

namespace tw::lists::ca_sema {
bool recognises(std::string_view head);
Result<Reading> read(std::string_view utf8, Job const& job);
}  // namespace tw::lists::ca_sema
