// Texts a second on one core, beside a plain keyword scan of the same texts in the same run.

#include "tidewaiter/goods.h"

#include <benchmark/benchmark.h>

#include "tidewaiter/text.h"

#include "reference/goods_evaluation.h"

namespace {

constexpr std::string_view kTexts[] = {
    "МИКРОСХЕМЫ ИНТЕГРАЛЬНЫЕ МОНОЛИТНЫЕ: МИКРОКОНТРОЛЛЕР STM32F405RGT6, КОРПУС LQFP-64, 2000 ШТ, "
    "НЕ ВОЕННОГО НАЗНАЧЕНИЯ",
    "ПЛИТКА КЕРАМИЧЕСКАЯ ГЛАЗУРОВАННАЯ ОБЛИЦОВОЧНАЯ 300Х600 ММ, КЛАСС 4, В КОРОБКАХ НА ПОДДОНАХ",
    "SEMI-AUTOMATIC HUNTING RIFLES CQ-A CAL 5.56X45 BARREL 14.5 INCH, CIVILIAN USE ONLY",
    "STAINLESS STEEL DISH RACK 2 TIER WITH DRIP TRAY",
    "KURŞUN GEÇİRMEZ YELEK NIJ IIIA SEVİYE, ARAMİD KUMAŞ, ERKEK",
    "碳化硅陶瓷防弹插板 250*300mm 4级",
    "قطع غيار طائرات مسيرة - هيكل وأذرع",
    "PARTS AND ACCESSORIES",
};

void BM_Classify(benchmark::State& state) {
  auto const& classifier = tw::goods::Classifier::shipped();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(classifier.classify({.text = kTexts[i++ % std::size(kTexts)]}));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_Classify);

void BM_ClassifyWithCode(benchmark::State& state) {
  auto const& classifier = tw::goods::Classifier::shipped();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        classifier.classify({.text = kTexts[i++ % std::size(kTexts)], .hs_code = "8542319010"}));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_ClassifyWithCode);

/// The reference: the first of some sixty words, found by a plain search.
void BM_KeywordList(benchmark::State& state) {
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        tw::goods_evaluation::class_by_keyword(tw::text::lowered(kTexts[i++ % std::size(kTexts)])));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_KeywordList);

/// A hostile text of 1 MB: what is read of it is bounded.
void BM_HugeText(benchmark::State& state) {
  std::string text;
  while (text.size() < 1'000'000) text += "патрон для винтовки 7,62х39 ";
  for (auto _ : state) {
    benchmark::DoNotOptimize(tw::goods::Classifier::shipped().classify({.text = text}));
  }
}
BENCHMARK(BM_HugeText);

}  // namespace
