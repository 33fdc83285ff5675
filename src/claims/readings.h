/// The defensible ways to count a claim, and their values.
#pragma once

#include "claims/where.h"

namespace tw::claims {

struct Variant {
  Choices choices;
  std::string name;
  std::string meaning;
  bool open = false;  ///< The claim's own words leave this reading open.
};

struct Plan {
  std::vector<Variant> variants;  ///< The default first.
  std::string default_why;
};
/// `repeats`: whether declarations of the claim stand in more than one file.
Plan plan_of(Claim const& claim, Scene const& scene, bool repeats);

/// Whether some declaration that the claim selects stands in several sources.
Result<bool> has_repeats(Claim const& claim, Scene const& scene, Where const& where,
                         Choices const& choices);
/// The choices of the default before repeats are known.
Choices default_choices(Claim const& claim, Scene const& scene);

/// The value of one variant. `unfilled` gets the number of rows without the measured figure.
Result<Reading> evaluate(Claim const& claim, Variant const& variant, Scene const& scene,
                         Where const& where, std::uint64_t& unfilled);

/// "kg", "USD", "declarations" ...
std::string unit_of(Claim const& claim, Choices const& choices);
/// The column that the claim sums; "" when it counts.
std::string measured_column(Claim const& claim, Choices const& choices);

}  // namespace tw::claims
