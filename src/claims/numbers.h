/// Exact decimals of claims and sums: texts, compared without floating point.
#pragma once

#include "tidewaiter/claims.h"

namespace tw::claims {

constexpr int kScale = 9;

/// "-12.5" in units of 10^-9; nullopt when it is no plain decimal or has more than 28 digits before
/// the point. Digits past the ninth are rounded away from zero at the half.
std::optional<Int128> units_of(std::string_view decimal);
/// numerator / denominator as a decimal text with six digits, rounded half up; the denominator > 0.
std::string quotient_text(Int128 numerator, Int128 denominator);
/// Half a unit of the last written digit: "12.4" gives 0.05, "1000" gives 0.5.
Int128 half_last_digit(std::string_view decimal);

/// Whether `value_text` bears the claim's comparison with its number; a claim without a number asks
/// whether there is anything at all.
bool bears(Claim const& claim, std::string_view value_text, CheckContext const& context);

}  // namespace tw::claims
