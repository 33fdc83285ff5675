/// What stands in a mention beside the name: former names, brackets, addresses, numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tidewaiter/names.h"

#include "names/piece.h"

namespace tw::names {

struct Cut {
  std::string name;  ///< Folded, the rest after the cuts.
  std::vector<std::string> former;
  std::vector<std::string> bracketed;  ///< A second way to write the name, in brackets.
  std::vector<Identifier> identifiers;
};
/// Keeps more rather than less: what is not certainly beside the name stays in it.
Cut cut(std::string_view folded);
/// Where an address without commas begins behind a legal form, or `pieces.size()`.
std::size_t address_begin(std::vector<Piece> const& pieces);

}  // namespace tw::names
