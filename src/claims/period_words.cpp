// Periods as sentences write them: "between June and December 2022", "by the end of 2022".
#include <algorithm>

#include "claims/tokens.h"

namespace tw::claims {
namespace {

constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
constexpr std::string_view kShort[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                       "jul", "aug", "sep", "oct", "nov", "dec"};

/// Reads months and years one after another from a place.
struct Cursor {
  Tokens const& tokens;
  std::size_t at;

  std::string_view word(std::size_t ahead = 0) const {
    return at + ahead < tokens.size() ? std::string_view(tokens[at + ahead].lower)
                                      : std::string_view();
  }
  bool take(std::string_view words) {
    std::size_t ahead = 0;
    for (std::size_t from = 0; from <= words.size();) {
      auto const end = std::min(words.find(' ', from), words.size());
      if (word(ahead++) != words.substr(from, end - from)) return false;
      from = end + 1;
    }
    at += ahead;
    return true;
  }
  bool take_any(std::initializer_list<std::string_view> choices) {
    return std::ranges::any_of(choices, [&](auto words) { return take(words); });
  }
  /// 1 to 12.
  std::optional<int> month() {
    // "may" in lower case is the verb.
    if (at >= tokens.size() || !tokens[at].capital) return std::nullopt;
    for (int m = 0; m < 12; ++m) {
      if (word() == kMonths[m] || word() == kShort[m]) return ++at, m + 1;
    }
    return std::nullopt;
  }
  std::optional<int> year() {
    auto const text = word();
    if (text.size() != 4 || !(text.starts_with("19") || text.starts_with("20")))
      return std::nullopt;
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + 4, value);
    if (error != std::errc() || end != text.data() + 4) return std::nullopt;
    ++at;
    return value;
  }
  /// "2022-12".
  std::optional<int> iso_month_index() {
    auto const text = word();
    if (text.size() != 7) return std::nullopt;
    auto const date = parse_iso_date(std::string(text) + "-01");
    if (!date) return std::nullopt;
    ++at;
    return date->month_index();
  }
};

int index(int year, int month) { return year * 12 + month - 1; }

/// A part of a year: "the second half of 2022", "Q4 2022", "2022", "December 2022".
struct Part {
  int first = 0, last = 0;
  bool year_missing = false;
  int month = 0;  ///< Of a month without a year.
};
std::optional<Part> part(Cursor& cursor) {
  auto const saved = cursor.at;
  if (auto const month = cursor.iso_month_index()) return Part{.first = *month, .last = *month};
  static constexpr std::pair<std::string_view, std::pair<int, int>> kPieces[] = {
      {"first half", {1, 6}},
      {"second half", {7, 12}},
      {"first quarter", {1, 3}},
      {"second quarter", {4, 6}},
      {"third quarter", {7, 9}},
      {"fourth quarter", {10, 12}},
      {"last quarter", {10, 12}},
      {"q1", {1, 3}},
      {"q2", {4, 6}},
      {"q3", {7, 9}},
      {"q4", {10, 12}},
      {"h1", {1, 6}},
      {"h2", {7, 12}}};
  cursor.take("the");
  for (auto const& [words, months] : kPieces) {
    if (!cursor.take(words)) continue;
    cursor.take("of");
    if (auto const year = cursor.year()) {
      return Part{.first = index(*year, months.first), .last = index(*year, months.second)};
    }
    cursor.at = saved;
    return std::nullopt;
  }
  if (cursor.take("year") || cursor.take("whole of") || cursor.take("course of")) {}
  if (auto const month = cursor.month()) {
    cursor.take("of");
    if (auto const year = cursor.year()) {
      return Part{.first = index(*year, *month), .last = index(*year, *month)};
    }
    return Part{.year_missing = true, .month = *month};
  }
  if (auto const year = cursor.year())
    return Part{.first = index(*year, 1), .last = index(*year, 12)};
  cursor.at = saved;
  return std::nullopt;
}

/// Two parts with a word between; a first month without a year takes the second's.
std::optional<Period> range(Cursor& cursor, std::initializer_list<std::string_view> between) {
  auto const saved = cursor.at;
  auto first = part(cursor);
  if (first && cursor.take_any(between)) {
    cursor.take("the end of");
    auto const last = part(cursor);
    if (last && !last->year_missing) {
      if (first->year_missing) {
        first->first = index(last->last / 12, first->month);
        if (first->first > last->first) first->first -= 12;
      }
      return Period{.first = first->first, .last = last->last};
    }
  }
  cursor.at = saved;
  return std::nullopt;
}

std::string_view month_name(int month) { return kMonths[static_cast<std::size_t>(month - 1)]; }

std::string no_year(int month) {
  return "It does not say which year is meant by " + std::string(month_name(month)) + ".";
}

/// "5 December": figures are by months.
bool is_day(Cursor cursor) {
  auto const text = cursor.word();
  bool const number = !text.empty() && text.size() <= 2 &&
                      std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  ++cursor.at;
  return number && cursor.month().has_value();
}

/// After "by", "before", "since": one side stays open.
FoundPeriod one_sided(Cursor& cursor, std::size_t start, bool ends, int shift) {
  cursor.take_any({"the end of", "end of", "the beginning of"});
  auto const found = part(cursor);
  if (!found) return {};
  if (found->year_missing) {
    return {.count = cursor.at - start, .period = {}, .trouble = no_year(found->month)};
  }
  if (!ends) cursor.take_any({"onwards", "onward", "on"});
  Period period;
  if (ends) {
    // "before June" ends in May, "before 2022" in December 2021.
    period.last = shift != 0 ? found->first - 1 : found->last;
  } else {
    period.first = shift != 0 ? found->last + 1 : found->first;
  }
  return {.count = cursor.at - start, .period = period, .trouble = {}};
}

}  // namespace

FoundPeriod period_at(Tokens const& tokens, std::size_t at) {
  Cursor cursor{tokens, at};
  auto const done = [&](Period const& period) {
    return FoundPeriod{.count = cursor.at - at, .period = period, .trouble = {}};
  };
  if (cursor.take("between")) {
    if (auto const found = range(cursor, {"and"})) return done(*found);
    return {};
  }
  if (cursor.take("from")) {
    if (auto const found = range(cursor, {"to", "through", "until", "till", "-"}))
      return done(*found);
    cursor.at = at + 1;
    auto const open = one_sided(cursor, at, false, 0);
    return open.count != 0 && open.trouble.empty() ? open : FoundPeriod{};
  }
  if (cursor.take("since")) return one_sided(cursor, at, false, 0);
  if (cursor.take("after")) return one_sided(cursor, at, false, 1);
  if (cursor.take("before")) return one_sided(cursor, at, true, 1);
  if (cursor.take_any({"by", "until", "till", "up to"})) return one_sided(cursor, at, true, 0);
  cursor.take("on");
  if (is_day(cursor)) {
    return {.count = cursor.at + 2 - at,
            .period = {},
            .trouble = "It speaks of a day; figures are by months."};
  }
  cursor.at = at;
  bool const led =
      cursor.take_any({"in", "during", "throughout", "over", "for", "of", "within", "through"});
  if (led) cursor.take_any({"the course of", "the whole of", "all of", "the period", "both"});
  if (auto const found = range(cursor, {"and", "to", "through", "-", "until"})) return done(*found);
  auto const found = part(cursor);
  if (!found) return {};
  if (found->year_missing) {
    return {.count = cursor.at - at, .period = {}, .trouble = no_year(found->month)};
  }
  return done({.first = found->first, .last = found->last});
}

}  // namespace tw::claims
