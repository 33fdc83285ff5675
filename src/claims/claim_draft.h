/// A claim while its sentence is being read.
#pragma once

#include "claims/tokens.h"

namespace tw::claims {

/// What is known so far, and the first thing that went wrong.
class ClaimDraft {
 public:
  /// The figure and the words before it: ">", "~nearly", "".
  void set_number(FoundNumber const& number, std::string_view compare);
  /// "net_mass_kg*1000", "share_value/100", "shipments".
  void set_measure(std::string_view unit);
  void put(std::string_view column, std::string const& value);
  void party(std::string const& role, PartyFilter const& filter);
  void nationality(std::string const& country);
  /// What stands so far is the whole that a share is of.
  void set_whole();
  /// The claim, or why it is none.
  Result<Claim> finish();

  Claim claim;
  std::string trouble;
};

/// Why a sentence is no claim, with the structured form to fill in.
std::unexpected<Error> no_claim(std::string const& why);

/// Reads tokens from left to right; sentence_parser.cpp.
Result<Claim> parse_figure(Tokens tokens);

}  // namespace tw::claims
