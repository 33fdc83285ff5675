// A workspace made from the rows of a case.
#pragma once

#include "tidewaiter/engine.h"

#include "runner/case_file.h"

namespace tw::cases {

/// Adds the rows (and the list) to a fresh workspace in `folder` and runs all stages.
Result<engine::Workspace> make_world(Case const& one, std::filesystem::path const& folder);

/// What does not hold, one sentence each; empty when the case passes.
Result<std::vector<std::string>> failures(Case const& one, engine::Workspace const& workspace);

}  // namespace tw::cases
