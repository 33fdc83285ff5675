// MB/s of each reader, on rows made here; beside them the bare CSV reader over the same bytes.

#include "tidewaiter/lists.h"

#include <string>

#include <benchmark/benchmark.h>

#include "tidewaiter/io.h"

namespace {

constexpr int kRows = 20'000;

std::string csl_file() {
  std::string csv =
      "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,"
      "start_date,end_date,license_requirement,license_policy,remarks,alt_names,ids,"
      "source_list_url\n";
  for (int i = 0; i < kRows; ++i) {
    auto const n = std::to_string(i);
    csv += n + ",Entity List (EL) - Bureau of Industry and Security," + n +
           ",Entity,,\"Horizon Trading " + n + " LLC\",,\"" + n +
           " Lesnaya Street, Moscow, 107076, RU; 5 Second Street, Minsk, BY\",87 FR 1," +
           "2022-03-03,,All items subject to the EAR. (See 744.11),Policy of denial.,," +
           "\"Gorizont " + n + "; Horizon Group; and HT" + n + "\",\"RU, 77" + n +
           "00112, Tax ID No.; www.horizon.example, Website\",http://x\n";
  }
  return csv;
}

std::string ftm_file() {
  std::string lines;
  for (int i = 0; i < kRows; ++i) {
    auto const n = std::to_string(i);
    lines += R"({"id":"e)" + n + R"(","caption":"Horizon )" + n +
             R"( LLC","schema":"Company","properties":{"name":["Horizon )" + n +
             R"( LLC","Gorizont )" + n +
             R"("],"country":["ru"],"innCode":["7708503727"],"address":["1 Lesnaya, Moscow"],)"
             R"("topics":["sanction"]},"datasets":["us_ofac_sdn"],"target":true})"
             "\n";
  }
  return lines;
}

std::string un_file() {
  std::string xml = "<?xml version=\"1.0\"?><CONSOLIDATED_LIST><ENTITIES>";
  for (int i = 0; i < kRows; ++i) {
    auto const n = std::to_string(i);
    xml += "<ENTITY><DATAID>" + n + "</DATAID><FIRST_NAME>HORIZON " + n +
           "</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe." + n +
           "</REFERENCE_NUMBER><LISTED_ON>2012-05-02</LISTED_ON><ENTITY_ALIAS><QUALITY>a.k.a."
           "</QUALITY><ALIAS_NAME>PINE " +
           n + "</ALIAS_NAME></ENTITY_ALIAS></ENTITY>\n";
  }
  return xml + "</ENTITIES></CONSOLIDATED_LIST>";
}

void read(benchmark::State& state, std::string const& bytes) {
  for (auto _ : state) {
    auto const reading = tw::lists::read_list(bytes, tw::Job{});
    if (!reading || reading->entries.size() != kRows) state.SkipWithError("entries are missing");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes.size()) * state.iterations());
}

void BM_read_csl(benchmark::State& state) { read(state, csl_file()); }
void BM_read_ftm(benchmark::State& state) { read(state, ftm_file()); }
void BM_read_un(benchmark::State& state) { read(state, un_file()); }

void BM_reference_csv_only(benchmark::State& state) {
  auto const bytes = csl_file();
  for (auto _ : state) {
    tw::io::CsvReader reader(bytes, {});
    tw::io::CsvRecord record;
    std::size_t cells = 0;
    while (reader.next(record)) cells += record.cells.size();
    benchmark::DoNotOptimize(cells);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes.size()) * state.iterations());
}

BENCHMARK(BM_read_csl);
BENCHMARK(BM_reference_csv_only);
BENCHMARK(BM_read_ftm);
BENCHMARK(BM_read_un);

}  // namespace
