#include "claims/numbers.h"

#include <algorithm>

namespace tw::claims {
namespace {

constexpr Int128 power_of_ten(int digits) {
  Int128 power = 1;
  for (int i = 0; i < digits; ++i) power *= 10;
  return power;
}
constexpr Int128 kOne = power_of_ten(kScale);

Int128 magnitude(Int128 value) { return value < 0 ? -value : value; }

/// A share of the number below one, else an amount in the number's own unit.
Int128 allowance(Claim const& claim, Int128 number, double fallback) {
  if (claim.tolerance) {
    auto const tolerance = units_of(*claim.tolerance).value_or(0);
    if (tolerance >= kOne) return tolerance;
    // Both are below 2^127 / 10^9 for any number that a claim can hold.
    return magnitude(number) / 1'000'000 * (tolerance / 1000);
  }
  return magnitude(number) / 1'000'000 * static_cast<Int128>(fallback * 1e6 + 0.5);
}

}  // namespace

std::optional<Int128> units_of(std::string_view decimal) {
  bool const negative = decimal.starts_with('-');
  if (negative || decimal.starts_with('+')) decimal.remove_prefix(1);
  auto const point = decimal.find('.');
  auto const whole = decimal.substr(0, point);
  auto const fraction =
      point == std::string_view::npos ? std::string_view() : decimal.substr(point + 1);
  auto const all_digits = [](std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  };
  if ((whole.empty() && fraction.empty()) || whole.size() > 28 || !all_digits(whole) ||
      !all_digits(fraction)) {
    return std::nullopt;
  }
  Int128 units = 0;
  for (char const c : whole) units = units * 10 + (c - '0');
  for (std::size_t i = 0; i < kScale; ++i) {
    units = units * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
  }
  if (fraction.size() > kScale && fraction[kScale] >= '5') ++units;
  return negative ? -units : units;
}

std::string quotient_text(Int128 numerator, Int128 denominator) {
  ensure(denominator > 0, "a share has a positive whole");
  bool const negative = numerator < 0;
  Int128 rest = magnitude(numerator);
  Int128 units = rest / denominator;
  rest %= denominator;
  // Digit by digit: numerator * 10^6 could pass 128 bits.
  for (int i = 0; i < 7; ++i) {
    rest *= 10;
    units = units * 10 + rest / denominator;
    rest %= denominator;
  }
  units = (units + 5) / 10;
  return decimal_text(negative ? -units : units, 6);
}

Int128 half_last_digit(std::string_view decimal) {
  auto const point = decimal.find('.');
  auto const digits = point == std::string_view::npos
                          ? 0
                          : std::min<int>(kScale, static_cast<int>(decimal.size() - point - 1));
  return power_of_ten(kScale - digits) / 2;
}

bool bears(Claim const& claim, std::string_view value_text, CheckContext const& context) {
  auto const value = units_of(value_text);
  ensure(value.has_value(), "a reading's value is a decimal");
  if (claim.number.empty()) return *value > 0;
  auto const number = units_of(claim.number);
  ensure(number.has_value(), "a claim's number is a decimal");
  auto const off = magnitude(*value - *number);
  switch (claim.comparator) {
    case Comparator::more: return *value > *number;
    case Comparator::less: return *value < *number;
    case Comparator::at_least: return *value >= *number;
    case Comparator::at_most: return *value <= *number;
    case Comparator::none:
    case Comparator::equal:
      if (claim.tolerance) return off <= allowance(claim, *number, 0);
      return off <= half_last_digit(claim.number);
    case Comparator::about: break;
  }
  if (claim.hedge == "nearly" && !claim.tolerance) {
    auto const below = allowance(claim, *number, context.nearly_tolerance);
    auto const above = allowance(claim, *number, context.nearly_tolerance / 10);
    return *value >= *number - below && *value <= *number + above;
  }
  return off <= allowance(claim, *number, context.about_tolerance);
}

}  // namespace tw::claims
