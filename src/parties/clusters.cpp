#include "parties/clusters.h"

#include <algorithm>

#include "parties/edges.h"

namespace tw::parties {
namespace {

constexpr std::size_t kWitnesses = 8;  // Members of each side that are heard before a merge.

/// Kinds of which a firm has one.
bool is_unique(names::Identifier const& number) {
  return number.checked && number.type != "KPP" && number.type != "BIC" && number.type != "LEI";
}

}  // namespace

Clusters::Clusters(std::vector<Node> const& nodes)
    : nodes_(nodes),
      cluster_of_(nodes.size()),
      members_(nodes.size()),
      numbers_(nodes.size()),
      confidences_(nodes.size(), 1.0),
      reasons_(nodes.size()) {
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    cluster_of_[i] = i;
    members_[i] = {i};
    numbers_[i] = nodes[i].context.identifiers;
  }
}

std::uint32_t Clusters::of(std::uint32_t node) const { return cluster_of_[node]; }

bool Clusters::numbers_conflict(std::uint32_t a, std::uint32_t b) const {
  for (auto const& x : numbers_[a]) {
    if (!is_unique(x)) continue;
    for (auto const& y : numbers_[b]) {
      if (is_unique(y) && x.type == y.type && x.value != y.value) return true;
    }
  }
  return false;
}

bool Clusters::names_conflict(std::uint32_t a, std::uint32_t b) const {
  auto const witnesses = [&](std::uint32_t cluster) {
    return std::span(members_[cluster]).first(std::min(members_[cluster].size(), kWitnesses));
  };
  for (auto const x : witnesses(a)) {
    for (auto const y : witnesses(b)) {
      if (clearly_different(nodes_[x], nodes_[y])) return true;
    }
  }
  return false;
}

void Clusters::explain(std::uint32_t node, double confidence, std::string const& reason) {
  confidences_[node] = std::min(confidences_[node], confidence);
  if (reasons_[node].empty()) reasons_[node] = reason;
}

void Clusters::merge(std::uint32_t a, std::uint32_t b, double confidence,
                     std::string const& reason) {
  ensure(a != b && !members_[a].empty() && !members_[b].empty(), "two living clusters are merged");
  // The smaller moves; equal sizes by number, so that the result does not depend on the call.
  if (std::pair(members_[a].size(), b) < std::pair(members_[b].size(), a)) std::swap(a, b);
  for (auto const node : members_[b]) {
    cluster_of_[node] = a;
    explain(node, confidence, reason);
  }
  if (members_[a].size() == 1) explain(members_[a].front(), confidence, reason);
  std::vector<std::uint32_t> all;
  std::ranges::merge(members_[a], members_[b], std::back_inserter(all));
  members_[a] = std::move(all);
  members_[b] = {};
  for (auto& number : numbers_[b]) {
    if (std::ranges::find(numbers_[a], number) == numbers_[a].end()) {
      numbers_[a].push_back(std::move(number));
    }
  }
  numbers_[b] = {};
}

}  // namespace tw::parties
