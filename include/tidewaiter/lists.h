/// lists: official sanctions and export-control lists in their own formats.
/// Answers who stands on which list since when. What a listing forbids is the `law` room's word.
#pragma once

#include <filesystem>

#include "tidewaiter/core.h"

namespace tw::lists {

/// `primary` stands first and once; `weak_alias` is one that its list calls low in quality.
enum class NameKind : std::uint8_t { primary, alias, weak_alias, former };
std::string_view name_kind_word(NameKind kind);
struct ListedName {
  std::string name;  ///< As on the list ("LAST, First" stays so), white space made single.
  NameKind kind = NameKind::alias;
};
struct ListedId {
  std::string type;  ///< "INN", "OGRN", "IMO", "Passport"... as the list says when unknown to us.
  std::string value;
};
struct ListedAddress {
  std::string text;
  std::string country;  ///< ISO2 or "".
};

/// The list of a file that does not name one.
constexpr std::string_view kOwnList = "own";

/// One entry of one list. Dates that the list does not give are absent, not guessed.
struct Entry {
  /// Stable: "<list>-<the list's own number>" ("us_sdn-12345"). From FollowTheMoney,
  /// targets.simple.csv and own CSV: the file's own id as it stands. Unique with `list`.
  std::string entity_id;
  std::string list;  ///< "us_sdn", "us_entity_list", "un_sc"... as in data/law/lists.toml.
  std::string kind;  ///< "organisation", "person", "vessel", "aircraft", "unknown".
  std::vector<ListedName> names;  ///< Never empty; the primary name first.
  std::vector<ListedId> ids;
  std::vector<ListedAddress> addresses;
  std::vector<std::string> countries;  ///< ISO2, of addresses, citizenship or flag.
  /// As on the list; beside them "EO13662-D3" and "EO14024-D2" for directives that an OFAC entry
  /// names in its remarks, because their effects differ.
  std::vector<std::string> programmes;
  std::optional<Date> listed_on;
  std::optional<Date> delisted_on;
  std::string remarks;
  std::string source_line;  ///< Where the entry stands: "line 812", "DATAID 6908555".
};

/// What a reader made of a file: records + repeated = entries + rejected + joined.
struct Reading {
  std::string format;  ///< The reader's name: "us_csl_csv".
  std::vector<Entry> entries;
  struct Rejected {
    std::string place;  ///< "line 17".
    std::string reason;
  };
  std::vector<Rejected> rejected;
  std::uint64_t records = 0;
  /// Entries beyond the first of a record that stands on several lists.
  std::uint64_t repeated = 0;
  /// Records that are no entries: addresses or sanctions that were joined to their entry, parties
  /// that the file shows as neighbours of listed ones.
  std::uint64_t joined = 0;
  std::optional<Date> published_on;  ///< As the file says.
  /// Fields that were present but are not kept, with how often; sorted by name.
  std::vector<std::pair<std::string, std::uint64_t>> unread_fields;
  /// For a person: bytes that are no UTF-8, dates that cannot be read.
  std::vector<std::string> notes;
};

/// A format we read. One folder in src/lists/ each; the registry is one visible array.
struct Reader {
  std::string_view format;
  std::string_view title;                     ///< "US Consolidated Screening List, CSV".
  bool (*recognises)(std::string_view head);  ///< From the first 64 KiB, as UTF-8.
  Result<Reading> (*read)(std::string_view bytes, Job const& job);  ///< From UTF-8.
};
std::span<Reader const> readers();

/// Finds the format by content; an unknown one is an error that names the formats we read.
/// A byte order mark, UTF-16 and invalid UTF-8 are seen to here.
Result<Reading> read_list(std::string_view bytes, Job const& job);

/// What the caller knows and the file does not say.
struct ReadOptions {
  std::string list;                  ///< Replaces kOwnList; other list ids stay.
  std::optional<Date> published_on;  ///< When the file does not say.
};
Result<Reading> read_list(std::string_view bytes, ReadOptions const& options, Job const& job);

/// OFAC's alternate names (alt.csv) or addresses (add.csv), joined to the entries of the main file
/// by their number. Rows without an entry are rejected with their line.
Status join_ofac_file(std::string_view bytes, Reading& reading, Job const& job);

}  // namespace tw::lists
