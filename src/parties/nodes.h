/// Mentions made ready: analysed, with identifiers, equal ones collapsed into one node.
#pragma once

#include <string>
#include <vector>

#include "tidewaiter/names.h"
#include "tidewaiter/parties.h"

namespace tw::parties {

/// All mentions that compare alike: same words, numbers, form, country and identifiers.
struct Node {
  names::Name name;
  names::Context context;
  std::string signature;                ///< What was compared to collapse; orders nodes.
  std::vector<std::uint32_t> mentions;  ///< Ascending.

  bool is_numbered() const { return !context.identifiers.empty(); }
};

/// Nodes in the order of their signatures, whatever the order of mentions.
Result<std::vector<Node>> make_nodes(std::span<Mention const> mentions, Job const& job);

}  // namespace tw::parties
