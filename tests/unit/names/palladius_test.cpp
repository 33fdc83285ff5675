#include "names/palladius.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tidewaiter/names.h"

namespace tw::names {
namespace {

bool same(std::string_view a, std::string_view b) {
  return compare(analyse(a), analyse(b)).score >= kMatchThreshold;
}
std::string pinyin(std::string_view word) { return pinyin_of(word).pinyin; }

TEST(Palladius, syllables_follow_the_rules) {
  EXPECT_EQ(pinyin("сюньяо"), "xunyao");
  EXPECT_EQ(pinyin("гансюн"), "gangxiong");
  EXPECT_EQ(pinyin("чжуанцзы"), "zhuangzi");
  EXPECT_EQ(pinyin("цзиньцзюй"), "jinju");
  EXPECT_EQ(pinyin("хуэйюань"), "huiyuan");
  EXPECT_EQ(pinyin("жуйэр"), "ruier");
}

TEST(Palladius, closing_n_tells_n_from_ng) {
  EXPECT_EQ(pinyin("болань"), "bolan");
  EXPECT_EQ(pinyin("болан"), "bolang");
  EXPECT_EQ(pinyin("чанань"), "chanan");
  EXPECT_EQ(pinyin("чанъань"), "changan");
}

TEST(Palladius, e_may_be_written_the_russian_way) {
  EXPECT_EQ(pinyin("шеньфен"), "shenfeng");
  EXPECT_EQ(pinyin("цзеси"), "jiexi");
}

TEST(Palladius, other_words_are_not_cut) {
  for (auto const* word : {"завод", "металл", "рубин", "восток", "текнолоджи", "", "abc", "ь"}) {
    EXPECT_EQ(pinyin(word), "") << word;
  }
}

TEST(Palladius, a_russian_name_has_no_second_reading) {
  for (auto const* name : {"ООО Титан", "Сахалин", "ЗАО Малина", "Лидия Никитина", "Камень"}) {
    EXPECT_TRUE(analyse(name).others.empty()) << name;
  }
}

TEST(Palladius, cyrillic_firms_agree_with_their_pinyin) {
  EXPECT_TRUE(same("ШЭНЬЧЖЭНЬ СЮНЬЯО ЛИНФЭЙ ТЕКНОЛОДЖИ КО., ЛТД",
                   "Shenzhen Xunyao Lingfei Technology Co., Ltd"));
  EXPECT_TRUE(same("ГУАНЧЖОУ СИНХЭЛАНЬ ИМПОРТ ЭНД ЭКСПОРТ КО., ЛТД",
                   "GUANGZHOU XINGHELAN IMPORT & EXPORT CO., LTD"));
  EXPECT_TRUE(same("ХУАБЭЙ ГАНСЮН", "HUABEI GANGXIONG"));
  EXPECT_TRUE(same("ХАНЧЖОУ БОЛАНЬ", "HANGZHOU BOLAN"));
}

TEST(Palladius, another_chinese_firm_stays_another) {
  EXPECT_FALSE(same("ШЭНЬЧЖЭНЬ СЮНЬЯО ЛИНФЭЙ ТЕКНОЛОДЖИ КО., ЛТД",
                    "Shenzhen Haoyun Qingda Technology Co., Ltd"));
  EXPECT_FALSE(same("ХАНЧЖОУ ЦЗЮНЬТЭН", "HANGZHOU BOLAN"));
}

TEST(Palladius, the_index_finds_the_pinyin_spelling) {
  Index index;
  index.add(0, analyse("Huabei Gangxiong Co., Ltd"));
  index.add(1, analyse("Qarn Zephyr Optics"));
  index.freeze();
  auto const found = index.search(analyse("ХУАБЭЙ ГАНСЮН"), {}, kMatchThreshold, 5);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().entry, 0U);

  Index cyrillic;
  cyrillic.add(0, analyse("ХУАБЭЙ ГАНСЮН"));
  cyrillic.freeze();
  EXPECT_EQ(cyrillic.search(analyse("Huabei Gangxiong"), {}, kMatchThreshold, 5).size(), 1U);
}

TEST(Palladius, english_trade_words_in_cyrillic_keep_their_class) {
  EXPECT_TRUE(same("ЗЕФИР ДЖЕНЕРАЛ ТРЕЙДИНГ КО., ЛТД", "Zephyr General Trading Co., Ltd"));
  EXPECT_TRUE(same("КАРНОП ИНТЕРНЕШНЛ ГРУП ЛИМИТЕД", "Qarnop International Group Limited"));
  EXPECT_TRUE(same("КАРНОП ЭЛЕКТРОНИКС ИНДАСТРИ КОМПАНИ", "Qarnop Electronics Industry Company"));
  EXPECT_TRUE(same("КАРНОП МАШИНЕРИ ЭНД ЭКВИПМЕНТ", "Qarnop Machinery and Equipment"));
}

}  // namespace
}  // namespace tw::names
