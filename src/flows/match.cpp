#include "flows/match.h"

#include <cmath>

namespace tw::flows {
namespace {

/// Half of a lot's weight is gone after two weeks: a choice, see docs/methods/flows.md.
constexpr double kDecayDays = 20;

/// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
std::uint64_t next_random(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

}  // namespace

std::vector<Draw> match_latest_first(std::span<Lot const> ins, std::span<Lot const> outs,
                                     MatchRules const& rules) {
  std::vector<Draw> draws;
  match_latest_first(ins, outs, rules, [&](std::uint32_t in, std::uint32_t out, std::int64_t mass) {
    draws.push_back({in, out, mass});
  });
  return draws;
}

double decayed_share(std::span<Lot const> ins, std::span<Lot const> outs, MatchRules const& rules) {
  double matched = 0;
  double all = 0;
  for (Lot const& out : outs) all += static_cast<double>(out.mass);
  match_latest_first(ins, outs, rules, [&](std::uint32_t in, std::uint32_t out, std::int64_t mass) {
    matched += static_cast<double>(mass) * std::exp((ins[in].on - outs[out].on) / kDecayDays);
  });
  return all > 0 ? matched / all : 0;
}

Int128 feasible_max(std::span<Lot const> ins, std::span<Lot const> outs, MatchRules const& rules) {
  Int128 total = 0;
  std::size_t oldest = 0;
  std::int64_t left = ins.empty() ? 0 : capacity(ins[0], rules);
  for (Lot const& out : outs) {
    std::int64_t wanted = out.mass;
    while (wanted > 0 && oldest < ins.size() && ins[oldest].on <= out.on) {
      bool const too_old = out.on - ins[oldest].on > rules.lag_days_max;
      std::int64_t const taken = too_old ? 0 : std::min(wanted, left);
      total += taken;
      wanted -= taken;
      left -= taken;
      if (too_old || left == 0) {
        ++oldest;
        if (oldest < ins.size()) left = capacity(ins[oldest], rules);
      }
    }
  }
  return total;
}

std::vector<std::int32_t> circular_shifts(std::int32_t days, unsigned count, std::uint64_t seed) {
  std::vector<std::int32_t> shifts;
  if (days < 2) return shifts;
  std::uint64_t state = seed;
  for (unsigned i = 0; i < count; ++i) {
    double const u = static_cast<double>(next_random(state) >> 11) * 0x1p-53;
    auto const at = static_cast<std::int32_t>((i + u) / count * (days - 1));
    shifts.push_back(1 + std::min(at, days - 2));
  }
  return shifts;
}

std::optional<double> shift_p(std::span<Lot const> ins, std::span<Lot const> outs,
                              MatchRules const& rules, std::int32_t first_day, std::int32_t days,
                              std::span<std::int32_t const> shifts) {
  if (shifts.empty() || days < 2) return std::nullopt;
  double const seen = decayed_share(ins, outs, rules);
  std::size_t reached = 0;
  std::vector<Lot> moved(outs.size());
  for (std::int32_t const shift : shifts) {
    // Days past the end come round to the start: the moved lots are a rotation of the old order.
    std::size_t const split = static_cast<std::size_t>(
        std::ranges::lower_bound(outs, first_day + days - shift, {}, &Lot::on) - outs.begin());
    for (std::size_t i = 0; i < outs.size(); ++i) {
      Lot const& lot = outs[(split + i) % outs.size()];
      moved[i] = {lot.on + shift - (split + i < outs.size() ? days : 0), lot.mass};
    }
    if (decayed_share(ins, moved, rules) >= seen) ++reached;
  }
  return static_cast<double>(1 + reached) / static_cast<double>(1 + shifts.size());
}

}  // namespace tw::flows
