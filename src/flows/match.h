// Matching what left a place with what came to it before. Days and milligrams, nothing else.
// Private to the flows room.
#pragma once

#include <algorithm>

#include "tidewaiter/core.h"

namespace tw::flows {

/// Goods that came or left on one day, in the units of tw::Mass (milligrams).
struct Lot {
  std::int32_t on = 0;
  std::int64_t mass = 0;
};
struct MatchRules {
  int lag_days_max = 120;
  double loss_share_max = 0.05;
};
/// A part of an out-lot that is held to come from an in-lot.
struct Draw {
  std::uint32_t in = 0;
  std::uint32_t out = 0;
  std::int64_t mass = 0;
};

/// What an in-lot can yield: its mass, and a little more for repacking and other scales.
inline std::int64_t capacity(Lot const& in, MatchRules const& rules) {
  return in.mass + static_cast<std::int64_t>(static_cast<double>(in.mass) * rules.loss_share_max);
}
/// Below this rest an in-lot is used up: the rest is loss, not stock.
inline std::int64_t negligible(Lot const& in, MatchRules const& rules) {
  return 2 * (capacity(in, rules) - in.mass);
}

/// Calls `draw(in, out, mass)` for each draw. Each out-lot, in order of time, takes from the latest
/// in-lots that are not younger than itself nor older than the lag. `ins` and `outs` are sorted by
/// day; of in-lots of one day the last comes first. O(ins + outs + draws).
template <typename OnDraw>
void match_latest_first(std::span<Lot const> ins, std::span<Lot const> outs,
                        MatchRules const& rules, OnDraw draw) {
  struct Stock {
    std::uint32_t in;
    std::int64_t left;
  };
  std::vector<Stock> stack;
  std::size_t arrived = 0;
  for (std::size_t out = 0; out < outs.size(); ++out) {
    for (; arrived < ins.size() && ins[arrived].on <= outs[out].on; ++arrived) {
      stack.push_back({static_cast<std::uint32_t>(arrived), capacity(ins[arrived], rules)});
    }
    std::int64_t wanted = outs[out].mass;
    while (wanted > 0 && !stack.empty()) {
      Stock& top = stack.back();
      if (outs[out].on - ins[top.in].on > rules.lag_days_max) {
        // Everything below is older still, for this out-lot and for all later ones.
        stack.clear();
        break;
      }
      std::int64_t const taken = std::min(wanted, top.left);
      draw(top.in, static_cast<std::uint32_t>(out), taken);
      wanted -= taken;
      top.left -= taken;
      if (top.left <= negligible(ins[top.in], rules)) stack.pop_back();
    }
  }
}

std::vector<Draw> match_latest_first(std::span<Lot const> ins, std::span<Lot const> outs,
                                     MatchRules const& rules);

/// The share of what left that the match explains, each draw weighted by exp(-lag / 20 d).
double decayed_share(std::span<Lot const> ins, std::span<Lot const> outs, MatchRules const& rules);

/// The most that can have gone from `ins` to `outs` under the lag. Each out-lot takes from the
/// oldest in-lots still allowed; that is a maximum flow, because the allowed spans of in-lots move
/// forward with the out-lots. O(ins + outs).
Int128 feasible_max(std::span<Lot const> ins, std::span<Lot const> outs, MatchRules const& rules);

/// How often the decayed share is reached when the out-lots are moved in a circle of `days` days
/// from `first_day`: (1 + times reached) / (1 + shifts). Nullopt when the circle is too short.
std::optional<double> shift_p(std::span<Lot const> ins, std::span<Lot const> outs,
                              MatchRules const& rules, std::int32_t first_day, std::int32_t days,
                              std::span<std::int32_t const> shifts);
/// `count` shifts spread over a circle of `days` days, one drawn from each of as many equal arcs.
std::vector<std::int32_t> circular_shifts(std::int32_t days, unsigned count, std::uint64_t seed);

}  // namespace tw::flows
