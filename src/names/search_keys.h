/// Hashes under which a name is found again.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tidewaiter/names.h"

namespace tw::names {

/// A hash that a listed name and a query share when words of theirs may agree. `word` numbers the
/// query's words, so that several ways to find one word count once.
struct SearchKey {
  std::uint64_t hash = 0;
  std::uint16_t word = 0;
  float information = 0;  ///< The most that an agreement found this way is worth.
};

/// For an index entry: hashes only, sorted, distinct.
std::vector<std::uint64_t> listed_keys(Name const& name);
/// For a query, ordered by word.
std::vector<SearchKey> query_keys(Name const& name);

/// Of a registration number.
std::uint64_t identifier_key(std::string_view value);

}  // namespace tw::names
