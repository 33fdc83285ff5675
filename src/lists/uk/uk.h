/// The UK's consolidated list of OFSI (ConList.csv): one row per name and address of a group.
#pragma once

#include "tidewaiter/lists.h"

namespace tw::lists::uk {
bool recognises(std::string_view head);
Result<Reading> read(std::string_view utf8, Job const& job);
}  // namespace tw::lists::uk
