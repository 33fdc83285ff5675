// Approximate rates from data/reference/fx.csv: month before year before "all times" (pegs).
#include <cmath>
#include <limits>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "reference/lookup_key.h"
#include "reference/rows.h"

namespace tw::reference {
namespace {

constexpr double kNano = 1e9;

std::int64_t usd_nano(double usd_per_unit) {
  ensure(usd_per_unit > 0 && usd_per_unit < 1e6, "a rate of our table is a sensible number");
  return std::llround(usd_per_unit * kNano);
}

/// Keys "RUB 2022-03", "RUB 2022", "AED *".
KeyMap<std::int64_t> read_rates() {
  OwnTable const table("reference/fx.csv");
  auto const code = table.column("currency");
  auto const quote = table.column("quote");
  auto const year = table.column("year");
  auto const rates = table.column("rates");
  KeyMap<std::int64_t> found;
  for (std::size_t i = 0; i < table.size(); ++i) {
    ensure(table.cell(i, quote) == "per_usd" || table.cell(i, quote) == "usd_per",
           "a rate of our table is quoted per_usd or usd_per");
    bool const is_inverse = table.cell(i, quote) == "per_usd";
    auto const prefix = table.cell(i, code) + " " + table.cell(i, year);
    std::string_view rest = table.cell(i, rates);
    bool const is_monthly = rest.find(' ') != std::string_view::npos;
    for (int month = 1; !rest.empty(); ++month) {
      auto const end = std::min(rest.find(' '), rest.size());
      auto const rate = own_real(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      auto const suffix = std::string(month < 10 ? "-0" : "-") + std::to_string(month);
      auto const is_new = found
                              .emplace(is_monthly ? prefix + suffix : prefix,
                                       usd_nano(is_inverse ? 1 / rate : rate))
                              .second;
      ensure(month <= 12 && is_new, "our table has one rate for a month");
    }
  }
  return found;
}

KeyMap<std::int64_t> const& rates() {
  static auto const map = read_rates();
  return map;
}

}  // namespace

std::optional<std::int64_t> usd_rate_nano(std::string_view code, Date on) {
  auto const name = currency(code);
  if (!name) return std::nullopt;
  if (*name == "USD") return static_cast<std::int64_t>(kNano);
  auto const month = iso_month(on.month_index());
  for (auto const& period : {month, month.substr(0, 4), std::string("*")}) {
    if (auto const* rate = find_key(rates(), std::string(*name) + " " + period)) return *rate;
  }
  return std::nullopt;
}

}  // namespace tw::reference
