#include <algorithm>

#include "tidewaiter/reference.h"

#include "records/layout.h"
#include "records/placing.h"

namespace tw::records {
namespace {

bool any_field(std::vector<Placing> const& columns, std::string_view field) {
  return std::ranges::any_of(columns, [&](auto const& c) { return c.field == field; });
}

bool any_slot(std::vector<Placing> const& columns, std::string_view slot) {
  return std::ranges::any_of(columns, [&](auto const& c) { return c.meaning.slot == slot; });
}

/// Slots whose field depends on the direction of the file.
std::string by_flow(std::string_view slot, std::string_view flow) {
  struct Pair {
    std::string_view slot, import_field, export_field;
  };
  constexpr std::array<Pair, 4> kPairs = {{
      {"partner_country", "country_of_origin", "country_of_destination"},
      {"shipment_country", "country_of_dispatch", "country_of_destination"},
      {"local_port", "port_of_discharge", "port_of_loading"},
      {"foreign_port", "port_of_loading", "port_of_discharge"},
  }};
  for (auto const& pair : kPairs) {
    if (pair.slot != slot) continue;
    if (flow == "import") return std::string{pair.import_field};
    if (flow == "export") return std::string{pair.export_field};
  }
  return {};
}

/// The field of a mass of which the header does not say whether it is net or gross.
std::string unclear_mass(std::vector<Placing> const& columns) {
  // Bills of lading and carriers weigh with the packing, so an open "weight" is gross.
  return any_slot(columns, "gross_mass_kg") ? std::string{} : "gross_mass_kg";
}

std::string field_of_slot(Placing const& column, std::vector<Placing> const& columns,
                          FileHints const& hints) {
  auto const& slot = column.meaning.slot;
  if (auto field = by_flow(slot, hints.flow); !field.empty()) return field;
  if (slot == "mass_unclear") return unclear_mass(columns);
  if (slot == "mass_unit_unclear") {
    return any_slot(columns, "gross_mass_kg") || !any_slot(columns, "net_mass_kg")
               ? "gross_mass_unit"
               : "net_mass_unit";
  }
  // A tariff heading is no description of the goods, unless there is no other.
  if (slot == "tariff_text") return any_slot(columns, "goods_text") ? "" : "goods_text";
  if (slot == "quantity_second") return any_slot(columns, "quantity") ? "" : "quantity";
  if (slot == "unit_second") return any_slot(columns, "quantity") ? "" : "quantity_unit";
  return is_settable(slot) ? slot : std::string{};
}

std::string mass_unit(HeaderWords const& words) {
  return words.unit == "t" || words.unit == "g" || words.unit == "lb" ? words.unit : "";
}

}  // namespace

void place_rest(std::vector<Placing>& columns, FileHints const& hints) {
  for (auto& column : columns) {
    if (!column.field.empty() || column.meaning.slot.empty()) continue;
    if (column.meaning.slot == "party" || is_value_slot(column.meaning.slot)) continue;
    column.field = field_of_slot(column, columns, hints);
    column.rank = column.meaning.rank;
    if (column.field.ends_with("_mass_kg")) column.unit = mass_unit(column.meaning.words);
    // "COUNTRY" that is always the reporter says nothing of the partner.
    bool const partner = column.meaning.slot == "partner_country";
    if (!partner || column.profile.top_share < 0.9 || hints.reporter.empty()) continue;
    auto const top = reference::country(column.profile.top);
    if (top && top->view() == hints.reporter) column.field.clear();
  }
  // By the values alone, where the headers leave a key field without a column.
  for (auto& column : columns) {
    if (!column.field.empty() || !column.meaning.words.tags.empty()) continue;
    auto const& profile = column.profile;
    if (profile.filled < 3 || profile.top_share > 0.99) continue;
    if (profile.hs_codes > 0.95 && profile.numbers > 0.5 && profile.dates < 0.1 &&
        !any_field(columns, "hs_code")) {
      column.field = "hs_code";
    } else if (profile.dates > 0.95 && profile.hs_codes < 0.2 &&
               !any_field(columns, "registered_on") && !any_field(columns, "released_on")) {
      column.field = "registered_on";
    }
  }
}

}  // namespace tw::records
