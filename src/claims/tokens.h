/// A sentence cut into words, and the small readers over them.
#pragma once

#include "claims/lexicon.h"

namespace tw::claims {

struct Token {
  std::string text;      ///< As written.
  std::string lower;     ///< Folded to lower case without diacritics or typographic marks.
  bool capital = false;  ///< Begins with an upper-case letter or one of a script without cases.
  bool quoted = false;   ///< Stands inside quotation marks: part of a name.
  bool comma_after = false;
};
using Tokens = std::vector<Token>;

Tokens tokens_of(std::string_view sentence);

/// The phrase of `count` words from `at`, in lower case.
std::string phrase(Tokens const& tokens, std::size_t at, std::size_t count);

struct Found {
  std::size_t count = 0;  ///< Words taken; 0: nothing found.
  std::string value;
  explicit operator bool() const { return count != 0; }
};
/// The longest phrase of the kind at a place.
Found longest(Tokens const& tokens, std::size_t at, WordKind kind);
/// A country by name, "the" allowed before it; not an adjective.
Found country_at(Tokens const& tokens, std::size_t at);
/// A run of words that can only be a name.
Found name_at(Tokens const& tokens, std::size_t at);

struct FoundPeriod {
  std::size_t count = 0;
  Period period;
  std::string trouble;  ///< "which year is meant by December", or "".
};
FoundPeriod period_at(Tokens const& tokens, std::size_t at);

struct FoundNumber {
  std::size_t count = 0;
  std::string decimal;
  bool dollars = false;
};
FoundNumber number_at(Tokens const& tokens, std::size_t at);
/// "a quarter of", "two thirds of": the share as a decimal.
Found fraction_at(Tokens const& tokens, std::size_t at);
/// A decimal text times 10^places ("12.5", 3 -> "12500"); places may be negative.
std::string shifted(std::string_view decimal, int places);

}  // namespace tw::claims
