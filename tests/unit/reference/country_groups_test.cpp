#include <gtest/gtest.h>

#include "tidewaiter/reference.h"

namespace tw::reference {
namespace {

Date day(char const* text) { return *parse_iso_date(text); }
bool is_in(char const* code, char const* group, char const* on) {
  return in_group(*country(code), group, day(on));
}

TEST(CountryGroups, follow_accessions_and_departures) {
  EXPECT_FALSE(is_in("HR", "EU", "2013-06-30"));
  EXPECT_TRUE(is_in("HR", "EU", "2013-07-01"));
  EXPECT_TRUE(is_in("GB", "EU", "2020-01-31"));
  EXPECT_FALSE(is_in("GB", "EU", "2020-02-01"));
  EXPECT_FALSE(is_in("KG", "EAEU", "2015-08-11"));
  EXPECT_TRUE(is_in("KG", "EAEU", "2015-08-12"));
  EXPECT_FALSE(is_in("TR", "EU", "2022-12-31"));
}

TEST(CountryGroups, had_27_members_of_the_union_and_6_of_the_gulf_council_in_2022) {
  // The Union itself is declared as an origin and stands in its own group.
  EXPECT_EQ(group_members("EU", day("2022-12-31")).size(), 28U);
  EXPECT_EQ(group_members("GCC", day("2022-12-31")).size(), 6U);
  EXPECT_EQ(group_members("G7", day("2022-12-31")).size(), 7U);
  EXPECT_EQ(group_members("EAEU", day("2022-12-31")).size(), 5U);
  EXPECT_EQ(group_members("NATO", day("2022-12-31")).size(), 30U);
}

TEST(CountryGroups, the_coalition_begins_with_the_invasion) {
  EXPECT_FALSE(is_in("DE", "coalition", "2022-02-23"));
  EXPECT_TRUE(is_in("DE", "coalition", "2022-02-24"));
  EXPECT_TRUE(is_in("TW", "coalition", "2022-12-31"));
  EXPECT_FALSE(is_in("TR", "coalition", "2022-12-31"));
  EXPECT_FALSE(is_in("CN", "coalition", "2022-12-31"));
}

TEST(CountryGroups, transshipment_points_are_those_of_the_alert_of_june_2022) {
  for (auto const* code : {"AE", "TR", "CN", "KZ", "KG", "AM", "GE", "UZ", "TJ", "RS", "HK"}) {
    EXPECT_TRUE(is_in(code, "transshipment", "2022-12-31")) << code;
    EXPECT_FALSE(is_in(code, "transshipment", "2022-06-27")) << code;
  }
  EXPECT_FALSE(is_in("DE", "transshipment", "2022-12-31"));
}

TEST(CountryGroups, an_unknown_group_has_no_members) {
  EXPECT_FALSE(is_in("DE", "no such group", "2022-12-31"));
  EXPECT_TRUE(group_members("no such group", day("2022-12-31")).empty());
  EXPECT_FALSE(groups().empty());
}

}  // namespace
}  // namespace tw::reference
