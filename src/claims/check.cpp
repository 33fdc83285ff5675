#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "claims/coverage.h"
#include "claims/listing.h"
#include "claims/numbers.h"
#include "claims/plausibility.h"
#include "claims/readings.h"

namespace tw::claims {
namespace {

std::string claimed_text(Claim const& claim) {
  if (claim.number.empty()) return "any at all";
  return fmt::format("{}{} {}",
                     claim.hedge.empty() ? std::string(comparator_sign(claim.comparator)) + " "
                                         : claim.hedge + " ",
                     claim.number, unit_of(claim, {}));
}

/// More rows could only raise the figure: missing months leave these outcomes standing.
bool can_only_grow(std::string_view measure) {
  return !measure.starts_with("share_") && measure != "unit_value";
}
bool stands_despite_gaps(Claim const& claim, bool supports, std::string_view value) {
  if (!can_only_grow(claim.measure)) return false;
  switch (claim.comparator) {
    case Comparator::more:
    case Comparator::at_least: return supports;
    case Comparator::less:
    case Comparator::at_most: return !supports;
    case Comparator::none:
      if (claim.number.empty()) return supports;
      [[fallthrough]];
    case Comparator::equal:
    case Comparator::about:
      return !supports && units_of(value).value_or(0) > units_of(claim.number).value_or(0);
  }
  return false;
}

void give_verdict(CheckedClaim& out, Plan const& plan, Shown const& shown, std::uint64_t unfilled) {
  auto const& first = out.readings.front();
  ensure(first.value.has_value() && first.supports.has_value(), "the default reading has a value");
  auto const found = fmt::format("The rows give {} {}; claimed: {}.", *first.value, first.unit,
                                 claimed_text(out.claim));
  out.verdict = *first.supports ? Verdict::supported : Verdict::refuted;
  out.reason = found;
  if (!*first.supports) {
    std::vector<std::string> others;
    for (std::size_t i = 1; i < out.readings.size(); ++i) {
      if (out.readings[i].supports != true) continue;
      if (plan.variants[i].open) others.push_back(out.readings[i].name);
    }
    if (!others.empty()) {
      out.verdict = Verdict::partly;
      out.reason += fmt::format(" It holds only when read as: {}.", fmt::join(others, "; "));
    }
  }
  if (!shown.missing.empty() && !stands_despite_gaps(out.claim, *first.supports, *first.value)) {
    out.verdict = Verdict::not_decidable;
    out.reason = found + " The files lack months of the period, so this can change.";
  }
  if (unfilled > 0) {
    out.reason += fmt::format(" {} of {} rows carry no such figure.", unfilled, first.rows);
  }
  if (!out.claim.disputed_words.empty() && out.verdict != Verdict::not_decidable) {
    out.verdict = Verdict::imprecise;
    out.reason += fmt::format(
        " But \"{}\" does not fit: every row here is a declaration made to "
        "customs.",
        fmt::join(out.claim.disputed_words, "\", \""));
  }
}

CheckedClaim undecided(CheckedClaim out, std::string reason) {
  out.verdict = Verdict::not_decidable;
  out.reason = std::move(reason);
  return out;
}

Result<CheckedClaim> check_figure(CheckedClaim out, table::Database const& database,
                                  CheckContext const& context) {
  auto const& claim = out.claim;
  TW_TRY(auto const scene, Scene::read(database));
  PartyNumbers parties(context);
  Where const where(scene, parties);
  auto const choices = default_choices(claim, scene);
  auto const coverage = shown(scene, claim.filter, claim.period, choices);
  out.coverage = coverage.line;
  out.unit = unit_of(claim, choices);
  if (!coverage.any) return undecided(std::move(out), coverage.line);
  TW_TRY(auto const empty, empty_columns(scene, where, claim.filter, claim.period, choices));
  if (!empty.empty()) {
    return undecided(
        std::move(out),
        fmt::format("The files do not say: {} is empty in all of them.", fmt::join(empty, ", ")));
  }
  TW_TRY(bool const repeats, has_repeats(claim, scene, where, choices));
  auto const plan = plan_of(claim, scene, repeats);
  out.default_why = plan.default_why;
  std::uint64_t unfilled_default = 0;
  for (auto const& variant : plan.variants) {
    std::uint64_t unfilled = 0;
    TW_TRY(auto reading, evaluate(claim, variant, scene, where, unfilled));
    reading.is_default = out.readings.empty();
    if (reading.is_default) unfilled_default = unfilled;
    if (reading.value) reading.supports = bears(claim, *reading.value, context);
    out.readings.push_back(std::move(reading));
  }
  auto const& first = out.readings.front();
  out.rows_where = first.where;
  out.rows = first.rows;
  out.value = first.value;
  if (!first.value) {
    return undecided(std::move(out), claim.denominator
                                         ? "The whole of the share is empty or carries no figure."
                                         : "The rows carry no such figure.");
  }
  give_verdict(out, plan, coverage, unfilled_default);
  for (auto const& name : parties.unknown()) {
    out.reason += fmt::format(" No party in the records is called \"{}\".", name);
  }
  TW_TRY(out.plausibility,
         plausibility(claim, out.value, scene, where, plan.variants.front().choices, context));
  return out;
}

}  // namespace

Result<CheckedClaim> check(Claim const& claim, table::Database const& database,
                           CheckContext const& context) {
  CheckedClaim out;
  out.claim = claim;
  switch (claim.kind) {
    case Kind::figure: return check_figure(std::move(out), database, context);
    case Kind::listing: return check_listing(std::move(out), context);
    case Kind::not_data:
      out.verdict = Verdict::not_a_data_claim;
      out.reason = claim.why.empty() ? "It is no statement about shipments."
                                     : fmt::format("No rows can bear it: {}.", claim.why);
      return out;
    case Kind::out_of_scope: break;
  }
  return undecided(std::move(out),
                   claim.why.empty()
                       ? "Customs records do not show it."
                       : fmt::format("Customs records do not show it: {}.", claim.why));
}

}  // namespace tw::claims
