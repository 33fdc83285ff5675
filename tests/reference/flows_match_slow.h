/// The slow, obvious twins of the matching of lots: every pair is looked at.
#pragma once

#include "flows/match.h"

namespace tw::reference_world {

/// Each out-lot looks through all in-lots for the latest that is allowed and not used up.
inline std::vector<flows::Draw> match_slowly(std::span<flows::Lot const> ins,
                                             std::span<flows::Lot const> outs,
                                             flows::MatchRules const& rules) {
  std::vector<std::int64_t> left;
  for (auto const& in : ins) left.push_back(flows::capacity(in, rules));
  std::vector<flows::Draw> draws;
  for (std::uint32_t out = 0; out < outs.size(); ++out) {
    std::int64_t wanted = outs[out].mass;
    while (wanted > 0) {
      std::optional<std::uint32_t> best;
      for (std::uint32_t in = 0; in < ins.size(); ++in) {
        int const lag = outs[out].on - ins[in].on;
        if (lag >= 0 && lag <= rules.lag_days_max && left[in] > 0) best = in;
      }
      if (!best) break;
      std::int64_t const taken = std::min(wanted, left[*best]);
      draws.push_back({*best, out, taken});
      wanted -= taken;
      left[*best] -= taken;
      if (left[*best] <= flows::negligible(ins[*best], rules)) left[*best] = 0;
    }
  }
  return draws;
}

/// Maximum flow by augmenting paths over all allowed pairs (Ford and Fulkerson).
inline Int128 max_flow_slowly(std::span<flows::Lot const> ins, std::span<flows::Lot const> outs,
                              flows::MatchRules const& rules) {
  std::size_t const n = ins.size();
  std::size_t const m = outs.size();
  std::vector<std::int64_t> left(n);
  std::vector<std::int64_t> wanted(m);
  for (std::size_t i = 0; i < n; ++i) left[i] = flows::capacity(ins[i], rules);
  for (std::size_t j = 0; j < m; ++j) wanted[j] = outs[j].mass;
  std::vector<std::vector<std::int64_t>> sent(n, std::vector<std::int64_t>(m, 0));
  auto const allowed = [&](std::size_t i, std::size_t j) {
    int const lag = outs[j].on - ins[i].on;
    return lag >= 0 && lag <= rules.lag_days_max;
  };
  Int128 total = 0;
  while (true) {
    // Breadth-first over in-lots (0..n) and out-lots (n..n+m) of the residual graph.
    std::vector<int> from(n + m, -2);
    std::vector<std::size_t> queue;
    for (std::size_t i = 0; i < n; ++i) {
      if (left[i] > 0) from[i] = -1, queue.push_back(i);
    }
    std::optional<std::size_t> end;
    for (std::size_t at = 0; at < queue.size() && !end; ++at) {
      std::size_t const node = queue[at];
      if (node < n) {
        for (std::size_t j = 0; j < m; ++j) {
          if (allowed(node, j) && from[n + j] == -2) {
            from[n + j] = static_cast<int>(node);
            queue.push_back(n + j);
          }
        }
      } else if (wanted[node - n] > 0) {
        end = node;
      } else {
        for (std::size_t i = 0; i < n; ++i) {
          if (sent[i][node - n] > 0 && from[i] == -2) {
            from[i] = static_cast<int>(node);
            queue.push_back(i);
          }
        }
      }
    }
    if (!end) return total;
    std::int64_t amount = wanted[*end - n];
    std::size_t node = *end;
    while (from[node] >= 0) {
      auto const before = static_cast<std::size_t>(from[node]);
      if (node < n) amount = std::min(amount, sent[node][before - n]);
      node = before;
    }
    amount = std::min(amount, left[node]);
    left[node] -= amount;
    wanted[*end - n] -= amount;
    node = *end;
    while (from[node] >= 0) {
      auto const before = static_cast<std::size_t>(from[node]);
      if (node >= n) {
        sent[before][node - n] += amount;
      } else {
        sent[node][before - n] -= amount;
      }
      node = before;
    }
    total += amount;
  }
}

}  // namespace tw::reference_world
