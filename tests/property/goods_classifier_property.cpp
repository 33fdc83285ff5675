#include <algorithm>
#include <thread>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tidewaiter/goods.h"

namespace tw::goods {
namespace {

struct Answer {
  std::string text;

  explicit Answer(Judgement const& j) {
    text = j.goods_class + "|" + std::to_string(j.class_probability) + "|" +
           std::to_string(j.sensitive_probability) + "|" +
           std::to_string(j.misdeclared_probability) + "|" + j.reason;
    for (auto const& guess : j.hs6) text += "|" + guess.code + std::to_string(guess.probability);
    for (auto const& hit : j.controls) text += "|" + hit.control + hit.basis + hit.reason;
  }
};

rc::Gen<std::string> goods_texts() {
  auto const word = rc::gen::element<std::string>(
      "винтовка", "для", "чехол", "drone", "toy", "part", "防弹衣", "无人机", "用", "7,62х39",
      "БР4", "без", "не", "является", "CQ-A", ",", ".", "(", "بدون", "طيار", "stm32f405", "case",
      "with", "icin", "mah", "10000", "xyzzy", "насос", "plate", "NIJ", "IIIA");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(word),
                      [](std::vector<std::string> const& words) {
                        std::string text;
                        for (auto const& w : words) text += (text.empty() ? "" : " ") + w;
                        return text;
                      });
}

rc::Gen<std::string> codes() {
  return rc::gen::element<std::string>("", "93", "9303", "930330", "8542319010", "621133", "abc",
                                       "8.54E+09", "000000", "99999999999999");
}

void check_ranges(Judgement const& j) {
  for (double const p :
       {j.class_probability, j.sensitive_probability, j.misdeclared_probability, j.vagueness}) {
    RC_ASSERT(p >= 0.0 && p <= 1.0 + 1e-9);
  }
  RC_ASSERT(std::ranges::find(class_names(), j.goods_class) != class_names().end());
  RC_ASSERT(j.sensitive == (j.sensitive_probability >= 0.5));
  RC_ASSERT(j.hs6.size() <= 5U);
  double sum = 0;
  for (std::size_t i = 0; i < j.hs6.size(); ++i) {
    RC_ASSERT(j.hs6[i].code.size() == 6U);
    if (i > 0) RC_ASSERT(j.hs6[i - 1].probability >= j.hs6[i].probability);
    sum += j.hs6[i].probability;
  }
  RC_ASSERT(sum <= 1.0 + 1e-9);
}

RC_GTEST_PROP(GoodsClassifier, gives_probabilities_for_any_words, ()) {
  auto const text = *goods_texts();
  auto const code = *codes();
  check_ranges(Classifier::shipped().classify({.text = text, .hs_code = code}));
}

RC_GTEST_PROP(GoodsClassifier, gives_probabilities_for_any_bytes,
              (std::string const& text, std::string const& code)) {
  check_ranges(Classifier::shipped().classify({.text = text, .hs_code = code}));
}

RC_GTEST_PROP(GoodsClassifier, case_changes_nothing, ()) {
  auto text = *goods_texts();
  auto upper = text;
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  Answer const a(Classifier::shipped().classify({.text = text}));
  Answer const b(Classifier::shipped().classify({.text = upper}));
  RC_ASSERT(a.text == b.text);
}

RC_GTEST_PROP(GoodsClassifier, boilerplate_changes_no_class, ()) {
  auto const text = *goods_texts();
  auto const plain = Classifier::shipped().classify({.text = text});
  auto const wrapped = Classifier::shipped().classify({.text = text + ". Не военного назначения"});
  RC_ASSERT(plain.goods_class == wrapped.goods_class);
  RC_ASSERT(plain.sensitive == wrapped.sensitive);
}

RC_GTEST_PROP(GoodsClassifier, threads_agree, ()) {
  auto const text = *goods_texts();
  Answer const here(Classifier::shipped().classify({.text = text}));
  std::string there;
  std::thread([&] { there = Answer(Classifier::shipped().classify({.text = text})).text; }).join();
  RC_ASSERT(here.text == there);
}

}  // namespace
}  // namespace tw::goods
