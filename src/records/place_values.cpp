#include <algorithm>

#include "records/layout.h"
#include "records/placing.h"

namespace tw::records {
namespace {

// Statistical values are in US dollars in these countries' declarations; elsewhere they are not
// taken for dollars unless the header says so.
constexpr std::array<std::string_view, 14> kStatisticsInUsd = {
    "RU", "BY", "KZ", "KG", "AM", "UZ", "TJ", "TM", "GE", "AZ", "UA", "MD", "TR", ""};

bool has(Placing const& column, std::string_view tag) {
  return column.meaning.words.tags.contains(tag);
}

std::size_t count_of(std::vector<Placing> const& columns, std::string_view field) {
  return static_cast<std::size_t>(std::ranges::count(columns, field, &Placing::field));
}

/// Rank of a column in US dollars as the source of value_usd.
double usd_rank(Placing const& column, FileHints const& hints) {
  double rank = 1;
  if (has(column, "fob")) rank = hints.flow == "export" ? 1.5 : 2.5;
  if (has(column, "cif")) rank = hints.flow == "export" ? 2.5 : 1.5;
  if (has(column, "customs")) rank = 3;
  if (has(column, "declared")) rank = 3.5;
  if (has(column, "invoice")) rank = 4;
  if (has(column, "item")) rank -= 0.5;
  if (has(column, "total")) rank += 0.25;
  return rank;
}

void place_in_usd(Placing& column, FileHints const& hints) {
  if (column.meaning.slot == "statistical_value") {
    column.field = "statistical_value_usd";
    column.rank = 1;
  } else {
    column.field = "value_usd";
    column.rank = usd_rank(column, hints);
  }
}

void place_value(Placing& column, FileHints const& hints) {
  auto const& slot = column.meaning.slot;
  auto const local = local_currency(hints.reporter);
  auto currency = column.meaning.words.currency;
  bool const foreign = has(column, "foreign_currency");
  if (currency.empty() && has(column, "local_currency")) currency = local;
  if (currency == "USD") return place_in_usd(column, hints);
  if (slot == "statistical_value") {
    bool const usd = std::ranges::find(kStatisticsInUsd, hints.reporter) != kStatisticsInUsd.end();
    column.field = usd && currency.empty() ? "statistical_value_usd" : "customs_value";
    column.currency = usd && currency.empty() ? std::string{} : currency;
    column.rank = 2;
    return;
  }
  bool const plain_local = !currency.empty() && !has(column, "invoice");
  if (slot == "customs_value" || plain_local) {
    column.field = "customs_value";
    column.currency = currency.empty() ? std::string{local} : currency;
    if (foreign) column.currency = kInvoiceCurrency;
    column.rank = (slot == "customs_value" ? 1 : 3) + (has(column, "total") ? 0.25 : 0);
    if (foreign) column.rank += 0.5;
    return;
  }
  column.field = "invoice_value";
  column.currency = currency;
  column.rank = column.meaning.rank;
  if (foreign) column.rank = std::min(column.rank, 2.0);
  if (has(column, "item")) column.rank -= 0.5;
  if (!currency.empty()) column.rank += 1.5;  // The row's own currency says more.
  column.alone = column.meaning.rank >= 5 && !foreign;
}

/// A dollar column keeps its own name where no other column holds that kind of value, provided
/// that value_usd has another source.
void keep_kind(std::vector<Placing>& columns, std::string_view tag, std::string_view field) {
  for (auto& column : columns) {
    bool const candidate = column.field == "value_usd" && has(column, tag);
    if (!candidate || count_of(columns, "value_usd") < 2 || count_of(columns, field) > 0) continue;
    bool const better = std::ranges::any_of(columns, [&](Placing const& other) {
      return other.field == "value_usd" && other.rank < column.rank;
    });
    if (!better) continue;
    column.field = field;
    column.currency = "USD";
  }
}

}  // namespace

bool is_value_slot(std::string_view slot) {
  return slot == "statistical_value" || slot == "customs_value" || slot == "invoice_value" ||
         slot == "total_value";
}

void place_values(std::vector<Placing>& columns, FileHints const& hints) {
  for (auto& column : columns) {
    if (!is_value_slot(column.meaning.slot)) continue;
    // "VALUE UNIT" and "FOB UNIT" are prices of one piece.
    if (has(column, "unit") || has(column, "quantity")) continue;
    place_value(column, hints);
    column.unit = column.meaning.words.unit == "1000" ? "1000" : "";
  }
  keep_kind(columns, "invoice", "invoice_value");
  keep_kind(columns, "customs", "customs_value");
}

}  // namespace tw::records
