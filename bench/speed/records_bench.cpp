// A customs file of 25 columns into Parquet: our import, which reads dates, numbers, countries,
// units and codes and keeps every row's place, against DuckDB's own read_csv of the same file.
#include "tidewaiter/records.h"

#include <filesystem>

#include <benchmark/benchmark.h>
#include <fmt/core.h>

#include "tidewaiter/io.h"

namespace {

using Path = std::filesystem::path;

constexpr std::int64_t kRows = 200'000;

struct Sequence {
  std::uint64_t state = 1;
  std::uint64_t below(std::uint64_t count) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state >> 33U) % count;
  }
};

std::string made_file() {
  static constexpr std::array<std::string_view, 6> kCountries = {"CN", "TR", "AE",
                                                                 "DE", "KZ", "HK"};
  static constexpr std::array<std::string_view, 8> kWords = {
      "насос", "плитка", "подшипник", "прибор", "камера", "станок", "деталь", "новый"};
  std::string out =
      "Номер декларации;Направление перемещения;Дата регистрации;Дата выпуска;Отправитель;Адрес "
      "отправителя;Код страны отправителя;ИНН получателя;Получатель;Адрес получателя;Торгующая "
      "страна;Страна отправления;Страна назначения;Условие поставки;Пункт поставки "
      "товара;Валюта контракта;Описание товара;Производитель;Товарный знак;Код ТН ВЭД;Страна "
      "происхождения;Вес брутто, кг;Вес нетто, кг;Фактурная стоимость;Статистическая стоимость\n";
  Sequence next;
  for (std::int64_t i = 0; i < kRows; ++i) {
    auto const country = kCountries[next.below(6)];
    auto const day = 1 + next.below(28);
    auto const month = 1 + next.below(12);
    auto const grams = next.below(100'000'000);
    out += fmt::format(
        "10{:06d}/{:02d}{:02d}22/{:07d};ИМ;{:02d}.{:02d}.2022;{:02d}.{:02d}.2022;\"SUPPLIER {} "
        "CO., "
        "LTD\";NO. {} INDUSTRIAL ROAD;{};{};\"ООО \"\"Импорт {}\"\"\";Г. МОСКВА, УЛ. ЛЕНИНА, Д. "
        "{};{};{};RU;FOB;SHANGHAI;USD;{} {} {} {};FACTORY {};ОТСУТСТВУЕТ;{};{};{}.{:03d};{}.{:03d};"
        "{}.{:02d};{}.{:02d}\n",
        next.below(1'000'000), day, month, i, day, month, day, month, next.below(20'000),
        next.below(999), country, 7'700'000'000 + next.below(99'999'999), next.below(20'000),
        next.below(99), country, country, kWords[next.below(8)], kWords[next.below(8)],
        kWords[next.below(8)], kWords[next.below(8)], next.below(5'000),
        1'000'000'000 + next.below(8'000'000'000), country, grams / 900, grams % 1000, grams / 1000,
        grams % 1000, grams / 300, grams % 100, grams / 300, grams % 100);
  }
  return out;
}

Path const& file() {
  static Path const path = [] {
    auto made = std::filesystem::temp_directory_path() / "tidewaiter_records_bench.csv";
    auto const written = tw::io::write_file_atomically(made, made_file());
    tw::ensure(written.has_value(), "the file of the benchmark can be written");
    return made;
  }();
  return path;
}

void import_csv(benchmark::State& state) {
  auto const folder = std::filesystem::temp_directory_path();
  tw::records::ImportOptions options;
  options.source_file = "records_bench.csv";
  options.source_id = std::string(64, 'a');
  auto const& source = file();
  for (auto _ : state) {
    auto const report = tw::records::import_file(
        source, folder / "records_bench.s", folder / "records_bench.r", options,
        tw::Job{.threads = static_cast<unsigned>(state.range(0))});
    tw::ensure(report.has_value() && report->rows_kept == kRows, "every row is kept");
  }
  state.SetItemsProcessed(state.iterations() * kRows);
}
BENCHMARK(import_csv)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void duckdb_read_csv(benchmark::State& state) {
  auto const out = std::filesystem::temp_directory_path() / "records_bench.d";
  tw::table::DatabaseOptions options;
  options.threads = static_cast<unsigned>(state.range(0));
  auto database = *tw::table::Database::open(options);
  auto const sql = fmt::format("SELECT * FROM read_csv({}, delim=';', header=true)",
                               tw::table::sql_text(file().string()));
  for (auto _ : state) {
    auto const copied = database.copy_to_parquet(sql, out);
    tw::ensure(copied.has_value(), "the named reference reads the file");
  }
  state.SetItemsProcessed(state.iterations() * kRows);
}
BENCHMARK(duckdb_read_csv)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
