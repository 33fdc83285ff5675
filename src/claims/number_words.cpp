// Numbers as sentences write them: "1,000", "12.5", "a dozen", "$10 million".
#include <algorithm>

#include "claims/numbers.h"
#include "claims/tokens.h"

namespace tw::claims {
namespace {

constexpr std::pair<std::string_view, int> kSmall[] = {
    {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
    {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
    {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
    {"eighty", 80},  {"ninety", 90},    {"dozen", 12}};
constexpr std::pair<std::string_view, int> kPowers[] = {{"hundred", 2}, {"thousand", 3}, {"k", 3},
                                                        {"million", 6}, {"mln", 6},      {"mn", 6},
                                                        {"m", 6},       {"billion", 9},  {"bn", 9}};

/// "1,000" and "1,000.5" with commas by threes, "12.5"; nullopt for other writings.
std::optional<std::string> digits_of(std::string_view word) {
  std::string plain;
  auto const point = word.find('.');
  auto const whole = word.substr(0, point);
  if (whole.find(',') == std::string_view::npos) {
    plain = word;
  } else {
    std::size_t since_comma = 0;
    bool comma = false;
    for (char const c : whole) {
      if (c == ',') {
        if (comma ? since_comma != 3 : since_comma == 0 || since_comma > 3) return std::nullopt;
        comma = true;
        since_comma = 0;
      } else {
        plain.push_back(c);
        ++since_comma;
      }
    }
    if (since_comma != 3) return std::nullopt;
    if (point != std::string_view::npos) plain += word.substr(point);
  }
  bool const has_digit = std::ranges::any_of(plain, [](char c) { return c >= '0' && c <= '9'; });
  if (!has_digit || plain.size() > 18 || !units_of(plain)) return std::nullopt;
  return plain;
}

}  // namespace

std::string shifted(std::string_view decimal, int places) {
  auto const point = decimal.find('.');
  std::string digits(decimal.substr(0, point));
  auto at = static_cast<int>(digits.size());
  if (point != std::string_view::npos) digits += decimal.substr(point + 1);
  at += places;
  while (at <= 0) {
    digits.insert(digits.begin(), '0');
    ++at;
  }
  while (at > static_cast<int>(digits.size())) digits.push_back('0');
  auto whole = digits.substr(0, static_cast<std::size_t>(at));
  auto fraction = digits.substr(static_cast<std::size_t>(at));
  while (whole.size() > 1 && whole.front() == '0') whole.erase(0, 1);
  return fraction.empty() ? whole : whole + "." + fraction;
}

FoundNumber number_at(Tokens const& tokens, std::size_t at) {
  FoundNumber found;
  auto i = at;
  auto const word = [&](std::size_t k) {
    return k < tokens.size() ? std::string_view(tokens[k].lower) : std::string_view();
  };
  if (word(i) == "$") {
    found.dollars = true;
    ++i;
  } else if (word(i) == "usd" || (word(i) == "us" && word(i + 1) == "$")) {
    found.dollars = true;
    i += word(i) == "usd" ? 1U : 2U;
  }
  if (word(i) == "a" && (word(i + 1) == "dozen" || word(i + 1) == "hundred" ||
                         word(i + 1) == "thousand" || word(i + 1) == "million")) {
    ++i;
    if (word(i) != "dozen") found.decimal = "1";
  }
  if (found.decimal.empty()) {
    if (auto const digits = digits_of(word(i))) {
      found.decimal = *digits;
    } else {
      auto const small =
          std::ranges::find(kSmall, word(i), &std::pair<std::string_view, int>::first);
      if (small == std::end(kSmall)) return {};
      found.decimal = std::to_string(small->second);
    }
    ++i;
  }
  for (;;) {
    auto const power =
        std::ranges::find(kPowers, word(i), &std::pair<std::string_view, int>::first);
    if (power == std::end(kPowers)) break;
    found.decimal = shifted(found.decimal, power->second);
    if (found.decimal.size() > 24) return {};
    ++i;
  }
  found.count = i - at;
  return found;
}

Found fraction_at(Tokens const& tokens, std::size_t at) {
  static constexpr std::pair<std::string_view, std::string_view> kFractions[] = {
      {"half of", "0.5"},           {"a half of", "0.5"},          {"a third of", "0.333333"},
      {"one third of", "0.333333"}, {"two thirds of", "0.666667"}, {"a quarter of", "0.25"},
      {"one quarter of", "0.25"},   {"three quarters of", "0.75"}, {"a fifth of", "0.2"},
      {"one fifth of", "0.2"},      {"a tenth of", "0.1"}};
  for (auto const& [words, share] : kFractions) {
    auto const count = static_cast<std::size_t>(std::ranges::count(words, ' ')) + 1;
    if (at + count <= tokens.size() && phrase(tokens, at, count) == words) {
      return {count, std::string(share)};
    }
  }
  return {};
}

}  // namespace tw::claims
