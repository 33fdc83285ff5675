/// Makes planted rows: a deal is a declaration, its goods are its rows.
#pragma once

#include <algorithm>
#include <numeric>

#include "simulate/cast.h"
#include "simulate/planted_goods.h"

namespace tw::simulate {

inline Date day(int year, unsigned month, std::int64_t day_of_month) {
  auto const date = Date::from_ymd(year, month, static_cast<unsigned>(day_of_month));
  ensure(date.has_value(), "a planted day exists");
  return *date;
}

/// Makes the rows of the facts. One object for the whole article: it hands out serials.
class Planter {
 public:
  Planter(Draft& draft, Cast const& cast, Random& random)
      : draft_(draft), cast_(cast), random_(random) {}

  struct Deal {
    std::string_view fact;
    FileKind file = FileKind::ru;
    std::string_view consignor, consignee;
    std::string_view manufacturer = {};
    std::string_view origin, dispatch, trading;
    std::string_view destination = "RU";
    Date released;
    std::string_view procedure = {};
    std::string_view brand = {};
    bool decoy = false;
    int registered_days_before = 1;
  };

  /// Opens a declaration; `item` adds its rows.
  void open(Deal const& deal) {
    deal_ = deal;
    auto const& t = tables();
    line_ = {};
    line_.file = deal.file;
    line_.released = deal.released;
    line_.registered = {deal.released.days - deal.registered_days_before};
    line_.post = random_.pick(posts(deal.file));
    auto const index = draft_.ordinary_rows[static_cast<std::size_t>(deal.file)] + serial_++;
    line_.declaration = declaration_no(deal.file, line_.post, line_.registered, index);
    line_.item = 0;
    line_.procedure = !deal.procedure.empty()     ? deal.procedure
                      : deal.file == FileKind::tr ? std::string_view("1000")
                      : deal.file == FileKind::en ? std::string_view("10")
                                                  : std::string_view("40");
    line_.origin = t.country(deal.origin);
    line_.dispatch = t.country(deal.dispatch);
    line_.trading = t.country(deal.trading);
    line_.destination = t.country(deal.destination);
    line_.consignor = mention(deal.consignor);
    line_.consignee = mention(deal.consignee);
    if (deal.file == FileKind::ru) line_.declarant = line_.consignee;
    if (!deal.manufacturer.empty()) line_.manufacturer = mention(deal.manufacturer);
    line_.brand = deal.brand;
    line_.incoterm_place = t.cities[t.cities_of[line_.dispatch].front()].latin;
    line_.mode = deal.origin == "CN" && deal.dispatch != "TR" ? "40" : "30";
    if (deal.file == FileKind::en) line_.bill_of_lading = "BL" + line_.declaration;
  }

  /// A row of `net_g` grams worth `usd_cents` (0: by the good's usual price).
  Planted& item(Good const& good, std::int64_t net_g, std::int64_t usd_cents = 0,
                std::int64_t pieces = 0) {
    ++line_.item;
    line_.hs10 = good.hs10;
    line_.goods_text = good.text;
    if (auto const slot = line_.goods_text.find("{brand}"); slot != std::string::npos) {
      line_.goods_text.replace(slot, 7, deal_.brand);
    }
    line_.net_g = net_g;
    line_.usd_cents = usd_cents != 0
                          ? usd_cents
                          : static_cast<std::int64_t>(static_cast<double>(net_g) / 10 *
                                                      good.usd_per_kg * random_.lognormal(0.06));
    line_.unit = "pcs";
    line_.quantity = pieces != 0 ? pieces
                                 : std::max<std::int64_t>(
                                       1, static_cast<std::int64_t>(static_cast<double>(net_g) /
                                                                    1000 / good.kg_per_piece));
    pack(line_, random_);
    price(line_, "USD");
    draft_.planted.push_back({.line = line_,
                              .fact = std::string(deal_.fact),
                              .goods_class = std::string(good.goods_class),
                              .sensitive = good.sensitive,
                              .misdeclared = good.misdeclared,
                              .decoy = deal_.decoy});
    return draft_.planted.back();
  }

  /// `count` positive amounts that add up to `total`, each within about 40 % of the mean.
  std::vector<std::int64_t> split(std::int64_t total, std::size_t count) {
    std::vector<std::int64_t> weights(count);
    for (auto& weight : weights) weight = random_.between(600, 1400);
    auto const sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    std::vector<std::int64_t> parts(count);
    std::int64_t used = 0;
    for (std::size_t i = 0; i + 1 < count; ++i) used += parts[i] = total * weights[i] / sum;
    parts.back() = total - used;
    return parts;
  }
  Random& random() { return random_; }

 private:
  Mention mention(std::string_view key) {
    auto const found = cast_.find(key);
    ensure(found != cast_.end(), "a planted firm is in cast.psv");
    return draft_.firms.mention(found->second, deal_.file, random_);
  }
  Draft& draft_;
  Cast const& cast_;
  Random& random_;
  Deal deal_;
  Line line_;
  std::uint64_t serial_ = 0;
};
using Deal = Planter::Deal;

void plant_armour_via_turkey(Planter& plant);
void plant_armour_december(Planter& plant);

}  // namespace tw::simulate
