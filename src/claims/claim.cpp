#include <algorithm>

#include <nlohmann/json.hpp>

#include "tidewaiter/claims.h"

namespace tw::claims {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::pair<Comparator, std::string_view> kSigns[] = {
    {Comparator::none, ""},       {Comparator::more, ">"},     {Comparator::less, "<"},
    {Comparator::at_least, ">="}, {Comparator::at_most, "<="}, {Comparator::equal, "="},
    {Comparator::about, "~"}};

Json list_json(std::vector<std::string> const& values) {
  return values.size() == 1 ? Json(values.front()) : Json(values);
}

Json filter_json(Filter const& filter) {
  Json out = Json::object();
  for (auto const& [column, values] : filter.columns) {
    out[column == "reporter_country" ? "reporter" : column] = list_json(values);
  }
  if (!filter.nationality.empty()) out["nationality"] = list_json(filter.nationality);
  if (!filter.via.empty()) out["via"] = list_json(filter.via);
  for (auto const& [role, party] : filter.parties) {
    Json one = Json::object();
    if (!party.name.empty()) one["name"] = party.name;
    if (!party.country.empty()) one["country"] = party.country;
    if (!party.registration_no.empty()) one["registration_no"] = party.registration_no;
    out[role] = std::move(one);
  }
  return out;
}

/// The number as a JSON number when that keeps every digit, else as a text.
Json number_json(std::string const& number) {
  auto const parsed = Json::parse(number, nullptr, false);
  return parsed.is_number() && parsed.dump() == number ? parsed : Json(number);
}

}  // namespace

std::string_view comparator_sign(Comparator comparator) {
  return std::ranges::find(kSigns, comparator, &std::pair<Comparator, std::string_view>::first)
      ->second;
}

std::optional<Comparator> comparator_of(std::string_view sign) {
  auto const found =
      std::ranges::find(kSigns, sign, &std::pair<Comparator, std::string_view>::second);
  if (found == std::end(kSigns)) return std::nullopt;
  return found->first;
}

std::string_view verdict_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::supported: return "SUPPORTED";
    case Verdict::refuted: return "REFUTED";
    case Verdict::partly: return "PARTLY";
    case Verdict::imprecise: return "IMPRECISE";
    case Verdict::not_decidable: return "NOT DECIDABLE";
    case Verdict::not_a_data_claim: return "NOT A DATA CLAIM";
  }
  return "NOT DECIDABLE";
}

ColumnFilter const* Filter::column(std::string_view name) const {
  auto const found = std::ranges::find(columns, name, &ColumnFilter::column);
  return found == columns.end() ? nullptr : &*found;
}

std::string claim_json(Claim const& claim) {
  Json out = Json::object();
  if (!claim.id.empty()) out["id"] = claim.id;
  if (!claim.text.empty()) out["text"] = claim.text;
  static constexpr std::string_view kKinds[] = {"figure", "listing", "out_of_scope", "not_data"};
  if (claim.kind != Kind::figure) out["kind"] = kKinds[static_cast<std::size_t>(claim.kind)];
  if (!claim.why.empty()) out["why"] = claim.why;
  if (claim.kind == Kind::figure || !claim.filter.empty())
    out["filter"] = filter_json(claim.filter);
  if (claim.denominator) out["denominator"] = filter_json(*claim.denominator);
  if (claim.period) {
    auto const& [first, last] = *claim.period;
    out["period"] = {first == Period::kOpenStart ? Json() : Json(iso_month(first)),
                     last == Period::kOpenEnd ? Json() : Json(iso_month(last))};
  }
  if (!claim.measure.empty()) out["measure"] = claim.measure;
  if (claim.comparator != Comparator::none) out["comparator"] = comparator_sign(claim.comparator);
  if (!claim.number.empty()) out["number"] = number_json(claim.number);
  if (claim.tolerance) out["tolerance"] = number_json(*claim.tolerance);
  if (!claim.hedge.empty()) out["hedge"] = claim.hedge;
  if (claim.from_sentence) out["from_sentence"] = true;
  if (claim.sent_from) out["sent_from"] = true;
  if (!claim.authority.empty()) out["authority"] = claim.authority;
  if (!claim.since.empty()) out["since"] = claim.since;
  if (!claim.disputed_words.empty()) out["disputed_words"] = claim.disputed_words;
  // Invalid UTF-8 in a text becomes U+FFFD; nothing is thrown.
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tw::claims
