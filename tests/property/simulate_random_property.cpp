#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "simulate/world.h"

namespace tw::simulate {
namespace {

RC_GTEST_PROP(SimulateRandom, stays_below_its_bound, (std::uint64_t seed)) {
  auto const bound = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
  Random random(seed);
  for (int i = 0; i < 50; ++i) {
    RC_ASSERT(random.below(bound) < bound);
    RC_ASSERT(random.unit() < 1.0);
  }
}

RC_GTEST_PROP(SimulateRandom, the_exponential_is_near_the_librarys, ()) {
  auto const x = static_cast<double>(*rc::gen::inRange(-8'000, 12'000)) / 1000;
  RC_ASSERT(std::abs(exponential(x) / std::exp(x) - 1) < 1e-9);
}

RC_GTEST_PROP(Calendar, dates_rise_with_rows_and_find_their_row_again, ()) {
  auto const rows = *rc::gen::inRange<std::uint64_t>(1, 5'000);
  Calendar const calendar(FileKind::ru, rows);
  for (std::uint64_t row = 1; row < rows; ++row) {
    RC_ASSERT(calendar.date_of(row - 1) <= calendar.date_of(row));
  }
  auto const row = *rc::gen::inRange<std::uint64_t>(0, rows);
  auto const found = calendar.row_of(calendar.date_of(row));
  RC_ASSERT(found <= row && calendar.date_of(found) == calendar.date_of(row));
}

}  // namespace
}  // namespace tw::simulate
