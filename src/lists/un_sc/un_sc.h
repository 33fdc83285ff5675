/// The United Nations Security Council Consolidated List, XML.
#pragma once

#include "tidewaiter/lists.h"

namespace tw::lists::un_sc {
bool recognises(std::string_view head);
Result<Reading> read(std::string_view utf8, Job const& job);
}  // namespace tw::lists::un_sc
