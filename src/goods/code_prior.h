/// What a declared HS code says about what the thing is.
#pragma once

#include "goods/catalogue.h"

namespace tw::goods {

/// A declared code as far as it goes.
struct DeclaredCode {
  std::uint32_t hs6 = 0;      ///< 0 when fewer than six digits were given.
  std::uint32_t heading = 0;  ///< 8542; 0 when there is no code.

  bool is_given() const { return heading != 0; }
};
DeclaredCode read_code(std::string_view hs_code);

/// How likely a declarant writes this code for a thing of the concept.
struct CodeWeights {
  double heading_share = 0.3;   ///< Another subheading of a heading of the concept.
  double chapter = 0.03;        ///< Another heading of a chapter of the concept.
  double elsewhere = 0.003;     ///< A code that has nothing to do with it.
  double unknown_thing = 0.05;  ///< A thing that no word names, under any code.
};
double code_likelihood(Concept const& c, DeclaredCode code, CodeWeights const& weights);

/// 1: the code is one of the concept's; 0: it is not the thing's code at all.
double code_fits(Concept const& c, DeclaredCode code);

}  // namespace tw::goods
