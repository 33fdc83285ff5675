#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/flows_match_slow.h"

namespace tw::flows {
namespace {

std::vector<Lot> sorted_lots(std::vector<std::pair<int, int>> const& raw) {
  std::vector<Lot> lots;
  for (auto const& [on, mass] : raw) lots.push_back({on, mass});
  std::ranges::sort(lots, {}, [](Lot const& lot) { return std::pair(lot.on, lot.mass); });
  return lots;
}

std::vector<Lot> any_lots() {
  return sorted_lots(
      *rc::gen::resize(14, rc::gen::container<std::vector<std::pair<int, int>>>(
                               rc::gen::pair(rc::gen::inRange(0, 60), rc::gen::inRange(1, 200)))));
}

MatchRules any_rules() {
  return {.lag_days_max = *rc::gen::inRange(0, 40),
          .loss_share_max = *rc::gen::inRange(0, 10) / 100.0};
}

RC_GTEST_PROP(MatchLatestFirst, draws_what_its_slow_twin_draws, ()) {
  auto const ins = any_lots();
  auto const outs = any_lots();
  auto const rules = any_rules();
  auto const fast = match_latest_first(ins, outs, rules);
  auto const slow = reference_world::match_slowly(ins, outs, rules);
  RC_ASSERT(fast.size() == slow.size());
  for (std::size_t i = 0; i < fast.size(); ++i) {
    RC_ASSERT(fast[i].in == slow[i].in && fast[i].out == slow[i].out &&
              fast[i].mass == slow[i].mass);
  }
}

RC_GTEST_PROP(MatchLatestFirst, conserves_mass_and_keeps_to_the_lag, ()) {
  auto const ins = any_lots();
  auto const outs = any_lots();
  auto const rules = any_rules();
  std::vector<std::int64_t> taken(ins.size());
  std::vector<std::int64_t> given(outs.size());
  for (Draw const& d : match_latest_first(ins, outs, rules)) {
    RC_ASSERT(d.mass > 0);
    int const lag = outs[d.out].on - ins[d.in].on;
    RC_ASSERT(lag >= 0 && lag <= rules.lag_days_max);
    taken[d.in] += d.mass;
    given[d.out] += d.mass;
  }
  for (std::size_t i = 0; i < ins.size(); ++i) RC_ASSERT(taken[i] <= capacity(ins[i], rules));
  for (std::size_t i = 0; i < outs.size(); ++i) RC_ASSERT(given[i] <= outs[i].mass);
}

RC_GTEST_PROP(FeasibleMax, is_the_maximum_flow, ()) {
  auto const ins = any_lots();
  auto const outs = any_lots();
  auto const rules = any_rules();
  RC_ASSERT(feasible_max(ins, outs, rules) == reference_world::max_flow_slowly(ins, outs, rules));
}

}  // namespace
}  // namespace tw::flows
