#include <gtest/gtest.h>

#include "tidewaiter/text.h"

namespace tw {
namespace {

TEST(Latinised, writes_russian_in_one_standard_way) {
  EXPECT_EQ(text::latinised("Общество с ограниченной ответственностью «Щит»"),
            "obshchestvo s ogranichennoy otvetstvennostyu \"shchit\"");
  EXPECT_EQ(text::latinised("Объём жюри хлеб цех чаша эхо рыба подъезд ёж яйцо"),
            "obem zhyuri khleb tsekh chasha ekho ryba podezd ezh yaytso");
}

TEST(Latinised, writes_other_cyrillic_letters) {
  EXPECT_EQ(text::latinised("Ґалаґан Єва Ірина Ўладзімір Љубљана Қазақ"),
            "galagan yeva irina uladzimir ljubljana qazaq");
}

TEST(Latinised, gives_each_ideograph_a_syllable_without_tone) {
  EXPECT_EQ(text::latinised("深圳市大疆创新科技有限公司"),
            "shen zhen shi da jiang chuang xin ke ji you xian gong si");
  EXPECT_EQ(text::latinised("北京DJI公司2号"), "bei jing dji gong si 2 hao");
  EXPECT_EQ(text::latinised("臺灣積體電路製造"), "tai wan ji ti dian lu zhi zao");
}

TEST(Latinised, gives_ideographs_of_several_readings_the_one_usual_in_names) {
  EXPECT_EQ(text::latinised("重庆"), "chong qing");
  EXPECT_EQ(text::latinised("中国银行"), "zhong guo yin hang");
  EXPECT_EQ(text::latinised("长江"), "chang jiang");
  EXPECT_EQ(text::latinised("厦门"), "xia men");
  EXPECT_EQ(text::latinised("董事长"), "dong shi zhang");
}

TEST(Latinised, writes_arabic_and_hebrew_consonants) {
  EXPECT_EQ(text::latinised("شركة الخليج للتجارة"), "shrkt alkhlyj lltjart");
  EXPECT_EQ(text::latinised("علي مصطفى"), "ly mstfy");
  EXPECT_EQ(text::latinised("שלום צבי"), "shlvm tsby");
}

TEST(Latinised, joins_kana) {
  EXPECT_EQ(text::latinised("ソニー キャノン しゃちょう マッチ ファティ"),
            "soni kyanon shachou matchi fati");
  EXPECT_EQ(text::latinised("ウィンドウ クォーツ ヴァン しんよう"), "windou kwotsu van shinyou");
  EXPECT_EQ(text::latinised("ソニー株式会社"), "soni zhu shi hui she");
}

TEST(Latinised, joins_hangul) {
  EXPECT_EQ(text::latinised("한국 삼성전자 신라 박 대한민국 독립"),
            "hanguk samseongjeonja silla bak daehanminguk dongnip");
}

TEST(Latinised, writes_greek_armenian_and_georgian) {
  EXPECT_EQ(text::latinised("Ελλάς Ουρανός Άγγελος"), "ellas ouranos angelos");
  EXPECT_EQ(text::latinised("Հայաստան ուժ"), "hayastan uzh");
  EXPECT_EQ(text::latinised("საქართველო თბილისი"), "sakartvelo tbilisi");
}

TEST(Latinised, gives_indian_consonants_their_vowel) {
  EXPECT_EQ(text::latinised("भारत मिश्र राम दिल्ली"), "bharat mishra ram dilli");
}

TEST(Latinised, puts_thai_vowels_behind_their_consonant) {
  EXPECT_EQ(text::latinised("ไทย เชียงใหม่ จำกัด"), "thaiy cheiynghaim chamkad");
}

TEST(Latinised, leaves_out_what_it_does_not_know) {
  EXPECT_EQ(text::latinised("a😀b →c"), "a b c");
  EXPECT_EQ(text::latinised("\xFF"), "");
  EXPECT_EQ(text::latinised(""), "");
}

}  // namespace
}  // namespace tw
