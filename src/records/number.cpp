#include <algorithm>

#include "tidewaiter/text.h"

#include "records/cells.h"

namespace tw::records {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes of a sign of grouping that is neither point nor comma: space, apostrophe, no-break space.
std::size_t spacer(std::string_view s) {
  if (s.starts_with(' ') || s.starts_with('\'')) return 1;
  if (s.starts_with("\xC2\xA0")) return 2;
  if (s.starts_with("\xE2\x80\xAF") || s.starts_with("\xE2\x80\x89") ||
      s.starts_with("\xE2\x80\x99")) {
    return 3;
  }
  return 0;
}

/// A number taken apart: digits with '.' and ',' where they stood, spaces of grouping left out.
struct Parts {
  std::string body;
  bool negative = false;
  bool grouped = false;  ///< Spaces or apostrophes grouped the digits.
  std::string_view suffix;
  bool good = false;
};

std::string_view without_currency_sign(std::string_view s) {
  for (auto const sign : {"$", "€", "£", "¥", "₽", "₺", "₸", "US$", "USD", "EUR"}) {
    if (s.starts_with(sign)) return trimmed_cell(s.substr(std::string_view{sign}.size()));
  }
  return s;
}

bool is_suffix(std::string_view rest) {
  if (rest.size() > 24) return false;
  bool letter = false;
  while (!rest.empty()) {
    auto const c = text::next_code_point(rest);
    bool const sign = c == U'$' || c == U'€' || c == U'£' || c == U'¥' || c == U'₽' || c == U'.';
    bool const power = c == U'²' || c == U'³' || c == U'2' || c == U'3' || c == U' ' || c == U'/';
    if (text::is_letter(c) || sign)
      letter = true;
    else if (!power)
      return false;
  }
  return letter;
}

Parts taken_apart(std::string_view cell) {
  Parts parts;
  if (cell.size() >= 2 && cell.front() == '(' && cell.back() == ')') {
    parts.negative = true;
    cell = trimmed_cell(cell.substr(1, cell.size() - 2));
  }
  cell = without_currency_sign(cell);
  if (cell.starts_with('-') || cell.starts_with('+')) {
    parts.negative = parts.negative != (cell.front() == '-');
    cell = without_currency_sign(trimmed_cell(cell.substr(1)));
  } else if (cell.starts_with("\xE2\x88\x92")) {
    parts.negative = !parts.negative;
    cell = trimmed_cell(cell.substr(3));
  }
  std::size_t at = 0;
  bool point_seen = false;
  while (at < cell.size()) {
    char const c = cell[at];
    if (digit(c) || c == '.' || c == ',') {
      if (!digit(c)) point_seen = true;
      parts.body += c;
      ++at;
      continue;
    }
    // A space groups digits only before a decimal sign and in front of three digits.
    auto const skip = spacer(cell.substr(at));
    auto const next = cell.substr(std::min(at + skip, cell.size()));
    bool const three = next.size() >= 3 && digit(next[0]) && digit(next[1]) && digit(next[2]) &&
                       (next.size() == 3 || !digit(next[3]));
    if (skip == 0 || point_seen || parts.body.empty() || !three) break;
    parts.grouped = true;
    at += skip;
  }
  auto rest = cell.substr(at);
  // "1.5E+05", as Excel writes it.
  if (!rest.empty() && (rest[0] == 'e' || rest[0] == 'E') && rest.size() >= 2 &&
      (digit(rest[1]) || ((rest[1] == '+' || rest[1] == '-') && rest.size() >= 3))) {
    auto const end = std::find_if_not(rest.begin() + 2, rest.end(), digit);
    if (end == rest.end()) {
      parts.body += rest;
      rest = {};
    }
  }
  parts.suffix = trimmed_cell(rest);
  bool const has_digit = std::ranges::any_of(parts.body, digit);
  parts.good = has_digit && (parts.suffix.empty() || is_suffix(parts.suffix));
  return parts;
}

/// True when every `mark` in `body` stands in front of exactly three digits, as grouping does.
bool groups_thousands(std::string_view body, char mark) {
  auto const first = body.find(mark);
  if (first == 0 || first > 3) return false;
  auto at = first;
  while (at != std::string_view::npos) {
    auto const next = std::min(body.find_first_of(".,", at + 1), body.size());
    if (next - at - 1 != 3) return false;
    at = next < body.size() && body[next] == mark ? next : std::string_view::npos;
  }
  return true;
}

std::string without(std::string_view body, char mark) {
  std::string out;
  std::ranges::remove_copy(body, std::back_inserter(out), mark);
  return out;
}

/// Which sign is the decimal sign of `body`: '.', ',', 0 for none, or '?' when the form is broken
/// and '~' when it is open.
char decimal_sign_in(std::string_view body, bool grouped) {
  auto const points = std::ranges::count(body, '.');
  auto const commas = std::ranges::count(body, ',');
  if (points == 0 && commas == 0) return 0;
  if (points > 0 && commas > 0) {
    char const last = body.rfind('.') > body.rfind(',') ? '.' : ',';
    char const first = last == '.' ? ',' : '.';
    bool const once = (last == '.' ? points : commas) == 1;
    return once && groups_thousands(body, first) ? last : '?';
  }
  char const mark = points > 0 ? '.' : ',';
  if (points + commas > 1) return groups_thousands(body, mark) ? 0 : '?';
  auto const at = body.find(mark);
  auto const exponent = body.find_first_of("eE");
  auto const after = std::min(exponent, body.size()) - at - 1;
  bool const open = after == 3 && at >= 1 && at <= 3 && body.front() != '0' && !grouped &&
                    exponent == std::string_view::npos;
  return open ? '~' : mark;
}

bool plain_number(std::string_view cell) {
  bool point = false;
  for (char const c : cell) {
    if (c == '.' && !point)
      point = true;
    else if (!digit(c))
      return false;
  }
  return !cell.empty() && digit(cell.front()) && digit(cell.back());
}

}  // namespace

Amount read_amount(std::string_view cell, char decimal_sign, int scale) {
  cell = trimmed_cell(cell);
  Amount amount;
  auto const convert = [&](std::string_view digits) {
    auto const how = read_decimal(digits, scale, amount.units);
    bool const good = how == DecimalRead::exact || how == DecimalRead::rounded;
    amount.read = good ? CellRead::good : CellRead::unreadable;
  };
  if (decimal_sign != ',' && plain_number(cell)) {
    convert(cell);
    return amount;
  }
  if (is_placeholder(cell)) return amount;
  auto parts = taken_apart(cell);
  char sign = parts.good ? decimal_sign_in(parts.body, parts.grouped) : '?';
  if (sign == '?') {
    amount.read = CellRead::unreadable;
    return amount;
  }
  if (sign == '~') {
    char const mark = parts.body.find('.') != std::string::npos ? '.' : ',';
    char const assumed = decimal_sign == 0 ? '.' : decimal_sign;
    sign = mark == assumed ? mark : '\0';
  }
  auto digits = parts.body;
  if (sign != '.') digits = without(digits, '.');
  if (sign != ',') digits = without(digits, ',');
  if (sign == ',') std::ranges::replace(digits, ',', '.');
  if (digits.starts_with('.')) digits.insert(digits.begin(), '0');
  if (digits.ends_with('.')) digits.pop_back();
  if (parts.negative) digits.insert(digits.begin(), '-');
  convert(digits);
  amount.suffix = parts.suffix;
  return amount;
}

char decimal_sign_of(std::string_view cell) {
  cell = trimmed_cell(cell);
  if (cell.size() > 40 || is_placeholder(cell)) return 0;
  auto const parts = taken_apart(cell);
  if (!parts.good) return 0;
  auto const sign = decimal_sign_in(parts.body, parts.grouped);
  if (sign == '.' || sign == ',') return sign;
  // "1,234,567" groups by commas, so its decimal sign would be the point.
  auto const commas = std::ranges::count(parts.body, ',');
  auto const points = std::ranges::count(parts.body, '.');
  if (sign == 0 && commas > 1) return '.';
  if (sign == 0 && points > 1) return ',';
  return 0;
}

}  // namespace tw::records
