/// The US Consolidated Screening List: thirteen lists of three departments in one CSV.
#pragma once

#include "tidewaiter/lists.h"

namespace tw::lists::us_csl {
bool recognises(std::string_view head);
Result<Reading> read(std::string_view utf8, Job const& job);
}  // namespace tw::lists::us_csl
