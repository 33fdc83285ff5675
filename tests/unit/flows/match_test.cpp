#include "flows/match.h"

#include <gtest/gtest.h>

namespace tw::flows {
namespace {

std::vector<std::array<std::int64_t, 3>> draws(std::vector<Lot> const& ins,
                                               std::vector<Lot> const& outs, double loss = 0) {
  std::vector<std::array<std::int64_t, 3>> plain;
  for (Draw const& d :
       match_latest_first(ins, outs, {.lag_days_max = 30, .loss_share_max = loss})) {
    plain.push_back({d.in, d.out, d.mass});
  }
  return plain;
}
using Draws = std::vector<std::array<std::int64_t, 3>>;

TEST(MatchLatestFirst, takes_from_the_latest_lot_then_from_older_ones) {
  EXPECT_EQ(draws({{0, 100}, {10, 50}}, {{12, 120}}), (Draws{{1, 0, 50}, {0, 0, 70}}));
}

TEST(MatchLatestFirst, takes_nothing_that_came_later_or_too_long_before) {
  EXPECT_EQ(draws({{0, 100}, {50, 100}}, {{40, 100}}), Draws{});
  EXPECT_EQ(draws({{0, 100}}, {{30, 100}}), (Draws{{0, 0, 100}}));
  EXPECT_EQ(draws({{0, 100}}, {{31, 100}}), Draws{});
}

TEST(MatchLatestFirst, gives_no_gram_twice) {
  EXPECT_EQ(draws({{0, 100}}, {{1, 80}, {2, 80}}), (Draws{{0, 0, 80}, {0, 1, 20}}));
}

TEST(MatchLatestFirst, lets_a_lot_that_lost_a_little_be_used_up) {
  EXPECT_EQ(draws({{0, 1000}}, {{1, 970}, {2, 500}}, 0.05), (Draws{{0, 0, 970}}));
  EXPECT_EQ(draws({{0, 1000}}, {{1, 1040}}, 0.05), (Draws{{0, 0, 1040}}));
}

TEST(FeasibleMax, saves_young_lots_for_later_out_lots) {
  std::vector<Lot> const ins = {{0, 100}, {20, 100}};
  std::vector<Lot> const outs = {{25, 100}, {45, 100}};
  EXPECT_EQ(feasible_max(ins, outs, {.lag_days_max = 30, .loss_share_max = 0}), Int128{200});
  // Latest first would leave the second out-lot empty-handed: 100.
}

TEST(ShiftP, is_small_for_goods_that_always_leave_a_week_later) {
  std::vector<Lot> ins;
  std::vector<Lot> outs;
  for (std::int32_t i = 0; i < 6; ++i) {
    ins.push_back({i * 60, 1000 + 100 * i});
    outs.push_back({i * 60 + 7, 1000 + 100 * i});
  }
  auto const shifts = circular_shifts(365, 60, 1);
  auto const p = shift_p(ins, outs, {}, 0, 365, shifts);
  ASSERT_TRUE(p);
  EXPECT_LT(*p, 0.2);
}

TEST(ShiftP, is_unknown_on_a_circle_of_a_day) {
  std::vector<Lot> const lot = {{0, 100}};
  EXPECT_FALSE(shift_p(lot, lot, {}, 0, 1, circular_shifts(1, 60, 1)));
}

TEST(CircularShifts, are_within_the_circle_and_the_same_for_a_seed) {
  auto const shifts = circular_shifts(90, 60, 7);
  ASSERT_EQ(shifts.size(), 60U);
  for (std::int32_t const shift : shifts) {
    EXPECT_GT(shift, 0);
    EXPECT_LT(shift, 90);
  }
  EXPECT_EQ(shifts, circular_shifts(90, 60, 7));
}

}  // namespace
}  // namespace tw::flows
