#include "lists/us_bis/us_bis.h"

#include <algorithm>

#include "lists/shaped_csv.h"
#include "lists/table_reader.h"

namespace tw::lists::us_bis {
namespace {

constexpr Header kHeaders[] = {
    {"name", Role::name},
    {"street_address", Role::address_part},
    {"city", Role::address_part},
    {"state", Role::address_part},
    {"postal_code", Role::address_part},
    {"country", Role::country},
    {"effective_date", Role::listed_on},
    {"expiration_date", Role::delisted_on},
    {"action", Role::remarks},
    {"fr_citation", Role::remarks},
};
constexpr Shape kShape{
    .format = "us_bis_dpl", .headers = kHeaders, .list = "us_dpl", .order = DayOrder::month_first};

}  // namespace

bool recognises(std::string_view head) {
  auto const keys = header_keys(head);
  auto const has = [&](std::string_view key) { return std::ranges::find(keys, key) != keys.end(); };
  return has("name") && has("effective_date") && has("fr_citation");
}

Result<Reading> read(std::string_view utf8, Job const& job) {
  return read_shaped(utf8, kShape, job);
}

}  // namespace tw::lists::us_bis
