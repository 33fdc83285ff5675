#include <algorithm>

#include <fmt/core.h>

#include "tidewaiter/reference.h"

#include "law/tables.h"

namespace tw::law {
namespace {

/// Whether the actor is one of those whom the row binds; `depends` when that hangs on a fact that
/// a listing does not hold (whether the items are subject to the EAR, who the actor is).
Restricted is_bound(std::string_view binds, std::string_view actor, Date on) {
  if (binds == "none") return Restricted::no;
  if (actor.empty()) return Restricted::depends;
  // Everything that leaves the United States is subject to the EAR; elsewhere it hangs on the item.
  if (binds == "EAR") return actor == "US" ? Restricted::yes : Restricted::depends;
  if (binds == "ITAR" || binds == "UN") return Restricted::depends;
  if (binds == actor) return Restricted::yes;
  if (binds == "EU") {
    auto const country = reference::country(actor);
    if (country && reference::in_group(*country, "EU", on)) return Restricted::yes;
  }
  return Restricted::no;
}

Restricted by_effect(Effect const& effect, std::string_view act, std::string_view actor, Date on) {
  if (effect.force == Force::none || !has(effect.acts, act)) {
    return Restricted::no;
  }
  if (effect.force == Force::risk) return Restricted::depends;
  auto const bound = is_bound(effect.binds, actor, on);
  if (bound == Restricted::yes && effect.force == Force::part) return Restricted::depends;
  return bound;
}

Finding not_listed(std::string reason) {
  return {.restricted = Restricted::no, .effects = {}, .reason = std::move(reason)};
}

std::string reason_for(Restricted restricted, Effect const& effect) {
  switch (restricted) {
    case Restricted::yes:
      return fmt::format("{}: {} ({}).", effect.bound, effect.object, effect.paragraph);
    case Restricted::depends:
      return fmt::format("It depends on whether this falls under {}, which binds {} ({}).",
                         effect.object, effect.bound, effect.paragraph);
    default: return {};
  }
}

}  // namespace

Finding judge(Listing const& listing, Act act, std::string_view actor, Date on) {
  if (!list_info(listing.list)) {
    return {
        .restricted = Restricted::unknown,
        .effects = {},
        .reason = fmt::format("There is no table of effects for the list \"{}\".", listing.list)};
  }
  if (listing.listed_on && on < *listing.listed_on) {
    return not_listed(fmt::format("Listed only from {} on.", listing.listed_on->iso()));
  }
  if (listing.delisted_on && *listing.delisted_on <= on) {
    return not_listed(fmt::format("Delisted on {}.", listing.delisted_on->iso()));
  }

  Finding finding{.restricted = Restricted::no, .effects = {}, .reason = {}};
  for (auto const& effect : effects(listing.list, listing.programmes, on)) {
    auto const restricted = by_effect(effect, act_name(act), actor, on);
    if (restricted == Restricted::no) continue;
    if (restricted > finding.restricted) {
      finding.restricted = restricted;
      finding.reason = reason_for(restricted, effect);
    }
    finding.effects.push_back(effect);
  }
  std::ranges::stable_sort(finding.effects, std::ranges::greater{}, &Effect::force);
  if (finding.restricted == Restricted::no) {
    finding.reason = "This listing does not restrict this act by this actor; other rules may.";
  }
  // Listed in the file, but since when? Only a file older than the day can tell.
  bool const was_listed =
      listing.listed_on.has_value() || (listing.seen_on && *listing.seen_on <= on);
  if (finding.restricted == Restricted::yes && !was_listed) {
    finding.restricted = Restricted::depends;
    finding.reason += " The list file does not say since when the party is listed.";
  }
  return finding;
}

}  // namespace tw::law
