// LST: a listed party on the row, on that day. A hit is a match of names, not a verdict.
#include <fmt/core.h>

#include "risk/flags/all.h"

namespace tw::risk {
namespace {

constexpr std::array<std::string_view, 1> kColumns = {"consignor_name|consignee_name"};

std::string sql(Options const&) {
  // A hit of a list without dates may be later than the row: it counts less.
  return "SELECT row_id, max(score * CASE WHEN listed_on_day THEN 1.0 ELSE 0.7 END) AS strength, "
         "NULL::DOUBLE AS p, string_agg(DISTINCT role || ' ' || mention_name || ' is ' || "
         "listed_name || ' of ' || list || coalesce(' since ' || listed_on, ' (day not given)'), "
         "'; ' ORDER BY role || ' ' || mention_name || ' is ' || listed_name || ' of ' || list || "
         "coalesce(' since ' || listed_on, ' (day not given)')) AS detail "
         "FROM hits WHERE listed_on_day IS NOT false GROUP BY row_id";
}

}  // namespace

Flag listed_party() {
  return {
      .id = "LST",
      .name = "listed_party",
      .sentence =
          "A party of the row stands on a list on the row's day, or on a list that gives no day.",
      .source = "lists",
      .columns = kColumns,
      .sql = sql};
}

}  // namespace tw::risk
