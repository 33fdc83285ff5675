#include <algorithm>

#include <fmt/core.h>

#include "law/tables.h"

namespace tw::law {
namespace {

/// The first of the entry's programmes that the row is for; "" stands for the whole list.
std::optional<std::string> matching_programme(EffectRow const& row,
                                              std::span<std::string const> programmes) {
  for (auto const& barred : row.only_without) {
    if (has(programmes, barred)) return std::nullopt;
  }
  if (row.programmes.empty()) return std::string();
  for (auto const& programme : programmes) {
    if (has(row.programmes, programme)) return programme;
  }
  return std::nullopt;
}

/// For a known list on a day before its first rule.
Effect no_rule_yet(std::string_view list, Date on) {
  Effect effect;
  effect.list = list;
  effect.act = "no_rule_yet";
  effect.binds = "none";
  effect.bound = "nobody";
  effect.object = "nothing";
  effect.says = fmt::format("the table of effects holds no rule of this list for {}", on.iso());
  effect.paragraph = "no paragraph";
  effect.sentence = effect.says + ".";
  effect.source = "data/law/effects.toml";
  return effect;
}

}  // namespace

std::vector<Effect> effects(std::string_view list, std::span<std::string const> programmes,
                            Date on) {
  std::vector<Effect> found;
  if (!list_info(list)) return found;
  auto const ownership = ownership_rule(list, on);
  for (auto const& row : tables().effects) {
    if (row.effect.list != list) continue;
    if (!holds(row.effect.valid_from, row.effect.valid_to, on)) continue;
    auto const programme = matching_programme(row, programmes);
    if (!programme) continue;
    auto& effect = found.emplace_back(row.effect);
    effect.programme = *programme;
    if (ownership) effect.ownership = ownership->text;
  }
  if (found.empty()) found.push_back(no_rule_yet(list, on));
  return found;
}

std::optional<OwnershipRule> ownership_rule(std::string_view list, Date on) {
  for (auto const& row : tables().ownership) {
    if (has(row.lists, list) && holds(row.rule.valid_from, row.rule.valid_to, on)) {
      return row.rule;
    }
  }
  return std::nullopt;
}

}  // namespace tw::law
