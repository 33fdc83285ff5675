#include <algorithm>
#include <map>
#include <set>

#include <fmt/core.h>

#include "tidewaiter/parties.h"

#include "parties/clusters.h"
#include "parties/edges.h"

namespace tw::parties {
namespace {

constexpr double kSameNumber = 0.99;
constexpr double kSameUncheckedNumber = 0.95;

struct Doubt {
  double score = 0;
  std::string reason;
};
using Doubts = std::map<std::pair<std::uint32_t, std::uint32_t>, Doubt>;

/// Equal numbers: a right one joins whatever the names; an uncheckable one needs a name alike.
void join_by_numbers(std::vector<Node> const& nodes, Clusters& clusters) {
  std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> holders;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    for (auto const& number : nodes[i].context.identifiers) {
      if (number.type == "KPP" || number.type == "BIC") continue;
      holders[{number.type, number.value}].push_back(i);
    }
  }
  for (bool const checked : {true, false}) {
    for (auto const& [number, nodes_with] : holders) {
      for (std::size_t i = 1; i < nodes_with.size(); ++i) {
        auto const& node = nodes[nodes_with[i]];
        auto const own =
            std::ranges::find(node.context.identifiers, number.second, &names::Identifier::value);
        if (own->checked != checked) continue;
        auto const a = clusters.of(nodes_with.front());
        auto const b = clusters.of(nodes_with[i]);
        if (a == b || clusters.numbers_conflict(a, b)) continue;
        if (!checked && clearly_different(nodes[nodes_with.front()], node)) continue;
        clusters.merge(a, b, checked ? kSameNumber : kSameUncheckedNumber,
                       fmt::format("same {} {}", number.first.empty() ? "number" : number.first,
                                   number.second));
      }
    }
  }
}

bool may_merge(Clusters const& clusters, std::uint32_t a, std::uint32_t b) {
  return a != b && !clusters.numbers_conflict(a, b) && !clusters.names_conflict(a, b);
}

/// Strong names among clusters that both have numbers, or both have none.
void join_equals(std::vector<Edge> const& edges, Clusters& clusters, bool numbered) {
  for (auto const& edge : edges) {
    if (!edge.strong) continue;
    auto const a = clusters.of(edge.a);
    auto const b = clusters.of(edge.b);
    if (clusters.is_numbered(a) != numbered || clusters.is_numbered(b) != numbered) continue;
    if (may_merge(clusters, a, b)) clusters.merge(a, b, edge.score, edge.reason);
  }
}

/// A cluster without a number joins the one party of that name; among several it stays alone.
void join_to_numbered(std::vector<Edge> const& edges, Clusters& clusters) {
  struct Choice {
    std::set<std::uint32_t> parties;
    Edge const* best = nullptr;
  };
  std::map<std::uint32_t, Choice> choices;
  for (auto const& edge : edges) {
    if (!edge.strong) continue;
    auto a = clusters.of(edge.a);
    auto b = clusters.of(edge.b);
    if (clusters.is_numbered(a)) std::swap(a, b);
    if (clusters.is_numbered(a) || !clusters.is_numbered(b)) continue;
    auto& choice = choices[a];
    choice.parties.insert(b);
    if (choice.best == nullptr) choice.best = &edge;
  }
  for (auto const& [cluster, choice] : choices) {
    if (choice.parties.size() != 1) continue;
    auto const party = clusters.of(clusters.members(*choice.parties.begin()).front());
    if (may_merge(clusters, cluster, party)) {
      clusters.merge(cluster, party, choice.best->score, choice.best->reason);
    }
  }
}

Doubts doubts_of(std::vector<Edge> const& edges, Clusters const& clusters) {
  Doubts doubts;
  for (auto const& edge : edges) {
    auto const a = clusters.of(edge.a);
    auto const b = clusters.of(edge.b);
    if (a == b || clusters.numbers_conflict(a, b)) continue;
    auto& doubt = doubts[{std::min(a, b), std::max(a, b)}];
    // Edges come best first.
    if (doubt.reason.empty()) doubt = {edge.score, edge.reason};
  }
  return doubts;
}

/// The spelling with most words names a party best; then the one that stands first.
std::uint32_t best_mention(std::vector<std::uint32_t> const& members,
                           std::vector<Node> const& nodes) {
  auto const* best = &nodes[members.front()];
  for (auto const member : members) {
    auto const& node = nodes[member];
    auto const rank = [](Node const& n) {
      return std::tuple(n.name.tokens.size(), !n.name.form_class.empty());
    };
    if (rank(node) > rank(*best) ||
        (rank(node) == rank(*best) && node.mentions.front() < best->mentions.front())) {
      best = &node;
    }
  }
  return best->mentions.front();
}

Resolution written(std::size_t mentions, std::vector<Node> const& nodes, Clusters const& clusters,
                   Doubts const& doubts) {
  Resolution resolution;
  resolution.mentions.resize(mentions);
  std::vector<std::uint32_t> node_of(mentions);
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    for (auto const mention : nodes[i].mentions) node_of[mention] = i;
  }
  constexpr auto kNone = UINT32_MAX;
  std::vector<std::uint32_t> party_of(nodes.size(), kNone);
  for (std::size_t i = 0; i < mentions; ++i) {
    auto const node = node_of[i];
    auto const cluster = clusters.of(node);
    if (party_of[cluster] == kNone) {
      party_of[cluster] = static_cast<std::uint32_t>(resolution.canonical.size());
      resolution.canonical.push_back(best_mention(clusters.members(cluster), nodes));
    }
    auto reason = clusters.reason(node);
    if (reason.empty()) {
      reason =
          nodes[node].mentions.size() > 1 ? "same words, country and numbers" : "only spelling";
    }
    resolution.mentions[i] = {party_of[cluster], clusters.confidence(node), std::move(reason)};
  }
  for (auto const& [pair, doubt] : doubts) {
    auto const a = party_of[pair.first];
    auto const b = party_of[pair.second];
    resolution.possibly_same.push_back({std::min(a, b), std::max(a, b), doubt.score, doubt.reason});
  }
  std::ranges::sort(resolution.possibly_same, [](PossiblySame const& x, PossiblySame const& y) {
    return std::tuple(-x.score, x.party_a, x.party_b) < std::tuple(-y.score, y.party_a, y.party_b);
  });
  return resolution;
}

}  // namespace

Resolution resolve(std::span<Mention const> mentions, Job const& job) {
  ensure(mentions.size() < UINT32_MAX, "mentions are numbered in 32 bits");
  job.begin("parties", mentions.size(), "mentions");
  // An interrupted run gives each mention its own party: the caller asks job.go_on() and throws
  // the answer away.
  auto const interrupted = [&] {
    Resolution each;
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
      each.mentions.push_back({i, 0, "interrupted"});
      each.canonical.push_back(i);
    }
    return each;
  };
  auto const nodes = make_nodes(mentions, job);
  if (!nodes) return interrupted();
  auto const edges = find_edges(*nodes, job);
  if (!edges) return interrupted();
  Clusters clusters(*nodes);
  join_by_numbers(*nodes, clusters);
  join_equals(*edges, clusters, true);
  join_equals(*edges, clusters, false);
  join_to_numbered(*edges, clusters);
  auto resolution = written(mentions.size(), *nodes, clusters, doubts_of(*edges, clusters));
  job.advance(mentions.size());
  job.end();
  return resolution;
}

}  // namespace tw::parties
