#include "parties/edges.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

namespace tw::parties {
namespace {

constexpr std::size_t kChunk = 64;
constexpr std::size_t kNeighboursMax = 24;
constexpr double kClearlyDifferent = 0.2;

// Any of these leaves a doubt that only a person or a number can settle.
constexpr auto kDoubts = std::to_array<std::string_view>(
    {"legal_form_differs", "country_differs", "form_country_differs", "places_differ",
     "extra_place", "extra_word", "extra_words_both", "numbers_differ", "number_extra",
     "kind_differs", "person_names_differ", "person_one_name_only", "identifier_differs",
     "only_weak_words", "weak_words_differ", "acronym", "initial"});

struct Phrase {
  std::string_view feature;
  std::string_view words;
};
constexpr auto kPhrases = std::to_array<Phrase>({
    {"legal_form_differs", "the legal form differs"},
    {"country_differs", "the country differs"},
    {"form_country_differs", "the country of the legal form differs"},
    {"places_differ", "the places differ"},
    {"extra_place", "a place more"},
    {"extra_word", "a word more"},
    {"extra_words_both", "other words"},
    {"numbers_differ", "the numbers differ"},
    {"number_extra", "a number more"},
    {"extra_weak_word", "a business word more"},
    {"weak_words_differ", "other business words"},
    {"person_extra_name", "a name more"},
    {"word_typo", "spelling"},
    {"acronym", "initials"},
    {"initial", "initials"},
    {"former_name", "former name"},
    {"identifier_equal_unchecked", "same registration number"},
    {"identifier_equal", "same registration number"},
});

bool has_doubt(names::Comparison const& comparison) {
  return std::ranges::any_of(comparison.reasons, [](names::Reason const& reason) {
    return std::ranges::find(kDoubts, reason.feature) != kDoubts.end();
  });
}

bool names_agree(names::Comparison const& comparison) {
  return std::ranges::any_of(comparison.reasons, [](names::Reason const& reason) {
    return reason.feature == "all_words_matched" || reason.feature == "weak_words_all";
  });
}

/// A word spelled otherwise is the same firm's only beside a distinguishing word that agrees.
bool is_blurred(names::Comparison const& comparison) {
  constexpr double kDistinguishing = 2.5;
  bool blurred = false;
  bool certain = false;
  for (auto const& reason : comparison.reasons) {
    blurred = blurred || reason.feature == "word_typo" || reason.feature == "word_skeleton";
    bool const agrees = reason.feature == "word_exact" || reason.feature == "word_romanised" ||
                        reason.feature == "identifier_equal_unchecked";
    certain = certain || (agrees && reason.weight >= kDistinguishing);
  }
  return blurred && !certain;
}

std::string reason_of(names::Comparison const& comparison, Node const& a, Node const& b) {
  std::string text;
  for (auto const& reason : comparison.reasons) {
    auto const* phrase = std::ranges::find(kPhrases, reason.feature, &Phrase::feature);
    if (phrase == kPhrases.end()) continue;
    if (!text.empty()) text += "; ";
    text += fmt::format("{} ({})", phrase->words, reason.detail);
  }
  bool const country = !a.context.country.empty() && a.context.country == b.context.country;
  auto const* const start = country ? "same name and country" : "same name";
  return text.empty() ? start : fmt::format("similar name: {}", text);
}

Edge edge_of(std::uint32_t a, std::uint32_t b, names::Comparison const& comparison,
             std::vector<Node> const& nodes) {
  Edge edge{std::min(a, b), std::max(a, b), comparison.score, false, {}};
  edge.strong = comparison.score >= kSame && names_agree(comparison) && !has_doubt(comparison) &&
                !is_blurred(comparison);
  edge.reason = reason_of(comparison, nodes[a], nodes[b]);
  return edge;
}

names::Index index_of(std::vector<Node> const& nodes) {
  names::Index index;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) index.add(i, nodes[i].name, nodes[i].context);
  index.freeze();
  return index;
}

}  // namespace

Result<std::vector<Edge>> find_edges(std::vector<Node> const& nodes, Job const& job) {
  auto const index = index_of(nodes);
  TW_CHECK(job.go_on());
  std::vector<std::vector<Edge>> found(nodes.size());
  parallel_chunks(nodes.size(), kChunk, job.threads, [&](std::size_t begin, std::size_t end) {
    if (!job.go_on()) return;
    for (std::size_t i = begin; i < end; ++i) {
      if (nodes[i].name.tokens.empty()) continue;
      auto const at = static_cast<std::uint32_t>(i);
      auto const near =
          index.search(nodes[i].name, nodes[i].context, kPossiblySame, kNeighboursMax);
      for (auto const& candidate : near) {
        if (candidate.entry == at) continue;
        found[i].push_back(edge_of(at, candidate.entry, candidate.comparison, nodes));
      }
    }
  });
  TW_CHECK(job.go_on());
  std::vector<Edge> edges;
  for (auto& some : found) {
    std::ranges::move(some, std::back_inserter(edges));
    some = {};
  }
  auto const by_nodes = [](Edge const& edge) { return std::pair(edge.a, edge.b); };
  std::ranges::sort(edges, {}, by_nodes);
  auto const repeated = std::ranges::unique(edges, {}, by_nodes);
  edges.erase(repeated.begin(), repeated.end());
  std::ranges::stable_sort(edges, std::ranges::greater{}, &Edge::score);
  return edges;
}

bool clearly_different(Node const& a, Node const& b) {
  // Numbers are the cluster's matter; here the names alone speak.
  names::Context const about_a{a.context.country, {}};
  names::Context const about_b{b.context.country, {}};
  return names::compare(a.name, b.name, about_a, about_b).score < kClearlyDifferent;
}

}  // namespace tw::parties
