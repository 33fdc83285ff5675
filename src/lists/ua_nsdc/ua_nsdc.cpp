#include "lists/ua_nsdc/ua_nsdc.h"

#include <algorithm>

#include "lists/shaped_csv.h"
#include "lists/table_reader.h"

namespace tw::lists::ua_nsdc {
namespace {

constexpr Header kHeaders[] = {
    {"назва_ориг", Role::name},
    {"назва_укр", Role::name},
    {"назва_альт", Role::aliases},
    {"№_указу", Role::programmes},
    {"дата_указу", Role::listed_on},
    {"дата_закінчення_обмеження", Role::delisted_on},
    {"окпо_єдрпоу", Role::lettered_number},
    {"іпн", Role::lettered_number},
    {"місце_діяльності", Role::address},
    {"місце_діяльності_додатково", Role::address},
    {"тип_обмеження", Role::remarks},
    {"додатково", Role::remarks},
};
constexpr Shape kShape{.format = "ua_nsdc_csv", .headers = kHeaders, .list = "ua_nsdc"};

}  // namespace

bool recognises(std::string_view head) {
  auto const keys = header_keys(head);
  auto const has = [&](std::string_view key) { return std::ranges::find(keys, key) != keys.end(); };
  return has("назва_укр") && has("дата_указу");
}

Result<Reading> read(std::string_view utf8, Job const& job) {
  return read_shaped(utf8, kShape, job);
}

}  // namespace tw::lists::ua_nsdc
