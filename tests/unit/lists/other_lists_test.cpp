#include <gmock/gmock.h>

#include "unit/lists/real_lists.h"

namespace tw::lists {
namespace {

using testing::ElementsAre;

constexpr std::string_view kUkHeader =
    "Last Updated,04/05/2022,,,,,,,,,,,\n"
    "Name 6,Name 1,Name Non-Latin Script,Nationality,Address 1,Country,Other Information,Group "
    "Type,Alias Type,Alias Quality,Regime,Listed On,Group ID\n";

TEST(Uk, joins_the_rows_of_a_group) {
  auto const reading = read_ok(std::string(kUkHeader) +
                               "SEA STAR,,,,,,(IMO number):9187629 (Flag of ship):North Korea,Ship,"
                               "Primary name,,DPRK,03/04/2018,7\n"
                               "PETROV,Ivan,,,,,,Individual,AKA,Low quality,Russia,01/03/2022,8\n"
                               "PETROV,Ivan P,Петров,Russia,1 Lesnaya,Russia,,Individual,Primary "
                               "name,,Russia,01/03/2022,8\n");
  EXPECT_EQ(reading.format, "uk_conlist_csv");
  EXPECT_EQ(reading.published_on->iso(), "2022-05-04");
  EXPECT_EQ(reading.records, 3U);
  EXPECT_EQ(reading.joined, 1U);
  ASSERT_EQ(reading.entries.size(), 2U);
  EXPECT_TRUE(has_id(reading.entries[0], "IMO", "9187629"));
  EXPECT_THAT(reading.entries[0].countries, ElementsAre("KP"));
  auto const& person = reading.entries[1];
  EXPECT_EQ(person.entity_id, "uk-8");
  EXPECT_EQ(person.source_line, "line 4");
  EXPECT_EQ(person.names[0].name, "Ivan P PETROV");
  EXPECT_EQ(kind_of_name(person, "Ivan PETROV"), NameKind::weak_alias);
  EXPECT_EQ(kind_of_name(person, "Петров"), NameKind::alias);
  EXPECT_EQ(person.listed_on->iso(), "2022-03-01");
}

TEST(EuFsf, reads_names_and_numbers_out_of_attributes) {
  auto const reading = read_ok(
      R"(<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2022-03-18T14:52:26">)"
      R"(<sanctionEntity designationDetails="date of listing: 23.6.2008" unitedNationId="" )"
      R"(euReferenceNumber="EU.1.2" logicalId="5"><regulation programme="IRN" numberTitle="1/2" )"
      R"(entryIntoForceDate="2008-06-24"/><subjectType code="enterprise"/>)"
      R"(<nameAlias wholeName="Banka A" nameLanguage="SK" strong="true"/>)"
      R"(<nameAlias wholeName="Bank A" nameLanguage="" strong="true"/>)"
      R"(<nameAlias wholeName="BA" nameLanguage="" strong="false"/>)"
      R"(<address city="Tehran" street="1 St" zipCode="" countryIso2Code="IR"/>)"
      R"(</sanctionEntity></export>)");
  ASSERT_EQ(reading.entries.size(), 1U);
  auto const& entry = reading.entries[0];
  EXPECT_EQ(reading.published_on->iso(), "2022-03-18");
  EXPECT_EQ(entry.entity_id, "eu_fsf-5");
  EXPECT_EQ(entry.names[0].name, "Bank A");
  EXPECT_EQ(kind_of_name(entry, "BA"), NameKind::weak_alias);
  EXPECT_EQ(entry.listed_on->iso(), "2008-06-23");
  EXPECT_THAT(entry.programmes, ElementsAre("IRN"));
  EXPECT_THAT(entry.countries, ElementsAre("IR"));
}

TEST(UaNsdc, reads_the_real_table_to_the_last_row) {
  TW_SHARED_OR_SKIP(bytes, "lists_uk_au_ca_ua/ua_nsdc_legal_entities_2022-04.csv.gz");
  auto const reading = read_ok(bytes);
  EXPECT_EQ(reading.records, 1762U);
  // One row of the table has no name in any column.
  ASSERT_EQ(reading.rejected.size(), 1U);
  EXPECT_EQ(reading.rejected[0].place, "line 2000");
  auto const* chemistry = find_entry(reading, "ua_nsdc", "ООО \"Химкомснаб\"");
  ASSERT_NE(chemistry, nullptr);
  EXPECT_TRUE(has_id(*chemistry, "OGRN", "5147746231826"));
  EXPECT_TRUE(has_id(*chemistry, "INN", "7717797230"));
  EXPECT_EQ(chemistry->listed_on->iso(), "2019-03-19");
  EXPECT_EQ(chemistry->delisted_on->iso(), "2022-03-19");
}

TEST(OtherLists, are_read_to_the_last_record) {
  TW_SHARED_OR_SKIP(uk, "lists_uk_au_ca_ua/uk_ofsi_conlist_2022-05-04.csv.gz");
  TW_SHARED_OR_SKIP(canada, "lists_uk_au_ca_ua/ca_sema_2022-05.xml.gz");
  TW_SHARED_OR_SKIP(europe, "lists_eu/fsf_2022-03-18_PARTIAL.xml.gz");
  // Counted with Python: rows and different Group IDs; record elements; sanctionEntity elements.
  auto const british = read_ok(uk);
  EXPECT_EQ(british.records, 15261U);
  EXPECT_EQ(british.entries.size(), 3430U);
  auto const canadian = read_ok(canada);
  EXPECT_EQ(canadian.records, 2606U);
  EXPECT_EQ(canadian.entries.size(), 2606U);
  auto const european = read_ok(europe);
  EXPECT_EQ(european.records, 1044U);
  EXPECT_TRUE(european.rejected.empty());
  EXPECT_EQ(european.entries.size() + european.joined, 1044U);
}

}  // namespace
}  // namespace tw::lists
