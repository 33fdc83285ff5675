#include "records/cells.h"

#include <gtest/gtest.h>

namespace tw::records {
namespace {

std::string read(std::string_view cell, char sign = 0) {
  auto const amount = read_amount(cell, sign, 6);
  if (amount.read == CellRead::absent) return "absent";
  if (amount.read == CellRead::unreadable) return "unreadable";
  return decimal_text(amount.units, 6) +
         (amount.suffix.empty() ? "" : "|" + std::string{amount.suffix});
}

std::string date(std::string_view cell, DateOrder order = DateOrder::dmy) {
  auto const read = read_date(cell, order);
  if (read.read == CellRead::absent) return "absent";
  if (read.read == CellRead::unreadable) return "unreadable";
  return read.date.iso() + (read.month_only ? " month" : "");
}

TEST(Numbers, are_read_in_the_forms_of_many_countries) {
  EXPECT_EQ(read("1234.5"), "1234.5");
  EXPECT_EQ(read("1.234,56"), "1234.56");
  EXPECT_EQ(read("1,234.56"), "1234.56");
  EXPECT_EQ(read("1.234.567,8"), "1234567.8");
  EXPECT_EQ(read("12,5"), "12.5");
  EXPECT_EQ(read("1 234,5"), "1234.5");
  EXPECT_EQ(read("1\xC2\xA0"
                 "234\xC2\xA0"
                 "567,25"),
            "1234567.25");
  EXPECT_EQ(read("1'234.5"), "1234.5");
  EXPECT_EQ(read("1.5E+05"), "150000");
  EXPECT_EQ(read(" 7 "), "7");
  EXPECT_EQ(read(".5"), "0.5");
  EXPECT_EQ(read("-3,25"), "-3.25");
  EXPECT_EQ(read("(12.50)"), "-12.5");
  EXPECT_EQ(read("12,345,678"), "12345678");
}

TEST(Numbers, keep_the_unit_that_stands_behind_them) {
  EXPECT_EQ(read("12,5 т"), "12.5|т");
  EXPECT_EQ(read("40kg"), "40|kg");
  EXPECT_EQ(read("100 USD"), "100|USD");
  EXPECT_EQ(read("$ 1,000.25"), "1000.25");
}

TEST(Numbers, with_one_open_separator_follow_the_sign_of_the_file) {
  EXPECT_EQ(read("1,234", '.'), "1234");
  EXPECT_EQ(read("1,234", ','), "1.234");
  EXPECT_EQ(read("1.234", ','), "1234");
  EXPECT_EQ(read("1.234", '.'), "1.234");
  EXPECT_EQ(read("0,125", '.'), "0.125");
  EXPECT_EQ(read("1.234"), "1.234");
}

TEST(Numbers, that_are_broken_are_unreadable_and_placeholders_are_absent) {
  for (auto const* cell : {"12,34,5", "1.2.3", "abc", "12-5", "1,23.456,7", "5 % of", "1 23"}) {
    EXPECT_EQ(read(cell), "unreadable") << cell;
  }
  for (auto const* cell : {"", "-", "NULL", "n/a", "ОТСУТСТВУЕТ", "无", " — "}) {
    EXPECT_EQ(read(cell), "absent") << cell;
  }
  EXPECT_EQ(read("99999999999999999999"), "unreadable");
}

TEST(Numbers, tell_their_decimal_sign_where_the_form_is_clear) {
  EXPECT_EQ(decimal_sign_of("12,5"), ',');
  EXPECT_EQ(decimal_sign_of("12.5"), '.');
  EXPECT_EQ(decimal_sign_of("1,234,567"), '.');
  EXPECT_EQ(decimal_sign_of("1,234"), 0);
  EXPECT_EQ(decimal_sign_of("100"), 0);
}

TEST(Dates, are_read_in_the_forms_of_customs_files) {
  EXPECT_EQ(date("2022-12-31"), "2022-12-31");
  EXPECT_EQ(date("2022-12-31 23:59:59"), "2022-12-31");
  EXPECT_EQ(date("2022-12-31T23:59:59Z"), "2022-12-31");
  EXPECT_EQ(date("31.12.2022"), "2022-12-31");
  EXPECT_EQ(date("31.12.22"), "2022-12-31");
  EXPECT_EQ(date("31.12.2022 г."), "2022-12-31");
  EXPECT_EQ(date("2022/12/31"), "2022-12-31");
  EXPECT_EQ(date("20221231"), "2022-12-31");
  EXPECT_EQ(date("31-Dec-2022"), "2022-12-31");
  EXPECT_EQ(date("31 декабря 2022"), "2022-12-31");
  EXPECT_EQ(date("Dec 31, 2022"), "2022-12-31");
  EXPECT_EQ(date("2022年12月31日"), "2022-12-31");
  EXPECT_EQ(date("44926"), "2022-12-31");
  EXPECT_EQ(date("44926.5"), "2022-12-31");
}

TEST(Dates, of_a_month_stand_for_its_first_day) {
  EXPECT_EQ(date("Apr 2025"), "2025-04-01 month");
  EXPECT_EQ(date("2025-04"), "2025-04-01 month");
  EXPECT_EQ(date("04/2025"), "2025-04-01 month");
  EXPECT_EQ(date("202504"), "2025-04-01 month");
}

TEST(Dates, with_slashes_follow_the_order_of_the_file) {
  EXPECT_EQ(date("05/06/2022", DateOrder::dmy), "2022-06-05");
  EXPECT_EQ(date("05/06/2022", DateOrder::mdy), "2022-05-06");
  EXPECT_EQ(date_order_of("31/12/2022"), DateOrder::dmy);
  EXPECT_EQ(date_order_of("12/31/2022"), DateOrder::mdy);
  EXPECT_EQ(date_order_of("05/06/2022"), DateOrder::open);
}

TEST(Dates, that_cannot_be_are_unreadable) {
  for (auto const* cell : {"31.02.2022", "2022-13-01", "12/31/2022", "soon", "1", "99999999",
                           "2022-12-31-05-06", "01.01.1850"}) {
    EXPECT_EQ(date(cell), "unreadable") << cell;
  }
  EXPECT_EQ(date("0000-00-00"), "absent");
  EXPECT_EQ(date("NULL"), "absent");
}

}  // namespace
}  // namespace tw::records
