// The cube and the chains on a made world, against DuckDB's own sum of the same rows.
#include "tidewaiter/flows.h"

#include <benchmark/benchmark.h>

#include "flows/match.h"
#include "reference/flows_world.h"

namespace tw {
namespace {

using reference_world::World;

/// `count` rows of 4000 parties and 60 codes over a year, as SQL makes them.
void fill(World& world, std::int64_t count) {
  World::must(world.database().copy_to_parquet(
      "SELECT (4294967296 + i)::UBIGINT AS row_id, 'made.csv' AS source_file, i::BIGINT AS "
      "source_line, 'made.csv:' || i AS \"row\", 'effective' AS status, 'D' || i // 2 AS "
      "declaration_no, DATE '2022-01-01' + (hash(i) % 365)::INTEGER AS on_date, "
      "strftime(DATE '2022-01-01' + (hash(i) % 365)::INTEGER, '%Y-%m') AS month, "
      "CASE WHEN i % 2 = 0 THEN 'import' ELSE 'export' END AS flow, 'TR' AS reporter_country, "
      "'microchip' AS goods_class, (850000 + hash(i + 1) % 60)::VARCHAR AS hs6, "
      "(1 + hash(i + 2) % 900)::DECIMAL(18, 6) AS net_mass_kg, "
      "(1 + hash(i + 3) % 9000)::DECIMAL(18, 4) AS value_usd, 'CN' AS country_of_origin, "
      "'TR' AS country_of_dispatch, 'RU' AS country_of_destination, "
      "(hash(i + 4) % 4000)::BIGINT AS consignor_party, (hash(i + 5) % 4000)::BIGINT AS "
      "consignee_party FROM range(" +
          std::to_string(count) + ") t(i)",
      world.file("shipments")));
  World::must(
      world.database().add_view("shipments", {world.file("shipments")}, reference_world::schema()));
}

void cube(benchmark::State& state) {
  World world("bench_cube", {}, {}, 2);
  fill(world, state.range(0));
  for (auto _ : state) {
    World::must(flows::write_cube(world.database(), world.file("flows")));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(cube)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void plain_sum_by_the_engine(benchmark::State& state) {
  World world("bench_sum", {}, {}, 2);
  fill(world, state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(world.ask("SELECT month, sum(net_mass_kg) FROM shipments GROUP BY 1"));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(plain_sum_by_the_engine)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void chains(benchmark::State& state) {
  World world("bench_chains", {}, {}, 2);
  fill(world, state.range(0));
  for (auto _ : state) {
    World::must(flows::write_chains(world.database(), {}, world.file("chains"), {.threads = 2}));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(chains)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void match_lots(benchmark::State& state) {
  std::vector<flows::Lot> ins;
  std::vector<flows::Lot> outs;
  for (std::int32_t i = 0; i < 100'000; ++i) {
    ins.push_back({i / 100, 1'000'000 + (i * 7919) % 500'000});
    outs.push_back({i / 100 + 9, 900'000 + (i * 104'729) % 500'000});
  }
  for (auto _ : state) benchmark::DoNotOptimize(flows::decayed_share(ins, outs, {}));
  state.SetItemsProcessed(state.iterations() * 200'000);
}
BENCHMARK(match_lots)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tw
