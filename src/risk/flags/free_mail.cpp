// R16: a free mail service. Small firms use them too: weak.
#include <fmt/core.h>

#include "risk/flags/all.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

constexpr std::array<std::string_view, 1> kColumns = {"consignee_email"};

std::string sql(Options const&) {
  return fmt::format(
      "SELECT row_id, 0.5 AS strength, NULL::DOUBLE AS p, 'e-mail ' || consignee_email AS detail "
      "FROM risk_rows WHERE regexp_matches(lower(consignee_email), {})",
      table::sql_text(word_pattern("mail")));
}

}  // namespace

Flag free_mail() {
  return {.id = "R16",
          .name = "free_mail",
          .sentence = "The consignee of sensitive goods writes from a free mail service.",
          .source = "N23, T",
          .columns = kColumns,
          .sql = sql};
}

}  // namespace tw::risk
