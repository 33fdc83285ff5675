#include <gmock/gmock.h>

#include "unit/lists/real_lists.h"

namespace tw::lists {
namespace {

using testing::Contains;
using testing::HasSubstr;

std::string row(std::string_view front, std::string_view remarks) {
  return std::string(front) + R"(,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,")" + std::string(remarks) +
         "\"\r\n";
}

std::string const kFirm =
    row(R"(101,"ZAVOD OPTIKI, AO",-0- ,"RUSSIA-EO14024] [NPWMD")",
        "Tax ID No. 7718852163 (Russia); Registration Number 1117746521452 (Russia); a.k.a. 'ZO'; "
        "f.k.a. 'OPTIKA 7'; Website www.zo.example; Linked To: ROSTEK.");

TEST(UsOfac, reads_the_raw_form_with_its_end_mark) {
  auto const reading = read_ok(kFirm + "\x1a\r\n");
  EXPECT_EQ(reading.format, "us_ofac_sdn_csv");
  EXPECT_EQ(reading.records, 1U);
  ASSERT_EQ(reading.entries.size(), 1U);
  auto const& entry = reading.entries[0];
  EXPECT_EQ(entry.entity_id, "us_sdn-101");
  EXPECT_EQ(entry.kind, "organisation");
  EXPECT_THAT(entry.programmes, testing::ElementsAre("RUSSIA-EO14024", "NPWMD"));
  EXPECT_EQ(entry.names[0].name, "ZAVOD OPTIKI, AO");
  EXPECT_EQ(kind_of_name(entry, "ZO"), NameKind::weak_alias);
  EXPECT_EQ(kind_of_name(entry, "OPTIKA 7"), NameKind::former);
  EXPECT_TRUE(has_id(entry, "INN", "7718852163"));
  EXPECT_TRUE(has_id(entry, "OGRN", "1117746521452"));
  EXPECT_THAT(entry.countries, testing::ElementsAre("RU"));
  EXPECT_THAT(entry.remarks, HasSubstr("Linked To: ROSTEK"));
  EXPECT_FALSE(entry.listed_on);
}

TEST(UsOfac, passes_over_a_header_that_a_copy_carries) {
  auto const reading = read_ok("ID,Name,Type,Country,Title,F,G,H,I,J,K,Details\n" + kFirm);
  EXPECT_EQ(reading.records, 1U);
  EXPECT_EQ(reading.entries.size(), 1U);
}

TEST(UsOfac, keeps_a_person_as_the_list_writes_it) {
  auto const reading = read_ok(row(R"(7,"DOE, John","individual","SDGT")",
                                   "DOB 1946; nationality Syria; Passport N123 (Syria)."));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.entries[0].kind, "person");
  EXPECT_EQ(reading.entries[0].names[0].name, "DOE, John");
  EXPECT_TRUE(has_id(reading.entries[0], "Passport", "N123"));
  EXPECT_THAT(reading.entries[0].countries, testing::ElementsAre("SY"));
}

TEST(UsOfac, reads_an_imo_number_of_a_vessel) {
  auto const reading = read_ok(row(R"(8,"SEA STAR","vessel","IRAN")",
                                   "Vessel Registration Identification IMO 9187629; MMSI 5724."));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_TRUE(has_id(reading.entries[0], "IMO", "9187629"));
  EXPECT_TRUE(has_id(reading.entries[0], "MMSI", "5724"));
}

TEST(UsOfac, puts_a_consolidated_entry_on_each_of_its_lists) {
  auto const reading = read_ok(
      row(R"(9,"BANK A",-0- ,"UKRAINE-EO13662] [RUSSIA-EO14024")",
          "Executive Order 13662 Directive Determination - Subject to Directive 1; Listing Date "
          "(EO 14024 Directive 2): 24 Feb 2022.") +
      row(R"(10,"CHIP CO",-0- ,"CMIC-EO13959")", "Listing Date (CMIC) 16 Dec 2021."));
  EXPECT_EQ(reading.format, "us_ofac_cons_csv");
  EXPECT_EQ(reading.records, 2U);
  EXPECT_EQ(reading.repeated, 1U);
  auto const* ssi = find_entry(reading, "us_ssi", "BANK A");
  auto const* capta = find_entry(reading, "us_capta", "BANK A");
  auto const* cmic = find_entry(reading, "us_ns_cmic", "CHIP CO");
  ASSERT_TRUE(ssi != nullptr && capta != nullptr && cmic != nullptr);
  EXPECT_FALSE(ssi->listed_on);
  EXPECT_THAT(ssi->programmes, Contains("EO13662-D1"));
  EXPECT_EQ(capta->listed_on->iso(), "2022-02-24");
  EXPECT_EQ(cmic->listed_on->iso(), "2021-12-16");
}

TEST(UsOfac, says_what_to_do_with_a_side_file) {
  auto const alternates = read_list("36,12,\"aka\",\"AERO-CARIBBEAN\",-0- \r\n", Job{});
  ASSERT_FALSE(alternates);
  EXPECT_THAT(alternates.error().text(), HasSubstr("alt.csv"));
  auto const addresses = read_list("36,25,-0- ,\"Havana\",\"Cuba\",-0- \r\n", Job{});
  ASSERT_FALSE(addresses);
  EXPECT_THAT(addresses.error().text(), HasSubstr("add.csv"));
}

TEST(UsOfac, joins_side_files_by_number) {
  auto reading = read_ok(kFirm);
  ASSERT_TRUE(join_ofac_file("101,1,\"aka\",\"OPTICS PLANT\",-0- \r\n999,2,\"fka\",\"X\",-0- \r\n",
                             reading, Job{}));
  ASSERT_TRUE(join_ofac_file("101,5,\"1 Main St\",\"Minsk\",\"Belarus\",-0- \r\n", reading, Job{}));
  EXPECT_EQ(kind_of_name(reading.entries[0], "OPTICS PLANT"), NameKind::alias);
  EXPECT_EQ(reading.entries[0].addresses.at(0).text, "1 Main St, Minsk, Belarus");
  EXPECT_EQ(reading.entries[0].addresses.at(0).country, "BY");
  ASSERT_EQ(reading.rejected.size(), 1U);
  EXPECT_THAT(reading.rejected[0].reason, HasSubstr("999"));
  EXPECT_EQ(reading.records + reading.repeated,
            reading.entries.size() + reading.rejected.size() + reading.joined);
}

TEST(UsOfac, reads_the_real_sdn_files_to_the_last_entry) {
  TW_SHARED_OR_SKIP(with_header, "lists_us_ofac/sdn_2023-01.csv.gz");
  TW_SHARED_OR_SKIP(raw, "lists_us_ofac/sdn_2021-07_raw.csv.gz");
  // Python's csv module: 11,445 rows less the header and the end mark; 8,977 less the end mark.
  auto const newer = read_ok(with_header);
  EXPECT_EQ(newer.records, 11443U);
  EXPECT_EQ(newer.entries.size(), 11443U);
  auto const older = read_ok(raw);
  EXPECT_EQ(older.records, 8976U);
  EXPECT_EQ(older.entries.size(), 8976U);
}

TEST(UsOfac, reads_the_real_consolidated_files_to_the_last_entry) {
  TW_SHARED_OR_SKIP(csv, "lists_us_ofac/cons_prim_2025-12_raw.csv.gz");
  TW_SHARED_OR_SKIP(xml, "lists_us_ofac/consolidated_2022-03-24.xml.gz");
  auto const newer = read_ok(csv);
  EXPECT_EQ(newer.records, 442U);
  EXPECT_TRUE(newer.rejected.empty());
  auto const* dji = find_entry(newer, "us_ns_cmic", "SZ DJI TECHNOLOGY CO., LTD.");
  ASSERT_NE(dji, nullptr);
  EXPECT_EQ(dji->entity_id, "us_ns_cmic-33111");
  EXPECT_EQ(dji->listed_on->iso(), "2021-12-16");
  auto const older = read_ok(xml);
  EXPECT_EQ(older.records, 462U);  // The file's own Record_Count.
  EXPECT_EQ(older.published_on->iso(), "2022-03-24");
}

TEST(UsOfac, joins_every_row_of_the_real_trio) {
  TW_SHARED_OR_SKIP(main, "lists_us_ofac/sdn_2021-07_raw.csv.gz");
  TW_SHARED_OR_SKIP(alternates, "lists_us_ofac/alt_2021-07_raw.csv.gz");
  TW_SHARED_OR_SKIP(addresses, "lists_us_ofac/add_2021-07_raw.csv.gz");
  auto reading = read_ok(main);
  ASSERT_TRUE(join_ofac_file(alternates, reading, Job{}));
  EXPECT_EQ(reading.joined, 11910U);
  ASSERT_TRUE(join_ofac_file(addresses, reading, Job{}));
  EXPECT_EQ(reading.joined, 11910U + 13837U);
  EXPECT_TRUE(reading.rejected.empty());
}

// Two official files that hold the same firm must agree on it.
TEST(UsOfac, agrees_with_the_consolidated_screening_list) {
  TW_SHARED_OR_SKIP(csl_bytes, "lists_us_csl/consolidated_2022-05.csv.gz");
  TW_SHARED_OR_SKIP(sdn_bytes, "lists_us_ofac/sdn_2023-01.csv.gz");
  auto const csl = read_ok(csl_bytes);
  auto const sdn = read_ok(sdn_bytes);
  std::map<std::string, Entry const*> by_id;
  for (auto const& entry : sdn.entries) by_id[entry.entity_id] = &entry;
  std::size_t both = 0;
  std::size_t same_name = 0;
  std::size_t same_inn = 0;
  std::size_t inn = 0;
  for (auto const& entry : csl.entries) {
    auto const found = by_id.find(entry.entity_id);
    if (found == by_id.end()) continue;
    ++both;
    if (found->second->names[0].name == entry.names[0].name) ++same_name;
    for (auto const& id : entry.ids) {
      if (id.type != "INN") continue;
      ++inn;
      if (has_id(*found->second, "INN", id.value)) ++same_inn;
    }
  }
  EXPECT_GT(both, 9000U);
  EXPECT_GT(static_cast<double>(same_name) / static_cast<double>(both), 0.98);
  EXPECT_GT(static_cast<double>(same_inn) / static_cast<double>(inn), 0.9);
}

}  // namespace
}  // namespace tw::lists
