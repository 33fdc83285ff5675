#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "tidewaiter/reference.h"

namespace tw::reference {
namespace {

LegalForm const* form(std::string_view spelling) {
  auto const key = legal_form_key(spelling);
  auto const found = std::ranges::find(legal_forms(), key, &LegalForm::folded);
  return found == legal_forms().end() ? nullptr : &*found;
}
std::string class_of(std::string_view spelling) {
  auto const* found = form(spelling);
  return found == nullptr ? "none" : std::string(found->form_class);
}

TEST(LegalFormKey, keeps_dotted_letters_together) {
  EXPECT_EQ(legal_form_key("A.Ş."), "as");
  EXPECT_EQ(legal_form_key("S.A. DE C.V."), "sa de cv");
  EXPECT_EQ(legal_form_key("Sp. z o.o."), "sp z oo");
  EXPECT_EQ(legal_form_key("A/S"), "a s");
  EXPECT_EQ(legal_form_key("FZ-LLC"), "fz llc");
  EXPECT_EQ(legal_form_key("בע\"מ"), legal_form_key("בעמ"));
  EXPECT_EQ(legal_form_key("  "), "");
}

TEST(LegalForms, know_one_class_in_many_scripts) {
  for (auto const* spelling : {"ООО",
                               "OOO",
                               "Общество с ограниченной ответственностью",
                               "ТОВ",
                               "ТОО",
                               "ЖШС",
                               "MChJ",
                               "ՍՊԸ",
                               "შპს",
                               "Ltd.",
                               "LIMITED",
                               "L.L.C.",
                               "LTD. ŞTİ.",
                               "LİMİTED ŞİRKETİ",
                               "有限公司",
                               "有限责任公司",
                               "GmbH",
                               "S.r.l.",
                               "B.V.",
                               "Oy",
                               "ApS",
                               "Sp. z o.o.",
                               "s.r.o.",
                               "Kft.",
                               "d.o.o.",
                               "OÜ",
                               "UAB",
                               "SIA",
                               "ЕООД",
                               "LTDA",
                               "S DE RL DE CV",
                               "PVT LTD",
                               "PTE. LTD.",
                               "SDN BHD",
                               "ذ.م.م",
                               "Co., Ltd.",
                               "Công ty TNHH",
                               "MMC"}) {
    EXPECT_EQ(class_of(spelling), "limited") << spelling;
  }
  for (auto const* spelling :
       {"ПАО",          "ОАО",      "ЗАО",      "АО",   "PAO",          "A.Ş.",   "ANONİM ŞİRKETİ",
        "股份有限公司", "株式会社", "주식회사", "AG",   "S.A.",         "S.p.A.", "N.V.",
        "AB",           "A/S",      "PJSC",     "Inc.", "S.A. DE C.V.", "სს",     "ՓԲԸ",
        "سهامی خاص",    "JSC"}) {
    EXPECT_EQ(class_of(spelling), "joint_stock") << spelling;
  }
  EXPECT_EQ(class_of("ИП"), "sole_trader");
  EXPECT_EQ(class_of("ФОП"), "sole_trader");
  EXPECT_EQ(class_of("ФГУП"), "state");
  EXPECT_EQ(class_of("集团"), "group");
  EXPECT_EQ(class_of("FZE"), "free_zone");
  EXPECT_EQ(class_of("DMCC"), "free_zone");
  EXPECT_EQ(class_of("GmbH & Co. KG"), "partnership");
  EXPECT_EQ(class_of("בע\"מ"), "limited");
}

TEST(LegalForms, do_not_hold_words_of_the_name) {
  for (auto const* word : {"San. ve Tic.", "Trading", "Import Export", "Industries", "НПО", "贸易",
                           "Technology", "Завод"}) {
    EXPECT_EQ(class_of(word), "none") << word;
  }
}

TEST(LegalForms, hold_a_dotted_form_with_its_letters_apart_too) {
  EXPECT_EQ(class_of("S A"), "joint_stock");
  EXPECT_EQ(class_of("S R L"), "limited");
  EXPECT_EQ(class_of("L L C"), "limited");
  EXPECT_EQ(class_of("S A DE C V"), "joint_stock");
}

TEST(LegalForms, stand_with_the_longest_first_and_once_each) {
  auto const words = [](LegalForm const& each) { return std::ranges::count(each.folded, ' '); };
  std::set<std::string_view> seen;
  LegalForm const* before = nullptr;
  for (auto const& each : legal_forms()) {
    EXPECT_TRUE(seen.insert(each.folded).second) << each.folded;
    EXPECT_FALSE(each.folded.empty());
    EXPECT_EQ(legal_form_key(each.folded), each.folded);
    if (before != nullptr) {
      EXPECT_GE(words(*before), words(each));
    }
    before = &each;
  }
  EXPECT_GE(seen.size(), 1500U);
}

TEST(LegalForms, name_countries_of_the_table) {
  std::set<std::string_view> const kClasses{
      "limited",     "joint_stock", "sole_trader", "partnership", "cooperative",           "state",
      "institution", "foundation",  "association", "branch",      "representative_office", "group",
      "company",     "free_zone"};
  for (auto const& each : legal_forms()) {
    EXPECT_TRUE(kClasses.contains(each.form_class)) << each.form_class;
    for (std::size_t at = 0; at < each.countries.size(); at += 3) {
      auto const code = each.countries.substr(at, 2);
      EXPECT_TRUE(country(code) && country(code)->view() == code) << each.spelling << " " << code;
    }
  }
  EXPECT_NE(form("S.A.")->countries.find("BR"), std::string_view::npos);
  EXPECT_NE(form("S.A.")->countries.find("FR"), std::string_view::npos);
}

}  // namespace
}  // namespace tw::reference
