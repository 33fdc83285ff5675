// R5: who takes the goods is by its name no end user.
#include <fmt/core.h>

#include "risk/flags/all.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

constexpr std::array<std::string_view, 1> kColumns = {"consignee_name"};

std::string sql(Options const&) {
  std::string kinds;
  for (auto const& row : table_rows("words.psv", 3)) {
    if (row[0] != "role") continue;
    kinds += fmt::format(" WHEN regexp_matches(lower(consignee_name), {}) THEN {}",
                         table::sql_text(row[2]), table::sql_text(row[1]));
  }
  return fmt::format(
      "SELECT row_id, CASE WHEN kind = 'trading company' THEN 0.4 ELSE 0.7 END::DOUBLE AS "
      "strength, "
      "NULL::DOUBLE AS p, 'the consignee ' || consignee_name || ' is by its name a ' || kind AS "
      "detail FROM (SELECT *, CASE{} END AS kind FROM risk_rows) WHERE kind IS NOT NULL "
      "AND (buyer_name IS NULL OR buyer_party = consignee_party)",
      kinds);
}

}  // namespace

Flag middle_role() {
  return {.id = "R5",
          .name = "middle_role",
          .sentence =
              "The consignee is by its name a forwarder, bank, parcel centre or trading company, "
              "and no other end user is named.",
          .source = "K, N23",
          .columns = kColumns,
          .sql = sql};
}

}  // namespace tw::risk
