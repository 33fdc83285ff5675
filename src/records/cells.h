/// Single cells of foreign files: placeholders, numbers, dates.
#pragma once

#include "tidewaiter/core.h"

namespace tw::records {

/// White space off both ends, no-break and other Unicode spaces too.
std::string_view trimmed_cell(std::string_view cell);

/// True for the ways to say nothing: "", "-", NULL, N/A, ОТСУТСТВУЕТ, 无... `cell` is trimmed.
bool is_placeholder(std::string_view cell);

enum class CellRead : std::uint8_t { absent, good, unreadable };

struct Amount {
  CellRead read = CellRead::absent;
  std::int64_t units = 0;   ///< The value times 10^scale.
  std::string_view suffix;  ///< Letters after the number: "т", "kg", "USD".
};
/// Reads "1.234,56", "1,234.56", "12,5 т", "1 234,5", "(5.00)", "$ 12", "1.5E+05". One separator
/// with three digits after it ("1,234") is open: `decimal_sign` decides, and when that is 0, a
/// point is a decimal point and a comma groups thousands.
Amount read_amount(std::string_view cell, char decimal_sign, int scale);

/// What the form of a number says about the file's decimal sign: '.', ',' or 0 for nothing.
char decimal_sign_of(std::string_view cell);

enum class DateOrder : std::uint8_t { open, dmy, mdy };

struct DateRead {
  CellRead read = CellRead::absent;
  Date date;
  bool month_only = false;  ///< "Apr 2025": the first of the month stands for it.
};
/// Reads ISO, 31.12.2022, 31/12/2022 (12/31/2022 by `order`), 20221231, 31-Dec-2022, Excel serial
/// days, "Apr 2025", "2025-04", each with a time behind it or not. Years 1980 to 2079.
DateRead read_date(std::string_view cell, DateOrder order);

/// What "12/31/2022" says about the order of day and month: `open` when it leaves it open.
DateOrder date_order_of(std::string_view cell);

}  // namespace tw::records
