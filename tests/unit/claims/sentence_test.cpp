#include <gtest/gtest.h>

#include "tidewaiter/claims.h"

namespace tw::claims {
namespace {

Claim read(std::string_view text) {
  auto claim = parse_sentence(text);
  EXPECT_TRUE(claim.has_value()) << text << "\n" << (claim ? "" : claim.error().message);
  return claim.value_or(Claim{});
}
std::string refusal(std::string_view text) {
  auto const claim = parse_sentence(text);
  EXPECT_FALSE(claim.has_value()) << text << "\n" << (claim ? claim_json(*claim) : "");
  return claim ? "" : claim.error().message;
}
std::string value(Claim const& claim, std::string_view column) {
  auto const* found = claim.filter.column(column);
  return found == nullptr ? "" : found->values.front();
}
std::string months(Claim const& claim) {
  return claim.period ? iso_month(claim.period->first) + ".." + iso_month(claim.period->last) : "";
}

TEST(Sentence, reads_shipments_from_companies_of_a_country) {
  auto const claim = read(
      "Russian firms received 12 shipments of drone parts from Chinese companies between June and "
      "December 2022.");
  EXPECT_EQ(claim.measure, "shipments");
  EXPECT_EQ(claim.number, "12");
  EXPECT_EQ(claim.comparator, Comparator::equal);
  EXPECT_EQ(value(claim, "goods_class"), "drone_part");
  EXPECT_EQ(value(claim, "country_of_destination"), "RU");
  ASSERT_EQ(claim.filter.parties.size(), 1U);
  EXPECT_EQ(claim.filter.parties[0].first, "consignor");
  EXPECT_EQ(claim.filter.parties[0].second.country, "CN");
  EXPECT_EQ(months(claim), "2022-06..2022-12");
}

TEST(Sentence, reads_a_route_and_a_cut_off) {
  auto const claim = read(
      "More than 12 tons of Chinese body armour were routed via Turkey to Russia by the end of "
      "2022.");
  EXPECT_EQ(claim.measure, "net_mass_kg");
  EXPECT_EQ(claim.number, "12000");
  EXPECT_EQ(claim.comparator, Comparator::more);
  EXPECT_EQ(claim.filter.nationality, std::vector<std::string>{"CN"});
  EXPECT_EQ(claim.filter.via, std::vector<std::string>{"TR"});
  ASSERT_TRUE(claim.period);
  EXPECT_EQ(claim.period->first, Period::kOpenStart);
  EXPECT_EQ(iso_month(claim.period->last), "2022-12");
}

TEST(Sentence, reads_the_briefs_own_example) {
  auto const claim = read(
      "12 shipments of drone parts from Chinese companies reached Russia via Turkey in the second "
      "half of 2022");
  EXPECT_EQ(claim.number, "12");
  EXPECT_EQ(claim.filter.via, std::vector<std::string>{"TR"});
  EXPECT_EQ(value(claim, "country_of_destination"), "RU");
  EXPECT_EQ(months(claim), "2022-07..2022-12");
}

TEST(Sentence, reads_the_style_guides_example) {
  auto const claim = read("12 t of Chinese body armour went via Turkey by the end of 2022");
  EXPECT_EQ(claim.number, "12000");
  EXPECT_EQ(claim.measure, "net_mass_kg");
}

TEST(Sentence, reads_money_in_several_writings) {
  for (auto const* text :
       {"Russia imported $10 million worth of body armour in December 2022",
        "Russia imported 10 million dollars worth of body armour in December 2022",
        "Russia imported USD 10 million of body armour in December 2022",
        "Russia imported US$10m of body armor in December 2022"}) {
    auto const claim = read(text);
    EXPECT_EQ(claim.measure, "value_usd") << text;
    EXPECT_EQ(claim.number, "10000000") << text;
  }
}

TEST(Sentence, counts_things_when_a_bare_number_stands_before_goods) {
  auto const claim = read("Krimtaiga-Oruzheinik imported 1,000 rifles from China in June 2022");
  EXPECT_EQ(claim.measure, "quantity");
  EXPECT_EQ(claim.number, "1000");
  EXPECT_EQ(claim.filter.parties.at(0).first, "consignee");
  EXPECT_EQ(claim.filter.parties.at(0).second.name, "Krimtaiga-Oruzheinik");
  EXPECT_EQ(claim.filter.nationality, std::vector<std::string>{"CN"});
}

TEST(Sentence, keeps_the_hedge_behind_nearly) {
  auto const claim =
      read("In December 2022 Russia imported nearly 80 tons of Turkish body armour.");
  EXPECT_EQ(claim.comparator, Comparator::about);
  EXPECT_EQ(claim.hedge, "nearly");
  EXPECT_EQ(claim.number, "80000");
  EXPECT_EQ(months(claim), "2022-12..2022-12");
}

TEST(Sentence, reads_makers_by_name_and_nation) {
  auto const claim = read(
      "About 80 tonnes of body armour made by the Turkish firm Zelvanir Tekstil entered Russia in "
      "December 2022");
  ASSERT_EQ(claim.filter.parties.size(), 1U);
  EXPECT_EQ(claim.filter.parties[0].first, "manufacturer");
  EXPECT_EQ(claim.filter.parties[0].second.name, "Zelvanir Tekstil");
  EXPECT_EQ(claim.filter.parties[0].second.country, "TR");
}

TEST(Sentence, takes_a_quoted_name_whole) {
  auto const claim =
      read(R"(At least 3 shipments of microchips were imported by "North Star & Sons" in 2022)");
  EXPECT_EQ(claim.filter.parties.at(0).second.name, "North Star & Sons");
  EXPECT_EQ(claim.comparator, Comparator::at_least);
}

TEST(Sentence, reads_no_goods_as_a_count_of_zero) {
  auto const claim = read("No ammunition was shipped from China to Russia in 2022.");
  EXPECT_EQ(claim.number, "0");
  EXPECT_EQ(claim.comparator, Comparator::equal);
  EXPECT_EQ(claim.measure, "shipments");
}

TEST(Sentence, reads_shares_with_what_they_are_of) {
  auto const claim =
      read("More than 30 percent of vehicle parts imported by Russia in 2022 came from China.");
  EXPECT_EQ(claim.measure, "share_net_mass");
  EXPECT_EQ(claim.number, "0.30");
  ASSERT_TRUE(claim.denominator);
  EXPECT_TRUE(claim.denominator->nationality.empty());
  EXPECT_EQ(claim.filter.nationality, std::vector<std::string>{"CN"});
}

TEST(Sentence, reads_fractions_as_shares) {
  auto const claim = read(
      "More than half of the body armour imported by Russia in December 2022 came from Turkey.");
  EXPECT_EQ(claim.measure, "share_net_mass");
  EXPECT_EQ(claim.number, "0.5");
  ASSERT_TRUE(claim.denominator);
  EXPECT_TRUE(claim.denominator->nationality.empty());
  auto const most = read("Most of the body armour came directly from Turkey in December 2022.");
  EXPECT_EQ(most.comparator, Comparator::more);
  EXPECT_EQ(value(most, "country_of_dispatch"), "TR");
}

TEST(Sentence, a_sender_country_is_first_its_country_of_dispatch) {
  EXPECT_TRUE(read("Kazakhstan exported 50 drones to Russia in 2022.").sent_from);
  EXPECT_FALSE(read("Russia imported 50 drones from Kazakhstan in 2022.").sent_from);
}

TEST(Sentence, keeps_a_legal_form_before_a_quoted_name) {
  auto const claim =
      read("ООО \"Небосклон-Ареал\" imported 5 shipments of batteries in November 2022.");
  EXPECT_EQ(claim.filter.parties.at(0).second.name, "ООО Небосклон-Ареал");
}

TEST(Sentence, reads_periods) {
  auto const of = [](std::string const& words) {
    return months(read("Russia imported 5 shipments of drones " + words));
  };
  EXPECT_EQ(of("in 2022"), "2022-01..2022-12");
  EXPECT_EQ(of("in Q4 2022"), "2022-10..2022-12");
  EXPECT_EQ(of("in the first quarter of 2022"), "2022-01..2022-03");
  EXPECT_EQ(of("from November 2022 to January 2023"), "2022-11..2023-01");
  EXPECT_EQ(of("from November to January 2023"), "2022-11..2023-01");
  EXPECT_EQ(of("in November and December 2022"), "2022-11..2022-12");
  EXPECT_EQ(of("in 2022-07"), "2022-07..2022-07");
  EXPECT_EQ(of("in May 2022"), "2022-05..2022-05");
  EXPECT_EQ(read("Russia imported 5 shipments of drones before June 2022").period->last,
            2022 * 12 + 4);
  EXPECT_EQ(read("Russia imported 5 shipments of drones since March 2022").period->first,
            2022 * 12 + 2);
}

TEST(Sentence, names_what_it_cannot_read) {
  EXPECT_NE(refusal("Russia imported 12 shipments of zorbs in 2022").find("zorbs"),
            std::string::npos);
  EXPECT_NE(refusal("Russia imported 12 tons of rifles in December").find("year"),
            std::string::npos);
  EXPECT_NE(refusal("Russia imported 80 tons of body armour worth $10 million in 2022")
                .find("two claims"),
            std::string::npos);
  EXPECT_NE(refusal("Russia did not import 12 tons of rifles in 2022").find("not"),
            std::string::npos);
  EXPECT_NE(refusal("On 5 December 2022 Russia imported 3 tons of rifles").find("day"),
            std::string::npos);
  refusal("Russia imported 12 drones or rifles in 2022");
  refusal("");
  refusal("12");
}

TEST(Sentence, tells_motives_and_forecasts_from_data) {
  for (auto const* text : {"Western officials warn that China may send weapons to Russia.",
                           "The embassy said that China did not supply arms to any party.",
                           "Beijing sends dual-use goods as a quiet way to help Moscow.",
                           "Russia will import 12 tons of rifles in 2024."}) {
    EXPECT_EQ(read(text).kind, Kind::not_data) << text;
  }
  EXPECT_EQ(read("Russia imported 5 shipments of drones in May 2022").kind, Kind::figure);
}

TEST(Sentence, knows_what_customs_cannot_show) {
  EXPECT_EQ(read("Russia relied on China for satellite imagery.").kind, Kind::out_of_scope);
  EXPECT_EQ(read("Drones of Xunyao were spotted on the battlefield.").kind, Kind::out_of_scope);
}

TEST(Sentence, reads_listings) {
  auto const claim =
      read("Shenzhen Xunyao Lingfei Technology has been under US Treasury sanctions since 2021.");
  EXPECT_EQ(claim.kind, Kind::listing);
  EXPECT_EQ(claim.authority, "us_treasury");
  EXPECT_EQ(claim.since, "2021");
  EXPECT_EQ(claim.filter.parties.at(0).second.name, "Shenzhen Xunyao Lingfei Technology");
}

TEST(Sentence, keeps_disputed_words) {
  auto const claim = read("Russia received previously undeclared dual-use equipment.");
  EXPECT_EQ(claim.disputed_words, std::vector<std::string>{"previously undeclared"});
  EXPECT_EQ(value(claim, "sensitive"), "true");
}

TEST(Sentence, survives_being_written_as_json) {
  auto const claim =
      read("More than 12 tons of Chinese body armour went via Turkey to Russia by the end of 2022");
  auto const again = read_claims("[" + claim_json(claim) + "]", "test");
  ASSERT_TRUE(again.has_value()) << again.error().message;
  auto back = again->at(0);
  back.id.clear();
  EXPECT_EQ(claim_json(back), claim_json(claim));
}

}  // namespace
}  // namespace tw::claims
