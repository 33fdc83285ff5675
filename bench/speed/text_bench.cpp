/// Folding and writing in Latin letters against ICU on the same names in the same run.
#include "tidewaiter/text.h"

#include <memory>

#include <benchmark/benchmark.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "reference_time.h"

namespace {

using namespace tw;

// Invented firms in the scripts of the field.
constexpr std::string_view kNames[] = {
    "ООО «Северный Щит», г. Санкт-Петербург",
    "Общество с ограниченной ответственностью \"ТЕХИМПОРТ ПЛЮС\"",
    "DENİZ YILDIZI DIŞ TİCARET LİMİTED ŞİRKETİ",
    "SHENZHEN BLUE HARBOUR TECHNOLOGY CO., LTD.",
    "深圳市蓝港湾科技有限公司",
    "شركة نجمة الخليج للتجارة العامة ذ.م.م",
    "Société Générale d'Équipements Électriques S.A.R.L.",
};

std::size_t bytes_of_names() {
  std::size_t bytes = 0;
  for (auto const name : kNames) bytes += name.size();
  return bytes;
}

void finish(benchmark::State& state) {
  auto const rounds = static_cast<std::int64_t>(state.iterations());
  state.SetBytesProcessed(rounds * static_cast<std::int64_t>(bytes_of_names()));
  state.SetItemsProcessed(rounds * static_cast<std::int64_t>(std::size(kNames)));
}

class Icu {
 public:
  Icu() {
    UErrorCode status = U_ZERO_ERROR;
    latin_.reset(icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower",
                                                     UTRANS_FORWARD, status));
  }

  void write_names() const {
    for (auto const name : kNames) {
      auto text = icu::UnicodeString::fromUTF8({name.data(), static_cast<int32_t>(name.size())});
      latin_->transliterate(text);
      std::string out;
      benchmark::DoNotOptimize(text.toUTF8String(out));
    }
  }

 private:
  std::unique_ptr<icu::Transliterator> latin_;
};

void icu_any_latin(benchmark::State& state) {
  Icu const icu;
  for (auto _ : state) icu.write_names();
  finish(state);
}

void latinised(benchmark::State& state) {
  Icu const icu;
  bench::Against const any_latin([&] { icu.write_names(); });
  for (auto _ : state) {
    for (auto const name : kNames) benchmark::DoNotOptimize(text::latinised(name));
  }
  any_latin.print(state, "of_icu");
  finish(state);
}

void folded(benchmark::State& state) {
  for (auto _ : state) {
    for (auto const name : kNames) benchmark::DoNotOptimize(text::folded(name));
  }
  finish(state);
}

void is_valid_utf8(benchmark::State& state) {
  for (auto _ : state) {
    for (auto const name : kNames) benchmark::DoNotOptimize(text::is_valid_utf8(name));
  }
  finish(state);
}

void guess_encoding_of_64_kb(benchmark::State& state) {
  std::string utf8;
  while (utf8.size() < 128 * 1024) utf8.append(kNames[0]).append(kNames[1]).append("\n");
  auto const bytes = text::from_utf8(utf8, text::Encoding::windows_1251).value_or("");
  for (auto _ : state) benchmark::DoNotOptimize(text::guess_encoding(bytes));
}

BENCHMARK(icu_any_latin);
BENCHMARK(latinised);
BENCHMARK(folded);
BENCHMARK(is_valid_utf8);
BENCHMARK(guess_encoding_of_64_kb);

}  // namespace
