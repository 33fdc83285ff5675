/// The EU's consolidated list of financial sanctions, XML 1.1: everything stands in attributes.
#pragma once

#include "tidewaiter/lists.h"

namespace tw::lists::eu_fsf {
bool recognises(std::string_view head);
Result<Reading> read(std::string_view utf8, Job const& job);
}  // namespace tw::lists::eu_fsf
