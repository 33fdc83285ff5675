#include <cmath>

#include <gtest/gtest.h>

#include "tidewaiter/reference.h"

namespace tw::reference {
namespace {

std::string code(std::string_view text) { return std::string(currency(text).value_or("none")); }

TEST(CurrencyLookup, knows_codes_numbers_and_old_codes) {
  EXPECT_EQ(code("usd"), "USD");
  EXPECT_EQ(code("840"), "USD");
  EXPECT_EQ(code("840.0"), "USD");
  EXPECT_EQ(code("36"), "AUD");
  EXPECT_EQ(code("RUR"), "RUB");
  EXPECT_EQ(code("810"), "RUB");
  EXPECT_EQ(code("643"), "RUB");
}

TEST(CurrencyLookup, reads_words_and_signs) {
  EXPECT_EQ(code("руб."), "RUB");
  EXPECT_EQ(code("долл. США"), "USD");
  EXPECT_EQ(code("ДОЛЛАР США"), "USD");
  EXPECT_EQ(code("ЕВРО"), "EUR");
  EXPECT_EQ(code("人民币"), "CNY");
  EXPECT_EQ(code("RMB"), "CNY");
  EXPECT_EQ(code("TL"), "TRY");
  EXPECT_EQ(code("ДИРХАМ ОАЭ"), "AED");
  EXPECT_EQ(code("DHM"), "AED");
  EXPECT_EQ(code("US$"), "USD");
  EXPECT_EQ(code("$"), "USD");
  EXPECT_EQ(code("HK$"), "HKD");
  EXPECT_EQ(code("€"), "EUR");
  EXPECT_EQ(code("₽"), "RUB");
  EXPECT_EQ(code("грн"), "UAH");
  EXPECT_EQ(code("USD - US dollar"), "USD");
}

TEST(CurrencyLookup, leaves_ambiguous_words_open) {
  for (auto const* text : {"RS", "¥", "KR", "", "NULL", "0", "12.5", "999"}) {
    EXPECT_EQ(code(text), "none") << text;
  }
}

Date day(char const* text) { return *parse_iso_date(text); }
double rate(char const* text, char const* on) {
  return static_cast<double>(usd_rate_nano(text, day(on)).value()) / 1e9;
}

TEST(UsdRates, are_one_for_the_dollar_and_fixed_for_pegs) {
  EXPECT_EQ(usd_rate_nano("USD", day("2022-12-15")), 1'000'000'000);
  EXPECT_NEAR(rate("AED", "2022-12-15"), 1 / 3.6725, 1e-6);
  EXPECT_NEAR(rate("SAR", "1999-01-01"), 1 / 3.75, 1e-6);
}

TEST(UsdRates, follow_the_months) {
  EXPECT_NEAR(1 / rate("RUB", "2022-03-31"), 104, 3);
  EXPECT_NEAR(1 / rate("RUB", "2022-06-15"), 57, 2);
  EXPECT_NEAR(1 / rate("RUB", "2022-12-31"), 65, 2);
  EXPECT_NEAR(1 / rate("TRY", "2022-12-31"), 18.65, 0.2);
  EXPECT_NEAR(rate("EUR", "2022-09-15"), 0.99, 0.01);
  EXPECT_NEAR(1 / rate("CNY", "2022-12-01"), 6.98, 0.1);
  EXPECT_NEAR(1 / rate("JPY", "2022-10-21"), 147, 3);
}

TEST(UsdRates, are_yearly_where_no_month_is_known_and_absent_outside) {
  EXPECT_NEAR(1 / rate("RUB", "2017-05-05"), 58.35, 0.5);
  EXPECT_FALSE(usd_rate_nano("RUB", day("1999-01-01")));
  EXPECT_FALSE(usd_rate_nano("XAU", day("2022-01-01")));
  EXPECT_FALSE(usd_rate_nano("no currency", day("2022-01-01")));
}

TEST(UsdRates, cover_every_month_from_2020_to_2025_for_the_main_currencies) {
  for (auto const* currency_code :
       {"RUB", "TRY", "EUR", "CNY", "KZT", "AED", "GBP", "JPY", "KRW", "UAH",
        "BYN", "UZS", "AMD", "GEL", "KGS", "INR", "VND", "HKD", "CHF", "PLN"}) {
    std::int64_t last = 0;
    for (int month = 0; month < 72; ++month) {
      auto const on = *Date::from_ymd(2020 + month / 12, static_cast<unsigned>(month % 12 + 1), 15);
      auto const now = usd_rate_nano(currency_code, on);
      ASSERT_TRUE(now) << currency_code << " " << on.iso();
      // A slip of a digit would show as a jump; the rouble moved by 34 % in March 2022.
      if (last != 0) {
        EXPECT_LT(std::abs(std::log(static_cast<double>(*now) / static_cast<double>(last))), 0.36)
            << currency_code << " " << on.iso();
      }
      last = *now;
    }
  }
}

}  // namespace
}  // namespace tw::reference
