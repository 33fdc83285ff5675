#include <gmock/gmock.h>

#include "unit/lists/real_lists.h"

namespace tw::lists {
namespace {

using testing::HasSubstr;

std::string un(std::string_view records) {
  return R"(<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09Z"><ENTITIES>)" +
         std::string(records) + "</ENTITIES></CONSOLIDATED_LIST>";
}

constexpr std::string_view kFirm =
    "<ENTITY><DATAID>11</DATAID><FIRST_NAME>GREEN &amp; PINE CORP</FIRST_NAME>"
    "<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.010</REFERENCE_NUMBER>"
    "<LISTED_ON>2012-05-02-04:00</LISTED_ON><NAME_ORIGINAL_SCRIPT>청송연합</NAME_ORIGINAL_SCRIPT>"
    "<COMMENTS1>Sells submarines.</COMMENTS1>"
    "<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>CHEONGSONG</ALIAS_NAME></ENTITY_ALIAS>"
    "<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>OLD PINE</ALIAS_NAME></ENTITY_ALIAS>"
    "<ENTITY_ADDRESS><CITY>Pyongyang</CITY>"
    "<COUNTRY>Democratic People's Republic of Korea</COUNTRY></ENTITY_ADDRESS></ENTITY>";

TEST(UnSc, reads_an_entity_with_names_in_two_scripts) {
  auto const reading = read_ok(un(kFirm));
  EXPECT_EQ(reading.published_on->iso(), "2026-02-27");
  ASSERT_EQ(reading.entries.size(), 1U);
  auto const& entry = reading.entries[0];
  EXPECT_EQ(entry.entity_id, "un_sc-KPe.010");
  EXPECT_EQ(entry.source_line, "DATAID 11");
  EXPECT_EQ(entry.kind, "organisation");
  EXPECT_EQ(entry.names[0].name, "GREEN & PINE CORP");
  EXPECT_EQ(kind_of_name(entry, "청송연합"), NameKind::alias);
  EXPECT_EQ(kind_of_name(entry, "OLD PINE"), NameKind::former);
  EXPECT_EQ(entry.listed_on->iso(), "2012-05-02");
  EXPECT_THAT(entry.countries, testing::ElementsAre("KP"));
  EXPECT_THAT(entry.programmes, testing::ElementsAre("DPRK"));
  EXPECT_THAT(entry.remarks, HasSubstr("submarines"));
}

TEST(UnSc, calls_an_alias_of_low_quality_weak) {
  auto const reading = read_ok(
      un("<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>JOHN</FIRST_NAME><SECOND_NAME>DOE</SECOND_NAME>"
         "<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Johnny; Jay</ALIAS_NAME>"
         "</INDIVIDUAL_ALIAS></INDIVIDUAL>"));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.entries[0].kind, "person");
  EXPECT_EQ(reading.entries[0].names[0].name, "JOHN DOE");
  EXPECT_EQ(kind_of_name(reading.entries[0], "Jay"), NameKind::weak_alias);
  EXPECT_EQ(reading.entries[0].entity_id, "un_sc-1");
}

TEST(UnSc, rejects_an_entry_without_a_name_and_names_it) {
  auto const reading =
      read_ok(un(std::string(kFirm) + "<ENTITY><DATAID>12</DATAID><FIRST_NAME/></ENTITY>"));
  ASSERT_EQ(reading.rejected.size(), 1U);
  EXPECT_EQ(reading.rejected[0].place, "DATAID 12");
}

TEST(UnSc, refuses_a_cut_file_with_its_place) {
  auto const whole = un(kFirm);
  auto const reading = read_list(whole.substr(0, whole.size() - 40), Job{});
  ASSERT_FALSE(reading);
  EXPECT_THAT(reading.error().text(), HasSubstr("line"));
}

TEST(UnSc, refuses_entities_that_grow) {
  auto const bomb = std::string(
      "<?xml version=\"1.0\"?><!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
      "\"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">]><CONSOLIDATED_LIST><ENTITIES>"
      "<ENTITY><DATAID>1</DATAID><FIRST_NAME>&c;</FIRST_NAME></ENTITY></ENTITIES>"
      "</CONSOLIDATED_LIST>");
  EXPECT_FALSE(read_list(bomb, Job{}));
}

TEST(UnSc, reads_the_real_file_to_the_last_entry) {
  TW_SHARED_OR_SKIP(bytes, "lists_un/UN_consolidated_2026-02-27.xml.gz");
  auto const reading = read_ok(bytes);
  // Python's ElementTree: 730 INDIVIDUAL and 273 ENTITY.
  EXPECT_EQ(reading.records, 1003U);
  EXPECT_EQ(std::ranges::count(reading.entries, std::string("person"), &Entry::kind), 730);
  EXPECT_EQ(std::ranges::count(reading.entries, std::string("organisation"), &Entry::kind), 273);
  EXPECT_EQ(reading.published_on->iso(), "2026-02-27");
  for (auto const& entry : reading.entries) EXPECT_TRUE(entry.listed_on) << entry.entity_id;
}

TEST(UnSc, finds_an_entity_by_its_reference_number) {
  TW_SHARED_OR_SKIP(bytes, "lists_un/UN_consolidated_2026-02-27.xml.gz");
  auto const reading = read_ok(bytes);
  auto const found = std::ranges::find(reading.entries, "un_sc-CDe.002", &Entry::entity_id);
  ASSERT_NE(found, reading.entries.end());
  EXPECT_EQ(found->names[0].name, "BUTEMBO AIRLINES (BAL)");
  EXPECT_EQ(found->listed_on->iso(), "2007-03-29");
  EXPECT_EQ(found->source_line, "DATAID 6908024");
}

}  // namespace
}  // namespace tw::lists
