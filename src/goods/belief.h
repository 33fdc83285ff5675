/// The beliefs that text and code leave, over concepts and "some other thing".
#pragma once

#include "goods/code_prior.h"
#include "goods/reading.h"

namespace tw::goods {

struct Belief {
  Owner owner = 0;
  double probability = 0;
  Support const* support = nullptr;  ///< Null when only the code speaks for the concept.
};

struct Beliefs {
  std::vector<Belief> concepts;  ///< Likeliest first; ties by owner.
  double unknown = 1.0;          ///< That the thing is none of them.
};

/// Every weight of this step by its name; docs/methods/goods.md says where they come from.
struct BeliefWeights {
  double unknown_text = 1.2;  ///< Log-odds a text must bring before we name a thing.
  double softening = 0.85;    ///< Scores times this: terms are not independent.
  CodeWeights code;
};

/// Text and code together; an empty reading or an absent code just says nothing.
Beliefs believe(Catalogue const& catalogue, Reading const& reading, DeclaredCode code);

}  // namespace tw::goods
