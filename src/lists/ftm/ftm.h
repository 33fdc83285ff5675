/// FollowTheMoney entities, one JSON object per line: OpenSanctions entities.ftm.json and
/// targets.nested.json, Aleph exports.
#pragma once

#include "tidewaiter/lists.h"

namespace tw::lists::ftm {
bool recognises(std::string_view head);
Result<Reading> read(std::string_view utf8, Job const& job);
}  // namespace tw::lists::ftm
