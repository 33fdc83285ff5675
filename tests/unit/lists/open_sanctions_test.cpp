#include <gmock/gmock.h>

#include "unit/lists/real_lists.h"

namespace tw::lists {
namespace {

using testing::ElementsAre;

TEST(Ftm, reads_a_company_with_a_sanction_on_a_line_of_its_own) {
  auto const reading = read_ok(
      R"({"id":"s1","schema":"Sanction","properties":{"entity":["c1"],"program":["Entity List"],"startDate":["2022-03-03"]},"datasets":["us_trade_csl"]})"
      "\n"
      R"({"id":"c1","caption":"Gorizont LLC","schema":"Company","properties":{"name":["Gorizont LLC","ООО Горизонт"],"alias":["GRZ"],"weakAlias":["G"],"previousName":["Vostok"],"innCode":["7708503727"],"country":["ru"],"addressEntity":["a1"],"topics":["sanction"]},"datasets":["us_trade_csl"],"target":true})"
      "\n"
      R"({"id":"a1","schema":"Address","properties":{"full":["1 Lesnaya, Moscow"],"country":["ru"]}})"
      "\n");
  EXPECT_EQ(reading.records, 3U);
  EXPECT_EQ(reading.joined, 2U);
  ASSERT_EQ(reading.entries.size(), 1U);
  auto const& entry = reading.entries[0];
  EXPECT_EQ(entry.entity_id, "c1");
  EXPECT_EQ(entry.kind, "organisation");
  EXPECT_EQ(entry.names[0].name, "Gorizont LLC");
  EXPECT_EQ(kind_of_name(entry, "G"), NameKind::weak_alias);
  EXPECT_EQ(kind_of_name(entry, "Vostok"), NameKind::former);
  EXPECT_TRUE(has_id(entry, "INN", "7708503727"));
  EXPECT_THAT(entry.countries, ElementsAre("RU"));
  EXPECT_THAT(entry.programmes, ElementsAre("Entity List"));
  EXPECT_EQ(entry.listed_on->iso(), "2022-03-03");
  EXPECT_EQ(entry.addresses.at(0).country, "RU");
  EXPECT_EQ(entry.source_line, "line 2");
}

TEST(Ftm, puts_an_entity_of_two_data_sets_on_two_lists) {
  auto const reading = read_ok(
      R"({"id":"c1","caption":"A","schema":"Company","properties":{"name":["A"],"sanctions":[{"id":"s1","schema":"Sanction","datasets":["us_ofac_sdn"],"properties":{"programId":["US-RUSHAR"],"startDate":["2022-02-24"]}},{"id":"s2","schema":"Sanction","datasets":["eu_fsf"],"properties":{"startDate":["2022-03-15"],"endDate":["2023-01-01"]}}]},"datasets":["us_ofac_sdn","eu_fsf","sanctions"]})"
      "\n");
  EXPECT_EQ(reading.records, 1U);
  EXPECT_EQ(reading.repeated, 1U);
  auto const* sdn = find_entry(reading, "us_sdn", "A");
  auto const* eu = find_entry(reading, "eu_fsf", "A");
  ASSERT_TRUE(sdn != nullptr && eu != nullptr);
  EXPECT_EQ(sdn->listed_on->iso(), "2022-02-24");
  EXPECT_FALSE(sdn->delisted_on);
  EXPECT_EQ(eu->listed_on->iso(), "2022-03-15");
  EXPECT_EQ(eu->delisted_on->iso(), "2023-01-01");
}

TEST(Ftm, joins_neighbours_that_are_no_targets) {
  auto const reading = read_ok(
      R"({"id":"c1","schema":"Company","properties":{"name":["A"]},"datasets":[],"target":true})"
      "\n"
      R"({"id":"p1","schema":"Person","properties":{"name":["B"]},"datasets":[],"target":false})"
      "\n");
  EXPECT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.joined, 1U);
  EXPECT_EQ(reading.entries[0].list, kOwnList);
}

TEST(Ftm, rejects_a_broken_line_and_goes_on) {
  auto const reading = read_ok(R"({"id":"c1","schema":"Company","properties":{"name":["A"]}})"
                               "\n{\"id\":\"c2\",\"schema\":\n"
                               R"({"id":"c3","schema":"Company","properties":{"name":["C"]}})"
                               "\n");
  EXPECT_EQ(reading.entries.size(), 2U);
  ASSERT_EQ(reading.rejected.size(), 1U);
  EXPECT_EQ(reading.rejected[0].place, "line 2");
}

TEST(TargetsSimple, reads_several_values_in_one_cell) {
  auto const reading = read_ok(
      "\"id\",\"schema\",\"name\",\"aliases\",\"birth_date\",\"countries\",\"addresses\","
      "\"identifiers\",\"sanctions\",\"phones\",\"emails\",\"dataset\",\"first_seen\","
      "\"last_seen\",\"last_change\"\n"
      "\"Q1\",\"Company\",\"A LLC\",\"A OOO;\"\"B; C\"\"\",\"\",\"ru;by\",\"1 St, Moscow\","
      "\"7708503727\",\"Entity List - 2022-03-03\",\"\",\"\",\"UN Security Council Consolidated "
      "Sanctions\",\"2021-01-01\",\"\",\"\"\n");
  EXPECT_EQ(reading.format, "opensanctions_targets_simple_csv");
  ASSERT_EQ(reading.entries.size(), 1U);
  auto const& entry = reading.entries[0];
  EXPECT_EQ(entry.entity_id, "Q1");
  EXPECT_EQ(entry.list, "un_sc");
  ASSERT_EQ(entry.names.size(), 3U);
  EXPECT_EQ(entry.names[2].name, "B; C");
  EXPECT_THAT(entry.countries, ElementsAre("RU", "BY"));
  EXPECT_EQ(entry.listed_on->iso(), "2022-03-03");
  EXPECT_EQ(entry.ids.at(0).value, "7708503727");
}

}  // namespace
}  // namespace tw::lists
