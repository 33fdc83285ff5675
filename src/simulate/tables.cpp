#include "simulate/tables.h"

#include <algorithm>

#include "tidewaiter/reference.h"

namespace tw::simulate {
namespace {

double number(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  ensure(error == std::errc() && end == text.data() + text.size(), "a table cell is a number");
  return value;
}

void read_countries(Tables& out) {
  for (auto const& cells : psv("simulate/countries.psv")) {
    ensure(cells.size() == 4, "countries.psv has 4 columns");
    out.countries.push_back({cells[0], {cells[1], cells[2], cells[3]}});
  }
  out.cities_of.resize(out.countries.size());
  for (auto const& cells : psv("simulate/cities.psv")) {
    ensure(cells.size() == 7, "cities.psv has 7 columns");
    auto const country = out.country(cells[0]);
    out.cities_of[country].push_back(static_cast<std::uint16_t>(out.cities.size()));
    out.cities.push_back({country, cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]});
  }
  ensure(std::ranges::none_of(out.cities_of, [](auto const& list) { return list.empty(); }),
         "every country has a city");
}

void read_names(NameParts& out) {
  std::pair<std::string_view, std::vector<NamePart>*> const sets[] = {
      {"ru_a", &out.ru_a}, {"ru_b", &out.ru_b}, {"tr_a", &out.tr_a}, {"tr_b", &out.tr_b},
      {"tr_c", &out.tr_c}, {"cn", &out.cn},     {"ar_a", &out.ar_a}, {"ar_b", &out.ar_b},
      {"eu_a", &out.eu_a}, {"eu_b", &out.eu_b}, {"eu_c", &out.eu_c}};
  for (auto const& cells : psv("simulate/names.psv")) {
    auto const set = std::ranges::find(sets, cells[0],
                                       &std::pair<std::string_view, std::vector<NamePart>*>::first);
    ensure(set != std::end(sets) && cells.size() >= 3, "names.psv has known sets");
    // Russian parts have no native column of their own: Cyrillic is native.
    set->second->push_back({cells[1], cells[2], cells.back()});
  }
}

void read_kinds(Tables& out, std::string_view path) {
  for (auto const& cells : psv(path)) {
    ensure(cells.size() == 11, "kinds have 11 columns");
    GoodsKind kind{.hs10 = cells[0],
                   .sector = cells[1],
                   .goods_class = cells[2],
                   .unit = cells[4],
                   .sensitive = cells[3] == "1",
                   .origins = {},
                   .texts = {}};
    kind.kg_per_unit = number(cells[5]);
    kind.usd_per_kg = number(cells[6]);
    for (auto const origin : cut(cells[7], " ")) {
      auto const parts = cut(origin, ":");
      ensure(parts.size() == 2, "an origin has a weight");
      kind.origins.insert(kind.origins.end(), static_cast<std::size_t>(number(parts[1])),
                          out.country(parts[0]));
    }
    kind.texts = {cut(cells[8], " // "), cut(cells[10], " // "), cut(cells[9], " // ")};
    auto sector = std::ranges::find(out.sectors, kind.sector);
    if (sector == out.sectors.end()) {
      out.sectors.push_back(kind.sector);
      out.kinds_of_sector.emplace_back();
      sector = out.sectors.end() - 1;
    }
    out.kinds_of_sector[static_cast<std::size_t>(sector - out.sectors.begin())].push_back(
        static_cast<std::uint16_t>(out.kinds.size()));
    out.kinds.push_back(std::move(kind));
  }
}

void read_rates(Tables& out) {
  for (auto const& cells : psv("simulate/rates.psv")) {
    ensure(cells.size() == 7 && cells[0].size() == 7, "rates.psv has 7 columns");
    RateRow row;
    row.from_month = static_cast<int>(number(cells[0].substr(0, 4))) * 12 +
                     static_cast<int>(number(cells[0].substr(5))) - 1;
    for (std::size_t i = 0; i < row.per_usd.size(); ++i) row.per_usd[i] = number(cells[i + 1]);
    out.rates.push_back(row);
  }
}

}  // namespace

std::vector<std::string_view> cut(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    auto const at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

std::vector<std::vector<std::string_view>> psv(std::string_view path) {
  std::vector<std::vector<std::string_view>> rows;
  for (auto const line : cut(reference::embedded(path), "\n")) {
    if (!line.empty() && line.front() != '#') rows.push_back(cut(line, "|"));
  }
  return rows;
}

CountryNo Tables::country(std::string_view code) const {
  auto const found = std::ranges::find(countries, code, &CountryRow::code);
  ensure(found != countries.end(), "a country of the generator is in countries.psv");
  return static_cast<CountryNo>(found - countries.begin());
}

RateRow const& Tables::rates_in(int month) const {
  auto const after = std::ranges::upper_bound(rates, month, {}, &RateRow::from_month);
  return after == rates.begin() ? rates.front() : *std::prev(after);
}

Tables const& tables() {
  static Tables const all = [] {
    Tables out;
    read_countries(out);
    read_names(out.names);
    read_kinds(out, "simulate/kinds.psv");
    out.neighbours_begin = out.kinds.size();
    read_kinds(out, "simulate/neighbours.psv");
    read_rates(out);
    return out;
  }();
  return all;
}

}  // namespace tw::simulate
