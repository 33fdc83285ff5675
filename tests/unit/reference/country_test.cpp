#include <map>

#include <gtest/gtest.h>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "reference/lookup_key.h"

namespace tw::reference {
namespace {

std::string code_of(std::string_view text) {
  auto const found = country(text);
  return found ? std::string(found->view()) : "none";
}

TEST(CountryLookup, knows_alpha_2_alpha_3_and_numeric_codes) {
  EXPECT_EQ(code_of("TR"), "TR");
  EXPECT_EQ(code_of("tur"), "TR");
  EXPECT_EQ(code_of("792"), "TR");
  EXPECT_EQ(code_of(" ＣＮ "), "CN");
  EXPECT_EQ(code_of("UK"), "GB");
  EXPECT_EQ(code_of("EL"), "GR");
}

TEST(CountryLookup, gives_numeric_codes_their_lost_zeros_back) {
  EXPECT_EQ(code_of("31"), "AZ");
  EXPECT_EQ(code_of("31.0"), "AZ");
  EXPECT_EQ(code_of("051"), "AM");
  EXPECT_EQ(code_of("4"), "AF");
}

TEST(CountryLookup, takes_two_letters_as_a_code_only_when_they_stand_alone) {
  EXPECT_EQ(code_of("IN"), "IN");
  EXPECT_EQ(code_of("NO"), "NO");
  EXPECT_EQ(code_of("I.N."), "none");
  EXPECT_EQ(code_of("OF"), "none");
  EXPECT_EQ(code_of("Republic of In"), "none");
}

TEST(CountryLookup, reads_names_as_russian_customs_writes_them) {
  EXPECT_EQ(code_of("ТУРЦИЯ"), "TR");
  EXPECT_EQ(code_of("КИТАЙ"), "CN");
  EXPECT_EQ(code_of("КИТАЙСКАЯ НАРОДНАЯ РЕСПУБЛИКА"), "CN");
  EXPECT_EQ(code_of("РЕСПУБЛИКА КОРЕЯ"), "KR");
  EXPECT_EQ(code_of("КОРЕЯ, РЕСПУБЛИКА"), "KR");
  EXPECT_EQ(code_of("КНДР"), "KP");
  EXPECT_EQ(code_of("ГОНКОНГ"), "HK");
  EXPECT_EQ(code_of("ОАЭ"), "AE");
  EXPECT_EQ(code_of("СОЕДИНЕННЫЕ ШТАТЫ"), "US");
  EXPECT_EQ(code_of("СОЕДИНЁННЫЕ ШТАТЫ"), "US");
  EXPECT_EQ(code_of("РФ"), "RU");
  EXPECT_EQ(code_of("КОТ-Д'ИВУАР"), "CI");
  EXPECT_EQ(code_of("ТАЙВАНЬ (КИТАЙ)"), "TW");
  EXPECT_EQ(code_of("ИРАН, ИСЛАМСКАЯ РЕСПУБЛИКА"), "IR");
}

TEST(CountryLookup, reads_names_of_the_neighbours_of_russia) {
  EXPECT_EQ(code_of("ТУРЕЧЧИНА"), "TR");
  EXPECT_EQ(code_of("НІМЕЧЧИНА"), "DE");
  EXPECT_EQ(code_of("ҚАЗАҚСТАН РЕСПУБЛИКАСЫ"), "KZ");
  EXPECT_EQ(code_of("O‘ZBEKISTON"), "UZ");
  EXPECT_EQ(code_of("ЎЗБЕКИСТОН"), "UZ");
  EXPECT_EQ(code_of("ՉԻՆԱՍՏԱՆ"), "CN");
  EXPECT_EQ(code_of("ՌՈՒՍԱՍՏԱՆ"), "RU");
  EXPECT_EQ(code_of("თურქეთი"), "TR");
}

TEST(CountryLookup, reads_turkish_names_with_and_without_turkish_letters) {
  EXPECT_EQ(code_of("TÜRKİYE CUMHURİYETİ"), "TR");
  EXPECT_EQ(code_of("TURKIYE"), "TR");
  EXPECT_EQ(code_of("Birleşik Arap Emirlikleri"), "AE");
  EXPECT_EQ(code_of("BİRLEŞİK ARAP EMİRLİKLERİ"), "AE");
  EXPECT_EQ(code_of("ÇİN HALK CUMHURİYETİ"), "CN");
  EXPECT_EQ(code_of("Güney Kore"), "KR");
  EXPECT_EQ(code_of("RUSYA FEDERASYONU"), "RU");
}

TEST(CountryLookup, reads_chinese_arabic_and_other_scripts) {
  EXPECT_EQ(code_of("阿联酋"), "AE");
  EXPECT_EQ(code_of("中华人民共和国"), "CN");
  EXPECT_EQ(code_of("白俄罗斯共和国"), "BY");
  EXPECT_EQ(code_of("الإمارات العربية المتحدة"), "AE");
  EXPECT_EQ(code_of("جمهورية ألبانيا"), "AL");
  EXPECT_EQ(code_of("ایران"), "IR");
  EXPECT_EQ(code_of("대한민국"), "KR");
  EXPECT_EQ(code_of("日本"), "JP");
}

TEST(CountryLookup, reads_official_lists_and_commercial_files) {
  EXPECT_EQ(code_of("U.A.E."), "AE");
  EXPECT_EQ(code_of("KOREA, REPUBLIC OF"), "KR");
  EXPECT_EQ(code_of("Democratic People's Republic of Korea"), "KP");
  EXPECT_EQ(code_of("TAIWAN, PROVINCE OF CHINA"), "TW");
  EXPECT_EQ(code_of("VENEZUELA, BOLIVARIAN REPUBLIC OF"), "VE");
  EXPECT_EQ(code_of("Iran (Islamic Republic of)"), "IR");
  EXPECT_EQ(code_of("China, Hong Kong Special Administrative Region"), "HK");
  EXPECT_EQ(code_of("former Soviet Union"), "SU");
  EXPECT_EQ(code_of("EUROPEAN UNION"), "EU");
  EXPECT_EQ(code_of("Kosovo"), "XK");
}

TEST(CountryLookup, takes_titles_and_second_parts_off) {
  EXPECT_EQ(code_of("The Republic of Austria"), "AT");
  EXPECT_EQ(code_of("Königreich Schweden"), "SE");
  EXPECT_EQ(code_of("TR - TURKEY"), "TR");
  EXPECT_EQ(code_of("156/CHINA"), "CN");
  EXPECT_EQ(code_of("CHINA (CN)"), "CN");
  EXPECT_EQ(code_of("CHINA (US)"), "none");
  EXPECT_EQ(code_of("CN CHINA"), "CN");
}

TEST(CountryLookup, takes_the_country_of_today_where_both_stand) {
  EXPECT_EQ(code_of("Former USSR (now Belarus)"), "BY");
  EXPECT_EQ(code_of("Former USSR Currently Ukraine"), "UA");
  EXPECT_EQ(code_of("Russia (former USSR)"), "RU");
  EXPECT_EQ(code_of("CONGO, Democratic Republic of (was Zaire)"), "CD");
  EXPECT_EQ(code_of("(2) Iraq"), "IQ");
  EXPECT_EQ(code_of("Kazakh SSR"), "KZ");
  EXPECT_EQ(code_of("know Belarus"), "none");
}

TEST(CountryLookup, keeps_the_two_chinas_koreas_and_congos_apart) {
  EXPECT_EQ(code_of("Republic of China"), "TW");
  EXPECT_EQ(code_of("People's Republic of China"), "CN");
  EXPECT_NE(code_of("República da China"), "CN");
  EXPECT_EQ(code_of("The Democratic Republic of the Congo"), "CD");
  EXPECT_EQ(code_of("Republic of the Congo"), "CG");
  EXPECT_EQ(code_of("Korea, Dem. People's Rep."), "KP");
  EXPECT_EQ(code_of("NIGER"), "NE");
  EXPECT_EQ(code_of("NIGERIA"), "NG");
  EXPECT_EQ(code_of("GUINEA"), "GN");
  EXPECT_EQ(code_of("GUINEA-BISSAU"), "GW");
  EXPECT_EQ(code_of("DOMINICA"), "DM");
  EXPECT_EQ(code_of("DOMINICAN REPUBLIC"), "DO");
}

TEST(CountryLookup, reads_a_name_with_latin_letters_among_cyrillic_ones) {
  EXPECT_EQ(code_of("KИTAЙ"), "CN");       // Latin K, T and A.
  EXPECT_EQ(code_of("КAZAКHSTAN"), "KZ");  // Cyrillic К twice.
}

TEST(CountryLookup, answers_none_for_what_is_no_country) {
  for (auto const* text : {"", " ", "NULL", "UNKNOWN", "OTHER COUNTRY", "ZZ", "000", "0", "()", "-",
                           "S.A. DE C.V.", "Prague", "16866", "неизвестно", "😀", "\xff\xfe"}) {
    EXPECT_EQ(code_of(text), "none") << text;
  }
  EXPECT_EQ(code_of(std::string(100000, 'A')), "none");
}

TEST(CountryTable, finds_each_country_by_each_of_its_codes_and_its_name) {
  std::size_t iso = 0;
  for (auto const each : countries()) {
    EXPECT_EQ(country(each.view()), each);
    if (!country_alpha3(each).empty()) {
      EXPECT_EQ(country(country_alpha3(each)), each);
    }
    if (!country_numeric(each).empty()) {
      EXPECT_EQ(country(country_numeric(each)), each);
    }
    auto const by_name = country(country_name(each));
    // "Burma" is Myanmar to everybody but the table of former codes; Northern Ireland is British.
    if (country_successor(each) == each && each.view() != "XI") {
      EXPECT_EQ(by_name, each) << country_name(each);
    }
    auto const place = country_place(each);
    ASSERT_TRUE(place);
    EXPECT_LE(std::abs(place->latitude), 90);
    EXPECT_LE(std::abs(place->longitude), 180);
    iso += country_alpha3(each).empty() ? 0U : 1U;
  }
  EXPECT_GE(iso, 249U);
}

TEST(CountryTable, knows_when_a_country_began_and_ended) {
  auto const day = [](char const* text) { return *parse_iso_date(text); };
  EXPECT_FALSE(country_existed(*country("SU"), day("2022-01-01")));
  EXPECT_TRUE(country_existed(*country("SU"), day("1991-01-01")));
  EXPECT_FALSE(country_existed(*country("SS"), day("2011-07-08")));
  EXPECT_TRUE(country_existed(*country("SS"), day("2011-07-09")));
  EXPECT_EQ(country_successor(*country("TP")).view(), "TL");
  EXPECT_EQ(country_successor(*country("TR")).view(), "TR");
  EXPECT_FALSE(country_existed(Country{{'Z', 'Z'}}, day("2022-01-01")));
  EXPECT_EQ(country_name(Country{}), "");
  EXPECT_FALSE(country_place(Country{}));
}

TEST(CountryNames, generated_names_rarely_mean_two_countries) {
  // Our own aliases decide these; more than a few would mean that folding throws away too much.
  std::map<std::string, std::string> seen;
  std::size_t conflicts = 0;
  auto lines = embedded("generated/country_names.tsv");
  std::size_t count = 0;
  while (!lines.empty()) {
    auto const end = std::min(lines.find('\n'), lines.size());
    auto const line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    auto const tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    ++count;
    auto const [at, is_new] = seen.emplace(lookup_key(line.substr(0, tab)), line.substr(tab + 1));
    if (!is_new && at->second != line.substr(tab + 1)) {
      ++conflicts;
      std::cout << "  " << line << " is " << at->second << " too\n";
    }
  }
  EXPECT_GT(count, 8000U);
  EXPECT_LE(conflicts, 4U);
}

}  // namespace
}  // namespace tw::reference
