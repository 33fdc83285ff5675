// The score of a finding: the sum of its named terms, nothing else.
#include <algorithm>
#include <cmath>

#include "risk/finding.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

std::int64_t thousandths(double points) { return std::llround(points * 1000); }

/// A flag on a few of many rows says less of the whole.
double share_factor(std::int64_t part, std::int64_t whole) {
  return whole <= 0 ? 0 : std::sqrt(static_cast<double>(part) / static_cast<double>(whole));
}

double class_points(ClassPart const& part, std::int64_t rows) {
  return class_words(part.goods_class).weight * part.probability * share_factor(part.rows, rows);
}

/// Bounded, so that a large trade alone never makes a case: at most 1.5 points.
double magnitude(Case const& c) {
  double const kg = c.net_mass ? static_cast<double>(*c.net_mass) / Mass::kOne : 0;
  double const usd = c.value_usd ? static_cast<double>(*c.value_usd) / Money::kOne : 0;
  return std::min(1.5, 0.25 * std::log10(1 + std::max(0.0, usd) / 10'000) +
                           0.2 * std::log10(1 + std::max(0.0, kg) / 100));
}

/// What a sign of return, repair or exhibition takes off everything but the magnitude.
constexpr double kAlternativeShare = 0.7;
/// From this weight of the class on, concealment counts in full.
constexpr double kHiddenFullWeight = 2.5;

}  // namespace

std::string leading_class(Case const& c) {
  ClassPart const* best = nullptr;
  for (ClassPart const& part : c.classes) {
    if (best == nullptr || class_points(part, c.rows) > class_points(*best, c.rows)) best = &part;
  }
  return best == nullptr ? "ordinary" : best->goods_class;
}

std::vector<Term> terms_of(Case const& c) {
  std::map<std::string, double, std::less<>> points;
  for (ClassPart const& part : c.classes) {
    double& goods = points["goods"];
    goods = std::max(goods, class_points(part, c.rows));
  }
  if (c.listing > 0) points["listing"] = flag_weight("LST").weight * c.listing;
  // To hide arms weighs in full; to hide goods of a large civil market in proportion.
  double const hidden = std::min(1.0, class_words(leading_class(c)).weight / kHiddenFullWeight);
  for (FiredFlag const& flag : c.flags) {
    if (flag.id == "LST") continue;
    FlagWeight const weight = flag_weight(flag.id);
    double& term = points[std::string(weight.term)];
    double const factor = weight.term == "concealment" ? hidden : 1.0;
    term = std::max(term, weight.weight * flag.strength * factor * share_factor(flag.rows, c.rows));
  }
  if (c.slip_points > 0) points["scale_slip"] = c.slip_points;
  double evidence = 0;
  for (auto const& [name, value] : points) evidence += value;
  if (!c.alternative.empty()) points["innocent_signs"] = -kAlternativeShare * evidence;
  points["magnitude"] = magnitude(c);
  std::vector<Term> terms;
  for (auto const& [name, value] : points) {
    if (thousandths(value) != 0) terms.push_back({name, thousandths(value)});
  }
  std::ranges::stable_sort(terms, std::greater<>(), &Term::thousandths);
  return terms;
}

std::int64_t score_of(std::span<Term const> terms) {
  std::int64_t score = 0;
  for (Term const& term : terms) score += term.thousandths;
  return score;
}

std::int64_t evidence_of(std::span<Term const> terms) {
  std::int64_t evidence = 0;
  for (Term const& term : terms) {
    if (term.name != "magnitude") evidence += term.thousandths;
  }
  return evidence;
}

std::string terms_json(std::span<Term const> terms) {
  std::string json = "{";
  for (Term const& term : terms) {
    if (json.size() > 1) json += ',';
    json += "\"" + term.name + "\":" + decimal_text(term.thousandths, 3);
  }
  return json + "}";
}

}  // namespace tw::risk
