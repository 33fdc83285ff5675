#include <algorithm>
#include <map>

#include "reference/country_table.h"
#include "reference/rows.h"

namespace tw::reference {
namespace {

struct Membership {
  Country country;
  std::optional<Date> from;
  std::optional<Date> to;  ///< The first day outside.

  bool holds(Date on) const { return (!from || *from <= on) && (!to || on < *to); }
};
using Groups = std::map<std::string, std::vector<Membership>, std::less<>>;

Groups read_groups() {
  OwnTable const table("reference/country_groups.csv");
  auto const group = table.column("group");
  auto const code = table.column("code");
  auto const from = table.column("from");
  auto const to = table.column("to");
  Groups groups;
  for (std::size_t i = 0; i < table.size(); ++i) {
    groups[table.cell(i, group)].push_back({own_code(table.cell(i, code)),
                                            own_date(table.cell(i, from)),
                                            own_date(table.cell(i, to))});
  }
  return groups;
}

Groups const& all_groups() {
  static Groups const groups = read_groups();
  return groups;
}

}  // namespace

bool in_group(Country country, std::string_view group, Date on) {
  auto const found = all_groups().find(group);
  if (found == all_groups().end()) return false;
  return std::ranges::any_of(found->second, [&](Membership const& member) {
    return member.country == country && member.holds(on);
  });
}

std::vector<Country> group_members(std::string_view group, Date on) {
  std::vector<Country> members;
  auto const found = all_groups().find(group);
  if (found == all_groups().end()) return members;
  for (auto const& member : found->second) {
    if (member.holds(on)) members.push_back(member.country);
  }
  std::ranges::sort(members);
  members.erase(std::ranges::unique(members).begin(), members.end());
  return members;
}

std::vector<std::string_view> groups() {
  std::vector<std::string_view> names;
  for (auto const& [name, members] : all_groups()) names.push_back(name);
  return names;
}

}  // namespace tw::reference
