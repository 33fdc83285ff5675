// R19: value per kilogram against like goods. A slip of units shows here as well as a false price.
#include <fmt/core.h>

#include "risk/flags/all.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

constexpr std::array<std::string_view, 2> kColumns = {"net_mass_kg", "value_usd"};

std::string sql(Options const&) {
  // Within class, HS6 and origin when there are rows enough, else within class and origin. The
  // modified z (Iglewicz and Hoaglin 1993) needs no normal tails; p is the rank in the group.
  return fmt::format(
      "WITH priced AS (SELECT row_id, goods_class, hs6, country_of_origin AS origin, "
      "(value_usd / net_mass_kg)::DOUBLE AS price FROM risk_rows WHERE goods_class <> 'ordinary' "
      "AND value_usd > 0 AND net_mass_kg > 0), "
      "sized AS (SELECT *, CASE WHEN count(*) OVER (PARTITION BY goods_class, hs6, origin) >= {0} "
      "THEN hs6 END AS code FROM priced), "
      "centres AS (SELECT goods_class, code, origin, count(*) AS n, median(ln(price)) AS middle, "
      "greatest(mad(ln(price)), {1}) AS spread FROM sized GROUP BY ALL HAVING count(*) >= {0}), "
      "scored AS (SELECT s.row_id, s.price, c.n, c.middle, s.goods_class, s.origin, s.code, "
      "0.6745 * (ln(s.price) - c.middle) / c.spread AS z FROM sized s JOIN centres c ON "
      "s.goods_class = c.goods_class AND s.code IS NOT DISTINCT FROM c.code "
      "AND s.origin IS NOT DISTINCT FROM c.origin), "
      "ranked AS (SELECT *, rank() OVER (PARTITION BY goods_class, code, origin "
      "ORDER BY abs(z) DESC) / (n + 1) AS p FROM scored) "
      "SELECT row_id, least(1.0, (abs(z) - {2}) / (2 * {2}) + 0.3) AS strength, p::DOUBLE AS p, "
      "printf('%.2f USD/kg; the middle of %d like rows is %.2f (robust z %.1f)', price, n, "
      "exp(middle), z) AS detail FROM ranked WHERE abs(z) > {2}",
      parameter_text("price_rows_min"), parameter_text("price_spread_min"),
      parameter_text("price_z_min"));
}

}  // namespace

Flag unit_value() {
  return {.id = "R19",
          .name = "unit_value",
          .sentence = "The value per kilogram lies far from that of like goods of the same origin.",
          .source = "N23, CEPR",
          .columns = kColumns,
          .sql = sql};
}

}  // namespace tw::risk
