/// Parties: resolving distinct mentions. Reports B-cubed figures on invented firms beside the time.
#include "tidewaiter/parties.h"

#include <unordered_map>

#include <benchmark/benchmark.h>

#include "names_corpus.h"

namespace {

using namespace tw;

struct BCubed {
  double precision = 0;
  double recall = 0;
};

BCubed b_cubed(parties::Resolution const& found, std::size_t spellings) {
  std::unordered_map<std::uint64_t, std::size_t> both;
  std::unordered_map<std::uint32_t, std::size_t> party;
  for (std::size_t i = 0; i < found.mentions.size(); ++i) {
    auto const id = found.mentions[i].party;
    ++both[(static_cast<std::uint64_t>(id) << 32) | (i / spellings)];
    ++party[id];
  }
  BCubed sum;
  for (std::size_t i = 0; i < found.mentions.size(); ++i) {
    auto const id = found.mentions[i].party;
    auto const shared = both[(static_cast<std::uint64_t>(id) << 32) | (i / spellings)];
    sum.precision += static_cast<double>(shared) / static_cast<double>(party[id]);
    sum.recall += static_cast<double>(shared) / static_cast<double>(spellings);
  }
  auto const n = static_cast<double>(found.mentions.size());
  return {sum.precision / n, sum.recall / n};
}

void resolve_mentions(benchmark::State& state) {
  constexpr std::size_t kSpellings = 8;
  auto const names =
      bench::firm_spellings(static_cast<std::size_t>(state.range(0)) / kSpellings, kSpellings, 7);
  std::vector<parties::Mention> mentions;
  for (auto const& name : names) mentions.push_back({name, "TR"});
  BCubed quality;
  for (auto _ : state) {
    auto const found = parties::resolve(mentions, Job{.threads = 2});
    state.PauseTiming();
    quality = b_cubed(found, kSpellings);
    state.ResumeTiming();
  }
  state.counters["precision"] = quality.precision;
  state.counters["recall"] = quality.recall;
}
BENCHMARK(resolve_mentions)->Arg(23'000)->Arg(230'000)->Unit(benchmark::kSecond)->Iterations(1);

}  // namespace
