// The article's sentences as claims, and what is true of them, counted from the planted rows with
// no help from the program that will check them.
#include <algorithm>
#include <set>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "simulate/truth.h"

namespace tw::simulate {
namespace {

using Json = nlohmann::ordered_json;
using Test = std::function<bool(Planted const&)>;

struct Count {
  std::set<std::string> declarations;
  Int128 net_g = 0, usd_cents = 0, pieces = 0;
  std::vector<std::string> rows;
};

class Claims {
 public:
  explicit Claims(Draft const& draft) : draft_(draft) {}

  Count count(Test const& test) const {
    Count out;
    for (auto const& planted : draft_.planted) {
      if (planted.line.file != FileKind::ru || !test(planted)) continue;
      out.declarations.insert(planted.line.declaration);
      out.net_g += planted.line.net_g;
      out.usd_cents += planted.line.usd_cents;
      out.pieces += planted.line.quantity;
      out.rows.push_back(place(planted));
    }
    return out;
  }

  /// A claim with a figure; the truth is counted by `test` over the planted Russian rows.
  void figure(std::string_view id, std::string_view text, Json filter, Json period,
              std::string_view measure, std::string_view sign, double number,
              std::string_view verdict, Test const& test) {
    auto const counted = count(test);
    auto const value = measure == "shipments"   ? std::to_string(counted.declarations.size())
                       : measure == "value_usd" ? decimal_text(counted.usd_cents, 2)
                       : measure == "quantity"  ? decimal_text(counted.pieces, 0)
                                                : decimal_text(counted.net_g, 3);
    add(id, text, std::move(filter), std::move(period), measure, sign, number);
    tell(id, verdict, value, counted.rows);
  }
  Json& add(std::string_view id, std::string_view text, Json filter, Json period,
            std::string_view measure, std::string_view sign, double number) {
    Json claim{{"id", id},
               {"text", text},
               {"filter", std::move(filter)},
               {"period", std::move(period)},
               {"measure", measure},
               {"comparator", sign}};
    if (number == static_cast<double>(static_cast<std::int64_t>(number))) {
      claim["number"] = static_cast<std::int64_t>(number);
    } else {
      claim["number"] = number;
    }
    claims.push_back(std::move(claim));
    return claims.back();
  }
  void only_text(std::string_view id, std::string_view text, std::string_view verdict) {
    claims.push_back(Json{{"id", id}, {"text", text}});
    tell(id, verdict, {}, {});
  }
  void tell(std::string_view id, std::string_view verdict, std::string const& value,
            std::vector<std::string> const& rows) {
    Json told{{"verdict", verdict}};
    if (!value.empty()) told["value"] = value;
    told["rows"] = rows;
    truth[std::string(id)] = std::move(told);
  }

  Json claims = Json::array();
  Json truth = Json::object();

 private:
  Draft const& draft_;
};

int month(Planted const& p) { return p.line.released.month_index(); }
constexpr int kJanuary = 2022 * 12;
constexpr int kJune = kJanuary + 5;
constexpr int kDecember = kJanuary + 11;
bool in(Planted const& p, int first, int last) { return month(p) >= first && month(p) <= last; }

/// Filter of rows that Russia recorded as imports, with more conditions.
Json imports(Json more) {
  Json filter{{"reporter", "RU"}, {"flow", "import"}};
  filter.update(more);
  return filter;
}
Json const kSecondHalf = Json::array({"2022-06", "2022-12"});
Json const kOnlyDecember = Json::array({"2022-12", "2022-12"});

void armour(Claims& c, Draft const& draft) {
  auto const& t = tables();
  auto const cn = t.country("CN");
  auto const tr = t.country("TR");
  auto const ae = t.country("AE");
  auto const is_armour = [](Planted const& p) { return p.goods_class == "body_armour"; };
  c.figure("1b",
           "More than 12 tons of Chinese body armour were routed via Turkey to Russia by the end "
           "of 2022.",
           imports({{"goods_class", "body_armour"},
                    {"country_of_origin", "CN"},
                    {"country_of_dispatch", "TR"}}),
           {"2021-06", "2022-12"}, "net_mass_kg", ">", 12'000, "SUPPORTED", [=](Planted const& p) {
             return is_armour(p) && p.line.origin == cn && p.line.dispatch == tr &&
                    month(p) <= kDecember;
           });
  auto const december = [=](Planted const& p) {
    return is_armour(p) && p.line.origin == tr && month(p) == kDecember;
  };
  auto const turkish = imports({{"goods_class", "body_armour"}, {"country_of_origin", "TR"}});
  c.figure("18a", "In December 2022 Russia imported nearly 80 tons of Turkish body armour.",
           turkish, kOnlyDecember, "net_mass_kg", "~", 80'000, "SUPPORTED", december);
  c.figure("18b", "It was worth about 10 million dollars.", turkish, kOnlyDecember, "value_usd",
           "~", 10'000'000, "SUPPORTED", december);
  c.figure("18c", "A copy of the article says: more than 800 tons.", turkish, kOnlyDecember,
           "net_mass_kg", ">", 800'000, "REFUTED", december);
  c.figure(
      "19a",
      "The body armour of December 2022 was made by the Turkish firm Zelvanir: nearly 80 tons.",
      imports({{"goods_class", "body_armour"},
               {"manufacturer", {{"name", "Zelvanir Tekstil Savunma"}, {"country", "TR"}}}}),
      kOnlyDecember, "net_mass_kg", "~", 80'000, "SUPPORTED",
      [=](Planted const& p) { return december(p) && p.fact == "armour_december"; });
  auto const direct =
      c.count([=](Planted const& p) { return december(p) && p.line.dispatch == tr; });
  auto const all = c.count(december);
  auto& share = c.add("19b", "Most of it came directly from Turkey.",
                      imports({{"goods_class", "body_armour"},
                               {"country_of_origin", "TR"},
                               {"country_of_dispatch", "TR"}}),
                      kOnlyDecember, "share_net_mass", ">", 0.5);
  share["denominator"] = turkish;
  c.tell("19b", "SUPPORTED",
         fmt::format("{:.6f}", static_cast<double>(direct.net_g) / static_cast<double>(all.net_g)),
         direct.rows);
  c.figure("19c", "Some of it came through the United Arab Emirates.",
           imports({{"goods_class", "body_armour"},
                    {"country_of_origin", "TR"},
                    {"country_of_dispatch", "AE"}}),
           kOnlyDecember, "shipments", ">", 0, "SUPPORTED",
           [=](Planted const& p) { return december(p) && p.line.dispatch == ae; });
  auto const by_xinghelan = [&draft](Planted const& p) {
    return p.line.manufacturer.given && draft.firms[p.line.manufacturer.firm].id == "armour_cn_a";
  };
  c.figure("20", "Body armour also came from Guangzhou Xinghelan Import & Export.",
           imports({{"goods_class", "body_armour"},
                    {"manufacturer",
                     {{"name", "Guangzhou Xinghelan Import & Export"}, {"country", "CN"}}}}),
           {"2022-01", "2022-12"}, "shipments", ">", 0, "SUPPORTED", [=](Planted const& p) {
             return is_armour(p) && by_xinghelan(p) && in(p, kJanuary, kDecember);
           });
  c.figure("f1", "Russia imported more than 30 tons of Chinese ballistic helmets in 2022.",
           imports({{"goods_class", "helmet"}, {"country_of_origin", "CN"}}),
           {"2022-01", "2022-12"}, "net_mass_kg", ">", 30'000, "REFUTED", [=](Planted const& p) {
             return p.goods_class == "helmet" && p.line.origin == cn && in(p, kJanuary, kDecember);
           });
}

void weapons_and_drones(Claims& c, Draft const& draft) {
  auto const& t = tables();
  auto const cn = t.country("CN");
  auto const ae = t.country("AE");
  auto const is = [&draft](Mention who, std::string_view id) {
    return who.given && draft.firms[who.firm].id == id;
  };
  c.figure("1a",
           "Russian firms received 12 shipments of drone parts from Chinese companies between June "
           "and December 2022.",
           imports({{"goods_class", "drone_part"}, {"consignor", {{"country", "CN"}}}}),
           kSecondHalf, "shipments", "=", 12, "SUPPORTED", [=, &draft](Planted const& p) {
             return p.goods_class == "drone_part" &&
                    draft.firms[p.line.consignor.firm].country == cn && in(p, kJune, kDecember);
           });
  c.figure("2a", "No ammunition was shipped from China to Russia in 2022.",
           imports({{"goods_class", "ammunition"}, {"country_of_origin", "CN"}}),
           {"2022-01", "2022-12"}, "shipments", "=", 0, "SUPPORTED",
           [](Planted const&) { return false; });
  c.figure("3a", "Before June 2022 there were no rifles from China.",
           imports({{"goods_class", "rifle_or_part"}, {"country_of_origin", "CN"}}),
           {"2021-06", "2022-05"}, "shipments", "=", 0, "SUPPORTED", [=](Planted const& p) {
             return p.goods_class == "rifle_or_part" && p.line.origin == cn && month(p) < kJune;
           });
  c.figure("3b", "Goods made by Xunyao Lingfei still arrived after its promise of April 2022.",
           imports({{"manufacturer",
                     {{"name", "Shenzhen Xunyao Lingfei Technology"}, {"country", "CN"}}}}),
           {"2022-05", "2022-12"}, "shipments", ">", 0, "SUPPORTED", [=](Planted const& p) {
             return is(p.line.manufacturer, "drone_maker") && in(p, kJanuary + 4, kDecember);
           });
  auto const drone_maker = [&](std::string_view hs6) {
    return imports(
        {{"hs6", hs6},
         {"country_of_dispatch", "AE"},
         {"manufacturer", {{"name", "Shenzhen Xunyao Lingfei Technology"}, {"country", "CN"}}},
         {"consignee", {{"name", "Nebosklon-Areal"}, {"country", "RU"}}}});
  };
  auto const of_maker = [=](std::string_view hs6) {
    return [=](Planted const& p) {
      return p.line.hs10.starts_with(hs6) && p.line.dispatch == ae &&
             is(p.line.manufacturer, "drone_maker") && is(p.line.consignee, "drone_buyer_small") &&
             in(p, kDecember - 1, kDecember);
    };
  };
  c.figure("6a",
           "Batteries of Xunyao Lingfei went via the UAE to the distributor Nebosklon-Areal in "
           "November and December 2022: 5 shipments.",
           drone_maker("850760"), {"2022-11", "2022-12"}, "shipments", "=", 5, "SUPPORTED",
           of_maker("850760"));
  c.figure("6b", "So did cameras: 4 shipments.", drone_maker("852589"), {"2022-11", "2022-12"},
           "shipments", "=", 4, "SUPPORTED", of_maker("852589"));
  c.figure("9", "Krimtaiga-Oruzheinik imported 1,000 rifles of Huabei Gangxiong in June 2022.",
           imports({{"goods_class", "rifle_or_part"},
                    {"consignor",
                     {{"name", "Huabei Gangxiong Industries Corporation"}, {"country", "CN"}}},
                    {"consignee", {{"name", "Krimtaiga-Oruzheinik"}, {"country", "RU"}}}}),
           {"2022-06", "2022-06"}, "quantity", "=", 1000, "SUPPORTED", [=](Planted const& p) {
             return p.goods_class == "rifle_or_part" && is(p.line.consignee, "rifle_buyer") &&
                    month(p) == kJune;
           });
  auto const exporter = [&](std::string_view goods_class, std::string_view from) {
    return imports({{"goods_class", goods_class},
                    {"country_of_dispatch", from},
                    {"consignee", {{"name", "Granvoensbyt"}, {"country", "RU"}}}});
  };
  auto const to_exporter = [=](std::string_view goods_class, std::string_view from) {
    return [=](Planted const& p) {
      return p.goods_class == goods_class && is(p.line.consignee, "arms_exporter") &&
             tables().countries[p.line.dispatch].code == from && in(p, kJanuary, kDecember);
    };
  };
  Json const year = {"2022-01", "2022-12"};
  c.figure("21a", "Granvoensbyt imported 4 shipments of microchips from China in 2022.",
           exporter("microchip", "CN"), year, "shipments", "=", 4, "SUPPORTED",
           to_exporter("microchip", "CN"));
  c.figure("21b", "Granvoensbyt imported 3 shipments of thermal devices from Serbia in 2022.",
           exporter("thermal_or_night_vision", "RS"), year, "shipments", "=", 3, "SUPPORTED",
           to_exporter("thermal_or_night_vision", "RS"));
  c.figure("21c", "Granvoensbyt imported one gas turbine engine from Myanmar in 2022.",
           exporter("gas_turbine_or_part", "MM"), year, "quantity", "=", 1, "SUPPORTED",
           to_exporter("gas_turbine_or_part", "MM"));
}

/// Share of Chinese vehicle parts by HS6: planted rows and ordinary rows together.
void vehicle_parts(Claims& c, Draft const& draft) {
  auto const cn = tables().country("CN");
  Int128 chinese = 0;
  Int128 all = 0;
  for (auto const& [key, sum] : draft.cells) {
    if (key.file != FileKind::ru || !tables().kinds[key.kind].hs10.starts_with("870899") ||
        key.month < kJanuary || key.month > kDecember) {
      continue;
    }
    all += sum.net_g;
    if (key.origin == cn) chinese += sum.net_g;
  }
  for (auto const& p : draft.planted) {
    if (p.line.file != FileKind::ru || !p.line.hs10.starts_with("870899") ||
        !in(p, kJanuary, kDecember))
      continue;
    all += p.line.net_g;
    if (p.line.origin == cn) chinese += p.line.net_g;
  }
  auto const denominator = imports({{"hs6", "870899"}});
  auto& claim = c.add(
      "8a", "More than 30 percent of imported vehicle parts (HS 870899) were Chinese in 2022.",
      imports({{"hs6", "870899"}, {"country_of_origin", "CN"}}), {"2022-01", "2022-12"},
      "share_net_mass", ">", 0.3);
  claim["denominator"] = denominator;
  double const share = all == 0 ? 0 : static_cast<double>(chinese) / static_cast<double>(all);
  c.tell("8a",
         all == 0      ? "NOT DECIDABLE"
         : share > 0.3 ? "SUPPORTED"
                       : "REFUTED",
         all == 0 ? std::string() : fmt::format("{:.6f}", share), {});
}

void without_figures(Claims& c) {
  c.only_text("2b", "Russia received previously undeclared dual-use equipment.", "IMPRECISE");
  c.only_text("4", "Western officials warn that China may send weapons to Russia.",
              "NOT A DATA CLAIM");
  c.only_text("7",
              "Shenzhen Xunyao Lingfei Technology has been under US Treasury sanctions since 2021.",
              "IMPRECISE");
  c.only_text("8b", "Russia relied on China for satellite imagery.", "NOT DECIDABLE");
  c.only_text("10", "Drones of Xunyao Lingfei were spotted on the battlefield.", "NOT DECIDABLE");
  c.only_text("11", "The embassy said that China did not supply arms to any party.",
              "NOT A DATA CLAIM");
  c.only_text("22", "Beijing sends dual-use goods as a quiet way to help Moscow.",
              "NOT A DATA CLAIM");
  c.add("n1", "In 2020 Russia imported more than 5 tons of Turkish body armour.",
        imports({{"goods_class", "body_armour"}, {"country_of_origin", "TR"}}),
        {"2020-01", "2020-12"}, "net_mass_kg", ">", 5'000);
  c.tell("n1", "NOT DECIDABLE", {}, {});
  c.add("n2", "Chinese customs recorded more than 10 shipments of drone parts to Russia in 2022.",
        Json{{"reporter", "CN"},
             {"flow", "export"},
             {"goods_class", "drone_part"},
             {"country_of_destination", "RU"}},
        {"2022-01", "2022-12"}, "shipments", ">", 10);
  c.tell("n2", "NOT DECIDABLE", {}, {});
}

}  // namespace

ClaimTexts article_claims(Draft const& draft, std::string_view preset, std::uint64_t rows) {
  Claims c(draft);
  weapons_and_drones(c, draft);
  armour(c, draft);
  vehicle_parts(c, draft);
  without_figures(c);
  Json truth = truth_of(draft);
  Json all{
      {"preset", preset}, {"rows", rows}, {"seed", draft.seed}, {"claims", std::move(c.truth)}};
  all.update(truth);
  return {c.claims.dump(1) + "\n", all.dump(1) + "\n"};
}

}  // namespace tw::simulate
