#include "records/import.h"

#include <gtest/gtest.h>

#include "tidewaiter/io.h"

namespace tw::records {
namespace {

struct Imported {
  ImportReport report;
  table::Database database = *table::Database::open({});

  /// One cell of the first row of the answer, printed; "NULL" for NULL.
  std::string ask(std::string const& what, std::string const& where = "true",
                  std::string const& table = "shipments") const {
    auto answer =
        database.ask("SELECT " + what + " FROM " + table + " WHERE " + where + " ORDER BY row_id");
    EXPECT_TRUE(answer) << answer.error().text();
    if (!answer) return "error";
    auto block = answer->next();
    if (!block || !*block || (*block)->rows() == 0) return "none";
    return (*block)->printed(0, 0).value_or("NULL");
  }
};

Result<Imported> import_bytes(std::string_view bytes, std::string const& name,
                              ImportOptions options = {}, std::uint64_t part_bytes = 1 << 20,
                              unsigned threads = 1) {
  auto const folder = std::filesystem::path{testing::TempDir()};
  auto const test = std::string{testing::UnitTest::GetInstance()->current_test_info()->name()};
  auto const shipments = folder / (test + ".shipments.parquet");
  auto const rejects = folder / (test + ".rejects.parquet");
  options.source_file = name;
  options.source_id = "id";
  TW_TRY(auto report,
         import_parts(bytes, shipments, rejects, options, part_bytes, Job{.threads = threads}));
  Imported out;
  out.report = std::move(report);
  TW_CHECK(out.database.add_view("shipments", {shipments}, shipment_schema()));
  TW_CHECK(out.database.add_view("rejects", {rejects}, reject_schema()));
  return out;
}

constexpr std::string_view kHeader =
    "DECLARATION_NO,REGISTRATION_DATE,SUPPLIER_NAME,IMPORTER_NAME,ORIGIN_COUNTRY,HS_CODE,"
    "PRODUCT_DESCRIPTION,NET_WEIGHT,INVOICE_AMOUNT,CURRENCY\n";

TEST(Import, keeps_the_place_of_every_row) {
  auto const bytes = std::string{kHeader} +
                     "A1,2022-01-02,Sup,Imp,CN,847130,\"two\nlines\",5,10,USD\n"
                     "A2,2022-01-03,Sup,Imp,CN,847130,pc,6,10,USD\n";
  ImportOptions options;
  options.source_no = 7;
  auto const got = import_bytes(bytes, "ru_import.csv", options);
  ASSERT_TRUE(got) << got.error().text();
  EXPECT_EQ(got->report.rows_in, 2U);
  EXPECT_EQ(got->ask("source_line", "declaration_no = 'A2'"), "4");
  EXPECT_EQ(got->ask("row_id", "declaration_no = 'A2'"), std::to_string((7ULL << 32U) | 4U));
  auto const begin = std::stoul(got->ask("byte_begin", "declaration_no = 'A2'"));
  auto const end = std::stoul(got->ask("byte_end", "declaration_no = 'A2'"));
  EXPECT_EQ(bytes.substr(begin, end - begin), "A2,2022-01-03,Sup,Imp,CN,847130,pc,6,10,USD\n");
  EXPECT_EQ(got->ask("goods_text", "declaration_no = 'A1'"), "two\nlines");
  EXPECT_EQ(got->ask("flow"), "import");
  EXPECT_EQ(got->ask("reporter_country"), "RU");
  EXPECT_EQ(got->report.first_on->iso(), "2022-01-02");
  EXPECT_EQ(got->report.last_on->iso(), "2022-01-03");
}

TEST(Import, counts_rows_in_as_kept_plus_rejected) {
  auto const bytes = "Title of the file\n" + std::string{kHeader} +
                     "A1,2022-01-02,Sup,Imp,CN,847130,pc,5,10,USD\n"
                     "A2,2022-13-02,Sup,Imp,CN,847130,pc,5,10,USD\n"
                     "A3,2022-01-02,Sup,Imp,CN,847130,pc,five,10,USD\n"
                     "A4,2022-01-02,Sup\n"
                     ",,,,,,,,,\n" +
                     std::string{kHeader} +
                     "TOTAL,,,,,,,5,10,\n"
                     "A5,2022-01-02,,,,,,5,10,USD\n";
  auto const got = import_bytes(bytes, "x_import.csv");
  ASSERT_TRUE(got) << got.error().text();
  EXPECT_EQ(got->report.rows_in, 5U);
  EXPECT_EQ(got->report.rows_kept, 1U);
  EXPECT_EQ(got->report.rows_rejected, 4U);
  EXPECT_EQ(got->report.lines_skipped, 4U);
  EXPECT_EQ(got->ask("\"column\"", "source_line = 4", "rejects"), "REGISTRATION_DATE");
  EXPECT_EQ(got->ask("text", "source_line = 5", "rejects"), "five");
  EXPECT_EQ(got->ask("reason", "source_line = 5", "rejects"), "\"five\" is not a mass.");
  EXPECT_EQ(got->ask("reason", "source_line = 6", "rejects"),
            "The record has only 3 cells where the header has 10.");
  EXPECT_EQ(got->ask("reason", "source_line = 10", "rejects"),
            "The record names neither goods nor a party.");
}

TEST(Import, converts_units_to_kilograms) {
  auto const got = import_bytes(
      "HS_CODE;IMPORTER_NAME;NET_WEIGHT;GROSS_WEIGHT;WEIGHT_UNIT\n"
      "847130;A;12,5 т;2;LB\n",
      "x.csv");
  ASSERT_TRUE(got) << got.error().text();
  EXPECT_EQ(got->ask("net_mass_kg"), "12500");
  EXPECT_EQ(got->ask("gross_mass_kg"), "0.907185");
  EXPECT_NE(got->ask("cell_states").find("net_mass_kg=derived"), std::string::npos);
}

TEST(Import, takes_the_mass_from_a_quantity_in_kilograms) {
  auto const got = import_bytes(
      "HS_CODE,IMPORTER_NAME,QUANTITY,UNIT\n847130,A,12.5,KGM\n"
      "847130,A,3,PCS\n",
      "x.csv");
  ASSERT_TRUE(got) << got.error().text();
  EXPECT_EQ(got->ask("net_mass_kg", "source_line = 2"), "12.5");
  EXPECT_EQ(got->ask("net_mass_kg", "source_line = 3"), "NULL");
  EXPECT_EQ(got->ask("quantity_unit", "source_line = 3"), "H87");
}

TEST(Import, converts_the_invoice_value_by_the_rate_of_the_day_only_when_its_currency_is_known) {
  auto const bytes = std::string{kHeader} +
                     "A1,2022-01-02,S,I,CN,847130,pc,5,100,USD\n"
                     "A2,2022-01-02,S,I,CN,847130,pc,5,100,EUR\n"
                     "A3,2022-01-02,S,I,CN,847130,pc,5,100,\n";
  auto const got = import_bytes(bytes, "x_import.csv");
  ASSERT_TRUE(got) << got.error().text();
  EXPECT_EQ(got->ask("value_usd", "declaration_no='A1'"), "100");
  auto const euro = std::stod(got->ask("value_usd", "declaration_no='A2'"));
  EXPECT_GT(euro, 105);
  EXPECT_LT(euro, 125);
  EXPECT_EQ(got->ask("value_usd", "declaration_no='A3'"), "NULL");
  EXPECT_EQ(got->ask("invoice_value", "declaration_no='A3'"), "100");
}

TEST(Import, leaves_unknown_countries_out_and_says_so) {
  auto const bytes = std::string{kHeader} + "A1,2022-01-02,S,I,Atlantis,847130,pc,5,100,USD\n";
  auto const got = import_bytes(bytes, "x_import.csv");
  ASSERT_TRUE(got) << got.error().text();
  // One country in a column that holds none: the column itself keeps no place.
  EXPECT_EQ(got->ask("country_of_origin"), "NULL");
  EXPECT_FALSE(got->report.notes.empty());
}

TEST(Import, puts_a_text_with_an_unquoted_delimiter_together_again) {
  auto const bytes = std::string{kHeader} +
                     "A0,2022-01-02,Sup,Imp,CN,847130,pc,5,10,USD\n"
                     "A1,2022-01-02,Sup,Imp,CN,847130,pc, used,5,10,USD\n"
                     "A2,2022-01-02,Sup, Ltd,Imp,CN,847130,pc,5,10,USD\n";
  auto const got = import_bytes(bytes, "x_import.csv");
  ASSERT_TRUE(got) << got.error().text();
  EXPECT_EQ(got->ask("goods_text", "declaration_no='A1'"), "pc, used");
  EXPECT_EQ(got->ask("net_mass_kg", "declaration_no='A1'"), "5");
  // Supplier and importer stand side by side: nobody can tell whose comma it was.
  EXPECT_EQ(got->report.rows_rejected, 1U);
}

TEST(Import, reads_legacy_encodings_and_utf_16_with_places_in_the_original_bytes) {
  // "Получатель;Вес нетто;Код ТН ВЭД" and a row, in windows-1251.
  std::string const cp1251 =
      "\xCF\xEE\xEB\xF3\xF7\xE0\xF2\xE5\xEB\xFC;\xC2\xE5\xF1 \xED\xE5\xF2\xF2\xEE;"
      "\xCA\xEE\xE4 \xD2\xCD \xC2\xDD\xC4\n\xCE\xCE\xCE \xC1\xE5\xF0\xE5\xE3;1,5;8471300000\n";
  ImportOptions options;
  options.encoding = text::Encoding::windows_1251;
  auto const got = import_bytes(cp1251, "x.csv", options);
  ASSERT_TRUE(got) << got.error().text();
  EXPECT_EQ(got->ask("consignee_name"), "ООО Берег");
  EXPECT_EQ(got->ask("net_mass_kg"), "1.5");
  auto const begin = std::stoul(got->ask("byte_begin"));
  EXPECT_EQ(cp1251.substr(begin), "\xCE\xCE\xCE \xC1\xE5\xF0\xE5\xE3;1,5;8471300000\n");

  std::string wide = "\xFF\xFE";
  for (char const c : std::string_view{"HS_CODE\tIMPORTER_NAME\tNET_WEIGHT\n847130\tABC\t7\n"}) {
    wide += c;
    wide += '\0';
  }
  auto const utf16 = import_bytes(wide, "x.csv");
  ASSERT_TRUE(utf16) << utf16.error().text();
  EXPECT_EQ(utf16->ask("consignee_name"), "ABC");
  EXPECT_EQ(utf16->ask("byte_end"), std::to_string(wide.size()));
}

TEST(Import, uses_the_layout_that_is_given_and_names_it) {
  Layout layout;
  layout.name = "mine";
  layout.columns = {{"c1", "hs_code", "", ""}, {"c2", "net_mass_kg", "t", ""}};
  layout.constants = {{"flow", "export"}, {"invoice_currency", "EUR"}};
  ImportOptions options;
  options.layout = layout;
  auto const got = import_bytes("c0,c1,c2\nx,847130,2\n", "x.csv", options);
  ASSERT_TRUE(got) << got.error().text();
  EXPECT_EQ(got->report.layout, "mine");
  EXPECT_EQ(got->ask("net_mass_kg"), "2000");
  EXPECT_EQ(got->ask("flow"), "export");
  EXPECT_FALSE(import_bytes("a,b\n1,2\n", "x.csv", options));
}

TEST(Import, gives_clear_errors_for_what_is_no_table) {
  EXPECT_FALSE(import_bytes("", "x.csv"));
  EXPECT_FALSE(import_bytes("   \n \n", "x.csv"));
  auto const binary = import_bytes(std::string_view("PNG\0\0\0\1\2", 8), "x.png");
  ASSERT_FALSE(binary);
  EXPECT_NE(binary.error().message.find("not a text file"), std::string::npos);
  EXPECT_FALSE(import_bytes("just some words\nin a file\n", "x.txt"));
}

TEST(Import, stops_when_asked_and_leaves_no_file) {
  std::stop_source stop;
  stop.request_stop();
  auto const folder = std::filesystem::path{testing::TempDir()};
  auto const bytes = std::string{kHeader} + "A1,2022-01-02,S,I,CN,847130,pc,5,100,USD\n";
  auto const got = import_parts(bytes, folder / "stop.s", folder / "stop.r", {}, 1 << 20,
                                Job{.threads = 1, .stop = stop.get_token()});
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().kind, ErrorKind::interrupted);
  EXPECT_FALSE(std::filesystem::exists(folder / "stop.s"));
}

}  // namespace
}  // namespace tw::records
