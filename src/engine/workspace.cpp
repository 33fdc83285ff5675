#include <set>

#include "tidewaiter/io.h"

#include "engine/lock.h"
#include "engine/manifest.h"

namespace tw::engine {

namespace fs = std::filesystem;

Result<Workspace> Workspace::init(Path const& folder, Act const& act) {
  std::error_code error;
  if (fs::exists(folder / "manifest.json", error)) {
    return fail(ErrorKind::wrong_use, folder.string() + " is a workspace already.",
                "Add files with: tidewaiter add FILE --workspace " + folder.string());
  }
  if (fs::exists(folder, error) && !fs::is_directory(folder, error)) {
    return fail(ErrorKind::wrong_use, folder.string() + " is a file, not a folder.",
                "Give the name of a new folder.");
  }
  if (fs::exists(folder, error) && !fs::is_empty(folder, error)) {
    return fail(ErrorKind::wrong_use, folder.string() + " is not empty.",
                "Give the name of a new folder; a workspace keeps only its own files.");
  }
  for (char const* name : {"vault", "tables"}) {
    if (fs::create_directories(folder / name, error); error) {
      return fail(ErrorKind::io_failure,
                  (folder / name).string() + " cannot be made: " + error.message(),
                  "Check the path, its permissions and the free space of the disk.");
    }
  }
  TW_TRY(auto const lock, Lock::take(folder));
  TW_CHECK(append_audit(folder, act, "init", {{"program", "tidewaiter " TW_VERSION}}));
  // The manifest comes last: a folder without one is no workspace.
  Workspace workspace;
  workspace.folder_ = folder;
  TW_CHECK(workspace.publish({}));
  return workspace;
}

Result<Workspace> Workspace::open(Path const& folder) {
  std::error_code error;
  Path const file = folder / "manifest.json";
  if (!fs::exists(file, error)) {
    return fail(ErrorKind::not_found, folder.string() + " is not a workspace.",
                "Make one with: tidewaiter init " + folder.string() +
                    ", or name another with --workspace DIR.");
  }
  TW_TRY(auto const text, io::read_file(file));
  TW_TRY(auto manifest, parse_manifest(text));
  Workspace workspace;
  workspace.folder_ = folder;
  workspace.manifest_ = std::move(manifest);
  return workspace;
}

namespace {

/// Every table file that a manifest names.
std::set<Path> named_tables(Path const& folder, Manifest const& manifest) {
  std::set<Path> files;
  for (Source const& source : manifest.sources) {
    files.insert(table_file(folder, "shipments", source.key));
    files.insert(table_file(folder, "rejects", source.key));
  }
  for (ListVersion const& list : manifest.lists) files.insert(table_file(folder, "list", list.key));
  for (StageTable const& stage : manifest.stages) {
    files.insert(table_file(folder, stage.stage, stage.key));
  }
  return files;
}

}  // namespace

Status Workspace::publish(Manifest manifest) {
  TW_CHECK(io::write_file_atomically(folder_ / "manifest.json", manifest_json(manifest)));
  manifest_ = std::move(manifest);
  // What the new manifest does not name, a killed command left behind or a newer table replaced.
  std::set<Path> const named = named_tables(folder_, manifest_);
  std::error_code error;
  for (auto const& entry : fs::directory_iterator(folder_ / "tables", error)) {
    if (!named.contains(entry.path())) fs::remove(entry.path(), error);
  }
  return {};
}

}  // namespace tw::engine
