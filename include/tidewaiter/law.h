/// law: what a listing or a control forbids, to whom, since when, by which paragraph.
/// Rules are dated rows of data/law/, which a lawyer can read. Never says clear, legal or guilty.
#pragma once

#include "tidewaiter/core.h"

namespace tw::law {

/// One measure of one list or programme, as in data/law/effects.toml.
struct Effect {
  std::string list;         ///< "us_entity_list".
  std::string programme;    ///< Or "" for the whole list.
  std::string act;          ///< "export_to", "buy_securities", "deal_in_property"...
  std::string bound;        ///< Who is bound: "anyone dealing in items subject to the EAR".
  std::string sentence;     ///< What it says, in plain words, with what it does not say.
  std::string paragraph;    ///< "15 CFR 744.16".
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
  std::string ownership;    ///< How it reaches subsidiaries, or "".
  std::string source;
  std::string checked_on;   ///< ISO date.
};
/// Of a list (and its programmes) on a day; never empty for a list we know: a list without legal
/// force says so. Empty for unknown lists.
std::vector<Effect> effects(std::string_view list, std::span<std::string const> programmes, Date on);
/// One sentence for a hit: list, who is bound, what is restricted, since when, what it does not say.
std::string effect_sentence(std::string_view list, std::span<std::string const> programmes,
                            std::optional<Date> listed_on, Date on);

/// A list as data/law/lists.toml names it.
struct ListInfo {
  std::string id;        ///< "us_sdn".
  std::string title;     ///< "OFAC Specially Designated Nationals".
  std::string authority;
  std::string country;   ///< ISO2, "EU" or "UN".
};
std::optional<ListInfo> list_info(std::string_view list);
std::vector<ListInfo> all_lists();

}  // namespace tw::law
