#include <algorithm>
#include <map>

#include "tidewaiter/records.h"

#include "records/placing.h"

namespace tw::records {
namespace {

table::Type type_of(std::string_view field) {
  for (auto const& column : shipment_schema()) {
    if (column.name == field) return column.type;
  }
  return table::Type::text;
}

bool is_country(std::string_view field) {
  return field.ends_with("_country") || field.starts_with("country_of_");
}

/// How far the values agree with the field: 1 fully, 0 not at all; none without values.
std::optional<double> agreement(Placing const& column) {
  auto const& profile = column.profile;
  if (profile.filled == 0) return std::nullopt;
  auto const type = type_of(column.field);
  if (type == table::Type::date) return profile.dates;
  if (type == table::Type::mass || type == table::Type::money || column.field == "packages") {
    return profile.numbers;
  }
  if (column.field == "hs_code") return profile.hs_codes;
  if (is_country(column.field)) return profile.countries;
  if (column.field.ends_with("_currency")) return profile.currencies;
  if (column.field == "goods_text" || column.field.ends_with("_name")) {
    return std::min(1.0, profile.letters + 0.3);
  }
  if (column.field == "incoterm") return profile.incoterms;
  return std::nullopt;
}

bool is_number(std::string_view field) {
  auto const type = type_of(field);
  return type == table::Type::mass || type == table::Type::money || type == table::Type::int64;
}

double twin_rank(Placing const& column) {
  auto const& tags = column.meaning.words.tags;
  double rank = column.rank;
  // Scripts that the goods and names rooms read best come first; the twin fills the gaps.
  bool const readable = column.profile.script != text::Script::armenian &&
                        column.profile.script != text::Script::georgian &&
                        column.profile.script != text::Script::thai;
  if (tags.contains("english")) rank += 0.01;
  if (tags.contains("standard")) rank += 0.02;
  if (column.field == "goods_text" && !readable) rank += 0.02;
  return rank;
}

bool is_total(Placing const& column) {
  auto const& tags = column.meaning.words.tags;
  return tags.contains("total");
}

}  // namespace

void check_against_values(std::vector<Placing>& columns) {
  for (auto& column : columns) {
    if (column.field.empty()) continue;
    // The place of a delivery term under a header that promises the term.
    if (column.field == "incoterm" && column.profile.filled > 0 && column.profile.incoterms < 0.3) {
      column.field = column.profile.letters > 0.5 ? "incoterm_place" : "";
      continue;
    }
    auto const agrees = agreement(column);
    if (!agrees) continue;
    auto const least = is_country(column.field) || column.field.ends_with("_currency") ? 0.2 : 0.5;
    bool const some = column.profile.filled >= 3 || *agrees == 0;
    if (some && *agrees < least) column.field.clear();
  }
}

void settle(std::vector<Placing>& columns) {
  std::map<std::string, std::vector<Placing*>> by_field;
  for (auto& column : columns) {
    if (!column.field.empty()) by_field[column.field].push_back(&column);
  }
  for (auto& [field, sources] : by_field) {
    for (auto* source : sources) source->rank = twin_rank(*source);
    std::ranges::stable_sort(sources, {}, [](Placing const* c) { return c->rank; });
    for (std::size_t i = 1; i < sources.size(); ++i) {
      auto& later = *sources[i];
      // A second number is another figure, not another spelling, unless it is a value in dollars.
      bool const other_total = is_number(field) && is_total(later) && !is_total(*sources[0]);
      bool const repeats = later.alone || field == "quantity" || field == "quantity_unit" ||
                           field == "item_no" || field == "net_mass_kg" || field == "flow" ||
                           field == "gross_mass_kg" || field == "packages" ||
                           (other_total && field != "value_usd" && field != "customs_value" &&
                            field != "invoice_value");
      if (repeats) later.field.clear();
    }
  }
  for (auto& column : columns) {
    auto const& words = column.meaning.words;
    if (column.field.empty()) {
      column.confidence = words.tags.empty() ? 0.5 : 0.5 + 0.45 * words.known_share;
      continue;
    }
    auto const agrees = agreement(column);
    auto const by_words = words.tags.empty() ? 0.35 : 0.55 + 0.4 * words.known_share;
    auto const by_rank = column.rank >= 5 ? 0.8 : 1.0;
    column.confidence = by_words * by_rank * (agrees ? 0.4 + 0.6 * *agrees : 0.9);
  }
}

}  // namespace tw::records
