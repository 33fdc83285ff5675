// R26: the triangle of maker, seller and buyer.
#include <fmt/core.h>

#include "risk/flags/all.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

constexpr std::array<std::string_view, 2> kColumns = {
    "country_of_origin|manufacturer_country", "country_of_dispatch|trading_country|seller_country"};

std::string sql(Options const&) {
  // The maker's country in the coalition, or the middle a known transshipment point, weighs more;
  // both sets are proxies, so neither decides alone.
  return fmt::format(
      "WITH roles AS (SELECT row_id, coalesce(manufacturer_country, country_of_origin) AS maker, "
      "country_of_dispatch AS sent, coalesce(seller_country, trading_country, consignor_country) "
      "AS sold, destination FROM risk_rows WHERE bound), "
      "middles AS (SELECT *, CASE WHEN sent <> maker AND sent <> destination THEN sent "
      "WHEN sold <> maker AND sold <> destination THEN sold END AS middle, "
      "sent <> maker AND sent <> destination AS moved FROM roles) "
      "SELECT row_id, (CASE WHEN maker IN ({0}) THEN 0.6 ELSE 0.4 END + CASE WHEN middle IN ({1}) "
      "THEN 0.2 ELSE 0.0 END + CASE WHEN moved THEN 0.2 ELSE 0.0 END)::DOUBLE AS strength, "
      "NULL::DOUBLE AS p, 'made in ' || maker || ', ' || CASE WHEN moved THEN 'sent' ELSE 'sold' "
      "END || ' from ' || middle || ' to ' || destination || CASE WHEN middle IN ({1}) THEN "
      "' (' || middle || ' is a known transshipment point)' ELSE '' END AS detail "
      "FROM middles WHERE middle IS NOT NULL AND maker <> destination",
      group_list("coalition"), group_list("transshipment_wider", "transshipment"));
}

}  // namespace

Flag role_triangle() {
  return {
      .id = "R26",
      .name = "role_triangle",
      .sentence = "Made in one country, sold or sent from a second, bound for a third of concern.",
      .source = "E23, N23, J23",
      .columns = kColumns,
      .sql = sql};
}

}  // namespace tw::risk
