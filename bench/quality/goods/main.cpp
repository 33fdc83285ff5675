/// Prints precision, recall and F1 by goods class on the hand-written texts, beside two floors.
/// quality_goods EVAL.tsv [dev|test|all] [errors]: `errors` lists what went wrong (use it on dev).

#include <cmath>
#include <map>

#include <fmt/core.h>

#include "tidewaiter/goods.h"
#include "tidewaiter/text.h"

#include "reference/goods_evaluation.h"

namespace {

using tw::goods::Judgement;
using tw::goods_evaluation::Example;

struct Counts {
  std::size_t right = 0, said = 0, there = 0;

  double precision() const { return said == 0 ? 0 : double(right) / double(said); }
  double recall() const { return there == 0 ? 0 : double(right) / double(there); }
  double f1() const { return said + there == 0 ? 0 : 2.0 * double(right) / double(said + there); }
};

using ByClass = std::map<std::string, Counts>;

void count(ByClass& counts, std::string const& said, std::string const& truth) {
  ++counts[said].said;
  ++counts[truth].there;
  if (said == truth) ++counts[truth].right;
}

double macro_f1(ByClass const& counts) {
  double sum = 0;
  std::size_t n = 0;
  for (auto const& [name, c] : counts) {
    if (name == "ordinary" || c.there == 0) continue;
    sum += c.f1();
    ++n;
  }
  return n == 0 ? 0 : sum / double(n);
}

Judgement judged(Example const& e, bool with_text, bool with_code) {
  return tw::goods::Classifier::shipped().classify(
      {.text = with_text ? std::string_view(e.text) : "",
       .hs_code = with_code ? std::string_view(e.hs_code) : ""});
}

/// Expected calibration error over ten bins of the probability of the class said.
class Calibration {
 public:
  void add(double probability, bool right) {
    auto const bin = std::min<std::size_t>(9, static_cast<std::size_t>(probability * 10));
    probability_[bin] += probability;
    right_[bin] += right ? 1 : 0;
    ++n_[bin];
    ++all_;
  }
  double error() const {
    double sum = 0;
    for (std::size_t i = 0; i < 10; ++i) {
      if (n_[i] > 0) sum += std::abs(probability_[i] - right_[i]);
    }
    return all_ == 0 ? 0 : sum / double(all_);
  }

 private:
  double probability_[10] = {}, right_[10] = {};
  std::size_t n_[10] = {}, all_ = 0;
};

void print_errors(std::vector<Example> const& examples) {
  for (auto const& e : examples) {
    for (bool const with_code : {false, true}) {
      auto const j = judged(e, true, with_code);
      if (j.goods_class == e.goods_class && j.sensitive == e.sensitive) continue;
      fmt::print("{} {} {} want {} {} got {} {:.2f} sensitive {:.2f} [{}] {}\n", e.id, e.language,
                 with_code ? "both" : "text", e.goods_class, e.sensitive, j.goods_class,
                 j.class_probability, j.sensitive_probability, j.reason, e.text);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr,
               "usage: quality_goods tests/data/goods/eval_texts.tsv [dev|test|all] [errors]\n");
    return 2;
  }
  std::string const split = argc > 2 ? argv[2] : "test";
  std::vector<Example> examples;
  for (auto& e : tw::goods_evaluation::read_examples(argv[1])) {
    if (split == "all" || e.is_test == (split == "test")) examples.push_back(std::move(e));
  }
  if (argc > 3) print_errors(examples);

  ByClass text, both, code, keyword, languages;
  std::map<std::string, ByClass> by_language;
  Calibration calibration;
  Counts sensitive_text, sensitive_both, hs6_first, hs6_five;
  double misdeclared = 0;
  for (auto const& e : examples) {
    auto const by_text = judged(e, true, false);
    auto const by_both = judged(e, true, true);
    count(text, by_text.goods_class, e.goods_class);
    count(both, by_both.goods_class, e.goods_class);
    count(by_language[e.language], by_text.goods_class, e.goods_class);
    count(code, tw::goods_evaluation::class_by_code(e.hs_code), e.goods_class);
    count(keyword, tw::goods_evaluation::class_by_keyword(tw::text::lowered(e.text)),
          e.goods_class);
    calibration.add(by_text.class_probability, by_text.goods_class == e.goods_class);
    for (auto [j, c] :
         {std::pair(&by_text, &sensitive_text), std::pair(&by_both, &sensitive_both)}) {
      c->said += j->sensitive;
      c->there += e.sensitive;
      c->right += j->sensitive && e.sensitive;
    }
    if (e.hs_code.size() >= 6) {
      auto const hs6 = e.hs_code.substr(0, 6);
      ++hs6_first.there;
      hs6_first.right += !by_text.hs6.empty() && by_text.hs6[0].code == hs6;
      for (auto const& guess : by_text.hs6) hs6_five.right += guess.code == hs6;
    }
    misdeclared += by_both.misdeclared_probability;
  }

  fmt::print("{} texts ({})\n\n", examples.size(), split);
  fmt::print(
      "| class | n | text P | text R | text F1 | text+code F1 | code alone F1 | keywords F1 |\n");
  fmt::print("|---|---|---|---|---|---|---|---|\n");
  for (auto const name_view : tw::goods::class_names()) {
    std::string const name(name_view);
    fmt::print("| {} | {} | {:.2f} | {:.2f} | {:.2f} | {:.2f} | {:.2f} | {:.2f} |\n", name,
               text[name].there, text[name].precision(), text[name].recall(), text[name].f1(),
               both[name].f1(), code[name].f1(), keyword[name].f1());
  }
  fmt::print("| macro F1, 17 mission classes | | | | {:.3f} | {:.3f} | {:.3f} | {:.3f} |\n\n",
             macro_f1(text), macro_f1(both), macro_f1(code), macro_f1(keyword));
  for (auto const& [language, counts] : by_language) {
    fmt::print("{}: macro F1 from text alone {:.3f}\n", language, macro_f1(counts));
  }
  fmt::print("sensitive: text P {:.3f} R {:.3f}; text+code P {:.3f} R {:.3f}\n",
             sensitive_text.precision(), sensitive_text.recall(), sensitive_both.precision(),
             sensitive_both.recall());
  fmt::print("HS6 from text alone: first {:.3f}, first five {:.3f} of {} with a code\n",
             double(hs6_first.right) / double(std::max<std::size_t>(1, hs6_first.there)),
             double(hs6_five.right) / double(std::max<std::size_t>(1, hs6_first.there)),
             hs6_first.there);
  fmt::print("calibration error of the class, text alone: {:.3f}\n", calibration.error());
  fmt::print("mean misdeclared_probability: {:.3f}\n",
             misdeclared / double(std::max<std::size_t>(1, examples.size())));
  return 0;
}
