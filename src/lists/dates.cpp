#include "lists/dates.h"

#include <algorithm>

#include "tidewaiter/text.h"

namespace tw::lists {
namespace {

/// Numbers and words of a text, at most four; more make it unreadable.
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t at = 0;
  while (at < text.size()) {
    auto const begin = text.find_first_not_of(" ./-,\t", at);
    if (begin == std::string_view::npos) break;
    auto const end = std::min(text.find_first_of(" ./-,\t", begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    if (parts.size() > 3) break;
    at = end;
  }
  return parts;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  auto const* const end = text.data() + text.size();
  auto const [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end || value < 0) return std::nullopt;
  return value;
}

/// "Dec", "December", "dec." give 12.
std::optional<int> month(std::string_view word) {
  static constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                                 "may",       "june",     "july",     "august",
                                                 "september", "october",  "november", "december"};
  auto const folded = text::ascii_lowered(word);
  if (folded.size() < 3) return std::nullopt;
  for (int i = 0; i < 12; ++i) {
    if (kMonths[i].starts_with(folded)) return i + 1;
  }
  if (folded == "sept") return 9;
  return std::nullopt;
}

std::optional<Date> day_of(std::optional<int> year, std::optional<int> month_of_year,
                           std::optional<int> day) {
  if (!year || !month_of_year || !day || *year < 1900 || *year > 2200) return std::nullopt;
  return Date::from_ymd(*year, static_cast<unsigned>(*month_of_year), static_cast<unsigned>(*day));
}

}  // namespace

std::optional<Date> read_day(std::string_view text, DayOrder order) {
  text = text::trimmed(text);
  // What follows an ISO date says nothing about the day: "T00:00:09Z", or a bare zone "-04:00".
  if (text.size() > 10 && text[4] == '-' && text[7] == '-' && (text[10] < '0' || text[10] > '9')) {
    text = text.substr(0, 10);
  }
  if (text.size() == 8 && number(text)) {
    return day_of(number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6)));
  }
  auto const parts = parts_of(text);
  if (parts.size() != 3) return std::nullopt;
  if (parts[0].size() == 4) return day_of(number(parts[0]), number(parts[1]), number(parts[2]));
  if (parts[2].size() != 4) return std::nullopt;
  if (auto const named = month(parts[1])) return day_of(number(parts[2]), named, number(parts[0]));
  if (auto const named = month(parts[0])) return day_of(number(parts[2]), named, number(parts[1]));
  auto first = number(parts[0]);
  auto second = number(parts[1]);
  if (order == DayOrder::month_first) std::swap(first, second);
  return day_of(number(parts[2]), second, first);
}

}  // namespace tw::lists
