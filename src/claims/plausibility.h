/// Whether the figures of a claim can be: unit values, slips of the decimal point.
#pragma once

#include "claims/where.h"

namespace tw::claims {

/// One line, "" when there is nothing to compare. `value` is the default reading's.
Result<std::string> plausibility(Claim const& claim, std::optional<std::string> const& value,
                                 Scene const& scene, Where const& where, Choices const& choices,
                                 CheckContext const& context);

}  // namespace tw::claims
