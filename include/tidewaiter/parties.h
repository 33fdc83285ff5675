/// parties: which mentions are one party. Two thresholds: *same* and *possibly same*; the second
/// never merges. Works on mentions from anywhere, not on shipments.
#pragma once

#include "tidewaiter/core.h"

namespace tw::parties {

/// A distinct way in which a party is written. Views must outlive the call.
struct Mention {
  std::string_view name;
  std::string_view country = {};          ///< ISO2 or "".
  std::string_view registration_no = {};  ///< As given, or "".
  std::string_view address = {};
};
struct Resolved {
  std::uint32_t party = 0;  ///< Number from 0, in the order of each party's first mention.
  double confidence = 0;    ///< That the mention belongs to the party.
  std::string reason;       ///< "same INN 7701234567", "same name and country".
};
struct PossiblySame {
  std::uint32_t party_a = 0;
  std::uint32_t party_b = 0;
  double score = 0;
  std::string reason;
};
struct Resolution {
  std::vector<Resolved> mentions;        ///< One for each mention, in order.
  std::vector<std::uint32_t> canonical;  ///< For each party: the mention that names it best.
  std::vector<PossiblySame> possibly_same;
};
/// The order of mentions does not change who is with whom. O(n log n) on usual data.
Resolution resolve(std::span<Mention const> mentions, Job const& job);

}  // namespace tw::parties
