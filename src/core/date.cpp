#include <fmt/core.h>

#include "tidewaiter/core.h"

namespace tw {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (char const c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> Date::from_ymd(int year, unsigned month, unsigned day) {
  std::chrono::year_month_day const ymd{std::chrono::year{year}, std::chrono::month{month},
                                        std::chrono::day{day}};
  if (!ymd.ok()) return std::nullopt;
  return Date{static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count())};
}

std::chrono::year_month_day Date::ymd() const {
  return std::chrono::sys_days{std::chrono::days{days}};
}

std::string Date::iso() const {
  auto const d = ymd();
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(d.year()),
                     static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day()));
}

int Date::month_index() const {
  auto const d = ymd();
  return static_cast<int>(d.year()) * 12 + static_cast<int>(static_cast<unsigned>(d.month())) - 1;
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto const year = digits(text.substr(0, 4));
  auto const month = digits(text.substr(5, 2));
  auto const day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return Date::from_ymd(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string iso_month(int month_index) {
  return fmt::format("{:04}-{:02}", month_index / 12, month_index % 12 + 1);
}

}  // namespace tw
