// The manifest on disk and the names of a workspace's files. Private to the engine room.
#pragma once

#include "tidewaiter/engine.h"

namespace tw::engine {

std::string manifest_json(Manifest const& manifest);
Result<Manifest> parse_manifest(std::string_view json);

Path vault_file(Path const& folder, std::string_view sha256);
/// `tables/<name>-<key>.parquet`
Path table_file(Path const& folder, std::string_view name, std::string_view key);

/// Of a stage in the manifest, or nullptr.
StageTable const* find_stage(Manifest const& manifest, std::string_view stage);

}  // namespace tw::engine
