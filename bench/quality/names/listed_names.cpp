#include "listed_names.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <zlib.h>

#include "tidewaiter/names.h"

#include "csv.h"
#include "reference/names_search.h"

namespace tw::bench {
namespace {

std::string gz_text(std::string const& path) {
  std::string text;
  auto* const file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return text;
  std::vector<char> block(1 << 16);
  for (int read = 0;
       (read = gzread(file, block.data(), static_cast<unsigned>(block.size()))) > 0;) {
    text.append(block.data(), static_cast<std::size_t>(read));
  }
  gzclose(file);
  return text;
}

names::Kind kind_of(std::string const& type) {
  if (type == "Individual") return names::Kind::person;
  if (type == "Vessel") return names::Kind::vessel;
  if (type == "Aircraft") return names::Kind::aircraft;
  return type == "Entity" ? names::Kind::organisation : names::Kind::unknown;
}

std::vector<names::Name> listed_names(std::string const& data) {
  auto const rows = csv_rows(gz_text(data + "/lists_us_csl/consolidated_2022-05.csv.gz"));
  std::vector<names::Name> listed;
  if (rows.empty()) return listed;
  auto const column = [&](std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(rows[0], name) - rows[0].begin());
  };
  auto const type = column("type");
  auto const primary = column("name");
  auto const aliases = column("alt_names");
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() != rows[0].size()) continue;
    auto const kind = kind_of(rows[i][type]);
    listed.push_back(names::analyse(rows[i][primary], kind));
    std::string_view rest = rows[i][aliases];
    while (!rest.empty()) {
      auto const end = std::min(rest.find(';'), rest.size());
      auto const alias = text::trimmed(rest.substr(0, end));
      if (!alias.empty()) listed.push_back(names::analyse(alias, kind));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return listed;
}

}  // namespace

void measure_index_recall(std::string const& data, std::size_t step) {
  auto const listed = listed_names(data);
  if (listed.empty()) {
    fmt::print("No US Consolidated Screening List in {}: index recall not measured.\n", data);
    return;
  }
  names::Index index;
  for (std::uint32_t i = 0; i < listed.size(); ++i) index.add(i, listed[i]);
  index.freeze();
  std::size_t accepted = 0;
  std::size_t found = 0;
  std::size_t queries = 0;
  std::size_t candidates = 0;
  for (std::size_t i = 0; i < listed.size(); i += step) {
    ++queries;
    auto const near = index.candidates(listed[i]);
    candidates += near.size();
    for (auto const at : twins::matches(listed, listed[i])) {
      ++accepted;
      found += std::ranges::binary_search(near, at) ? 1U : 0U;
    }
  }
  fmt::print(
      "index over {} listed names: {} of {} pairs that the comparison accepts are candidates "
      "({:.4f}); {} queries, {:.0f} candidates each\n",
      listed.size(), found, accepted,
      static_cast<double>(found) / static_cast<double>(std::max<std::size_t>(accepted, 1)), queries,
      static_cast<double>(candidates) / static_cast<double>(queries));
}

}  // namespace tw::bench
