/// Names: analysis, explained pairs, search. The reference is our slow twin or the full scan.
#include "tidewaiter/names.h"

#include <benchmark/benchmark.h>

#include "names/distance.h"
#include "names_corpus.h"
#include "reference/names_distance.h"

namespace {

using namespace tw;

std::vector<names::Name> analysed(std::vector<std::string> const& texts) {
  std::vector<names::Name> all;
  all.reserve(texts.size());
  for (auto const& text : texts) all.push_back(names::analyse(text));
  return all;
}

void analyse_name(benchmark::State& state) {
  auto const texts = bench::firm_spellings(1000, 2, 1);
  std::size_t at = 0;
  for (auto _ : state) benchmark::DoNotOptimize(names::analyse(texts[at++ % texts.size()]));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(analyse_name);

void compare_explained(benchmark::State& state) {
  auto const all = analysed(bench::firm_spellings(1000, 2, 1));
  std::size_t at = 0;
  for (auto _ : state) {
    // Every second pair is one firm's.
    auto const& a = all[at % all.size()];
    auto const& b = all[(at + 1) % all.size()];
    benchmark::DoNotOptimize(names::compare(a, b));
    ++at;
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(compare_explained);

void search_listed(benchmark::State& state) {
  auto const listed =
      analysed(bench::firm_spellings(static_cast<std::size_t>(state.range(0)), 1, 1));
  auto const queries = analysed(bench::firm_spellings(2000, 2, 1));
  names::Index index;
  for (std::uint32_t i = 0; i < listed.size(); ++i) index.add(i, listed[i]);
  index.freeze();
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        index.search(queries[at++ % queries.size()], {}, names::kMatchThreshold, 10));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(search_listed)->Arg(20'000)->Arg(100'000)->Unit(benchmark::kMicrosecond);

void edits_bit_parallel(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(names::edits("rosoboroneksport", "rosobornexport", 3));
}
BENCHMARK(edits_bit_parallel);

void edits_slow_twin(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(twins::edits("rosoboroneksport", "rosobornexport"));
}
BENCHMARK(edits_slow_twin);

}  // namespace
