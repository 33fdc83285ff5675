/// Days as lists write them.
#pragma once

#include "tidewaiter/core.h"

namespace tw::lists {

/// Which number comes first in "04/05/2022".
enum class DayOrder { day_first, month_first };

/// Reads "2021-12-16", "2021-12-16T00:00:09Z", "20211216", "16 Dec 2021", "12.9.2014", and
/// "04/05/2022" by `order`. A year or a month alone, "circa 1970" and impossible days are absent:
/// a day is never guessed.
std::optional<Date> read_day(std::string_view text, DayOrder order = DayOrder::day_first);

}  // namespace tw::lists
