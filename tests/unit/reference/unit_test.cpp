#include <numeric>

#include <gtest/gtest.h>

#include "tidewaiter/reference.h"

namespace tw::reference {
namespace {

std::string code(std::string_view text) {
  auto const found = unit(text);
  return found ? std::string(found->code) : "none";
}

TEST(UnitLookup, knows_rec_20_codes_and_okei_numbers) {
  EXPECT_EQ(code("KGM"), "KGM");
  EXPECT_EQ(code("mtk"), "MTK");
  EXPECT_EQ(code("166"), "KGM");
  EXPECT_EQ(code("796"), "H87");
  EXPECT_EQ(code("006"), "MTR");
  EXPECT_EQ(code("6"), "MTR");
  EXPECT_EQ(code("055"), "MTK");
  EXPECT_EQ(code("112"), "LTR");
  EXPECT_EQ(code("168"), "TNE");
  EXPECT_EQ(code("715"), "NPR");
  EXPECT_EQ(code("798"), "MIL");
}

TEST(UnitLookup, reads_unit_words_of_customs_files) {
  EXPECT_EQ(code("шт"), "H87");
  EXPECT_EQ(code("ШТ."), "H87");
  EXPECT_EQ(code("ТЫС.ШТ"), "MIL");
  EXPECT_EQ(code("1000 ШТ"), "MIL");
  EXPECT_EQ(code("КГ"), "KGM");
  EXPECT_EQ(code("кв. м"), "MTK");
  EXPECT_EQ(code("м²"), "MTK");
  EXPECT_EQ(code("М3"), "MTQ");
  EXPECT_EQ(code("пар"), "NPR");
  EXPECT_EQ(code("adet"), "H87");
  EXPECT_EQ(code("ADET"), "H87");
  EXPECT_EQ(code("ÇİFT"), "NPR");
  EXPECT_EQ(code("千克"), "KGM");
  EXPECT_EQ(code("平方米"), "MTK");
  EXPECT_EQ(code("台"), "H87");
  EXPECT_EQ(code("PCS"), "H87");
  EXPECT_EQ(code("SQUARE METER"), "MTK");
  EXPECT_EQ(code("NOS"), "C62");
  EXPECT_EQ(code("metros cuadrados"), "MTK");
  EXPECT_EQ(code("CÁI/CHIẾC"), "H87");
  EXPECT_EQ(code("Л 100% СПИРТА"), "LPA");
}

TEST(UnitLookup, reads_a_code_beside_its_word_when_both_agree) {
  EXPECT_EQ(code("KGM - Kilogram"), "KGM");
  EXPECT_EQ(code("166/КГ"), "KGM");
  EXPECT_EQ(code("KGM - PIECES"), "none");
}

TEST(UnitLookup, answers_none_for_what_is_no_unit) {
  for (auto const* text : {"", "NULL", "70.313", "13786.56", "INR", "999", "???"}) {
    EXPECT_EQ(code(text), "none") << text;
  }
}

TEST(UnitFactors, are_exact) {
  auto const pound = *unit("lb");
  EXPECT_EQ(pound.dimension, Dimension::mass);
  EXPECT_EQ(pound.factor_num, 45359237);
  EXPECT_EQ(pound.factor_den, 100000000);
  auto const ratio = [](char const* text) {
    auto const found = unit(text).value();
    return static_cast<double>(found.factor_num) / static_cast<double>(found.factor_den);
  };
  EXPECT_DOUBLE_EQ(ratio("ounce") * 16, ratio("pound"));
  EXPECT_DOUBLE_EQ(ratio("short ton"), ratio("pound") * 2000);
  EXPECT_DOUBLE_EQ(ratio("long ton"), ratio("pound") * 2240);
  EXPECT_DOUBLE_EQ(ratio("yard") * ratio("yard"), ratio("square yard"));
  EXPECT_DOUBLE_EQ(ratio("foot") * 3, ratio("yard"));
  EXPECT_DOUBLE_EQ(ratio("barrel"), ratio("gallon") * 42);
  EXPECT_DOUBLE_EQ(ratio("cubic yard"), ratio("cubic foot") * 27);
  EXPECT_DOUBLE_EQ(ratio("carat"), 0.0002);
  EXPECT_DOUBLE_EQ(ratio("dozen"), 12);
  EXPECT_DOUBLE_EQ(ratio("gross"), 144);
  EXPECT_DOUBLE_EQ(ratio("pair"), 2);
  EXPECT_DOUBLE_EQ(ratio("GJ") * 36, 10000);
}

TEST(UnitDimensions, do_not_take_the_mass_of_a_content_for_the_mass_of_the_goods) {
  EXPECT_EQ(unit("КГ N")->dimension, Dimension::other);
  EXPECT_EQ(unit("KG P2O5")->dimension, Dimension::other);
  EXPECT_EQ(unit("box")->dimension, Dimension::other);
  EXPECT_EQ(unit("тонна")->dimension, Dimension::mass);
}

}  // namespace
}  // namespace tw::reference
