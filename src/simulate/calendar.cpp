#include <algorithm>

#include "simulate/world.h"

namespace tw::simulate {
namespace {

/// January to December: trade is slow after New Year and busy before it.
constexpr std::array<double, 12> kSeason = {0.80, 0.88, 1.00, 1.00, 0.98, 1.00,
                                            0.97, 0.98, 1.05, 1.08, 1.12, 1.22};

/// What 2022 did to each file: Russian imports dip in spring, Turkish exports rise from summer.
double trend(FileKind file, int month) {
  bool const dip = month >= 2022 * 12 + 2 && month <= 2022 * 12 + 4;
  bool const after = month >= 2022 * 12 + 6;
  switch (file) {
    case FileKind::ru: return dip ? 0.65 : 1.0;
    case FileKind::tr: return after ? 1.35 : 1.0;
    case FileKind::en: return after ? 1.25 : 1.0;
  }
  return 1.0;
}

Date day_one(int month) {
  auto const date = Date::from_ymd(month / 12, static_cast<unsigned>(month % 12 + 1), 1);
  ensure(date.has_value(), "every month has a first day");
  return *date;
}

}  // namespace

Calendar::Calendar(FileKind file, std::uint64_t rows) {
  std::array<double, kMonths + 1> sums{};
  for (int m = 0; m < kMonths; ++m) {
    int const month = kFirstMonth + m;
    sums[static_cast<std::size_t>(m) + 1] =
        sums[static_cast<std::size_t>(m)] +
        kSeason[static_cast<std::size_t>(month % 12)] * trend(file, month);
  }
  for (std::size_t m = 0; m <= kMonths; ++m) {
    first_row_[m] = static_cast<std::uint64_t>(sums[m] / sums[kMonths] * static_cast<double>(rows));
  }
  first_row_[kMonths] = rows;
}

Date Calendar::date_of(std::uint64_t row) const {
  auto const after = std::upper_bound(first_row_.begin(), first_row_.end() - 1, row);
  auto const m = static_cast<std::size_t>(after - first_row_.begin()) - 1;
  int const month = kFirstMonth + static_cast<int>(m);
  auto const begin = day_one(month).days;
  auto const days = static_cast<std::uint64_t>(day_one(month + 1).days - begin);
  auto const rows = first_row_[m + 1] - first_row_[m];
  auto const day = rows == 0 ? 0 : (row - first_row_[m]) * days / rows;
  return {begin + static_cast<std::int32_t>(std::min(day, days - 1))};
}

std::uint64_t Calendar::row_of(Date date) const {
  std::uint64_t low = 0;
  std::uint64_t high = first_row_[kMonths];
  while (low < high) {
    auto const middle = (low + high) / 2;
    if (date_of(middle) < date) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace tw::simulate
