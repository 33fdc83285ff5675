#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tidewaiter/core.h"

namespace tw {
namespace {

RC_GTEST_PROP(DecimalProperty, printing_and_reading_give_the_same_units, ()) {
  int const scale = *rc::gen::inRange(0, 10);
  auto const units =
      *rc::gen::inRange<std::int64_t>(-999'999'999'999'999'999, 999'999'999'999'999'999);
  std::int64_t read = 0;
  RC_ASSERT(read_decimal(decimal_text(units, scale), scale, read) == DecimalRead::exact);
  RC_ASSERT(read == units);
}

RC_GTEST_PROP(DateProperty, printing_and_reading_give_the_same_day, ()) {
  Date const date{*rc::gen::inRange(-700'000, 2'900'000)};
  RC_ASSERT(parse_iso_date(date.iso()) == date);
}

}  // namespace
}  // namespace tw
