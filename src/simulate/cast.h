/// The article's stand-ins and who of them is on a list.
#pragma once

#include "simulate/world.h"

namespace tw::simulate {

/// Key of data/simulate/cast.psv -> firm.
using Cast = std::map<std::string, FirmNo, std::less<>>;

Cast add_cast(Firms& firms, Random& random);
/// Fills `draft.watchlist`: the cast's listings, invented listed traders with rows of their own,
/// and listed firms that trade nothing.
void add_watchlist(Draft& draft, Cast const& cast, Random& random);
/// Some ordinary rows of the listed traders; call after `firms.finish()`.
void plant_listed_traders(Draft& draft, Random& random);

}  // namespace tw::simulate
