#include "claims/where.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tw::claims {
namespace {

std::string joined(std::vector<std::string> const& terms) {
  return terms.empty() ? "true" : fmt::format("{}", fmt::join(terms, " AND "));
}

std::string month_start(int month) { return fmt::format("DATE '{}-01'", iso_month(month)); }

/// HS codes are asked for by any number of digits.
std::string hs_term(std::vector<std::string> const& values) {
  std::vector<std::string> terms;
  for (auto const& value : values) {
    std::string digits;
    std::ranges::copy_if(value, std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    auto const column = digits.size() > 6 ? "hs_code" : "hs6";
    terms.push_back(digits.size() == 6
                        ? fmt::format("hs6 = {}", table::sql_text(digits))
                        : fmt::format("starts_with({}, {})", column, table::sql_text(digits)));
  }
  return fmt::format("({})", fmt::join(terms, " OR "));
}

}  // namespace

std::string one_of(std::string const& column, std::vector<std::string> const& values) {
  std::vector<std::string> texts;
  for (auto const& value : values) texts.push_back(table::sql_text(value));
  return texts.size() == 1 ? fmt::format("{} = {}", column, texts.front())
                           : fmt::format("{} IN ({})", column, fmt::join(texts, ", "));
}

std::vector<std::uint32_t> const& PartyNumbers::of(PartyFilter const& filter) {
  auto const key = filter.name + '\n' + filter.country + '\n' + filter.registration_no;
  auto const [place, is_new] = found_.try_emplace(key);
  if (is_new) {
    if (context_.party_numbers) place->second = context_.party_numbers(filter);
    std::ranges::sort(place->second);
    if (place->second.empty()) {
      unknown_.push_back(filter.name.empty() ? filter.registration_no : filter.name);
    }
  }
  return place->second;
}

std::string Where::date(DateBy by) const {
  std::vector<std::string> candidates = {"released_on", "registered_on", "shipped_on",
                                         "arrived_on"};
  if (by == DateBy::registered) candidates = {"registered_on"};
  if (by == DateBy::arrived) candidates = {"arrived_on"};
  std::erase_if(candidates, [&](auto const& column) { return !scene_.has(column); });
  if (candidates.size() < 2) return candidates.empty() ? "" : candidates.front();
  return fmt::format("coalesce({})", fmt::join(candidates, ", "));
}

std::string Where::column_term(ColumnFilter const& filter) const {
  if (!scene_.has(filter.column)) return "false";
  if (filter.column == "hs6" || filter.column == "hs_code") return hs_term(filter.values);
  auto const name = table::sql_name(filter.column);
  if (filter.column == "brand") {
    std::vector<std::string> lowered;
    for (auto const& value : filter.values) {
      lowered.push_back(fmt::format("lower({}) = lower({})", name, table::sql_text(value)));
    }
    return fmt::format("({})", fmt::join(lowered, " OR "));
  }
  if (filter.column == "goods_class") {
    // A class holds its finer classes: drone holds drone.quadcopter.
    std::vector<std::string> terms;
    for (auto const& value : filter.values) {
      terms.push_back(fmt::format("{} = {} OR starts_with({}, {})", name, table::sql_text(value),
                                  name, table::sql_text(value + ".")));
    }
    return fmt::format("({})", fmt::join(terms, " OR "));
  }
  return one_of(fmt::format("CAST({} AS VARCHAR)", name), filter.values);
}

std::string Where::party_term(std::string const& role, PartyFilter const& party) const {
  if (party.name.empty() && party.registration_no.empty()) {
    auto const column = role + "_country";
    return scene_.has(column) ? one_of(column, {party.country}) : "false";
  }
  auto const column = role + "_party";
  auto const& numbers = parties_.of(party);
  if (numbers.empty() || !scene_.has(column)) return "false";
  return fmt::format("{} IN ({})", column, fmt::join(numbers, ", "));
}

std::vector<std::string> Where::terms(Filter const& filter, Choices const& choices) const {
  std::vector<std::string> out;
  for (auto const& column : filter.columns) out.push_back(column_term(column));
  for (auto const& [role, party] : filter.parties) out.push_back(party_term(role, party));
  if (!filter.nationality.empty()) {
    static constexpr std::string_view kColumns[] = {"country_of_origin", "country_of_dispatch",
                                                    "consignor_country"};
    std::string const column(kColumns[static_cast<std::size_t>(choices.nation)]);
    out.push_back(scene_.has(column) ? one_of(column, filter.nationality) : "false");
  }
  if (!filter.via.empty()) {
    auto const dispatch = one_of("country_of_dispatch", filter.via);
    auto const trading = one_of("trading_country", filter.via);
    switch (choices.via) {
      case ViaBy::dispatch:
        out.push_back(scene_.has("country_of_dispatch") ? dispatch : "false");
        break;
      case ViaBy::trading: out.push_back(scene_.has("trading_country") ? trading : "false"); break;
      case ViaBy::either: out.push_back(fmt::format("({} OR {})", dispatch, trading)); break;
    }
  }
  return out;
}

std::string Where::frame(Filter const& filter, std::optional<Period> const& period,
                         Choices const& choices) const {
  std::vector<std::string> out;
  if (scene_.has("status")) out.push_back("coalesce(status, 'effective') = 'effective'");
  for (std::string_view const column : {"reporter_country", "flow"}) {
    if (auto const* given = filter.column(column)) out.push_back(column_term(*given));
  }
  if (choices.side == Side::imports) out.push_back("flow = 'import'");
  if (choices.side == Side::exports) out.push_back("flow IN ('export', 're_export')");
  if (!choices.source_id.empty()) out.push_back(one_of("source_id", {choices.source_id}));
  if (period) {
    auto const day = date(choices.date);
    out.push_back(day.empty() ? "false" : fmt::format("{} >= {}", day, month_start(period->first)));
    if (!day.empty()) out.push_back(fmt::format("{} < {}", day, month_start(period->last + 1)));
  }
  return joined(out);
}

std::string Where::of(Filter const& filter, std::optional<Period> const& period,
                      Choices const& choices) const {
  auto all = terms(filter, choices);
  all.insert(all.begin(), frame(filter, period, choices));
  auto const condition = joined(all);
  return choices.each_once ? first_source_only(condition) : condition;
}

std::string Where::first_source_only(std::string const& condition) const {
  if (!scene_.has("declaration_no") || !scene_.has("source_id")) return condition;
  std::map<std::string, std::uint64_t> rows_of;
  for (auto const& coverage : scene_.coverage) rows_of[coverage.source_id] += coverage.rows;
  if (rows_of.size() < 2) return condition;
  std::vector<std::pair<std::string, std::uint64_t>> sources(rows_of.begin(), rows_of.end());
  std::ranges::stable_sort(sources, std::ranges::greater{},
                           &std::pair<std::string, std::uint64_t>::second);
  std::string rank = "CASE source_id";
  for (std::size_t i = 0; i < sources.size(); ++i) {
    rank += fmt::format(" WHEN {} THEN {}", table::sql_text(sources[i].first), i);
  }
  rank += fmt::format(" ELSE {} END", sources.size());
  return fmt::format(
      "({}) AND row_id NOT IN (SELECT row_id FROM (SELECT row_id, dense_rank() OVER (PARTITION BY "
      "reporter_country, flow, declaration_no ORDER BY {}) AS place FROM shipments WHERE ({}) AND "
      "declaration_no IS NOT NULL) WHERE place > 1)",
      condition, rank, condition);
}

std::vector<std::string> Where::columns(Filter const& filter, Choices const& choices) const {
  std::vector<std::string> out;
  for (auto const& column : filter.columns) out.push_back(column.column);
  for (auto const& [role, party] : filter.parties) {
    bool const by_country = party.name.empty() && party.registration_no.empty();
    out.push_back(role + (by_country ? "_country" : "_party"));
  }
  if (!filter.nationality.empty()) {
    static constexpr std::string_view kColumns[] = {"country_of_origin", "country_of_dispatch",
                                                    "consignor_country"};
    out.emplace_back(kColumns[static_cast<std::size_t>(choices.nation)]);
  }
  if (!filter.via.empty()) {
    out.emplace_back(choices.via == ViaBy::trading ? "trading_country" : "country_of_dispatch");
  }
  std::ranges::sort(out);
  auto const repeated = std::ranges::unique(out);
  out.erase(repeated.begin(), repeated.end());
  return out;
}

}  // namespace tw::claims
