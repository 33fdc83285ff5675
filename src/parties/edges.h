/// Pairs of nodes that may be one party, judged.
#pragma once

#include <vector>

#include "parties/nodes.h"

namespace tw::parties {

/// Thresholds, docs/methods/parties.md.
constexpr double kPossiblySame = 0.7;
constexpr double kSame = 0.93;

struct Edge {
  std::uint32_t a = 0;  ///< Node, less than `b`.
  std::uint32_t b = 0;
  double score = 0;
  bool strong = false;  ///< Enough for one party without a number.
  std::string reason;
};

/// All pairs at or above kPossiblySame that blocking finds; best first, then by node.
Result<std::vector<Edge>> find_edges(std::vector<Node> const& nodes, Job const& job);
/// Whether two nodes cannot share a party however the chain between them goes.
bool clearly_different(Node const& a, Node const& b);

}  // namespace tw::parties
