// The facts of the 2023 article, with invented stand-ins: what was shipped, by whom, when, and the
// ordinary rows beside it that look alike. Amounts are drawn, but their totals hold the facts.
#include "simulate/planter.h"

namespace tw::simulate {
namespace {

/// Twelve declarations of drone parts sold by Chinese firms, June to December 2022.
void plant_drone_parts(Planter& plant) {
  static constexpr std::string_view kSellers[] = {"parts_a", "parts_b", "parts_c", "parts_d",
                                                  "parts_e"};
  static constexpr std::string_view kBuyers[] = {"drone_buyer_a", "drone_buyer_b", "drone_buyer_c"};
  static constexpr std::string_view kFrom[] = {"CN", "CN", "CN", "HK", "CN", "CN",
                                               "TR", "CN", "CN", "KZ", "CN", "CN"};
  auto& random = plant.random();
  auto const declaration = [&](std::string_view fact, Date released, std::string_view seller,
                               std::string_view origin, std::string_view dispatch,
                               std::string_view trading, bool decoy) {
    plant.open({.fact = fact,
                .consignor = seller,
                .consignee = random.pick(kBuyers),
                .manufacturer = decoy ? std::string_view() : seller,
                .origin = origin,
                .dispatch = dispatch,
                .trading = trading,
                .released = released,
                .decoy = decoy});
    for (auto items = random.between(1, 3); items > 0; --items) {
      plant.item(random.pick(kDroneParts), random.between(9'000, 160'000));
    }
  };
  for (std::size_t i = 0; i < 12; ++i) {
    auto const month = static_cast<unsigned>(6 + i * 7 / 12);
    declaration("drone_parts", day(2022, month, random.between(3, 27)), kSellers[i % 5], "CN",
                kFrom[i], "CN", false);
  }
  // Beside them: too early, too late, sold by others.
  declaration("drone_parts_outside", day(2022, 3, 11), "parts_a", "CN", "CN", "CN", true);
  declaration("drone_parts_outside", day(2022, 4, 21), "parts_d", "CN", "CN", "CN", true);
  declaration("drone_parts_outside", day(2023, 2, 9), "parts_b", "CN", "CN", "CN", true);
  declaration("drone_parts_other_seller", day(2022, 9, 14), "parts_kr", "KR", "KR", "KR", true);
  declaration("drone_parts_other_seller", day(2022, 11, 17), "trader_ae_armour", "CN", "AE", "AE",
              true);
}

/// A thousand rifles in June 2022, declared as civilian hunting rifles.
void plant_rifles(Planter& plant) {
  plant.open({.fact = "rifles",
              .consignor = "rifle_maker",
              .consignee = "rifle_buyer",
              .manufacturer = "rifle_maker",
              .origin = "CN",
              .dispatch = "CN",
              .trading = "CN",
              .released = day(2022, 6, plant.random().between(7, 24))});
  plant.item(kRifle, 600 * 3'400, 0, 600);
  plant.item(kRifle, 400 * 3'400, 0, 400);
  plant.open({.fact = "hunting_shotguns",
              .consignor = "shotguns_tr",
              .consignee = "rifle_buyer",
              .manufacturer = "shotguns_tr",
              .origin = "TR",
              .dispatch = "TR",
              .trading = "TR",
              .released = day(2022, 5, 17),
              .decoy = true});
  plant.item(kShotgun, 250 * 3'200, 0, 250);
  plant.open({.fact = "tents_of_the_namesake",
              .consignor = "parts_e",
              .consignee = "rifle_buyer_twin",
              .origin = "CN",
              .dispatch = "CN",
              .trading = "CN",
              .released = day(2022, 6, 14),
              .decoy = true});
  plant.item({"6306220000", "ordinary", "Палатки туристические из синтетических нитей", false,
              false, 8, 4.5},
             610'000);
}

/// Batteries and cameras of the drone maker by way of the Emirates to a small young firm.
void plant_drone_maker(Planter& plant) {
  auto& random = plant.random();
  auto const shipment = [&](unsigned month, Good const& good) {
    Deal deal{.fact = "drone_maker_via_ae",
              .consignor = "trader_ae_drone",
              .consignee = "drone_buyer_small",
              .manufacturer = "drone_maker",
              .origin = "CN",
              .dispatch = "AE",
              .trading = "AE",
              .released = day(2022, month, random.between(3, 28)),
              .brand = "XYFEI"};
    auto const net_g = random.between(40'000, 260'000);
    plant.open(deal);
    auto const cents = plant.item(good, net_g).line.usd_cents;
    deal.fact = "drone_maker_via_ae_mirror";
    deal.file = FileKind::en;
    deal.trading = "RU";
    deal.released = {deal.released.days - 5};
    plant.open(deal);
    plant.item(good, net_g, cents * 98 / 100).line.goods_text =
        good.goods_class == "battery" ? "INTELLIGENT FLIGHT BATTERY LI-ION FOR XYFEI DRONE, 77 WH"
                                      : "GIMBAL CAMERA 4K WITH THERMAL SENSOR FOR XYFEI DRONE";
  };
  for (int i = 0; i < 3; ++i) shipment(11, kBattery);
  for (int i = 0; i < 2; ++i) shipment(11, kCamera);
  for (int i = 0; i < 2; ++i) shipment(12, kBattery);
  for (int i = 0; i < 2; ++i) shipment(12, kCamera);
  plant.open({.fact = "first_trade_of_small_buyer",
              .consignor = "trader_ae_drone",
              .consignee = "drone_buyer_small",
              .origin = "CN",
              .dispatch = "AE",
              .trading = "AE",
              .released = day(2022, 10, 6),
              .decoy = true});
  plant.item(
      {"4819100000", "ordinary", "Коробки картонные складные, образцы", false, false, 3, 0.2},
      48'000);
  // The brand in the text is not the maker: accessories of others.
  static constexpr Good kCompatible = {
      "8507600000",
      "battery",
      "Аккумуляторы литий-ионные для игрушек, совместимы с XYFEI mini, изготовитель другой",
      false,
      false,
      30,
      0.1};
  for (unsigned month = 7; month <= 12; month += 2) {
    plant.open({.fact = "brand_in_text_only",
                .consignor = "drone_maker_twin",
                .consignee = "drone_buyer_b",
                .manufacturer = "drone_maker_twin",
                .origin = "CN",
                .dispatch = "CN",
                .trading = "CN",
                .released = day(2022, month, 15),
                .decoy = true});
    plant.item(kCompatible, 75'000);
  }
}

/// The listed arms exporter buys chips, thermal devices and one turbine; two returns are innocent.
void plant_arms_exporter(Planter& plant) {
  auto& random = plant.random();
  auto const buy = [&](std::string_view seller, std::string_view country, Date released,
                       Good const& good, std::int64_t net_g, std::int64_t pieces) {
    plant.open({.fact = "arms_exporter",
                .consignor = seller,
                .consignee = "arms_exporter",
                .manufacturer = country == "MM" ? std::string_view() : seller,
                .origin = country,
                .dispatch = country,
                .trading = country,
                .released = released});
    plant.item(good, net_g, 0, pieces);
  };
  for (unsigned const month : {4U, 7U, 9U, 11U}) {
    buy("chips_cn", "CN", day(2022, month, random.between(2, 27)), kChip,
        random.between(4'000, 26'000), 0);
  }
  for (unsigned const month : {5U, 8U, 10U}) {
    buy("optics_rs", "RS", day(2022, month, random.between(2, 27)), kThermal,
        random.between(20'000, 60'000), 0);
  }
  buy("engines_mm", "MM", day(2022, 9, random.between(5, 25)), kTurbine, 285'000, 1);
  plant.open({.fact = "decoy_return",
              .consignor = "army_in",
              .consignee = "arms_exporter",
              .origin = "RU",
              .dispatch = "IN",
              .trading = "IN",
              .released = day(2022, 8, 18),
              .procedure = "60",
              .decoy = true});
  plant.item({"8411990098", "gas_turbine_or_part",
              "Возврат после демонстрации на выставке: макет разрезной газотурбинного двигателя, "
              "собственность отправителя",
              false, false, 300, 190},
             190'000, 0, 1);
  plant.open({.fact = "decoy_repair",
              .consignor = "army_vn",
              .consignee = "arms_exporter",
              .origin = "RU",
              .dispatch = "VN",
              .trading = "VN",
              .released = day(2022, 10, 4),
              .procedure = "51",
              .decoy = true});
  plant.item(
      {"9013809000", "thermal_or_night_vision",
       "Блок тепловизионного прибора российского производства, ввозится для ремонта по гарантии",
       false, false, 1800, 2.2},
      13'200, 0, 6);
  // Look-alikes of the name with numbers of their own.
  plant.open({.fact = "namesake",
              .consignor = "parts_e",
              .consignee = "arms_exporter_twin_a",
              .origin = "CN",
              .dispatch = "CN",
              .trading = "CN",
              .released = day(2022, 9, 9),
              .decoy = true});
  plant.item({"9403509009", "ordinary", "Мебель деревянная для спален: кровати двухъярусные", false,
              false, 3, 38},
             3'800'000);
  plant.open({.fact = "namesake",
              .consignor = "chips_cn",
              .consignee = "arms_exporter_twin_b",
              .origin = "CN",
              .dispatch = "CN",
              .trading = "CN",
              .released = day(2022, 11, 21),
              .decoy = true});
  plant.item({"8536691000", "ordinary", "Розетки и выключатели бытовые для строящихся зданий",
              false, false, 22, 0.1},
             240'000);
}

/// The English seller's copy of Russian armour imports: the same declarations, but December's
/// masses ten times too heavy.
void copy_badly(Draft& draft) {
  int constexpr kDecember = 2022 * 12 + 11;
  for (auto const& original : draft.planted) {
    if (original.line.file != FileKind::ru || original.goods_class != "body_armour") continue;
    auto copy = original;
    copy.line.file = FileKind::en;
    copy.fact = "mis_scaled_copy";
    copy.line.goods_text = "BODY ARMOUR (BULLETPROOF VESTS, BALLISTIC PLATES)";
    for (auto* mention : {&copy.line.consignor, &copy.line.consignee, &copy.line.manufacturer}) {
      if (!mention->given) continue;
      auto const& spellings = draft.firms[mention->firm].spellings;
      auto const english = std::ranges::find_if(spellings, [](auto const& s) {
        return s.weight[static_cast<std::size_t>(FileKind::en)] > 0;
      });
      ensure(english != spellings.end(), "a planted firm has an English spelling");
      mention->spelling = static_cast<std::uint8_t>(english - spellings.begin());
    }
    if (copy.line.released.month_index() == kDecember) {
      copy.line.net_g *= 10;
      copy.line.gross_g *= 10;
    }
    draft.copied.push_back(std::move(copy));
  }
}

}  // namespace

void plant_article(Draft& draft, Random& random) {
  auto const cast = add_cast(draft.firms, random);
  add_watchlist(draft, cast, random);
  draft.firms.finish();
  Planter plant(draft, cast, random);
  plant_drone_parts(plant);
  plant_armour_via_turkey(plant);
  plant_rifles(plant);
  plant_armour_december(plant);
  plant_drone_maker(plant);
  plant_arms_exporter(plant);
  plant_listed_traders(draft, random);
  for (auto& planted : draft.planted) {
    auto const& calendar = draft.calendars[static_cast<std::size_t>(planted.line.file)];
    planted.before = calendar.row_of(planted.line.registered);
  }
  std::ranges::stable_sort(draft.planted, {},
                           [](Planted const& p) { return std::pair(p.line.file, p.before); });
  copy_badly(draft);
}

}  // namespace tw::simulate
