/// Claims that a party is under someone's sanctions.
#pragma once

#include "tidewaiter/claims.h"

namespace tw::claims {

Result<CheckedClaim> check_listing(CheckedClaim out, CheckContext const& context);

}  // namespace tw::claims
