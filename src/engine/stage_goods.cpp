#include <nlohmann/json.hpp>

#include "tidewaiter/goods.h"

#include "engine/stages.h"

namespace tw::engine {
namespace {

using table::Type;

enum Column : std::size_t {
  kText,
  kHsCode,
  kClass,
  kClassProbability,
  kHs6Guess,
  kHs6GuessProbability,
  kSensitive,
  kSensitiveProbability,
  kMisdeclaredProbability,
  kControl,
  kControls,
  kReason,
};

/// A distinct (text, code) pair and what was made of it.
struct Case {
  std::optional<std::string> text;
  std::optional<std::string> hs_code;
  goods::Judgement judgement;
};

/// The control that decides: a control list before a class of ours, then the likelier one.
goods::ControlHit const* leading_control(std::vector<goods::ControlHit> const& controls) {
  goods::ControlHit const* best = nullptr;
  auto const rank = [](goods::ControlHit const& hit) {
    return std::pair(!hit.control.starts_with("class:"), hit.probability);
  };
  for (auto const& hit : controls) {
    if (best == nullptr || rank(*best) < rank(hit)) best = &hit;
  }
  return best;
}

std::string controls_json(std::vector<goods::ControlHit> const& controls) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (auto const& hit : controls) {
    json.push_back({{"control", hit.control},
                    {"probability", hit.probability},
                    {"basis", hit.basis},
                    {"reason", hit.reason}});
  }
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void append(table::Rows& rows, Case const& c) {
  goods::Judgement const& j = c.judgement;
  if (c.text) rows.set(kText, *c.text);
  if (c.hs_code) rows.set(kHsCode, *c.hs_code);
  rows.set(kClass, j.goods_class);
  rows.set(kClassProbability, j.class_probability);
  if (!j.hs6.empty()) {
    rows.set(kHs6Guess, j.hs6.front().code);
    rows.set(kHs6GuessProbability, j.hs6.front().probability);
  }
  rows.set(kSensitive, j.sensitive);
  rows.set(kSensitiveProbability, j.sensitive_probability);
  rows.set(kMisdeclaredProbability, j.misdeclared_probability);
  if (auto const* control = leading_control(j.controls)) {
    rows.set(kControl, control->control);
    rows.set(kControls, controls_json(j.controls));
  }
  rows.set(kReason, j.reason);
  rows.end_row();
}

}  // namespace

table::Schema const& goods_schema() {
  static table::Schema const schema = {{"goods_text", Type::text},
                                       {"hs_code", Type::text},
                                       {"goods_class", Type::text},
                                       {"goods_class_probability", Type::float64},
                                       {"hs6_guess", Type::text},
                                       {"hs6_guess_probability", Type::float64},
                                       {"sensitive", Type::boolean},
                                       {"sensitive_probability", Type::float64},
                                       {"misdeclared_probability", Type::float64},
                                       {"control", Type::text},
                                       {"controls", Type::text},
                                       {"goods_reason", Type::text}};
  return schema;
}

Status make_goods(StageContext const& context, Path const& file) {
  std::vector<Case> cases;
  TW_CHECK(for_each_row(context.database,
                        "SELECT DISTINCT goods_text, hs_code FROM shipments_given "
                        "ORDER BY goods_text NULLS FIRST, hs_code NULLS FIRST",
                        [&](table::Block const& block, std::size_t row) {
                          Case& c = cases.emplace_back();
                          if (!block.is_null(row, 0)) c.text = block.text(row, 0);
                          if (!block.is_null(row, 1)) c.hs_code = block.text(row, 1);
                        }));
  goods::Classifier const& classifier = goods::Classifier::shipped();
  parallel_chunks(cases.size(), 1024, context.job.threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (context.job.stop.stop_requested()) return;
      Case& c = cases[i];
      c.judgement = classifier.classify({.text = c.text ? std::string_view(*c.text) : "",
                                         .hs_code = c.hs_code ? std::string_view(*c.hs_code) : ""});
    }
  });
  TW_CHECK(context.job.go_on());
  table::Rows rows(goods_schema());
  for (Case const& c : cases) append(rows, c);
  return table::write_parquet(file, std::move(rows));
}

}  // namespace tw::engine
