#include "reference/embedded.h"

#include <algorithm>

#include "tidewaiter/reference.h"

namespace tw::reference {
namespace {

std::span<EmbeddedFile const> files() { return {kEmbeddedFiles, kEmbeddedFileCount}; }

auto first_not_before(std::string_view path) {
  return std::ranges::lower_bound(files(), path, {}, &EmbeddedFile::path);
}

}  // namespace

std::string_view embedded(std::string_view path) {
  auto const found = first_not_before(path);
  ensure(found != files().end() && found->path == path, "an embedded file exists under its name");
  return {found->begin, static_cast<std::size_t>(found->end - found->begin)};
}

std::vector<std::string_view> embedded_paths(std::string_view prefix) {
  std::vector<std::string_view> paths;
  for (auto at = first_not_before(prefix); at != files().end(); ++at) {
    if (!at->path.starts_with(prefix)) break;
    paths.push_back(at->path);
  }
  return paths;
}

}  // namespace tw::reference
