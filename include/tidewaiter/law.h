/// law: what a listing or a control forbids, to whom, since when, by which paragraph.
/// Rules are dated rows of data/law/, which a lawyer can read. Never says clear, legal or guilty.
#pragma once

#include "tidewaiter/core.h"

namespace tw::law {

/// How hard a measure is for those whom it binds.
enum class Force : std::uint8_t {
  none,        ///< No legal effect on trade, funds or securities.
  risk,        ///< Not forbidden, but it may bring a listing of one's own.
  part,        ///< Only some goods, sums or conditions: a person must read on.
  licence,     ///< Needs a licence.
  prohibited,  ///< Forbidden unless licensed or excepted.
};
std::string_view force_name(Force force);

/// Whether the text and the days of a row were compared with a source.
enum class Certainty : std::uint8_t { from_memory, checked };
std::string_view certainty_name(Certainty certainty);

/// One measure of one list or programme, as in data/law/effects.toml.
struct Effect {
  std::string list;       ///< "us_entity_list".
  std::string programme;  ///< The entry's programme that brought the row, or "" for the list.
  std::string act;        ///< "export_licence", "buy_securities", "deal_in_property"...
  std::vector<std::string> acts;  ///< Acts of a case that it touches: "export_to"...
  std::string binds;              ///< "US", "EU"..., "EAR", "ITAR", "UN" or "none".
  Force force = Force::none;
  std::string bound;      ///< Who is bound: "anyone dealing in items subject to the EAR".
  std::string object;     ///< What is touched: "all items subject to the EAR".
  std::string says;       ///< The clause that says what is restricted.
  std::string not_said;   ///< What it does not say, or "".
  std::string sentence;   ///< What it says, in plain words, with what it does not say.
  std::string paragraph;  ///< "15 CFR 744.16".
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
  std::string ownership;  ///< How it reaches subsidiaries on the day asked for, or "".
  std::string source;
  std::string checked_on;  ///< ISO date, or "" when from memory.
  Certainty certainty = Certainty::from_memory;
  bool silent = false;  ///< Counted in a determination, but said by another row's words.
};
/// Of a list (and its programmes) on a day; never empty for a list we know: a list without legal
/// force says so, and a day before the first rule has a row of Force::none that says so. Empty for
/// unknown lists.
std::vector<Effect> effects(std::string_view list, std::span<std::string const> programmes,
                            Date on);

/// A party's place on a list, as far as the file tells.
struct Listing {
  std::string list;
  std::vector<std::string> programmes;
  std::optional<Date> listed_on;
  std::optional<Date> delisted_on;
  /// A day on which the list showed the party, usually the day of the file; it answers for files
  /// that give no listing date (OFAC's SDN.CSV).
  std::optional<Date> seen_on = {};
};
/// One sentence for a hit: list, who is bound, what is restricted, since when, what it does not
/// say.
std::string effect_sentence(std::string_view list, std::span<std::string const> programmes,
                            std::optional<Date> listed_on, Date on);
std::string effect_sentence(Listing const& listing, Date on);

/// The acts of a case, as `determine` takes them.
enum class Act : std::uint8_t { export_to, import_from, buy_securities, provide_funds, resale_to };
std::string_view act_name(Act act);
std::optional<Act> act_by_name(std::string_view name);

/// Whether an act was restricted by a listing. `depends` names a fact we lack; `no` means that this
/// listing does not restrict the act, never that the act is allowed.
enum class Restricted : std::uint8_t { no, depends, yes, unknown };
std::string_view restricted_name(Restricted restricted);

struct Finding {
  Restricted restricted = Restricted::unknown;
  std::vector<Effect> effects;  ///< The rows that touch the act, strongest first.
  std::string reason;           ///< Why, in one sentence.
};
/// By one listing alone. `actor` is ISO2, "EU", or "" when unknown.
Finding judge(Listing const& listing, Act act, std::string_view actor, Date on);

/// How a listing reaches owned firms on a day, data/law/ownership.toml.
struct OwnershipRule {
  std::string rule;        ///< "own_50", "own_over_50", "named_only", "varies", "unknown".
  bool aggregate = false;  ///< Stakes of several listed owners add up.
  bool control = false;    ///< Control counts too and is for a person to judge.
  std::string text;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
  std::string source;
  std::string checked_on;
  Certainty certainty = Certainty::from_memory;
};
/// nullopt when the table has none for the list on that day.
std::optional<OwnershipRule> ownership_rule(std::string_view list, Date on);

/// A list as data/law/lists.toml names it.
struct ListInfo {
  std::string id;     ///< "us_sdn".
  std::string title;  ///< "OFAC Specially Designated Nationals".
  std::string authority;
  std::string country;  ///< ISO2, "EU", "UN", or "" for one's own.
};
std::optional<ListInfo> list_info(std::string_view list);
std::vector<ListInfo> all_lists();

}  // namespace tw::law
