#include <gmock/gmock.h>

#include "unit/lists/real_lists.h"

namespace tw::lists {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(OwnCsv, reads_every_documented_column) {
  auto const reading = read_ok(
      "entity_id,list,name,kind,aliases,weak_aliases,former_names,country,registration_no,ids,"
      "address,programmes,listed_on,delisted_on,remarks\n"
      "e1,us_entity_list,ООО Горизонт,organisation,Gorizont LLC|Горизонт,GRZ,Vostok OOO,RU,"
      "1037739877295,INN:7708503727|IMO:9187629,\"1 Lesnaya, Moscow, RU\",P1|P2,2022-03-03,"
      "2023-01-01,seen twice\n");
  EXPECT_EQ(reading.format, "own_csv");
  ASSERT_EQ(reading.entries.size(), 1U);
  auto const& entry = reading.entries[0];
  EXPECT_EQ(entry.entity_id, "e1");
  EXPECT_EQ(entry.list, "us_entity_list");
  EXPECT_EQ(entry.kind, "organisation");
  EXPECT_EQ(entry.names[0].name, "ООО Горизонт");
  EXPECT_EQ(kind_of_name(entry, "Gorizont LLC"), NameKind::alias);
  EXPECT_EQ(kind_of_name(entry, "GRZ"), NameKind::weak_alias);
  EXPECT_EQ(kind_of_name(entry, "Vostok OOO"), NameKind::former);
  EXPECT_THAT(entry.countries, ElementsAre("RU"));
  EXPECT_TRUE(has_id(entry, "OGRN", "1037739877295"));
  EXPECT_TRUE(has_id(entry, "INN", "7708503727"));
  EXPECT_TRUE(has_id(entry, "IMO", "9187629"));
  EXPECT_THAT(entry.programmes, ElementsAre("P1", "P2"));
  EXPECT_EQ(entry.listed_on->iso(), "2022-03-03");
  EXPECT_EQ(entry.delisted_on->iso(), "2023-01-01");
  EXPECT_EQ(entry.remarks, "seen twice");
}

TEST(OwnCsv, takes_other_spellings_of_headers_in_any_order) {
  auto const reading =
      read_ok("Alt Names;Company Name;ИНН;Start Date\nB|C;A LLC;7708503727;3.3.2022\n");
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.entries[0].names[0].name, "A LLC");
  EXPECT_EQ(reading.entries[0].names.size(), 3U);
  EXPECT_TRUE(has_id(reading.entries[0], "INN", "7708503727"));
  EXPECT_EQ(reading.entries[0].listed_on->iso(), "2022-03-03");
  EXPECT_EQ(reading.entries[0].list, kOwnList);
}

TEST(OwnCsv, takes_semicolons_between_names_when_there_is_no_bar) {
  auto const reading = read_ok("name,aliases\nA LLC,A OOO; A Ltd\nB LLC,\"B; old|B Ltd\"\n");
  EXPECT_EQ(reading.entries[0].names.size(), 3U);
  EXPECT_EQ(reading.entries[1].names.size(), 3U);
}

TEST(OwnCsv, gives_an_id_from_the_name_that_stays_when_rows_move) {
  auto const one = read_ok("name,country\nA LLC,RU\nB LLC,CN\n");
  auto const two = read_ok("name,country\nB LLC,CN\nA LLC,RU\n");
  EXPECT_EQ(one.entries[0].entity_id, two.entries[1].entity_id);
}

TEST(OwnCsv, joins_rows_of_one_name_when_there_are_no_ids) {
  auto const reading = read_ok(
      "name,address,listed_on\nA LLC,\"1 St, RU\",2020-01-01\n"
      "A LLC,\"2 St, RU\",2020-01-01\nA LLC,\"3 St, RU\",2021-01-01\n");
  EXPECT_EQ(reading.records, 3U);
  EXPECT_EQ(reading.joined, 1U);
  ASSERT_EQ(reading.entries.size(), 2U);
  EXPECT_EQ(reading.entries[0].addresses.size(), 2U);
  EXPECT_NE(reading.entries[0].entity_id, reading.entries[1].entity_id);
}

TEST(OwnCsv, rejects_a_used_id_and_says_where_it_stands) {
  auto const reading = read_ok("entity_id,name\ne1,A LLC\ne2,B LLC\ne1,C LLC\n");
  EXPECT_EQ(reading.entries.size(), 2U);
  ASSERT_EQ(reading.rejected.size(), 1U);
  EXPECT_EQ(reading.rejected[0].place, "line 4");
  EXPECT_THAT(reading.rejected[0].reason, HasSubstr("line 2"));
}

TEST(OwnCsv, rejects_an_empty_name_with_its_line) {
  auto const reading = read_ok("entity_id,name\ne1,A LLC\ne2,\ne3,---\n");
  EXPECT_EQ(reading.entries.size(), 1U);
  ASSERT_EQ(reading.rejected.size(), 2U);
  EXPECT_EQ(reading.rejected[0].place, "line 3");
  EXPECT_EQ(reading.rejected[1].place, "line 4");
}

TEST(OwnCsv, leaves_a_vague_day_absent_and_notes_it) {
  auto const reading = read_ok("name,listed_on\nA LLC,circa 1970\nB LLC,1970\n");
  ASSERT_EQ(reading.entries.size(), 2U);
  EXPECT_FALSE(reading.entries[0].listed_on);
  EXPECT_FALSE(reading.entries[1].listed_on);
  ASSERT_EQ(reading.notes.size(), 2U);
  EXPECT_THAT(reading.notes[0], HasSubstr("circa 1970"));
}

TEST(OwnCsv, counts_columns_that_it_does_not_read) {
  auto const reading = read_ok("name,country,colour\nA,RU,red\nB,RU,\n");
  EXPECT_THAT(reading.unread_fields, ElementsAre(testing::Pair("colour", 1U)));
}

TEST(OwnCsv, is_named_by_the_caller_when_it_names_no_list) {
  auto const reading =
      read_list("name,country\nA,RU\n", {.list = "my_list", .published_on = {}}, Job{});
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->entries[0].list, "my_list");
}

TEST(EuAnnex, reads_the_real_annexes_to_the_last_row) {
  TW_SHARED_OR_SKIP(freeze, "lists_eu/eurlex_32014R0269_2026-08.csv.gz");
  TW_SHARED_OR_SKIP(sectoral, "lists_eu/eurlex_32014R0833_2026-08.csv.gz");
  auto const frozen = read_ok(freeze);
  EXPECT_EQ(frozen.records, 2802U);
  EXPECT_TRUE(frozen.rejected.empty());
  EXPECT_EQ(frozen.entries[0].list, "eu_269");
  EXPECT_EQ(frozen.entries[0].listed_on->iso(), "2014-03-17");
  auto const users = read_ok(sectoral);
  EXPECT_EQ(users.records, 1746U);
  EXPECT_TRUE(users.rejected.empty());
  auto const* sirius = find_entry(users, "eu_833", "JSC Sirius");
  ASSERT_NE(sirius, nullptr);
  EXPECT_THAT(sirius->programmes, testing::Contains("Annex IV"));
  EXPECT_EQ(sirius->listed_on->iso(), "2014-09-12");
}

TEST(UsBis, reads_the_real_denied_persons_list_to_the_last_row) {
  TW_SHARED_OR_SKIP(bytes, "lists_us_ofac/bis_dpl_2019.txt.gz");
  auto const reading = read_ok(bytes);
  EXPECT_EQ(reading.format, "us_bis_dpl");
  EXPECT_EQ(reading.records, 546U);
  EXPECT_TRUE(reading.rejected.empty());
  auto const* mahdi = find_entry(reading, "us_dpl", "ABDULAMIR MAHDI");
  ASSERT_NE(mahdi, nullptr);
  EXPECT_EQ(mahdi->listed_on->iso(), "2003-10-03");
  EXPECT_EQ(mahdi->delisted_on->iso(), "2023-10-03");
}

}  // namespace
}  // namespace tw::lists
