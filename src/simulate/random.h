/// Random numbers that are the same on every machine: integers and plain arithmetic only.
#pragma once

#include <array>
#include <iterator>

#include "tidewaiter/core.h"

namespace tw::simulate {

/// One step of splitmix64: spreads a seed over 64 bits; also a hash of a number.
constexpr std::uint64_t mixed(std::uint64_t value) {
  value += 0x9E3779B97F4A7C15ULL;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31);
}
constexpr std::uint64_t mixed(std::uint64_t a, std::uint64_t b) { return mixed(mixed(a) ^ b); }

/// e^x by its series after halving: libm may differ in the last bit from machine to machine.
constexpr double exponential(double x) {
  constexpr int kHalvings = 12;
  double const small = x / (1 << kHalvings);
  double result = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)));
  for (int i = 0; i < kHalvings; ++i) result *= result;
  return result;
}

/// xoshiro256** of Blackman and Vigna (2018), public domain.
class Random {
 public:
  explicit constexpr Random(std::uint64_t seed) {
    for (auto& word : state_) word = seed = mixed(seed);
  }

  constexpr std::uint64_t next() {
    auto const rotate = [](std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); };
    std::uint64_t const result = rotate(state_[1] * 5, 7) * 9;
    std::uint64_t const shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = rotate(state_[3], 45);
    return result;
  }
  /// In [0, count); count > 0. The bias of count / 2^64 does not matter here.
  constexpr std::uint64_t below(std::uint64_t count) {
    return static_cast<std::uint64_t>((static_cast<Int128>(next()) * static_cast<Int128>(count)) >>
                                      64);
  }
  constexpr std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low + 1)));
  }
  constexpr double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  constexpr bool chance(double probability) { return unit() < probability; }
  /// Sum of four uniforms, scaled to mean 0 and deviation 1: near enough to normal for prices.
  constexpr double normal() {
    return (unit() + unit() + unit() + unit() - 2.0) * 1.7320508075688772;
  }
  constexpr double lognormal(double sigma) { return exponential(sigma * normal()); }
  /// In [0, count), small numbers often: P(i) falls as 1 / (i + 1).
  constexpr std::uint64_t zipf(std::uint64_t count, double log_count) {
    auto const drawn = static_cast<std::uint64_t>(exponential(unit() * log_count)) - 1;
    return drawn < count ? drawn : count - 1;
  }
  template <typename Range>
  constexpr auto const& pick(Range const& range) {
    return range[static_cast<std::size_t>(below(std::size(range)))];
  }

 private:
  std::array<std::uint64_t, 4> state_{};
};

}  // namespace tw::simulate
