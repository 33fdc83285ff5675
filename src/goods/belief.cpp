#include "goods/belief.h"

#include <algorithm>
#include <cmath>

namespace tw::goods {

Beliefs believe(Catalogue const& catalogue, Reading const& reading, DeclaredCode code) {
  constexpr BeliefWeights weights;
  Beliefs beliefs;
  for (auto const& support : reading.supports) {
    beliefs.concepts.push_back({support.owner, weights.softening * support.score, &support});
  }
  // Concepts that only the code names.
  auto const add_from = [&](std::map<std::uint32_t, std::vector<Owner>> const& table,
                            std::uint32_t key) {
    auto const at = table.find(key);
    if (at == table.end()) return;
    for (Owner const owner : at->second) {
      if (std::ranges::find(beliefs.concepts, owner, &Belief::owner) == beliefs.concepts.end()) {
        beliefs.concepts.push_back({owner, 0, nullptr});
      }
    }
  };
  double unknown = weights.softening * weights.unknown_text;
  if (code.is_given()) {
    add_from(catalogue.by_hs6, code.hs6);
    add_from(catalogue.by_heading, code.heading);
    for (auto& belief : beliefs.concepts) {
      double likelihood = code_likelihood(catalogue.concept_of(belief.owner), code, weights.code);
      // A code where a thing may hide says little until a word names the thing.
      if (belief.support == nullptr) likelihood *= likelihood;
      belief.probability += std::log(likelihood);
    }
    unknown += std::log(weights.code.unknown_thing);
  }
  double most = unknown;
  for (auto const& belief : beliefs.concepts) most = std::max(most, belief.probability);
  beliefs.unknown = std::exp(unknown - most);
  double total = beliefs.unknown;
  for (auto& belief : beliefs.concepts) {
    belief.probability = std::exp(belief.probability - most);
    total += belief.probability;
  }
  beliefs.unknown /= total;
  for (auto& belief : beliefs.concepts) belief.probability /= total;
  std::ranges::sort(beliefs.concepts, [](Belief const& a, Belief const& b) {
    return std::pair(-a.probability, a.owner) < std::pair(-b.probability, b.owner);
  });
  return beliefs;
}

}  // namespace tw::goods
