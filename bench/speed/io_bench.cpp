/// CSV reading against memchr, which counts the lines of the same bytes in the same run.
#include "tidewaiter/io.h"

#include <cstring>

#include <benchmark/benchmark.h>

#include "reference_time.h"

namespace {

using namespace tw;

constexpr std::size_t kBytes = std::size_t{64} << 20;

/// Rows like those of a declaration: 15 columns, codes, numbers, dates, names and a goods text.
std::string rows(bool are_quoted) {
  constexpr std::string_view kPlain =
      "10702070/150722/0000123,2022-07-15,IM40,TR,RU,ARITEK DIS TICARET LTD,7701234567,OOO SHIELD,"
      "6211339000,protective vests of synthetic fibre for staff,1250.500,1310.000,5000,USD,"
      "184250.75\n";
  constexpr std::string_view kQuoted =
      "\"10702070/150722/0000123\",\"2022-07-15\",\"IM40\",\"TR\",\"RU\",\"ARITEK, LTD\","
      "\"7701234567\",\"OOO \"\"SHIELD\"\"\",\"6211339000\",\"vests, of synthetic fibre\","
      "\"1250.500\",\"1310.000\",\"5000\",\"USD\",\"184250.75\"\n";
  std::string text;
  while (text.size() < kBytes) text += are_quoted ? kQuoted : kPlain;
  return text;
}

std::string const& plain_rows() {
  static auto const text = rows(false);
  return text;
}
std::string const& quoted_rows() {
  static auto const text = rows(true);
  return text;
}

void count_bytes(benchmark::State& state, std::size_t size) {
  state.SetBytesProcessed(static_cast<std::int64_t>(size) *
                          static_cast<std::int64_t>(state.iterations()));
}

std::size_t memchr_count(std::string const& text) {
  std::size_t lines = 0;
  char const* at = text.data();
  char const* const end = at + text.size();
  while (at < end) {
    auto const* const found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
    if (found == nullptr) break;
    at = static_cast<char const*>(found) + 1;
    ++lines;
  }
  return lines;
}

void memchr_lines(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(memchr_count(plain_rows()));
  count_bytes(state, plain_rows().size());
}

void read_records(benchmark::State& state, std::string const& text) {
  bench::Against const memchr([&] { benchmark::DoNotOptimize(memchr_count(text)); });
  for (auto _ : state) {
    io::CsvReader reader(text, {});
    io::CsvRecord record;
    std::size_t cells = 0;
    while (reader.next(record)) cells += record.cells.size();
    benchmark::DoNotOptimize(cells);
  }
  memchr.print(state, "of_memchr");
  count_bytes(state, text.size());
}

void csv_reader_plain(benchmark::State& state) { read_records(state, plain_rows()); }
void csv_reader_quoted(benchmark::State& state) { read_records(state, quoted_rows()); }

void csv_parts_of(benchmark::State& state, std::string const& text) {
  for (auto _ : state) benchmark::DoNotOptimize(io::csv_parts(text, {}, 1 << 20));
  count_bytes(state, text.size());
}

void csv_parts_plain(benchmark::State& state) { csv_parts_of(state, plain_rows()); }
void csv_parts_quoted(benchmark::State& state) { csv_parts_of(state, quoted_rows()); }

void line_ends(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(io::line_ends(plain_rows()));
  count_bytes(state, plain_rows().size());
}

BENCHMARK(memchr_lines);
BENCHMARK(csv_reader_plain);
BENCHMARK(csv_reader_quoted);
BENCHMARK(csv_parts_plain);
BENCHMARK(csv_parts_quoted);
BENCHMARK(line_ends);

}  // namespace
