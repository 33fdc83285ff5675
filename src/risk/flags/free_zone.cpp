// R35: a free-trade zone on the way.
#include <fmt/core.h>

#include "risk/flags/all.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

constexpr std::array<std::string_view, 1> kColumns = {
    "consignee_address|consignor_address|consignor_name"};

std::string sql(Options const&) {
  return fmt::format(
      "SELECT row_id, 0.5 AS strength, NULL::DOUBLE AS p, 'free zone in: ' || "
      "regexp_extract(words, '(?:[^;]*)' || {0} || '(?:[^;]*)') AS detail FROM (SELECT row_id, "
      "lower(concat_ws('; ', consignee_name, consignee_address, consignor_name, "
      "consignor_address)) AS words FROM risk_rows) WHERE regexp_matches(words, {0})",
      table::sql_text(word_pattern("zone")));
}

}  // namespace

Flag free_zone() {
  return {.id = "R35",
          .name = "free_zone",
          .sentence = "A party of the row sits in a free-trade zone by its name or address.",
          .source = "K",
          .columns = kColumns,
          .sql = sql};
}

}  // namespace tw::risk
