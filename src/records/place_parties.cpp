#include <algorithm>

#include "records/placing.h"

namespace tw::records {
namespace {

using Side = std::array<std::string_view, 5>;
// The best word for the sender and for the receiver of the goods comes first; the next one present
// is the seller or the buyer of the contract.
constexpr Side kSenders = {"consignor", "shipper", "exporter", "supplier", "seller"};
constexpr Side kReceivers = {"consignee", "importer", "buyer", "", ""};

struct Roles {
  std::vector<std::pair<std::string, std::string>> role_of;  ///< Party word -> role of the schema.

  std::string of(std::string_view party) const {
    auto const at = std::ranges::find(role_of, party, &std::pair<std::string, std::string>::first);
    return at == role_of.end() ? std::string{} : at->second;
  }
};

bool names_party(std::vector<Placing> const& columns, std::string_view party) {
  return std::ranges::any_of(columns, [&](Placing const& c) {
    return c.meaning.slot == "party" && c.meaning.party == party && c.meaning.part != "country";
  });
}

void add_side(std::vector<Placing> const& columns, Side const& side, std::string_view first,
              std::string_view second, Roles& roles) {
  std::vector<std::string_view> present;
  for (auto const party : side) {
    if (!party.empty() && names_party(columns, party)) present.push_back(party);
  }
  // A country without a name ("SUPPLIER_COUNTRY") still tells of the party.
  for (auto const party : side) {
    if (!party.empty() && std::ranges::find(present, party) == present.end()) {
      if (present.empty()) roles.role_of.emplace_back(party, first);
    }
  }
  if (!present.empty()) roles.role_of.emplace_back(present[0], first);
  if (present.size() > 1) roles.role_of.emplace_back(present[1], second);
}

Roles roles_of(std::vector<Placing> const& columns) {
  Roles roles;
  add_side(columns, kSenders, "consignor", "seller", roles);
  add_side(columns, kReceivers, "consignee", "buyer", roles);
  for (auto const same : {"declarant", "carrier", "manufacturer", "payer", "bank", "notify"}) {
    roles.role_of.emplace_back(same, same);
  }
  // The broker files the declaration where no declarant is named; the forwarder moves the goods.
  if (!names_party(columns, "declarant")) roles.role_of.emplace_back("broker", "declarant");
  if (!names_party(columns, "carrier")) roles.role_of.emplace_back("forwarder", "carrier");
  return roles;
}

/// The party column next before `column` within three columns: "IMPORTER, ADDRESS".
std::string_view party_before(std::vector<Placing> const& columns, std::size_t column) {
  for (std::size_t back = 1; back <= 3 && back <= column; ++back) {
    auto const& before = columns[column - back];
    if (before.meaning.slot == "party") return before.meaning.party;
  }
  return {};
}

std::string_view local_role(FileHints const& hints) {
  if (hints.flow == "import") return "consignee";
  if (hints.flow == "export") return "consignor";
  return {};
}

}  // namespace

void place_parties(std::vector<Placing>& columns, FileHints const& hints) {
  auto const roles = roles_of(columns);
  for (auto& column : columns) {
    auto const& meaning = column.meaning;
    std::string role;
    std::string part = meaning.part;
    if (meaning.slot == "party") {
      role = roles.of(meaning.party);
    } else if (meaning.slot.starts_with("local_") && meaning.slot != "local_port") {
      part = meaning.slot.substr(6);
      auto const near = roles.of(party_before(columns, column.column));
      // An address belongs to the party beside it; a tax number to the party of this country.
      role = part == "address" && !near.empty() ? near : std::string{local_role(hints)};
      if (role.empty()) role = near;
    }
    if (role.empty()) continue;
    if (part == "phone" && column.profile.emails > 0.5) part = "email";
    // A name column that holds numbers only is the number of the party.
    bool const digits = column.profile.filled >= 3 && column.profile.letters < 0.05;
    if (part == "name" && digits) part = "registration_no";
    column.field = role + "_" + part;
    column.rank = meaning.rank;
  }
}

}  // namespace tw::records
