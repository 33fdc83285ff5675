/// The time of a named reference, taken in the same run as ours, and the ratio of the two.
#pragma once

#include <algorithm>
#include <ctime>

#include <benchmark/benchmark.h>

namespace tw::bench {

/// Processor seconds of this thread; other programs on the machine do not count.
inline double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Times the reference when made, and what follows until `print`.
class Against {
 public:
  template <typename Work>
  explicit Against(Work const& reference) {
    for (int round = 0; round < 7; ++round) {
      auto const start = cpu_seconds();
      reference();
      reference_ = std::min(reference_, cpu_seconds() - start);
    }
    start_ = cpu_seconds();
  }

  /// Our speed as a multiple of the reference's.
  void print(benchmark::State& state, char const* name) const {
    auto const taken = cpu_seconds() - start_;
    state.counters[name] = reference_ * static_cast<double>(state.iterations()) / taken;
  }

 private:
  double reference_ = 1e9;
  double start_ = 0;
};

}  // namespace tw::bench
