/// lists: official sanctions and export-control lists in their own formats.
/// Answers who stands on which list since when. What a listing forbids is the `law` room's word.
#pragma once

#include <filesystem>

#include "tidewaiter/core.h"

namespace tw::lists {

enum class NameKind : std::uint8_t { primary, alias, weak_alias, former };
struct ListedName {
  std::string name;
  NameKind kind = NameKind::alias;
};
struct ListedId {
  std::string type;   ///< "INN", "OGRN", "IMO", "Passport"... as the list says when unknown to us.
  std::string value;
};
struct ListedAddress {
  std::string text;
  std::string country;  ///< ISO2 or "".
};

/// One entry of one list. Dates that the list does not give are absent, not guessed.
struct Entry {
  std::string entity_id;  ///< Stable: "<list>-<the list's own number>" ("us_sdn-12345").
  std::string list;       ///< "us_sdn", "us_entity_list", "un_sc"... as in data/law/lists.toml.
  std::string kind;       ///< "organisation", "person", "vessel", "aircraft", "unknown".
  std::vector<ListedName> names;  ///< Never empty; the primary name first.
  std::vector<ListedId> ids;
  std::vector<ListedAddress> addresses;
  std::vector<std::string> countries;   ///< ISO2, of addresses, citizenship or flag.
  std::vector<std::string> programmes;
  std::optional<Date> listed_on;
  std::optional<Date> delisted_on;
  std::string remarks;
  std::string source_line;  ///< Where the entry stands: "line 812", "DATAID 6908555".
};

/// What a reader made of a file. entries + rejected = records of the file.
struct Reading {
  std::string format;  ///< The reader's name: "us_csl_csv".
  std::vector<Entry> entries;
  struct Rejected {
    std::string place;   ///< "line 17".
    std::string reason;
  };
  std::vector<Rejected> rejected;
  std::uint64_t records = 0;
  std::optional<Date> published_on;  ///< As the file says.
  /// Fields that were present but are not kept, with how often.
  std::vector<std::pair<std::string, std::uint64_t>> unread_fields;
};

/// A format we read. One folder in src/lists/ each; the registry is one visible array.
struct Reader {
  std::string_view format;
  std::string_view title;   ///< "US Consolidated Screening List, CSV".
  bool (*recognises)(std::string_view head);  ///< From the first 64 KiB.
  Result<Reading> (*read)(std::string_view bytes, Job const& job);
};
std::span<Reader const> readers();

/// Finds the format by content; an unknown one is an error that names the formats we read.
Result<Reading> read_list(std::string_view bytes, Job const& job);

}  // namespace tw::lists
