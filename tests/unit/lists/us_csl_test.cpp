#include <gmock/gmock.h>

#include "unit/lists/real_lists.h"

namespace tw::lists {
namespace {

using testing::HasSubstr;

constexpr std::string_view kHeader =
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,"
    "start_date,end_date,license_requirement,license_policy,vessel_flag,remarks,alt_names,"
    "citizenships,nationalities,ids,source_list_url\n";

std::string csl(std::string_view rows) { return std::string(kHeader).append(rows); }

TEST(UsCsl, reads_an_entity_list_entry_with_its_terms) {
  auto const reading = read_ok(
      csl("ab12,Entity List (EL) - Bureau of Industry and Security,,,,Gorod Optika LLC,,"
          "\"5 Lesnaya St., Moscow, 107076, RU\",87 FR 1,2022-03-03,,All items subject to the EAR,"
          "Policy of denial.,,,Optika Gorod; and GO LLC,,,,http://x\n"));
  ASSERT_EQ(reading.entries.size(), 1U);
  auto const& entry = reading.entries[0];
  EXPECT_EQ(reading.format, "us_csl_csv");
  EXPECT_EQ(entry.entity_id, "us_entity_list-ab12");
  EXPECT_EQ(entry.list, "us_entity_list");
  EXPECT_EQ(entry.kind, "unknown");
  ASSERT_EQ(entry.names.size(), 3U);
  EXPECT_EQ(entry.names[0].kind, NameKind::primary);
  EXPECT_EQ(entry.names[2].name, "GO LLC");
  EXPECT_EQ(entry.listed_on->iso(), "2022-03-03");
  EXPECT_EQ(entry.countries, std::vector<std::string>{"RU"});
  EXPECT_EQ(entry.addresses.at(0).country, "RU");
  EXPECT_THAT(entry.remarks, HasSubstr("Licence requirement: All items subject to the EAR"));
  EXPECT_THAT(entry.remarks, HasSubstr("Federal Register: 87 FR 1"));
  EXPECT_EQ(entry.source_line, "line 2");
}

TEST(UsCsl, takes_the_numbers_of_a_russian_firm_apart) {
  auto const reading = read_ok(
      csl("7,Sectoral Sanctions Identifications List (SSI) - Treasury Department,7,Entity,"
          "UKRAINE-EO13662,ZAVOD OAO,,,,,,,,,,,,,\"RU, 1027714019772, Registration ID; 5030056754, "
          "Tax ID No.; Subject to Directive 3, Executive Order 13662 Directive Determination -; "
          "www.zavod.example, Website\",http://x\n"));
  ASSERT_EQ(reading.entries.size(), 1U);
  auto const& entry = reading.entries[0];
  EXPECT_EQ(entry.entity_id, "us_ssi-7");
  EXPECT_TRUE(has_id(entry, "OGRN", "1027714019772"));
  EXPECT_TRUE(has_id(entry, "INN", "5030056754"));  // Ten digits and Russia its only country.
  EXPECT_THAT(entry.programmes, testing::Contains("EO13662-D3"));
  EXPECT_THAT(reading.unread_fields,
              testing::Contains(testing::Pair(std::string("ids: Website"), 1U)));
}

TEST(UsCsl, rejects_a_source_list_that_it_does_not_know) {
  auto const reading = read_ok(
      csl("1,Unverified List (UVL) - Bureau of Industry and Security,,,,A LLC,,,,,,,,,,,,,,u\n"
          "2,Brand New List (BNL),,,,B LLC,,,,,,,,,,,,,,u\n"));
  EXPECT_EQ(reading.entries.size(), 1U);
  ASSERT_EQ(reading.rejected.size(), 1U);
  EXPECT_EQ(reading.rejected[0].place, "line 3");
  EXPECT_THAT(reading.rejected[0].reason, HasSubstr("Brand New List"));
}

TEST(UsCsl, reads_the_real_file_to_the_last_entry) {
  TW_SHARED_OR_SKIP(bytes, "lists_us_csl/consolidated_2022-05.csv.gz");
  auto const reading = read_ok(bytes);
  // Python's csv module counts 14,160 records (14,165 physical lines, six of them inside cells and
  // one header); one record repeats another word for word.
  EXPECT_EQ(reading.records, 14160U);
  EXPECT_EQ(reading.entries.size(), 14159U);
  EXPECT_EQ(reading.joined, 1U);
  EXPECT_TRUE(reading.rejected.empty());
  std::map<std::string, std::size_t> const expected = {
      {"us_sdn", 10026},  {"us_entity_list", 2001}, {"us_itar_debarred", 727}, {"us_dpl", 462},
      {"us_ssi", 290},    {"us_uvl", 201},          {"us_isn", 163},           {"us_meu", 71},
      {"us_ns_cmic", 68}, {"us_palestinian", 78},   {"us_capta", 52},          {"us_ns_mbs", 17},
      {"us_fse", 3}};
  EXPECT_EQ(entries_by_list(reading), expected);
}

TEST(UsCsl, finds_dji_on_two_lists_with_their_days) {
  TW_SHARED_OR_SKIP(bytes, "lists_us_csl/consolidated_2022-05.csv.gz");
  auto const reading = read_ok(bytes);
  auto const* entity_list = find_entry(reading, "us_entity_list", "DJI");
  ASSERT_NE(entity_list, nullptr);
  EXPECT_EQ(entity_list->listed_on->iso(), "2020-12-18");
  EXPECT_EQ(kind_of_name(*entity_list, "Da-Jiang Innovations"), NameKind::alias);
  EXPECT_THAT(entity_list->countries, testing::ElementsAre("CN"));
  auto const* cmic = find_entry(reading, "us_ns_cmic", "SZ DJI TECHNOLOGY CO., LTD.");
  ASSERT_NE(cmic, nullptr);
  EXPECT_EQ(cmic->listed_on->iso(), "2021-12-16");
  EXPECT_TRUE(has_id(*cmic, "USCC", "914403007954257495"));
}

TEST(UsCsl, finds_rosoboronexport_on_four_lists) {
  TW_SHARED_OR_SKIP(bytes, "lists_us_csl/consolidated_2022-05.csv.gz");
  auto const reading = read_ok(bytes);
  auto const* sdn = find_entry(reading, "us_sdn", "ROSOBORONEKSPORT OAO");
  ASSERT_NE(sdn, nullptr);
  EXPECT_FALSE(sdn->listed_on);  // The file gives none.
  EXPECT_TRUE(has_id(*sdn, "INN", "7718852163"));
  EXPECT_NE(find_entry(reading, "us_ssi", "ROSOBORONEKSPORT OAO"), nullptr);
  auto const* isn = find_entry(reading, "us_isn", "Rosoboronexport");
  ASSERT_NE(isn, nullptr);
  EXPECT_EQ(isn->listed_on->iso(), "2020-09-23");
  auto const* entity_list = find_entry(reading, "us_entity_list", "Rosoboronexport OJSC (ROE)");
  ASSERT_NE(entity_list, nullptr);
  EXPECT_EQ(entity_list->listed_on->iso(), "2022-03-03");
}

}  // namespace
}  // namespace tw::lists
