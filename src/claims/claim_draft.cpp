#include "claims/claim_draft.h"

#include <algorithm>

#include <fmt/format.h>

namespace tw::claims {
namespace {

constexpr std::string_view kForm =
    "Write it as a structured claim instead: {\"id\": \"1\", \"filter\": {\"reporter\": \"RU\", "
    "\"flow\": \"import\", \"goods_class\": \"body_armour\", \"country_of_origin\": \"TR\"}, "
    "\"period\": [\"2022-07\", \"2022-12\"], \"measure\": \"net_mass_kg\", \"comparator\": \">\", "
    "\"number\": 12000} and give the file with --claims (docs/methods/claims.md).";

Filter sorted(Filter filter) {
  std::ranges::sort(filter.columns, {}, &ColumnFilter::column);
  for (auto& one : filter.columns) std::ranges::sort(one.values);
  std::ranges::sort(filter.parties, {}, &std::pair<std::string, PartyFilter>::first);
  std::ranges::sort(filter.via);
  std::ranges::sort(filter.nationality);
  return filter;
}

/// A share without a verb between part and whole: what tells where from belongs to the part.
Filter whole_of(Filter filter) {
  filter.nationality.clear();
  filter.via.clear();
  std::erase_if(filter.columns, [](ColumnFilter const& c) {
    return c.column == "country_of_origin" || c.column == "country_of_dispatch";
  });
  std::erase_if(filter.parties, [](auto const& p) { return p.first != "consignee"; });
  return filter;
}

}  // namespace

std::unexpected<Error> no_claim(std::string const& why) {
  return fail(ErrorKind::bad_input, "The sentence cannot be read as a claim. " + why,
              std::string(kForm));
}

void ClaimDraft::set_number(FoundNumber const& number, std::string_view compare) {
  if (!claim.number.empty()) {
    trouble = fmt::format("It holds two figures, {} and {}: make it two claims.", claim.number,
                          number.decimal);
    return;
  }
  claim.number = number.decimal;
  claim.comparator = Comparator::equal;
  if (compare.starts_with('~')) {
    claim.comparator = Comparator::about;
    claim.hedge = compare.substr(1);
  } else if (!compare.empty()) {
    claim.comparator = *comparator_of(compare);
  }
}

void ClaimDraft::set_measure(std::string_view unit) {
  auto const sign = unit.find_first_of("*/");
  claim.measure = unit.substr(0, sign);
  if (sign == std::string_view::npos || claim.number.empty()) return;
  auto const places = static_cast<int>(unit.size() - sign - 2);
  claim.number = shifted(claim.number, unit[sign] == '*' ? places : -places);
}

void ClaimDraft::put(std::string_view column, std::string const& value) {
  for (auto& one : claim.filter.columns) {
    if (one.column != column) continue;
    if (std::ranges::find(one.values, value) == one.values.end()) one.values.push_back(value);
    return;
  }
  claim.filter.columns.push_back({std::string(column), {value}});
}
void ClaimDraft::party(std::string const& role, PartyFilter const& filter) {
  for (auto const& [other, held] : claim.filter.parties) {
    if (other != role) continue;
    if (!(held == filter)) trouble = fmt::format("It names two parties as {}.", role);
    return;
  }
  claim.filter.parties.emplace_back(role, filter);
}
void ClaimDraft::nationality(std::string const& country) {
  auto& list = claim.filter.nationality;
  if (std::ranges::find(list, country) == list.end()) list.push_back(country);
}

void ClaimDraft::set_whole() { claim.denominator = sorted(claim.filter); }

Result<Claim> ClaimDraft::finish() {
  if (claim.filter.empty()) return no_claim("It names no goods, country or firm.");
  if (claim.measure.empty() && !claim.number.empty()) {
    return no_claim(fmt::format("It does not say {} of what.", claim.number));
  }
  if (claim.measure.empty()) claim.measure = "shipments";
  claim.filter = sorted(std::move(claim.filter));
  if (claim.measure.starts_with("share_")) {
    if (!claim.denominator) claim.denominator = whole_of(claim.filter);
    if (*claim.denominator == claim.filter) {
      return no_claim("It does not say what the share is of.");
    }
  }
  return std::move(claim);
}

}  // namespace tw::claims
