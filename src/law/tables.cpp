#include "law/tables.h"

#include <algorithm>

#include <toml++/toml.h>

#include "tidewaiter/reference.h"

namespace tw::law {
namespace {

/// A row with its keys; asks for a key that must be there and stops when it is not.
class Row {
 public:
  explicit Row(toml::table const& table) : table_(table) {}

  std::string text(char const* key) const {
    auto const value = table_[key].value<std::string>();
    ensure(value.has_value(), key);
    return *value;
  }
  std::string text_or_empty(char const* key) const { return table_[key].value_or<std::string>(""); }
  bool flag(char const* key) const { return table_[key].value_or(false); }

  std::vector<std::string> texts(char const* key) const {
    std::vector<std::string> values;
    if (auto const* array = table_[key].as_array()) {
      for (auto const& node : *array) {
        auto const value = node.value<std::string>();
        ensure(value.has_value(), "an array of data/law holds strings");
        values.push_back(*value);
      }
    }
    return values;
  }

  std::optional<Date> date(char const* key) const {
    auto const value = table_[key].value<toml::date>();
    if (!value) {
      ensure(!table_.contains(key), "a day in data/law is a TOML date");
      return std::nullopt;
    }
    auto const day = Date::from_ymd(value->year, value->month, value->day);
    ensure(day.has_value(), "a day in data/law exists in the calendar");
    return day;
  }

 private:
  toml::table const& table_;
};

Force force_by_name(std::string const& name) {
  for (auto const force :
       {Force::none, Force::risk, Force::part, Force::licence, Force::prohibited}) {
    if (force_name(force) == name) return force;
  }
  defect("a force in data/law/effects.toml is one we know", std::source_location::current());
}

Certainty certainty_of(Row const& row) {
  auto const name = row.text("certainty");
  ensure(name == "checked" || name == "from_memory", "certainty is checked or from_memory");
  auto const certainty = name == "checked" ? Certainty::checked : Certainty::from_memory;
  ensure((certainty == Certainty::checked) == !row.text_or_empty("checked_on").empty(),
         "checked_on stands with checked rows and only there");
  return certainty;
}

EffectRow read_effect(Row const& row) {
  Effect effect;
  effect.list = row.text("list");
  effect.act = row.text("act");
  effect.acts = row.texts("acts");
  for (auto const& act : effect.acts) ensure(act_by_name(act).has_value(), "an act we know");
  effect.binds = row.text("binds");
  effect.force = force_by_name(row.text("force"));
  effect.bound = row.text("bound");
  effect.object = row.text("object");
  effect.says = row.text("says");
  effect.not_said = row.text("not_said");
  effect.paragraph = row.text("paragraph");
  effect.sentence = effect.says + " (" + effect.paragraph + ").";
  if (!effect.not_said.empty()) effect.sentence += " " + effect.not_said + ".";
  effect.valid_from = row.date("from");
  effect.valid_to = row.date("to");
  effect.source = row.text("source");
  effect.checked_on = row.text_or_empty("checked_on");
  effect.certainty = certainty_of(row);
  effect.silent = row.flag("silent");
  return {std::move(effect), row.texts("programmes"), row.texts("only_without")};
}

OwnershipRow read_ownership(Row const& row) {
  OwnershipRule rule;
  rule.rule = row.text("rule");
  rule.aggregate = row.flag("aggregate");
  rule.control = row.flag("control");
  rule.text = row.text("text");
  rule.valid_from = row.date("from");
  rule.valid_to = row.date("to");
  rule.source = row.text("source");
  rule.checked_on = row.text_or_empty("checked_on");
  rule.certainty = certainty_of(row);
  return {row.texts("lists"), std::move(rule)};
}

/// Calls `take` for every [[key]] of an embedded file.
template <typename Take>
void each_row(std::string_view path, char const* key, Take take) {
  toml::table document;
  try {
    document = toml::parse(reference::embedded(path), path);
  } catch (toml::parse_error const&) {
    defect("an embedded table of data/law is valid TOML", std::source_location::current());
  }
  auto const* rows = document[key].as_array();
  ensure(rows != nullptr && !rows->empty(), "a table of data/law has rows");
  for (auto const& node : *rows) {
    auto const* table = node.as_table();
    ensure(table != nullptr, "a row of data/law is a table");
    take(Row(*table));
  }
}

Tables read_tables() {
  Tables all;
  each_row("law/lists.toml", "list", [&](Row const& row) {
    all.lists.push_back(
        {row.text("id"), row.text("title"), row.text("authority"), row.text("country")});
  });
  each_row("law/effects.toml", "effect",
           [&](Row const& row) { all.effects.push_back(read_effect(row)); });
  each_row("law/ownership.toml", "ownership",
           [&](Row const& row) { all.ownership.push_back(read_ownership(row)); });
  for (auto const& row : all.effects) {
    ensure(std::ranges::find(all.lists, row.effect.list, &ListInfo::id) != all.lists.end(),
           "an effect names a list of data/law/lists.toml");
  }
  return all;
}

}  // namespace

Tables const& tables() {
  static Tables const all = read_tables();
  return all;
}

bool holds(std::optional<Date> from, std::optional<Date> to, Date on) {
  return (!from || *from <= on) && (!to || on <= *to);
}

std::optional<ListInfo> list_info(std::string_view list) {
  auto const found = std::ranges::find(tables().lists, list, &ListInfo::id);
  if (found == tables().lists.end()) return std::nullopt;
  return *found;
}

std::vector<ListInfo> all_lists() { return tables().lists; }

}  // namespace tw::law
