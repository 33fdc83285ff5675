// R17: the HS code against the goods text, as the goods room judges them together.
#include <fmt/core.h>

#include "risk/flags/all.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

constexpr std::array<std::string_view, 2> kColumns = {"goods_text", "hs_code"};

std::string sql(Options const&) {
  return fmt::format(
      "SELECT row_id, misdeclared_probability AS strength, 1 - misdeclared_probability AS p, "
      "'text: ' || coalesce(goods_reason, '') || '; declared as ' || coalesce(hs6, '?') || "
      "coalesce(', reads as ' || hs6_guess, '') AS detail FROM risk_rows "
      "WHERE goods_class <> 'ordinary' AND misdeclared_probability >= {}",
      parameter_text("misdeclared_min"));
}

}  // namespace

Flag code_against_text() {
  return {.id = "R17",
          .name = "code_against_text",
          .sentence = "The goods text says a sensitive thing, the declared code another.",
          .source = "K, J23; E24",
          .columns = kColumns,
          .sql = sql};
}

}  // namespace tw::risk
