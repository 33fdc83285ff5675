// R21: a text of words that say nothing.
#include <fmt/core.h>

#include "risk/flags/all.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

constexpr std::array<std::string_view, 1> kColumns = {"goods_text"};

std::string sql(Options const&) {
  return fmt::format(
      "SELECT row_id, 0.7 AS strength, NULL::DOUBLE AS p, '\"' || goods_text || '\" under ' || "
      "coalesce(hs6, '?') AS detail FROM risk_rows WHERE goods_text IS NOT NULL AND "
      "len(list_filter(string_split_regex(lower(goods_text), '[^\\p{{L}}]+'), lambda w: "
      "length(w) > 1 AND NOT regexp_full_match(w, {}))) = 0",
      table::sql_text(word_pattern("vague")));
}

}  // namespace

Flag vague_text() {
  return {.id = "R21",
          .name = "vague_text",
          .sentence = "The goods text says nothing, while the code is one of a controlled kind.",
          .source = "K, N23",
          .columns = kColumns,
          .sql = sql};
}

}  // namespace tw::risk
