/// What the header of a column says, word by word: data/records/header_words.csv and
/// header_rules.csv.
#pragma once

#include <map>
#include <set>

#include "tidewaiter/core.h"

namespace tw::records {

using Tags = std::set<std::string, std::less<>>;

/// The form in which headers are compared: folded words, one space between them.
std::string header_key(std::string_view header);

struct HeaderWords {
  Tags tags;               ///< "mass", "net", "consignor"; never `noise`.
  std::string currency;    ///< "USD" when a word names one.
  std::string unit;        ///< "t", "1000".
  double known_share = 0;  ///< Of the header's words, how many the dictionary knows.
};
HeaderWords header_words(std::string_view header);

/// What a header means by itself. `slot` is a field of the schema, or a meaning that only the
/// whole file can place ("partner_country", "local_port"), or empty.
struct HeaderMeaning {
  HeaderWords words;
  std::string slot;
  std::string party;  ///< The party word when the slot is of a party: "importer".
  std::string part;   ///< "name", "address"...
  double rank = 9;    ///< 1 is the best source of the slot within a file.
};
HeaderMeaning header_meaning(std::string_view header);

}  // namespace tw::records
