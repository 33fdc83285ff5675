// Body armour: Chinese by way of Turkey through 2022, Turkish in December, each with mirror rows.
#include "simulate/planter.h"

namespace tw::simulate {

/// More than 12 t of Chinese body armour by way of Turkey in 2022, with the Turkish mirror rows.
void plant_armour_via_turkey(Planter& plant) {
  auto& random = plant.random();
  static constexpr std::string_view kBuyers[] = {"armour_buyer_a", "armour_buyer_b",
                                                 "armour_buyer_c"};
  auto const shipment = [&](std::string_view fact, Date released, std::int64_t net_g, bool decoy,
                            std::string_view dispatch, int days) {
    auto const trader = random.chance(0.6) ? "trader_tr_a" : "trader_tr_b";
    auto const maker = random.chance(0.5) ? "armour_cn_a" : "armour_cn_b";
    Deal deal{.fact = fact,
              .consignor = trader,
              .consignee = random.pick(kBuyers),
              .manufacturer = maker,
              .origin = "CN",
              .dispatch = dispatch,
              .trading = "TR",
              .released = released,
              .decoy = decoy,
              .registered_days_before = days};
    auto const parts = plant.split(net_g, 2);
    auto const& first = random.pick(kCnArmour);
    auto const& second = random.pick(kCnArmour);
    plant.open(deal);
    auto const usd_first = plant.item(first, parts[0]).line.usd_cents;
    auto const usd_second = plant.item(second, parts[1]).line.usd_cents;
    if (dispatch != "TR") return;
    deal.fact = "armour_via_turkey_mirror";
    deal.file = FileKind::tr;
    deal.trading = "RU";
    deal.released = {released.days - static_cast<std::int32_t>(random.between(6, 12))};
    plant.open(deal);
    plant.item(first, parts[0], usd_first * 97 / 100).line.goods_text =
        "Balistik koruyucu yelek ve plaka";
    plant.item(second, parts[1], usd_second * 97 / 100).line.goods_text =
        "Balistik plaka, kurşun geçirmez";
  };
  auto const total = 12'000'000 + random.between(180'000, 690'000);
  auto const parts = plant.split(total, 9);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    shipment("armour_via_turkey",
             day(2022, static_cast<unsigned>(8 + i / 2), random.between(2, 26)), parts[i], false,
             "TR", 2);
  }
  // Sold by a Turkish firm but sent straight from China: a route only under one reading.
  shipment("armour_sold_by_turkey", day(2022, 10, 19), random.between(900'000, 1'300'000), true,
           "CN", 2);
  // Registered in December, released in January.
  shipment("armour_via_turkey_late", day(2023, 1, 9), random.between(1'800'000, 2'200'000), true,
           "TR", 11);
  plant.open({.fact = "helmets_via_turkey",
              .consignor = "trader_tr_a",
              .consignee = "armour_buyer_a",
              .manufacturer = "armour_cn_b",
              .origin = "CN",
              .dispatch = "TR",
              .trading = "TR",
              .released = day(2022, 11, 8),
              .decoy = true});
  plant.item(kHelmet, 1'450'000);
  plant.open({.fact = "towels_of_the_namesake",
              .consignor = "armour_tr_twin",
              .consignee = "armour_buyer_c",
              .manufacturer = "armour_tr_twin",
              .origin = "TR",
              .dispatch = "TR",
              .trading = "TR",
              .released = day(2022, 12, 12),
              .decoy = true});
  plant.item(
      {"6302600000", "ordinary", "Полотенца махровые хлопковые гостиничные", false, false, 9, 0.5},
      4'100'000);
}

/// December 2022: nearly 80 t of Turkish body armour for about ten million dollars, a fifth of it
/// by way of the Emirates; mirror rows in the other two files.
void plant_armour_december(Planter& plant) {
  auto& random = plant.random();
  static constexpr std::string_view kBuyers[] = {"armour_buyer_a", "armour_buyer_b",
                                                 "armour_buyer_c"};
  auto const total = 79'000'000 + random.between(120'000, 690'000);
  auto const via_ae = total * random.between(19, 23) / 100;
  auto const dollars_cents = 993'000'000 + random.between(0, 12'000'000);
  auto const shipment = [&](std::string_view fact, Date released, std::int64_t net_g,
                            std::int64_t cents, bool by_ae) {
    auto const& good = random.pick(kTrArmour);
    auto const buyer = random.pick(kBuyers);
    auto const sent = [&](int days_before) { return Date{released.days - days_before}; };
    plant.open({.fact = fact,
                .consignor = by_ae ? "trader_ae_armour" : "armour_tr",
                .consignee = buyer,
                .manufacturer = "armour_tr",
                .origin = "TR",
                .dispatch = by_ae ? "AE" : "TR",
                .trading = by_ae ? "AE" : "TR",
                .released = released});
    plant.item(good, net_g, cents);
    plant.open({.fact = "armour_december_mirror",
                .file = FileKind::tr,
                .consignor = "armour_tr",
                .consignee = by_ae ? std::string_view("trader_ae_armour") : buyer,
                .manufacturer = "armour_tr",
                .origin = "TR",
                .dispatch = "TR",
                .trading = by_ae ? "AE" : "RU",
                .destination = by_ae ? "AE" : "RU",
                .released = sent(by_ae ? 21 : 7)});
    plant.item(good, net_g, cents * 96 / 100).line.goods_text =
        "Kurşun geçirmez yelek, balistik koruma BR4";
    if (!by_ae) return;
    plant.open({.fact = "armour_december_mirror",
                .file = FileKind::en,
                .consignor = "trader_ae_armour",
                .consignee = buyer,
                .manufacturer = "armour_tr",
                .origin = "TR",
                .dispatch = "AE",
                .trading = "RU",
                .released = sent(6)});
    plant.item(good, net_g, cents * 99 / 100).line.goods_text =
        "BULLETPROOF VESTS, BALLISTIC BODY ARMOUR BR4";
  };
  auto const plan = [&](std::int64_t net_g, std::int64_t cents, std::size_t count, bool by_ae) {
    auto const masses = plant.split(net_g, count);
    std::int64_t used = 0;
    for (std::size_t i = 0; i < count; ++i) {
      // Value follows mass within a cent of rounding; the last one takes the rest.
      auto const value = i + 1 == count
                             ? cents - used
                             : static_cast<std::int64_t>(Int128{cents} * masses[i] / net_g);
      used += value;
      shipment("armour_december", day(2022, 12, random.between(2, 28)), masses[i], value, by_ae);
    }
  };
  auto const ae_cents = static_cast<std::int64_t>(Int128{dollars_cents} * via_ae / total);
  plan(total - via_ae, dollars_cents - ae_cents, 31, false);
  plan(via_ae, ae_cents, 8, true);
  for (auto const net_g : plant.split(6'200'000, 3)) {
    shipment("armour_november", day(2022, 11, random.between(4, 27)), net_g, net_g * 1'225 / 100,
             false);
  }
}

}  // namespace tw::simulate
