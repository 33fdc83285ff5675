#include "records/layout.h"

#include <algorithm>
#include <map>

#include "records/header.h"

namespace tw::records {
namespace {

constexpr std::array<std::string_view, 2> kUnitFields = {"net_mass_unit", "gross_mass_unit"};
constexpr std::array<std::string_view, 8> kMadeByImport = {
    "row_id",     "source_id", "source_file", "source_line",
    "byte_begin", "byte_end",  "version_of",  "cell_states"};

// A layout is taken for recognised when most of its columns are there, or when nearly all columns
// of the file are its: an excerpt of a declaration. "HS_CODE, QUANTITY" alone recognises nothing.
constexpr double kLayoutShareMin = 0.7;
constexpr double kFileShareMin = 0.5;
constexpr std::size_t kColumnsMin = 5;
constexpr double kExcerptShareMin = 0.75;
constexpr std::size_t kExcerptColumnsMin = 8;

bool recognised(std::size_t found, double of_layout, double of_file) {
  bool const whole =
      found >= kColumnsMin && of_layout >= kLayoutShareMin && of_file >= kFileShareMin;
  return whole || (found >= kExcerptColumnsMin && of_file >= kExcerptShareMin);
}

}  // namespace

bool is_layout_field(std::string_view field) {
  return std::ranges::find(kUnitFields, field) != kUnitFields.end();
}

bool is_settable(std::string_view field) {
  if (is_layout_field(field)) return true;
  if (std::ranges::find(kMadeByImport, field) != kMadeByImport.end()) return false;
  return std::ranges::any_of(shipment_schema(), [&](auto const& c) { return c.name == field; });
}

std::vector<std::size_t> columns_of(Layout const& layout, std::vector<std::string> const& header) {
  std::multimap<std::string, std::size_t> places;
  for (std::size_t i = 0; i < header.size(); ++i) places.emplace(header_key(header[i]), i);
  std::vector<std::size_t> out;
  for (auto const& rule : layout.columns) {
    auto const at = places.find(header_key(rule.header));
    out.push_back(at == places.end() ? std::string::npos : at->second);
    if (at != places.end() && places.count(at->first) > 1) places.erase(at);
  }
  return out;
}

LayoutFit best_shipped_layout(std::vector<std::string> const& header) {
  LayoutFit best;
  for (auto const& layout : shipped_layouts()) {
    auto const columns = columns_of(layout, header);
    auto const found = static_cast<std::size_t>(
        std::ranges::count_if(columns, [](auto c) { return c != std::string::npos; }));
    auto const share = static_cast<double>(found) / static_cast<double>(columns.size());
    auto const of_file = static_cast<double>(found) / static_cast<double>(header.size());
    if (!recognised(found, share, of_file)) continue;
    // How much of the file is explained counts first, then how much of the layout is there.
    auto const merit = of_file + share / 10;
    if (merit > best.merit) best = {&layout, merit};
  }
  return best;
}

}  // namespace tw::records
