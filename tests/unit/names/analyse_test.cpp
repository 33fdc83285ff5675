#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tidewaiter/names.h"

namespace tw::names {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Analyse, legal_forms_leave_the_words) {
  for (auto const* mention : {"ООО \"Ромашка\"", "Romashka LLC", "OOO ROMASHKA", "Ромашка, ООО",
                              "Общество с ограниченной ответственностью «Ромашка»",
                              "OBSHCHESTVO S OGRANICHENNOI OTVETSTVENNOSTYU ROMASHKA"}) {
    auto const name = analyse(mention);
    EXPECT_THAT(name.words, ElementsAre("romashka")) << mention;
    EXPECT_EQ(name.form_class, "limited") << mention;
    EXPECT_EQ(name.kind, Kind::organisation) << mention;
  }
  EXPECT_THAT(analyse("Arıteks A.Ş.").words, ElementsAre("ariteks"));
  EXPECT_EQ(analyse("Arıteks A.Ş.").form_class, "joint_stock");
}

TEST(Analyse, chinese_names_are_parted_at_known_words) {
  auto const name = analyse("新兴广州进出口有限公司");
  EXPECT_THAT(name.words, ElementsAre("xinxing"));
  EXPECT_THAT(name.weak, Contains("guangzhou"));
  EXPECT_EQ(name.form_class, "limited");
}

TEST(Analyse, a_text_that_names_nobody_has_no_words) {
  for (auto const* mention : {"", "ООО", "---", "LTD.", "   ", "\xE2\x80\x8F", "\"\"", "(.)", "😀",
                              "ООО \"\"", "\x01\x02"}) {
    EXPECT_THAT(analyse(mention).words, IsEmpty()) << mention;
  }
}

TEST(Analyse, business_words_are_weak) {
  auto const name = analyse("Ariteks Tekstil Sanayi ve Ticaret Ltd. Şti.");
  EXPECT_THAT(name.words, ElementsAre("ariteks"));
  EXPECT_THAT(name.weak, ElementsAre("tekstil", "sanayi", "ticaret"));
}

TEST(Analyse, numbers_of_plants_are_kept) {
  EXPECT_THAT(analyse("Plant No. 14").numbers, ElementsAre("14"));
  EXPECT_THAT(analyse("Завод №014").numbers, ElementsAre("14"));
}

TEST(Analyse, registration_numbers_are_taken_out) {
  auto const name = analyse("ООО Ромашка ИНН 7707083893");
  EXPECT_THAT(name.words, ElementsAre("romashka"));
  ASSERT_EQ(name.identifiers.size(), 1U);
  EXPECT_EQ(name.identifiers.front().type, "INN");
  EXPECT_TRUE(name.identifiers.front().checked);
}

TEST(Analyse, former_names_are_found) {
  auto const name = analyse("Novaya Zarya LLC (formerly Staraya Zarya LLC)");
  EXPECT_EQ(name.former.size(), 1U);
  EXPECT_EQ(analyse("АО Новое (бывш. ЗАО Прежнее)").former.size(), 1U);
  EXPECT_EQ(analyse("Alpha Ltd f.k.a. Beta Ltd").former.size(), 1U);
}

TEST(Analyse, a_glued_address_is_cut) {
  EXPECT_THAT(analyse("OOO Romashka, 115114, Moscow, ul. Lesnaya 5").words,
              ElementsAre("romashka"));
  EXPECT_THAT(analyse("ARITEKS TEKSTIL SAN VE TIC LTD STI ORNEK MAH FATIH CAD NO 12").words,
              ElementsAre("ariteks"));
}

TEST(Analyse, a_comma_before_a_form_is_no_address) {
  EXPECT_THAT(analyse("Ariteks, Ltd.").words, ElementsAre("ariteks"));
}

TEST(Analyse, persons_are_read_in_speaking_order) {
  auto const name = analyse("PETROV, Ivan Sergeyevich");
  EXPECT_EQ(name.kind, Kind::person);
  EXPECT_THAT(name.words, ElementsAre("ivan", "sergeyevich", "petrov"));
}

TEST(Analyse, a_sole_trader_is_a_person) {
  auto const name = analyse("ИП Иванов Иван Иванович");
  EXPECT_EQ(name.kind, Kind::person);
  EXPECT_THAT(name.words, ElementsAre("ivanov", "ivan", "ivanovich"));
}

TEST(Analyse, a_trading_establishment_is_no_person) {
  EXPECT_NE(analyse("AL MAHWER TRADING EST").kind, Kind::person);
}

TEST(Analyse, whom_a_firm_acts_for_is_cut) {
  EXPECT_THAT(analyse("QARNOP CO LIMITED ON BEHALF OF ZEPHYR LLC").words, ElementsAre("qarnop"));
}

TEST(Analyse, a_short_name_that_sounds_like_a_business_word_stays_a_name) {
  EXPECT_THAT(analyse("COEM SPA").words, ElementsAre("coem"));
}

TEST(Analyse, prefixes_of_ships_are_dropped) {
  auto const name = analyse("M/V SEA HORSE", Kind::vessel);
  EXPECT_THAT(name.tokens, ::testing::SizeIs(2));
  EXPECT_EQ(analyse("MV NEPTUNE").kind, Kind::vessel);
}

TEST(Analyse, abbreviations_of_business_words_are_spelled_out) {
  EXPECT_THAT(analyse("АО НПП Радиосвязь").weak,
              ElementsAre("scientific", "production", "enterprise"));
}

TEST(Analyse, hostile_texts_get_an_answer) {
  EXPECT_LE(analyse(std::string(100'000, 'a')).raw.size(), 1000U);
  EXPECT_NO_FATAL_FAILURE(analyse(std::string(100'000, '(')));
  EXPECT_NO_FATAL_FAILURE(analyse("\xFF\xFE\xC3(\x80 Ltd"));
  EXPECT_NO_FATAL_FAILURE(analyse(std::string(50'000, '&') + "a&b"));
  std::string many;
  for (int i = 0; i < 500; ++i) many += "a" + std::to_string(i) + " ";
  EXPECT_NO_FATAL_FAILURE(analyse(many));
}

}  // namespace
}  // namespace tw::names
