#include "text/latin_writers.h"

namespace tw::text {

namespace {

/// `ideograph` is read so when one of `before` stands before it or one of `after` behind it.
struct Reading {
  char32_t ideograph;
  std::u32string_view before;
  std::u32string_view after;
  std::string_view syllable;
};

// Words of firms, places, offices and goods; simplified and traditional forms. Standard Mandarin.
constexpr Reading kReadings[] = {
    {U'长', U"事部市院校船局会处厂成家班站科署区县镇村行店社", U"", "zhang"},
    {U'長', U"事部市院校船局會處廠成家班站科署區縣鎮村行店社", U"", "zhang"},
    {U'行', U"银央商洋总分支车药同粮茶金典", U"业情家长", "hang"},
    {U'行', U"銀總車藥糧", U"業長", "hang"},
    {U'重', U"", U"庆慶复復叠疊组組", "chong"},
    {U'厦', U"", U"门門航工", "xia"},
    {U'廈', U"", U"門", "xia"},
    {U'乐', U"音声奏", U"器团曲队", "yue"},
    {U'樂', U"音聲奏", U"器團曲隊", "yue"},
    {U'藏', U"西青川入宝", U"族区獒药红", "zang"},
    {U'会', U"财", U"计稽", "kuai"},
    {U'會', U"財", U"計稽", "kuai"},
    {U'调', U"空协烹", U"味节料制", "tiao"},
    {U'調', U"空協烹", U"味節料製", "tiao"},
    {U'模', U"", U"具板样樣", "mu"},
    {U'弹', U"", U"簧性力", "tan"},
    {U'彈', U"", U"簧性力", "tan"},
    {U'蚌', U"", U"埠", "beng"},
    {U'番', U"", U"禺", "pan"},
    {U'六', U"", U"安合", "lu"},
    {U'参', U"人海党苦沙", U"茸", "shen"},
    {U'參', U"人海黨苦沙", U"茸", "shen"},
    {U'堡', U"", U"子", "pu"},
    {U'铅', U"", U"山", "yan"},
    {U'单', U"", U"县", "shan"},
    {U'解', U"", U"州", "xie"},
    {U'率', U"频效功速利税汇比概费", U"", "lu"},
    {U'率', U"頻稅匯費", U"", "lu"},
    {U'乾', U"", U"燥净淨果", "gan"},
    {U'干', U"", U"部线線", "gan"},
    {U'传', U"自外列", U"记", "zhuan"},
    {U'傳', U"自外列", U"記", "zhuan"},
};

}  // namespace

std::string_view han_reading(char32_t before, char32_t ideograph, char32_t after) {
  for (auto const& reading : kReadings) {
    if (reading.ideograph != ideograph) continue;
    bool const fits = (before != 0 && reading.before.contains(before)) ||
                      (after != 0 && reading.after.contains(after));
    if (fits) return reading.syllable;
  }
  return {};
}

}  // namespace tw::text
