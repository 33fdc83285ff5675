/// What is true of a world, for tests only.
#pragma once

#include <nlohmann/json.hpp>

#include "simulate/world.h"

namespace tw::simulate {

/// Sums of the files, planted rows, hits, parties with their written spellings, kinds of goods.
nlohmann::ordered_json truth_of(Draft const& draft);

}  // namespace tw::simulate
