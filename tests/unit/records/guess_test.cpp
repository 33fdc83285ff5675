#include <gtest/gtest.h>

#include "tidewaiter/records.h"

#include "records/file_hints.h"
#include "records/header.h"

namespace tw::records {
namespace {

std::map<std::string, std::string> fields(std::string_view csv, std::string_view name) {
  std::map<std::string, std::string> out;
  auto const guess = guess_layout(csv, name);
  EXPECT_TRUE(guess) << guess.error().text();
  if (!guess) return out;
  for (auto const& column : guess->columns) out[column.header] = column.field.value_or("-");
  for (auto const& [field, value] : guess->layout.constants) out["=" + field] = value;
  return out;
}

TEST(Guess, reads_headers_in_russian_turkish_chinese_and_spanish) {
  auto const ru = fields(
      "Отправитель;ИНН получателя;Получатель;Вес нетто, кг;Код ТН ВЭД;Страна "
      "происхождения\nA;7701;B;1,5;8471;КИТАЙ\n",
      "x.csv");
  EXPECT_EQ(ru.at("Отправитель"), "consignor_name");
  EXPECT_EQ(ru.at("ИНН получателя"), "consignee_registration_no");
  EXPECT_EQ(ru.at("Вес нетто, кг"), "net_mass_kg");
  EXPECT_EQ(ru.at("Код ТН ВЭД"), "hs_code");
  auto const tr = fields("İhracatçı;Alıcı;GTİP;Net Ağırlık;Menşe Ülke\nA;B;8471;2,5;ÇİN\n", "x");
  EXPECT_EQ(tr.at("İhracatçı"), "consignor_name");
  EXPECT_EQ(tr.at("Alıcı"), "consignee_name");
  EXPECT_EQ(tr.at("Net Ağırlık"), "net_mass_kg");
  EXPECT_EQ(tr.at("Menşe Ülke"), "country_of_origin");
  auto const zh =
      fields("发货人,收货人,商品编码,商品名称,净重,原产国\n甲,乙,8471,电脑,5,中国\n", "x");
  EXPECT_EQ(zh.at("发货人"), "consignor_name");
  EXPECT_EQ(zh.at("商品编码"), "hs_code");
  EXPECT_EQ(zh.at("净重"), "net_mass_kg");
  EXPECT_EQ(zh.at("原产国"), "country_of_origin");
  auto const es =
      fields("Importador,Partida arancelaria,Peso bruto,Pais de origen\nA,8471,5,China\n", "x");
  EXPECT_EQ(es.at("Importador"), "consignee_name");
  EXPECT_EQ(es.at("Peso bruto"), "gross_mass_kg");
}

TEST(Guess, takes_flow_and_reporter_from_the_file_name) {
  auto const f = fields("IMPORTER_NAME,SUPPLIER_NAME,HS_CODE\nA,B,690721\n", "Turkey_Import_F.csv");
  EXPECT_EQ(f.at("=flow"), "import");
  EXPECT_EQ(f.at("=reporter_country"), "TR");
  EXPECT_EQ(hints_of_name("ru_imports_2022.csv").reporter, "RU");
  EXPECT_EQ(hints_of_name("Ivory coast Export S.xlsx").reporter, "CI");
  EXPECT_EQ(hints_of_name("IM_2022.csv").reporter, "");
  EXPECT_EQ(hints_of_name("Colombia_IMport_F.csv").flow, "import");
}

TEST(Guess, tells_roles_apart_when_a_file_has_importer_and_consignee) {
  auto const f = fields(
      "CONSIGNEE_NAME,IMPORTER_NAME,SHIPPER_NAME,SUPPLIER_NAME,HS_CODE\na,b,c,d,847130\n", "x");
  EXPECT_EQ(f.at("CONSIGNEE_NAME"), "consignee_name");
  EXPECT_EQ(f.at("IMPORTER_NAME"), "buyer_name");
  EXPECT_EQ(f.at("SHIPPER_NAME"), "consignor_name");
  EXPECT_EQ(f.at("SUPPLIER_NAME"), "seller_name");
}

TEST(Guess, leaves_out_prices_taxes_rates_and_shares) {
  auto const f = fields(
      "HS_CODE,UNIT_PRICE_USD,VAT,EXCHANGE_RATE,%GTTOTALVALUE,TOTAL_VALUE_USD\n"
      "847130,5,6,7,0.1,100\n",
      "x");
  for (auto const* header : {"UNIT_PRICE_USD", "VAT", "EXCHANGE_RATE", "%GTTOTALVALUE"}) {
    EXPECT_EQ(f.at(header), "-") << header;
  }
  EXPECT_EQ(f.at("TOTAL_VALUE_USD"), "value_usd");
}

TEST(Guess, believes_the_values_against_the_header) {
  auto const f =
      fields("HS_CODE,DATE,BUYER_NAME\n847130,red,A\n847130,blue,B\n847130,green,C\n", "x");
  EXPECT_EQ(f.at("DATE"), "-");
}

TEST(Guess, finds_a_header_below_title_rows) {
  auto const guess = guess_layout(
      "Imports of the republic\nfor 2022,,\n\nHS_CODE,IMPORTER_NAME,NET_WEIGHT_KG\n847130,A,5\n",
      "x");
  ASSERT_TRUE(guess) << guess.error().text();
  EXPECT_EQ(guess->header_line, 4U);
}

TEST(Guess, learns_the_decimal_sign_and_the_order_of_dates_from_the_values) {
  auto const comma = guess_layout("HS_CODE;NET_WEIGHT;DATE\n847130;1.234,5;31/01/2022\n", "x");
  ASSERT_TRUE(comma);
  EXPECT_EQ(comma->layout.decimal_sign, ',');
  EXPECT_EQ(comma->layout.date_order, "dmy");
  auto const point = guess_layout("HS_CODE,NET_WEIGHT,DATE\n847130,1234.5,01/31/2022\n", "x");
  ASSERT_TRUE(point);
  EXPECT_EQ(point->layout.decimal_sign, '.');
  EXPECT_EQ(point->layout.date_order, "mdy");
}

TEST(Guess, is_an_error_for_files_without_a_header) {
  EXPECT_FALSE(guess_layout("", "x"));
  EXPECT_FALSE(guess_layout("1,2,3\n4,5,6\n", "x"));
  EXPECT_FALSE(guess_layout(std::string_view("\x7f"
                                             "ELF\0\0\1",
                                             7),
                            "x"));
}

TEST(HeaderWords, splits_words_that_were_glued) {
  EXPECT_EQ(header_meaning("TOTALVALUEUSD").words.currency, "USD");
  EXPECT_EQ(header_meaning("importername").party, "importer");
  EXPECT_EQ(header_meaning("SUMOFQUANTITY").slot, "quantity");
}

}  // namespace
}  // namespace tw::records
