#include <fmt/core.h>

#include "tidewaiter/law.h"

namespace tw::law {
namespace {

/// "says (paragraph); says (paragraph)" of the rows that speak, in the order of the table.
std::string said(std::vector<Effect> const& effects) {
  std::string text;
  for (auto const& effect : effects) {
    if (effect.silent) continue;
    if (!text.empty()) text += "; ";
    text += effect.says;
    if (effect.paragraph != "no paragraph") text += fmt::format(" ({})", effect.paragraph);
  }
  return text;
}

std::string not_said(std::vector<Effect> const& effects) {
  std::string text;
  for (auto const& effect : effects) {
    if (effect.silent || effect.not_said.empty()) continue;
    text += fmt::format(" {}.", effect.not_said);
  }
  return text;
}

}  // namespace

std::string effect_sentence(std::string_view list, std::span<std::string const> programmes,
                            std::optional<Date> listed_on, Date on) {
  return effect_sentence(Listing{.list = std::string(list),
                                 .programmes = {programmes.begin(), programmes.end()},
                                 .listed_on = listed_on,
                                 .delisted_on = std::nullopt},
                         on);
}

std::string effect_sentence(Listing const& listing, Date on) {
  auto const info = list_info(listing.list);
  if (!info) {
    return fmt::format(
        "The list \"{}\" has no table of effects in this program: what it restricts is UNKNOWN.",
        listing.list);
  }
  auto const name = fmt::format("{} ({})", info->title, info->authority);
  if (listing.listed_on && on < *listing.listed_on) {
    return fmt::format(
        "{}: not yet listed on {}; the listing starts on {} and restricts nothing before that day.",
        name, on.iso(), listing.listed_on->iso());
  }
  if (listing.delisted_on && *listing.delisted_on <= on) {
    return fmt::format("{}: delisted on {}, so no longer listed on {}.", name,
                       listing.delisted_on->iso(), on.iso());
  }
  auto const since = listing.listed_on ? fmt::format("since {}", listing.listed_on->iso())
                                       : std::string("since a date this list file does not give");
  auto const rows = effects(listing.list, listing.programmes, on);
  return fmt::format("{}, listed {}: {}.{}", name, since, said(rows), not_said(rows));
}

}  // namespace tw::law
