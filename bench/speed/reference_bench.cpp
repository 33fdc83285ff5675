// Country, unit and currency cells looked up per second. The named reference is
// std::unordered_map on exact keys: what a lookup would cost that forgives nothing.
#include "tidewaiter/reference.h"

#include <string>
#include <unordered_map>
#include <vector>

#include <benchmark/benchmark.h>

namespace {

using namespace tw::reference;

std::vector<std::string> const& ascii_cells() {
  static std::vector<std::string> const cells{"CHINA",   "TURKEY",    "RUSSIAN FEDERATION",
                                              "AE",      "DEU",       "United Arab Emirates",
                                              "GERMANY", "KAZAKHSTAN"};
  return cells;
}
std::vector<std::string> const& cyrillic_cells() {
  static std::vector<std::string> const cells{"КИТАЙ",   "ТУРЦИЯ",          "РОССИЙСКАЯ ФЕДЕРАЦИЯ",
                                              "ОАЭ",     "ГЕРМАНИЯ",        "КАЗАХСТАН",
                                              "ГОНКОНГ", "РЕСПУБЛИКА КОРЕЯ"};
  return cells;
}
std::vector<std::string> const& turned_cells() {
  static std::vector<std::string> const cells{"The Republic of Austria", "TR - TURKEY",
                                              "Kingdom of Lesotho", "CHINA (CN)"};
  return cells;
}

void exact_map(benchmark::State& state, std::vector<std::string> const& cells) {
  std::unordered_map<std::string, Country> map;
  for (auto const& cell : cells) map.emplace(cell, *country(cell));
  for (auto const each : countries()) map.emplace(country_name(each), each);
  for (auto _ : state) {
    for (auto const& cell : cells) benchmark::DoNotOptimize(map.find(cell)->second);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * cells.size()));
}
void lookup(benchmark::State& state, std::vector<std::string> const& cells) {
  benchmark::DoNotOptimize(country("TR"));  // The tables are read on the first question.
  for (auto _ : state) {
    for (auto const& cell : cells) benchmark::DoNotOptimize(country(cell));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * cells.size()));
}

BENCHMARK_CAPTURE(exact_map, ascii, ascii_cells());
BENCHMARK_CAPTURE(lookup, ascii, ascii_cells());
BENCHMARK_CAPTURE(exact_map, cyrillic, cyrillic_cells());
BENCHMARK_CAPTURE(lookup, cyrillic, cyrillic_cells());
BENCHMARK_CAPTURE(lookup, taken_apart, turned_cells());

void units(benchmark::State& state) {
  for (auto _ : state) {
    for (auto const* cell : {"KGM", "шт", "PCS", "КВ.М"}) benchmark::DoNotOptimize(unit(cell));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * 4));
}
BENCHMARK(units);

void hs_codes(benchmark::State& state) {
  for (auto _ : state) {
    for (auto const* cell : {"8807.30.00 00", "8542319010", "10121"}) {
      benchmark::DoNotOptimize(hs_digits(cell));
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * 3));
}
BENCHMARK(hs_codes);

}  // namespace
