/// The official files for tests, outside the repository; a test that needs one skips without it.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "tidewaiter/io.h"
#include "tidewaiter/lists.h"

namespace tw::lists {

/// The bytes of a shared file; nullopt when the folder is not there.
inline std::optional<std::string> shared_file(std::string const& name) {
  char const* const root = std::getenv("TW_SHARED_DATA");
  if (root == nullptr) return std::nullopt;
  auto const path = std::filesystem::path(root) / name;
  if (!std::filesystem::exists(path)) return std::nullopt;
  auto const source = io::SourceBytes::open(path);
  EXPECT_TRUE(source) << source.error().text();
  if (!source) return std::nullopt;
  return std::string(source->bytes());
}

inline Reading read_ok(std::string_view bytes) {
  auto reading = read_list(bytes, Job{});
  EXPECT_TRUE(reading) << reading.error().text();
  return reading ? std::move(*reading) : Reading{};
}

inline std::map<std::string, std::size_t> entries_by_list(Reading const& reading) {
  std::map<std::string, std::size_t> counts;
  for (auto const& entry : reading.entries) ++counts[entry.list];
  return counts;
}

inline Entry const* find_entry(Reading const& reading, std::string_view list,
                               std::string_view name) {
  for (auto const& entry : reading.entries) {
    if (entry.list == list &&
        std::ranges::find(entry.names, name, &ListedName::name) != entry.names.end()) {
      return &entry;
    }
  }
  return nullptr;
}

inline bool has_id(Entry const& entry, std::string_view type, std::string_view value) {
  return std::ranges::any_of(
      entry.ids, [&](ListedId const& id) { return id.type == type && id.value == value; });
}

inline NameKind kind_of_name(Entry const& entry, std::string_view name) {
  auto const found = std::ranges::find(entry.names, name, &ListedName::name);
  EXPECT_NE(found, entry.names.end()) << name;
  return found == entry.names.end() ? NameKind::primary : found->kind;
}

}  // namespace tw::lists

#define TW_SHARED_OR_SKIP(variable, name)                                      \
  auto const variable##_or_none = ::tw::lists::shared_file(name);              \
  if (!variable##_or_none) GTEST_SKIP() << "TW_SHARED_DATA has no " << (name); \
  auto const& variable = *variable##_or_none
