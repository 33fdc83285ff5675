#include <gtest/gtest.h>

#include "reference/claims_naive.h"

namespace tw::claims {
namespace {

using reference_twin::on;
using reference_twin::Row;
using reference_twin::World;

Claim one(std::string const& json) {
  auto claims = read_claims("[" + json + "]", "test");
  EXPECT_TRUE(claims.has_value()) << (claims ? "" : claims.error().message);
  return claims ? claims->at(0) : Claim{};
}
CheckedClaim checked(Claim const& claim, World const& world, CheckContext const& context = {}) {
  auto out = check(claim, world.database(), context);
  EXPECT_TRUE(out.has_value()) << (out ? "" : out.error().message);
  return out.value_or(CheckedClaim{});
}
Reading const* reading(CheckedClaim const& checked, std::string_view name) {
  for (auto const& one : checked.readings) {
    if (one.name == name) return &one;
  }
  return nullptr;
}
constexpr std::int64_t kKg = 1'000'000;
constexpr std::int64_t kUsd = 10'000;

/// Turkish body armour of December, with a little Chinese and an ordinary row in each other month.
std::vector<Row> december() {
  std::vector<Row> rows;
  for (int month = 6; month <= 12; ++month) {
    auto const m = static_cast<unsigned>(month);
    rows.push_back({.released = on(2022, m, 5),
                    .registered = on(2022, m, 4),
                    .declaration = "o" + std::to_string(month),
                    .net = 100 * kKg,
                    .gross = 110 * kKg,
                    .value = 700 * kUsd});
  }
  auto const armour = [&](std::string id, int item, Date released, Date registered,
                          std::string origin, std::string dispatch, std::int64_t kg) {
    rows.push_back({.released = released,
                    .registered = registered,
                    .declaration = id,
                    .item = item,
                    .origin = origin,
                    .dispatch = dispatch,
                    .trading = "TR",
                    .consignor_country = "TR",
                    .manufacturer = 9,
                    .goods_class = "body_armour",
                    .hs6 = "621133",
                    .net = kg * kKg,
                    .gross = kg * kKg * 11 / 10,
                    .value = kg * 125 * kUsd});
  };
  armour("a1", 1, on(2022, 12, 5), on(2022, 12, 4), "TR", "TR", 40'000);
  armour("a1", 2, on(2022, 12, 5), on(2022, 12, 4), "TR", "TR", 22'000);
  armour("a2", 1, on(2022, 12, 19), on(2022, 12, 18), "TR", "AE", 17'400);
  armour("a3", 1, on(2022, 12, 20), on(2022, 12, 20), "CN", "TR", 2'000);
  armour("a4", 1, on(2022, 12, 1), on(2022, 11, 30), "CN", "CN", 500);
  return rows;
}

std::string const kTurkish =
    R"("filter":{"reporter":"RU","flow":"import","goods_class":"body_armour","country_of_origin":"TR"},
       "period":["2022-12","2022-12"])";

TEST(Check, sums_mass_exactly_and_names_its_rows) {
  World const world(december());
  auto const out = checked(
      one("{" + kTurkish + R"(,"measure":"net_mass_kg","comparator":"~","number":80000})"), world);
  EXPECT_EQ(out.verdict, Verdict::supported) << out.reason;
  EXPECT_EQ(out.value, "79400");
  EXPECT_EQ(out.unit, "kg");
  EXPECT_EQ(out.rows, 3U);
  auto const count =
      world.database().count("SELECT count(*) FROM shipments WHERE " + out.rows_where);
  ASSERT_TRUE(count.has_value());
  EXPECT_EQ(*count, 3);
}

TEST(Check, refutes_the_slip_of_the_copy_and_says_so) {
  World const world(december());
  auto const out = checked(
      one("{" + kTurkish + R"(,"measure":"net_mass_kg","comparator":">","number":800000})"), world);
  EXPECT_EQ(out.verdict, Verdict::refuted);
  EXPECT_NE(out.plausibility.find("ten times"), std::string::npos) << out.plausibility;
}

TEST(Check, counts_declarations_and_shows_items_beside) {
  World const world(december());
  auto const out = checked(
      one("{" + kTurkish + R"(,"measure":"shipments","comparator":"=","number":2})"), world);
  EXPECT_EQ(out.verdict, Verdict::supported);
  EXPECT_EQ(out.value, "2");
  ASSERT_NE(reading(out, "items"), nullptr);
  EXPECT_EQ(reading(out, "items")->value, "3");
  EXPECT_EQ(reading(out, "items")->supports, false);
}

TEST(Check, gives_a_share_of_the_whole) {
  World const world(december());
  auto const out = checked(
      one(R"({"filter":{"goods_class":"body_armour","country_of_origin":"TR","country_of_dispatch":"TR"},
      "denominator":{"goods_class":"body_armour","country_of_origin":"TR"},"period":["2022-12","2022-12"],
      "measure":"share_net_mass","comparator":">","number":0.5})"),
      world);
  EXPECT_EQ(out.value, "0.780856");
  EXPECT_EQ(out.verdict, Verdict::supported);
}

TEST(Check, is_not_decidable_outside_the_files) {
  World const world(december());
  auto const far =
      checked(one(R"({"filter":{"goods_class":"body_armour"},"period":["2020-01","2020-12"],
      "measure":"net_mass_kg","comparator":">","number":5000})"),
              world);
  EXPECT_EQ(far.verdict, Verdict::not_decidable);
  auto const other =
      checked(one(R"({"filter":{"reporter":"CN","flow":"export","goods_class":"drone"},
      "period":["2022-06","2022-12"],"measure":"shipments","comparator":">","number":10})"),
              world);
  EXPECT_EQ(other.verdict, Verdict::not_decidable);
}

TEST(Check, is_not_decidable_when_a_needed_column_is_empty) {
  World const world(december());
  auto const out = checked(one("{\"filter\":{\"brand\":\"XY\"},\"measure\":\"shipments\","
                               "\"comparator\":\">\",\"number\":1}"),
                           world);
  EXPECT_EQ(out.verdict, Verdict::not_decidable);
  EXPECT_NE(out.reason.find("brand"), std::string::npos);
  auto const none = checked(one("{\"filter\":{\"vessel\":\"XY\"},\"measure\":\"shipments\","
                                "\"comparator\":\">\",\"number\":1}"),
                            world);
  EXPECT_EQ(none.verdict, Verdict::not_decidable);
}

TEST(Check, missing_months_leave_a_lower_bound_standing) {
  std::vector<Row> rows;
  for (int day = 1; day <= 20; ++day) {
    rows.push_back({.released = on(2022, 6, static_cast<unsigned>(day)),
                    .registered = on(2022, 6, 1),
                    .declaration = std::to_string(day),
                    .net = 10 * kKg});
    rows.push_back({.released = on(2022, 9, static_cast<unsigned>(day)),
                    .registered = on(2022, 9, 1),
                    .declaration = "s" + std::to_string(day),
                    .net = 10 * kKg});
  }
  World const world(rows);
  std::string const base =
      R"({"filter":{"reporter":"RU"},"period":["2022-06","2022-09"],"measure":"net_mass_kg",)";
  EXPECT_EQ(checked(one(base + R"("comparator":">","number":300})"), world).verdict,
            Verdict::supported);
  EXPECT_EQ(checked(one(base + R"("comparator":">","number":500})"), world).verdict,
            Verdict::not_decidable);
  EXPECT_EQ(checked(one(base + R"("comparator":"<","number":300})"), world).verdict,
            Verdict::refuted);
}

TEST(Check, counts_a_declaration_of_two_files_once) {
  auto rows = december();
  auto const size = rows.size();
  for (std::size_t i = 0; i < size; ++i) {
    if (rows[i].goods_class != "body_armour") continue;
    auto copy = rows[i];
    copy.source = "copy.csv";
    copy.net *= 10;
    rows.push_back(copy);
  }
  World const world(rows);
  auto const out = checked(
      one("{" + kTurkish + R"(,"measure":"net_mass_kg","comparator":"~","number":80000})"), world);
  EXPECT_EQ(out.value, "79400");
  EXPECT_EQ(out.verdict, Verdict::supported) << out.reason;
  ASSERT_NE(reading(out, "every row of every file"), nullptr);
  EXPECT_EQ(reading(out, "every row of every file")->value, "873400");
  EXPECT_EQ(reading(out, "only copy.csv")->value, "794000");
  EXPECT_NE(out.plausibility.find("copy.csv"), std::string::npos) << out.plausibility;
}

TEST(Check, a_sentence_gets_readings_for_what_it_leaves_open) {
  World const world(december());
  auto const sentence =
      parse_sentence("More than 2.3 tons of Chinese body armour went via Turkey in December 2022");
  ASSERT_TRUE(sentence.has_value()) << sentence.error().message;
  auto const out = checked(*sentence, world);
  EXPECT_EQ(out.value, "2000");
  EXPECT_EQ(out.verdict, Verdict::partly) << out.reason;
  ASSERT_NE(reading(out, "by the sender's country"), nullptr);
  EXPECT_EQ(reading(out, "by the sender's country")->value, "0");
  EXPECT_EQ(reading(out, "via the trading country")->value, "2500");
  EXPECT_FALSE(out.default_why.empty());
}

TEST(Check, finds_parties_by_number) {
  World const world(december());
  CheckContext context;
  context.party_numbers = [](PartyFilter const& filter) {
    return filter.name == "Zelvanir" ? std::vector<std::uint32_t>{9} : std::vector<std::uint32_t>{};
  };
  auto const known = checked(
      one(R"({"filter":{"manufacturer":"Zelvanir"},"measure":"items","comparator":"=","number":5})"),
      world, context);
  EXPECT_EQ(known.verdict, Verdict::supported);
  auto const unknown = checked(
      one(R"({"filter":{"manufacturer":"O'Nobody'; DROP"},"measure":"items","comparator":">","number":0})"),
      world, context);
  EXPECT_EQ(unknown.verdict, Verdict::refuted);
  EXPECT_NE(unknown.reason.find("O'Nobody"), std::string::npos);
}

TEST(Check, passes_texts_as_texts) {
  World const world(december());
  auto const out = checked(
      one(R"({"filter":{"goods_class":"x' OR 'a'='a"},"measure":"items","comparator":">","number":0})"),
      world);
  EXPECT_EQ(out.value, "0");
}

TEST(Check, superseded_rows_do_not_count) {
  auto rows = december();
  rows.back().status = "superseded";
  World const world(rows);
  auto const out = checked(
      one(R"({"filter":{"goods_class":"body_armour"},"measure":"items","comparator":"=","number":4})"),
      world);
  EXPECT_EQ(out.value, "4");
}

TEST(Check, speaks_of_listings_with_their_effect) {
  World const world(december());
  auto const claim =
      parse_sentence("Xunyao Lingfei has been under US Treasury sanctions since 2021.");
  ASSERT_TRUE(claim.has_value());
  CheckContext context;
  EXPECT_EQ(checked(*claim, world, context).verdict, Verdict::not_decidable);
  context.listings = [](PartyFilter const&) {
    return std::vector<Listing>{{.entity_id = "us_ns_cmic-1",
                                 .list = "us_ns_cmic",
                                 .authority = "us_treasury",
                                 .blocking = false,
                                 .effect = "US persons may not deal in its securities.",
                                 .listed_on = on(2021, 12, 16),
                                 .delisted_on = {}}};
  };
  auto const out = checked(*claim, world, context);
  EXPECT_EQ(out.verdict, Verdict::imprecise);
  EXPECT_NE(out.reason.find("securities"), std::string::npos);
  context.listings = [](PartyFilter const&) {
    return std::vector<Listing>{{.entity_id = "us_sdn-1",
                                 .list = "us_sdn",
                                 .authority = "us_treasury",
                                 .blocking = true,
                                 .effect = "Blocked.",
                                 .listed_on = on(2021, 4, 1),
                                 .delisted_on = {}}};
  };
  EXPECT_EQ(checked(*claim, world, context).verdict, Verdict::supported);
}

TEST(Check, undeclared_goods_with_declarations_are_imprecise) {
  auto rows = december();
  World const world(rows);
  auto const claim = parse_sentence("Russia received undeclared body armour.");
  ASSERT_TRUE(claim.has_value()) << claim.error().message;
  EXPECT_EQ(checked(*claim, world).verdict, Verdict::imprecise);
}

}  // namespace
}  // namespace tw::claims
