#include "simulate/cast.h"

#include <algorithm>

#include <fmt/core.h>

#include "simulate/goods_text.h"

namespace tw::simulate {
namespace {

void add_spellings(Firm& firm, std::string_view cell, std::array<std::uint8_t, kFileKinds> weight) {
  if (cell.empty()) return;
  for (auto const text : cut(cell, " // ")) {
    bool known = false;
    for (auto& spelling : firm.spellings) {
      if (spelling.text != text) continue;
      known = true;
      for (std::size_t i = 0; i < kFileKinds; ++i) {
        spelling.weight[i] = static_cast<std::uint8_t>(spelling.weight[i] + weight[i]);
      }
    }
    if (!known) firm.spellings.push_back({std::string(text), weight});
  }
}

struct ListingRow {
  std::string_view list, programme, listed_on;
};
// Lists that the invented entries are spread over, with plausible programmes and days.
constexpr ListingRow kListings[] = {
    {"us_entity_list", "EAR", "2022-06-28"}, {"us_sdn", "RUSSIA-EO14024", "2022-09-15"},
    {"eu_833", "RUS", "2022-12-16"},         {"uk", "RUS", "2022-05-04"},
    {"us_entity_list", "EAR", "2023-02-24"}, {"us_meu", "EAR", "2020-12-23"}};

/// Every spelling of the firm but the first, as a list prints aliases.
std::string aliases_of(Firm const& firm) {
  std::string aliases;
  for (std::size_t i = 1; i < firm.spellings.size(); ++i) {
    if (!aliases.empty()) aliases += "|";
    aliases += firm.spellings[i].text;
  }
  return aliases;
}

void list_invented(Draft& draft, FirmNo no, std::size_t number, bool trades) {
  auto const& firm = draft.firms[no];
  auto const& row = kListings[number % std::size(kListings)];
  ExtraEntry entry{.entity_id = fmt::format("{}-TW{:04}", row.list, 100 + number),
                   .list = std::string(row.list),
                   .name = firm.spellings.front().text,
                   .kind = "organisation",
                   .aliases = aliases_of(firm),
                   .country = std::string(tables().countries[firm.country].code),
                   .ids = firm.registration_no.empty() ? "" : "INN:" + firm.registration_no,
                   .address = firm.address[2],
                   .programmes = std::string(row.programme),
                   .listed_on = std::string(row.listed_on),
                   .delisted_on = {},
                   .remarks = "Invented"};
  if (tables().countries[firm.country].code == "TR") entry.ids.replace(0, 4, "VKN:");
  if (trades) draft.listed[no].push_back(entry.entity_id);
  draft.watchlist.push_back(std::move(entry));
}

}  // namespace

Cast add_cast(Firms& firms, Random& random) {
  Cast cast;
  auto const& t = tables();
  for (auto const& cells : psv("simulate/cast.psv")) {
    ensure(cells.size() == 6, "cast.psv has 6 columns");
    Firm firm;
    firm.country = t.country(cells[1]);
    firm.id = cells[0];
    bool const russian = cells[1] == "RU";
    add_spellings(firm, cells[3], {6, 0, 0});
    add_spellings(firm, cells[4],
                  russian ? std::array<std::uint8_t, kFileKinds>{0, 6, 6}
                          : std::array<std::uint8_t, kFileKinds>{1, 6, 6});
    add_spellings(firm, cells[5], {1, 0, 2});
    auto const no = firms.add_seated(std::move(firm), random);
    ensure(cast.emplace(std::string(cells[0]), no).second, "a cast key stands once");
  }
  return cast;
}

void add_watchlist(Draft& draft, Cast const& cast, Random& random) {
  auto const& t = tables();
  std::size_t number = 0;
  for (auto const& cells : psv("simulate/watchlist.psv")) {
    ensure(cells.size() == 9, "watchlist.psv has 9 columns");
    auto const no = cast.find(cells[0])->second;
    auto const& firm = draft.firms[no];
    ExtraEntry entry{.entity_id = fmt::format("{}-TW{:04}", cells[1], ++number),
                     .list = std::string(cells[1]),
                     .name = std::string(cells[2]),
                     .kind = std::string(cells[3]),
                     .aliases = {},
                     .country = std::string(t.countries[firm.country].code),
                     .ids = {},
                     .address = firm.address[2],
                     .programmes = {},
                     .listed_on = std::string(cells[6]),
                     .delisted_on = std::string(cells[7]),
                     .remarks = std::string(cells[8])};
    for (auto const alias : cut(cells[4], "; ")) {
      entry.aliases += (entry.aliases.empty() ? "" : "|") + std::string(alias);
    }
    for (auto const programme : cut(cells[5], "; ")) {
      entry.programmes += (entry.programmes.empty() ? "" : "|") + std::string(programme);
    }
    // Only one of the lists gives the tax number: the others must be matched by name.
    if (cells[1] == "us_sdn") entry.ids = "INN:" + firm.registration_no;
    draft.listed[no].push_back(entry.entity_id);
    draft.watchlist.push_back(std::move(entry));
  }
  static constexpr std::string_view kTraders[] = {"RU", "RU", "RU", "RU", "CN", "CN",
                                                  "CN", "CN", "TR", "TR", "AE", "HK"};
  for (auto const code : kTraders) {
    auto const no = draft.firms.add_invented(t.country(code), random);
    list_invented(draft, no, ++number, true);
  }
  static constexpr std::string_view kOthers[] = {"RU", "CN", "RU", "TR", "AE", "RU", "HK", "KZ"};
  for (int i = 0; i < 28; ++i) {
    auto const no =
        draft.firms.add_invented(t.country(kOthers[static_cast<std::size_t>(i) % 8]), random);
    list_invented(draft, no, ++number, false);
  }
}

void plant_listed_traders(Draft& draft, Random& random) {
  auto const& t = tables();
  auto const ru = t.country("RU");
  std::uint64_t serial = 5'000'000;
  for (auto const& [no, entities] : draft.listed) {
    auto const& firm = draft.firms[no];
    if (!draft.firms.is_invented(no)) {
      continue;  // The cast has its own scenes.
    }
    for (auto rows = random.between(3, 7); rows > 0; --rows) {
      Line line;
      line.released = {Date::from_ymd(2021, 7, 1)->days +
                       static_cast<std::int32_t>(random.below(590))};
      line.registered = line.released;
      line.post = random.pick(posts(FileKind::ru));
      line.declaration = declaration_no(FileKind::ru, line.post, line.registered,
                                        draft.ordinary_rows[0] + serial++);
      auto const home =
          firm.country == ru ? t.country(random.chance(0.6) ? "CN" : "TR") : firm.country;
      auto const maker = t.country(home == t.country("TR") ? "TR" : "CN");
      auto const other = random.pick(draft.firms.of(firm.country == ru ? home : ru));
      auto const self = draft.firms.mention(no, FileKind::ru, random);
      auto const partner = draft.firms.mention(other, FileKind::ru, random);
      line.consignor = firm.country == ru ? partner : self;
      line.consignee = firm.country == ru ? self : partner;
      line.declarant = line.consignee;
      line.origin = maker;
      line.dispatch = line.trading = home;
      line.destination = ru;
      auto const& kind = t.kinds[random.below(t.neighbours_begin)];
      line.hs10 = kind.hs10;
      line.unit = kind.unit;
      write_goods_text(kind, FileKind::ru, {}, random, line.goods_text);
      line.net_g = random.between(40'000, 4'000'000);
      line.usd_cents =
          static_cast<std::int64_t>(static_cast<double>(line.net_g) / 10 * kind.usd_per_kg);
      line.quantity = std::max<std::int64_t>(
          1, static_cast<std::int64_t>(static_cast<double>(line.net_g) / 1000 / kind.kg_per_unit));
      pack(line, random);
      price(line, "USD");
      draft.planted.push_back({.line = line,
                               .fact = "listed_trader",
                               .goods_class = std::string(kind.goods_class),
                               .sensitive = kind.sensitive});
    }
  }
}

}  // namespace tw::simulate
