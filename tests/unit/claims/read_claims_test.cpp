#include <gtest/gtest.h>

#include "tidewaiter/claims.h"

namespace tw::claims {
namespace {

constexpr std::string_view kOne = R"([{"id": "x", "filter": {"reporter": "Russia", "flow": "import",
  "goods_class": "body_armour", "country_of_origin": ["CN", "Turkey"], "consignee": {"name": "ООО Щит",
  "country": "RU"}}, "period": ["2022-07", "2022-12"], "measure": "net_mass_kg", "comparator": ">=",
  "number": 12000.5, "tolerance": 0.1}])";

std::string refusal(std::string_view text) {
  auto const claims = read_claims(text, "c.json");
  EXPECT_FALSE(claims.has_value()) << text;
  return claims ? "" : claims.error().message;
}

TEST(ReadClaims, reads_every_field) {
  auto const claims = read_claims(kOne, "c.json");
  ASSERT_TRUE(claims.has_value()) << claims.error().message;
  auto const& claim = claims->at(0);
  EXPECT_EQ(claim.id, "x");
  EXPECT_EQ(claim.filter.column("reporter_country")->values, std::vector<std::string>{"RU"});
  EXPECT_EQ(claim.filter.column("country_of_origin")->values,
            (std::vector<std::string>{"CN", "TR"}));
  EXPECT_EQ(claim.filter.parties.at(0).second.name, "ООО Щит");
  EXPECT_EQ(claim.number, "12000.5");
  EXPECT_EQ(claim.tolerance, "0.1");
  EXPECT_EQ(claim.comparator, Comparator::at_least);
  EXPECT_FALSE(claim.from_sentence);
}

TEST(ReadClaims, reads_the_same_from_toml) {
  auto const claims = read_claims(R"(
[[claim]]
id = "x"
measure = "shipments"
comparator = ">"
number = 12
period = ["2022-07", "2022-12"]
[claim.filter]
goods_class = "drone"
)",
                                  "c.toml");
  ASSERT_TRUE(claims.has_value()) << claims.error().message;
  EXPECT_EQ(claims->at(0).number, "12");
  EXPECT_EQ(claims->at(0).filter.column("goods_class")->values.at(0), "drone");
}

TEST(ReadClaims, reads_a_sentence_when_there_is_nothing_else) {
  auto const claims =
      read_claims(R"([{"id": "s", "text": "Officials fear more drones."}])", "c.json");
  ASSERT_TRUE(claims.has_value());
  EXPECT_EQ(claims->at(0).kind, Kind::not_data);
  EXPECT_EQ(claims->at(0).id, "s");
}

TEST(ReadClaims, says_which_claim_is_wrong_and_why) {
  EXPECT_NE(refusal(R"([{"id":"a","measure":"weight","filter":{}}])").find("claim 1 (id a)"),
            std::string::npos);
  EXPECT_NE(refusal(R"([{"measure":"shipments","filter":{"country_of_origin":"Atlantis"}}])")
                .find("Atlantis"),
            std::string::npos);
  EXPECT_NE(refusal(R"([{"measure":"shipments","filter":{},"periode":1}])").find("periode"),
            std::string::npos);
  EXPECT_NE(refusal(R"([{"measure":"shipments","filter":{"a b":1}}])").find("a b"),
            std::string::npos);
  EXPECT_NE(refusal(R"([{"measure":"shipments","filter":{},"period":["2022-12","2022-01"]}])")
                .find("before"),
            std::string::npos);
  EXPECT_NE(refusal("{").find("JSON"), std::string::npos);
  EXPECT_NE(refusal("x = ").find("TOML"), std::string::npos);
  refusal("");
  refusal("[1]");
  refusal(std::string(200'000, '['));
}

TEST(ReadClaims, asks_for_the_whole_of_a_share) {
  EXPECT_NE(refusal(R"([{"measure":"share_value","filter":{},"number":0.5,"comparator":">"}])")
                .find("denominator"),
            std::string::npos);
}

TEST(ReadClaims, keeps_large_numbers_exact) {
  auto const claims = read_claims(
      R"([{"measure":"value_usd","filter":{},"comparator":"=","number":"12345678901234567.89"},
          {"measure":"value_usd","filter":{},"comparator":"=","number":1e7}])",
      "c.json");
  ASSERT_TRUE(claims.has_value()) << claims.error().message;
  EXPECT_EQ(claims->at(0).number, "12345678901234567.89");
  EXPECT_EQ(claims->at(1).number, "10000000");
}

}  // namespace
}  // namespace tw::claims
