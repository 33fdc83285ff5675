#include <algorithm>
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "tidewaiter/names.h"

namespace tw::names {
namespace {

double score(std::string_view a, std::string_view b, Context const& about_a = {},
             Context const& about_b = {}) {
  return compare(analyse(a), analyse(b), about_a, about_b).score;
}
bool same(std::string_view a, std::string_view b) { return score(a, b) >= kMatchThreshold; }

bool has(std::string_view feature, std::string_view a, std::string_view b) {
  auto const comparison = compare(analyse(a), analyse(b));
  return std::ranges::any_of(comparison.reasons,
                             [&](Reason const& r) { return r.feature == feature; });
}

TEST(Compare, unrelated_names_score_near_zero) {
  EXPECT_LT(score("Rosoboronexport", "Ariteks A.Ş."), 0.01);
}

TEST(Compare, one_rare_word_is_enough) { EXPECT_TRUE(same("Tekhkrim", "TEKHKRIM LLC")); }

TEST(Compare, the_score_is_the_logistic_of_the_reasons) {
  auto const comparison = compare(analyse("Arıteks A.Ş."), analyse("ARITEKS LTD"));
  double sum = 0;
  for (auto const& reason : comparison.reasons) sum += reason.weight;
  EXPECT_NEAR(comparison.score, 1.0 / (1.0 + std::exp(-sum)), 1e-12);
}

TEST(Compare, cyrillic_agrees_with_its_usual_romanisations) {
  EXPECT_TRUE(same("Rosoboronexport", "РОСОБОРОНЭКСПОРТ"));
  EXPECT_TRUE(same("Rosoboronexport", "Rosoboroneksport OAO"));
  EXPECT_TRUE(same("АРИТЕКС", "ARITEKS LTD"));
}

TEST(Compare, near_names_of_other_firms_do_not_match) {
  EXPECT_FALSE(same("CARITEX", "ARITEKS LTD"));
  EXPECT_FALSE(same("KARITEKS", "Arıteks A.Ş."));
  EXPECT_FALSE(same("PINGMEI XINXINGTAN", "XINXING GUANGZHOU IMPORT & EXPORT CO., LTD"));
}

TEST(Compare, an_adjective_agrees_with_its_town) {
  EXPECT_TRUE(has("word_inflected", "Kumertau Press", "Кумертауский Пресс"));
}

TEST(Compare, translated_business_words_agree) {
  EXPECT_TRUE(same("SOLID STEEL DEMIR ÇELIK SANAYI", "SOLID STEEL IRON AND STEEL INDUSTRY"));
  EXPECT_TRUE(same("АО Завод Метеорит", "Meteorit Plant JSC"));
  EXPECT_TRUE(same("新兴广州进出口有限公司", "XINXING GUANGZHOU IMPORT AND EXPORT CO., LTD"));
}

TEST(Compare, arabic_vowels_may_vary) {
  EXPECT_TRUE(same("Mohamed SALEEM Haqqan", "Muhammad Salim Haqqan"));
  EXPECT_TRUE(same("محمد علي", "Mohammed Ali"));
}

TEST(Compare, a_typo_in_a_long_word_is_forgiven) {
  EXPECT_TRUE(same("Rosoboronexport", "Rosoboronexpot"));
  EXPECT_TRUE(has("word_typo", "Rosoboronexport", "Rosoboronexpot"));
}

TEST(Compare, abbreviated_words_agree) {
  EXPECT_TRUE(same("ZEPHYRON COMM GRP", "Zephyron Commercial Group"));
  EXPECT_TRUE(same("ZEPHYRON TECH & SRVCES", "Zephyron Technology and Services"));
}

TEST(Compare, joined_and_split_words_agree) {
  EXPECT_TRUE(same("Trade Master Zephyr", "TradeMaster Zephyr"));
  EXPECT_TRUE(has("word_joined", "Sea Horse", "Seahorse"));
}

TEST(Compare, initials_of_words_agree) {
  EXPECT_TRUE(same("A-B-C Company", "ABC Co"));
  EXPECT_TRUE(has("acronym", "JSC UEC", "JSC United Engine Corporation"));
}

TEST(Compare, initials_of_a_person_agree) {
  EXPECT_TRUE(same("Karpukhin A.V.", "Karpukhin Andrey Viktorovich"));
}

TEST(Compare, a_place_alone_is_no_hit) {
  EXPECT_FALSE(same("Istanbul", "Istanbul Ltd"));
  EXPECT_FALSE(same("Shenzhen Zeta Tools", "Shenzhen Qarn Optics"));
}

TEST(Compare, weak_words_alone_are_no_hit) {
  EXPECT_FALSE(same("Trading House LLC", "Trading House Ltd"));
  EXPECT_FALSE(same("Zeta Industrial Technology Group", "Industrial Technology Group"));
  EXPECT_FALSE(same("ООО Торговый дом", "ООО Торговый дом Восход"));
}

TEST(Compare, names_of_business_words_need_all_of_them) {
  EXPECT_TRUE(same("Helicopter Repair Plant 356", "Вертолетный ремонтный завод 356"));
  EXPECT_FALSE(same("Helicopter Repair Plant", "Radio Repair Plant"));
}

TEST(Compare, order_of_words_matters_little) {
  EXPECT_TRUE(same("Qarn Zephyr Optics", "Zephyr Qarn Optics"));
  EXPECT_TRUE(has("words_reordered", "Qarn Zephyr Optics", "Zephyr Qarn Optics"));
}

TEST(Compare, a_distinguishing_word_more_is_a_sibling) {
  EXPECT_FALSE(same("Gazprom", "Gazprom Yugorsk"));
  EXPECT_TRUE(has("extra_word", "Gazprom", "Gazprom Yugorsk"));
}

TEST(Compare, a_business_word_more_counts_little) {
  EXPECT_TRUE(same("Ariteks", "Ariteks Tekstil Sanayi"));
}

TEST(Compare, siblings_in_two_lines_of_business_differ) {
  EXPECT_FALSE(same("Zephyr Leasing", "Zephyr Pension Fund"));
}

TEST(Compare, a_country_more_is_a_sibling) {
  EXPECT_FALSE(same("Banco Santander", "Banco Santander Chile"));
  EXPECT_TRUE(has("extra_place", "Banco Santander", "Banco Santander Chile"));
}

TEST(Compare, branches_in_two_countries_differ) {
  EXPECT_FALSE(same("Santander Peru", "Santander Chile"));
}

TEST(Compare, numbered_plants_differ) {
  EXPECT_FALSE(same("Aircraft Repair Plant No 14", "Aircraft Repair Plant No 41"));
  EXPECT_TRUE(same("Aircraft Repair Plant No 14", "Авиаремонтный Aircraft Repair Plant 14") ||
              same("Aircraft Repair Plant No 14", "Авиационный ремонтный завод № 14"));
}

TEST(Compare, a_number_more_is_doubtful) {
  EXPECT_LT(score("Mebelshchik 3", "Mebelshchik"), score("Mebelshchik", "Mebelshchik"));
}

TEST(Compare, legal_forms_shift_the_score) {
  EXPECT_LT(score("Ariteks A.Ş.", "Ariteks Ltd"), score("Ariteks", "Ariteks Ltd"));
  EXPECT_GT(score("ООО Аритекс", "Ariteks Ltd"), score("Аритекс", "Ariteks Ltd"));
}

TEST(Compare, countries_shift_the_score) {
  auto const alone = score("Vostok Trade", "Vostok Trade");
  EXPECT_GT(score("Vostok Trade", "Vostok Trade", {"RU", {}}, {"RU", {}}), alone);
  EXPECT_LT(score("Vostok Trade", "Vostok Trade", {"RU", {}}, {"KZ", {}}), alone);
  EXPECT_DOUBLE_EQ(score("Vostok Trade", "Vostok Trade", {"RU", {}}, {}), alone);
}

TEST(Compare, equal_tax_numbers_decide) {
  EXPECT_TRUE(same("ООО Ромашка ИНН 7707083893", "Chamomile LLC INN 7707083893"));
  EXPECT_TRUE(same("ИНН 7707083893", "INN 7707083893"));
}

TEST(Compare, different_tax_numbers_part_namesakes) {
  EXPECT_FALSE(same("ООО Ромашка ИНН 7707083893", "ООО Ромашка ИНН 7736050003"));
}

TEST(Compare, a_vessel_is_not_its_namesake_firm) {
  auto const firm = analyse("Neptunia", Kind::organisation);
  auto const ship = analyse("Neptunia", Kind::vessel);
  EXPECT_LT(compare(firm, ship).score, compare(ship, ship).score);
  EXPECT_FALSE(has("numbers_equal", "MV Neptunia II", "MV Neptunia III"));
  EXPECT_FALSE(same("MV Neptunia II", "MV Neptunia III"));
}

TEST(Compare, a_patronymic_may_be_missing) {
  EXPECT_TRUE(same("KARPUKHIN, Andrey Viktorovich", "Андрей Карпухин"));
}

TEST(Compare, brothers_differ) {
  EXPECT_FALSE(same("Karpukhin Andrey Viktorovich", "Karpukhin Sergey Viktorovich"));
}

TEST(Compare, a_given_name_alone_is_no_hit) {
  EXPECT_FALSE(same("Ivan Karpukhin", "Ivan"));
  EXPECT_FALSE(same("Ivan Karpukhin", "Ivan Sidorenko"));
  EXPECT_FALSE(same("Mohammed Ali Qarni", "Mohammed Ali Zubaydi"));
}

TEST(Compare, a_former_name_agrees) {
  EXPECT_TRUE(same("Novozar LLC (formerly Starozar LLC)", "Starozar"));
  EXPECT_TRUE(has("former_name", "Novozar LLC (formerly Starozar LLC)", "Starozar"));
}

TEST(Compare, a_chinese_surname_may_be_read_in_cantonese) { EXPECT_TRUE(same("王伟", "Wong Wei")); }

TEST(Compare, a_short_word_alone_must_be_exact) {
  EXPECT_FALSE(same("CASCO LLC", "CASC"));
  EXPECT_FALSE(same("ORGANICS LLC", "ORGANIC DISTRICT B.V."));
  EXPECT_FALSE(same("MARJAN TILE CO", "MARIANA"));
  EXPECT_FALSE(same("LLC POSITIV", "Positive Technologies"));
  EXPECT_FALSE(same("AVA GROUP LLC", "A.W.A. ENGINEERING LIMITED"));
  EXPECT_TRUE(has("near_word_alone", "CASCO LLC", "CASC"));
  EXPECT_TRUE(same("CASCO LLC", "Casco"));
  EXPECT_FALSE(has("near_word_alone", "ЗЕФИР", "Zephyr"));
  EXPECT_FALSE(has("near_word_alone", "Qarn Casco Zephyr", "Qarn Casc Zephyr"));
  EXPECT_TRUE(same("CASCO LLC INN 7707083893", "CASC INN 7707083893"));
}

TEST(Compare, a_common_word_needs_the_same_business) {
  EXPECT_FALSE(
      same("ALFA TRADE LLC", "ALFA COMPANY LIMITED FOR INTERNATIONAL TRADING AND MARKETING"));
  EXPECT_FALSE(same("ATLAS LLC", "ATLAS SHIP MANAGEMENT"));
  EXPECT_TRUE(same("Alfa Trade House", "АЛЬФА ТОРГОВЫЙ ДОМ"));
}

TEST(Compare, a_name_mostly_left_over_is_another) {
  EXPECT_FALSE(same("Zephyrnik Qarnopel", "Zephyrnik Qarnopel Mostavik Dunaresk"));
  EXPECT_FALSE(same("ALL COMMODITIES COMPANY", "Industrial Metals and Commodities"));
}

TEST(Compare, initials_of_business_words_say_nothing_alone) {
  EXPECT_FALSE(same("BIEN TRADING FOREIGN TRADE JOINT STOCK COMPANY", "FOREIGN TRADE BANK (FTB)"));
  EXPECT_FALSE(same("FTB LLC", "Foreign Trade Bank (FTB)"));
  EXPECT_FALSE(same("ITG LLC", "Industrial Technology Group"));
  EXPECT_TRUE(same("Zephyr Optics", "Qarn Tools (Zephyr Optics)"));
}

TEST(Compare, nothing_never_matches) {
  for (auto const* nobody : {"", "ООО", "---", "😀", "LTD"}) {
    EXPECT_EQ(score(nobody, nobody), 0) << nobody;
    EXPECT_EQ(score(nobody, "Ariteks"), 0) << nobody;
  }
}

}  // namespace
}  // namespace tw::names
