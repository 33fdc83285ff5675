/// claims: sentences about shipments, checked against the rows.
/// Answers what number the rows give under each fair reading, and whether it bears the sentence.
/// Knows nothing of how goods are classified or names resolved: the caller's views say that.
#pragma once

#include "tidewaiter/core.h"
#include "tidewaiter/table.h"

namespace tw::claims {

// --- A claim ----------------------------------------------------------------------------------

/// A party as a claim names it. At least one of the three is given.
struct PartyFilter {
  std::string name;             ///< Meant under all spellings of the party; "" when only a country.
  std::string country;          ///< ISO2 or "".
  std::string registration_no;  ///< "" when unknown.
  bool operator==(PartyFilter const&) const = default;
};

/// A restriction on a column of `shipments`: one of `values`.
struct ColumnFilter {
  std::string column;               ///< "country_of_origin", "goods_class", "hs6", "brand"...
  std::vector<std::string> values;  ///< Countries as ISO2.
  bool operator==(ColumnFilter const&) const = default;
};

struct Filter {
  std::vector<ColumnFilter> columns;                         ///< Sorted by column.
  std::vector<std::pair<std::string, PartyFilter>> parties;  ///< Role -> party; sorted by role.
  /// Countries that the goods went through, ISO2: dispatch or trading country (a reading each).
  std::vector<std::string> via;
  /// The country that the goods are said to be "of" in ordinary speech, ISO2 ("Chinese body
  /// armour"): origin, dispatch or seller's nationality (a reading each).
  std::vector<std::string> nationality;

  bool empty() const {
    return columns.empty() && parties.empty() && via.empty() && nationality.empty();
  }
  ColumnFilter const* column(std::string_view name) const;
  bool operator==(Filter const&) const = default;
};

enum class Comparator : std::uint8_t { none, more, less, at_least, at_most, equal, about };
/// ">", "<", ">=", "<=", "=", "~", "" ; and back.
std::string_view comparator_sign(Comparator comparator);
std::optional<Comparator> comparator_of(std::string_view sign);

/// Months since 0000-01, both included; an open side stands for "as far as the files go".
struct Period {
  static constexpr int kOpenStart = 0;
  static constexpr int kOpenEnd = 9999 * 12 + 11;
  int first = kOpenStart;
  int last = kOpenEnd;
  bool is_open() const { return first == kOpenStart || last == kOpenEnd; }
  bool operator==(Period const&) const = default;
};

enum class Kind : std::uint8_t {
  figure,        ///< A number that rows can bear or not.
  listing,       ///< That a party is under someone's sanctions.
  out_of_scope,  ///< A matter that customs rows cannot show (satellite imagery, use in the field).
  not_data,      ///< A motive, forecast, warning, denial or attributed statement.
};

struct Claim {
  std::string id;
  std::string text;
  Kind kind = Kind::figure;
  std::string why;  ///< For the kinds without figures: the words that decided.
  Filter filter;
  std::optional<Filter> denominator;  ///< Of shares.
  std::optional<Period> period;
  std::string measure;  ///< "shipments", "net_mass_kg", ..., "distinct_<column>".
  Comparator comparator = Comparator::none;
  std::string number;  ///< A decimal text, exactly as claimed (in kg, USD, units, or a share).
  std::optional<std::string> tolerance;  ///< Share of the number, "0.05"; for "~" and "=".
  bool from_sentence = false;  ///< Read from English: what the words left open is a reading.
  std::string hedge;           ///< "nearly", "about"...: the words behind "~".
  /// The nationality stands for "sent from": dispatch is the default reading, not origin.
  bool sent_from = false;
  /// Of listings: who, by whom, since when ("us_treasury", "2021").
  std::string authority;
  std::string since;
  /// Words of the sentence that say something rows contradict in law or fact ("undeclared").
  std::vector<std::string> disputed_words;
};

/// A JSON array or TOML (an array of tables `claim`) of claims as in DESIGN; unknown fields are
/// errors. A claim with only `id` and `text` is read by `parse_sentence`.
Result<std::vector<Claim>> read_claims(std::string_view json_or_toml, std::string_view name);
/// Reads an English sentence. An error names the words that were not understood and shows the
/// structured form to fill in; nothing is ever read in part without saying so.
Result<Claim> parse_sentence(std::string_view text);
/// The claim as a JSON object in the form that `read_claims` reads.
std::string claim_json(Claim const& claim);

// --- Checking ---------------------------------------------------------------------------------

enum class Verdict : std::uint8_t {
  supported,
  refuted,
  partly,
  imprecise,
  not_decidable,
  not_a_data_claim,
};
/// "SUPPORTED", "NOT DECIDABLE"...
std::string_view verdict_name(Verdict verdict);

/// One defensible way to count.
struct Reading {
  std::string name;     ///< "declarations; released month; country of origin".
  std::string meaning;  ///< One sentence.
  bool is_default = false;
  std::optional<std::string> value;  ///< Decimal text; absent when it cannot be computed.
  std::string unit;                  ///< "declarations", "kg", "USD", "share", "units", or "".
  std::uint64_t rows = 0;            ///< Rows that stand behind the value.
  std::optional<bool> supports;
  std::string where;  ///< SQL condition over `shipments` that selects those rows.
};

/// What a list says of a party, for claims of the kind `listing`; the caller's law room speaks.
struct Listing {
  std::string entity_id;
  std::string list;       ///< "us_ns_cmic".
  std::string authority;  ///< "us_treasury", "us_commerce", "eu", "uk", "un", ...
  bool blocking = false;  ///< Property is frozen and dealing forbidden.
  std::string effect;     ///< One sentence.
  std::optional<Date> listed_on;
  std::optional<Date> delisted_on;
};

struct CheckContext {
  /// Numbers of all parties that the filter may mean, as they stand in `<role>_party`.
  std::function<std::vector<std::uint32_t>(PartyFilter const&)> party_numbers;
  /// Optional; without it claims of the kind `listing` are NOT DECIDABLE.
  std::function<std::vector<Listing>(PartyFilter const&)> listings;
  double about_tolerance = 0.05;   ///< "about", "~".
  double nearly_tolerance = 0.05;  ///< "nearly 80": from 76 up to 80 (and what rounds to 80).
  double slip_distance = 0.25;     ///< Decades off the class's usual unit value to call a slip.
};

struct CheckedClaim {
  Claim claim;
  Verdict verdict = Verdict::not_decidable;
  std::string reason;                ///< Why this verdict, one or two sentences.
  std::optional<std::string> value;  ///< Of the default reading.
  std::string unit;
  std::vector<Reading> readings;  ///< The default first.
  std::string default_why;        ///< Why the default reading is the default.
  std::string rows_where;         ///< SQL condition over `shipments`; "" when there is none.
  std::uint64_t rows = 0;
  std::string plausibility;  ///< One line, or "".
  std::string coverage;      ///< What the files can show of this, one line.
};

/// Reads the views `shipments` (DESIGN section 3 plus goods_class, sensitive, <role>_party) and
/// `coverage` (source_id, source_file, reporter_country, flow, month, rows). Columns that are not
/// there make readings that need them impossible, never wrong. Errors only when the database fails.
Result<CheckedClaim> check(Claim const& claim, table::Database const& database,
                           CheckContext const& context);

}  // namespace tw::claims
