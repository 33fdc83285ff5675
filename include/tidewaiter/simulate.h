/// simulate: worlds with planted truth: customs files, lists and claims of invented firms.
/// Nothing downstream reads the truth file but tests. Deterministic in its options.
#pragma once

#include <filesystem>

#include "tidewaiter/core.h"

namespace tw::simulate {

struct Options {
  std::string preset = "article";
  std::uint64_t rows = 200'000;  ///< Background rows over all files; the planted ones come on top.
  std::uint64_t seed = 1;
};
/// What was written, all below the folder.
struct World {
  std::vector<std::filesystem::path> records;  ///< Customs files, to be given to `add`.
  /// Copies of records with planted faults (December's tons ten times too heavy). They repeat rows
  /// of `records`: add them only to see the fault named.
  std::vector<std::filesystem::path> copies;
  std::vector<std::filesystem::path> lists;  ///< Watch lists, to be given to `lists add`.
  std::filesystem::path claims;              ///< claims.json in the form of DESIGN section 4.
  std::filesystem::path truth;               ///< truth.json.
  std::uint64_t rows = 0;                    ///< Rows written in all record files.
};
std::span<std::string_view const> presets();
Result<World> simulate(Options const& options, std::filesystem::path const& folder, Job const& job);

}  // namespace tw::simulate
