// Rows written per second; the named reference is a plain copy of as many bytes.
#include <cstring>

#include <benchmark/benchmark.h>

#include "simulate/world.h"

namespace tw::simulate {
namespace {

void write_rows(benchmark::State& state) {
  constexpr std::uint64_t kRows = 16'384;
  Draft draft(1, 200'000);
  Random random(1);
  plant_article(draft, random);
  std::size_t bytes = 0;
  for (auto _ : state) {
    auto const piece = write_piece(draft, FileKind::ru, 8'192, 8'192 + kRows);
    bytes = piece.bytes.size();
    benchmark::DoNotOptimize(piece.bytes.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kRows));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}
BENCHMARK(write_rows)->Unit(benchmark::kMillisecond);

void copy_bytes(benchmark::State& state) {
  std::string const from(9'500'000, 'x');
  std::string to(from.size(), ' ');
  for (auto _ : state) {
    std::memcpy(to.data(), from.data(), from.size());
    benchmark::DoNotOptimize(to.data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(from.size()));
}
BENCHMARK(copy_bytes)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tw::simulate
