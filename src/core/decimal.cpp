#include <algorithm>
#include <limits>

#include "tidewaiter/core.h"

namespace tw {
namespace {

constexpr std::int64_t kUnitsMax = 999'999'999'999'999'999;  // DECIMAL(18): 18 nines.

Int128 power_of_ten(int exponent) {
  Int128 value = 1;
  for (int i = 0; i < exponent; ++i) value *= 10;
  return value;
}

/// Quotient rounded half away from zero; `divisor` is positive.
Int128 rounded_quotient(Int128 value, Int128 divisor) {
  Int128 const half = divisor / 2;
  return value >= 0 ? (value + half) / divisor : -((-value + half) / divisor);
}

/// The significant digits of a decimal text and where its point stands.
struct Scan {
  bool negative = false;
  Int128 digits = 0;    ///< All digits as one integer, as far as they fit.
  int after_point = 0;  ///< How many of them stand after the point.
  bool cut = false;     ///< A non-zero digit did not fit and was dropped.
  int dropped = 0;      ///< Digits before the point that did not fit.
};

/// Reads "-12.50e3"; false when it is not of that form.
bool scan_decimal(std::string_view text, Scan& scan) {
  constexpr Int128 kDigitsMax = static_cast<Int128>(1) << 100;
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) scan.negative = text[at++] == '-';
  bool seen_digit = false;
  bool seen_point = false;
  for (; at < text.size(); ++at) {
    char const c = text[at];
    if (c == '.' && !seen_point) {
      seen_point = true;
      continue;
    }
    if (c < '0' || c > '9') break;
    seen_digit = true;
    if (scan.digits < kDigitsMax) {
      scan.digits = scan.digits * 10 + (c - '0');
      if (seen_point) ++scan.after_point;
    } else {
      scan.cut = scan.cut || c != '0';
      if (!seen_point) ++scan.dropped;
    }
  }
  if (!seen_digit) return false;
  if (at == text.size()) return true;
  if (text[at] != 'e' && text[at] != 'E') return false;
  ++at;
  if (at < text.size() && text[at] == '+') ++at;
  int exponent = 0;
  auto const [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), exponent);
  if (error != std::errc{} || end != text.data() + text.size()) return false;
  if (exponent > 100 || exponent < -100) return false;
  scan.after_point -= exponent;
  return true;
}

}  // namespace

DecimalRead read_decimal(std::string_view text, int scale, std::int64_t& units) {
  Scan scan;
  if (!scan_decimal(text, scan)) return DecimalRead::malformed;
  if (scan.digits == 0) {
    units = 0;
    return scan.cut ? DecimalRead::rounded : DecimalRead::exact;
  }
  int const shift = scale - scan.after_point + scan.dropped;
  Int128 value = scan.digits;
  bool rounded = scan.cut;
  if (shift > 0) {
    if (shift > 18 || value > kUnitsMax / power_of_ten(shift)) return DecimalRead::overflow;
    value *= power_of_ten(shift);
  } else if (shift < 0) {
    // Past 37 digits the quotient is 0 whatever the digits were.
    Int128 const divisor = power_of_ten(std::min(-shift, 37));
    rounded = rounded || value % divisor != 0;
    value = rounded_quotient(value, divisor);
  }
  if (value > kUnitsMax) return DecimalRead::overflow;
  units = static_cast<std::int64_t>(scan.negative ? -value : value);
  return rounded ? DecimalRead::rounded : DecimalRead::exact;
}

std::string decimal_text(Int128 units, int scale) {
  ensure(scale >= 0 && scale <= 37, "a decimal scale is between 0 and 37");
  bool const negative = units < 0;
  // The magnitude of the smallest value does not fit a signed number.
  auto magnitude =
      negative ? -static_cast<unsigned __int128>(units) : static_cast<unsigned __int128>(units);
  std::string reversed;
  bool started = false;
  for (int place = 0; magnitude != 0 || place <= scale; ++place) {
    if (place == scale && started) reversed += '.';
    auto const digit = static_cast<char>('0' + static_cast<int>(magnitude % 10));
    magnitude /= 10;
    started = started || digit != '0' || place >= scale;
    if (started) reversed += digit;
  }
  if (negative) reversed += '-';
  std::ranges::reverse(reversed);
  return reversed;
}

std::optional<std::int64_t> multiply_units(std::int64_t a, std::int64_t b, int scale) {
  Int128 const product = rounded_quotient(static_cast<Int128>(a) * b, power_of_ten(scale));
  if (product > kUnitsMax || product < -kUnitsMax) return std::nullopt;
  return static_cast<std::int64_t>(product);
}

}  // namespace tw
