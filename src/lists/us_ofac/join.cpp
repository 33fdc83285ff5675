// OFAC's side files joined to the main one: names by "aka", "fka", "nka", and addresses.

#include <algorithm>
#include <unordered_map>

#include <fmt/core.h>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "lists/entry_builder.h"
#include "lists/us_ofac/ofac_rows.h"

namespace tw::lists {
namespace {

using us_ofac::FileKind;
using us_ofac::OfacRows;

/// Entries by OFAC's number, the end of their id; one number may stand on several lists.
std::unordered_multimap<std::string_view, std::size_t> by_number(Reading const& reading) {
  std::unordered_multimap<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < reading.entries.size(); ++i) {
    std::string_view const id = reading.entries[i].entity_id;
    index.emplace(id.substr(id.rfind('-') + 1), i);
  }
  return index;
}

void add_alternate(OfacRows const& row, Entry& entry) {
  auto const type = text::ascii_lowered(row.cell(2));
  auto const kind = type == "fka" ? NameKind::former : NameKind::alias;
  auto name = squeezed(row.cell(3));
  if (name.empty()) return;
  if (std::ranges::find(entry.names, name, &ListedName::name) == entry.names.end()) {
    entry.names.push_back({std::move(name), kind});
  }
}

void add_address(OfacRows const& row, Entry& entry) {
  std::string text;
  for (std::size_t column = 2; column < 5; ++column) {
    auto const part = squeezed(row.cell(column));
    if (part.empty()) continue;
    if (!text.empty()) text += ", ";
    text += part;
  }
  auto const country = reference::country(row.cell(4));
  std::string code(country ? country->view() : std::string_view());
  if (!code.empty() && std::ranges::find(entry.countries, code) == entry.countries.end()) {
    entry.countries.push_back(code);
  }
  bool const has_street = !row.cell(2).empty() || !row.cell(3).empty();
  if (has_street) entry.addresses.push_back({std::move(text), std::move(code)});
}

}  // namespace

Status join_ofac_file(std::string_view bytes, Reading& reading, Job const& job) {
  auto const kind = us_ofac::file_kind(bytes.substr(0, 64 * 1024));
  if (kind != FileKind::alternates && kind != FileKind::addresses) {
    return fail(ErrorKind::bad_input, "The file is neither OFAC's alt.csv nor its add.csv.",
                "Give the side files that belong to sdn.csv or cons_prim.csv.");
  }
  auto const index = by_number(reading);
  OfacRows row(bytes);
  std::uint64_t rows = 0;
  while (row.next()) {
    if (rows++ % 1024 == 0) TW_CHECK(job.go_on());
    ++reading.records;
    auto const [begin, end] = index.equal_range(row.cell(0));
    if (begin == end) {
      reading.rejected.push_back(
          {row.place(), fmt::format("No entry has the number {}.", row.cell(0))});
      continue;
    }
    ++reading.joined;
    for (auto at = begin; at != end; ++at) {
      auto& entry = reading.entries[at->second];
      kind == FileKind::alternates ? add_alternate(row, entry) : add_address(row, entry);
    }
  }
  return {};
}

}  // namespace tw::lists
