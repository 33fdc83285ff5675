#include <algorithm>

#include "tidewaiter/text.h"

#include "records/cells.h"

namespace tw::records {
namespace {

constexpr int kYearMin = 1980;
constexpr int kYearMax = 2079;
// Excel counts days from 1899-12-30; serials of 1982 to 2064, so that years and codes stay apart.
constexpr int kExcelEpoch = -25569;
constexpr int kExcelMin = 30000;
constexpr int kExcelMax = 60000;

struct MonthWord {
  std::string_view start;
  unsigned month;
};
// Folded beginnings; the first that fits wins, so longer ones stand before shorter.
constexpr std::array<MonthWord, 64> kMonths = {{
    {"jan", 1},  {"feb", 2},  {"mar", 3},  {"apr", 4},  {"may", 5},  {"mai", 5},  {"jun", 6},
    {"jul", 7},  {"aug", 8},  {"sep", 9},  {"oct", 10}, {"okt", 10}, {"nov", 11}, {"dec", 12},
    {"янв", 1},  {"фев", 2},  {"мар", 3},  {"апр", 4},  {"май", 5},  {"мая", 5},  {"июн", 6},
    {"июл", 7},  {"авг", 8},  {"сен", 9},  {"окт", 10}, {"ноя", 11}, {"дек", 12}, {"ocak", 1},
    {"oca", 1},  {"sub", 2},  {"nis", 4},  {"haz", 6},  {"tem", 7},  {"agu", 8},  {"eyl", 9},
    {"eki", 10}, {"kas", 11}, {"ara", 12}, {"ene", 1},  {"abr", 4},  {"ago", 8},  {"set", 9},
    {"out", 10}, {"dic", 12}, {"dez", 12}, {"fev", 2},  {"avr", 4},  {"juin", 6}, {"juil", 7},
    {"aout", 8}, {"січ", 1},  {"лют", 2},  {"бер", 3},  {"кві", 4},  {"тра", 5},  {"чер", 6},
    {"лип", 7},  {"сер", 8},  {"вер", 9},  {"жов", 10}, {"лис", 11}, {"гру", 12}, {"gen", 1},
    {"mag", 5},
}};

unsigned month_of_word(std::string_view word) {
  auto const folded = text::folded(word);
  for (auto const& known : kMonths) {
    // Folding may take marks off the table's word too (й), so both sides are folded.
    if (folded.starts_with(text::folded(known.start))) return known.month;
  }
  return 0;
}

bool digit(char c) { return c >= '0' && c <= '9'; }

struct Piece {
  int value = -1;  ///< -1: a word.
  std::size_t digits = 0;
  std::string_view word;
};

/// Up to three numbers or words parted by one of " ./-,年月日"; stops before a time.
bool pieces_of(std::string_view cell, std::array<Piece, 3>& pieces, std::size_t& count) {
  count = 0;
  std::size_t at = 0;
  while (at < cell.size()) {
    char const c = cell[at];
    if (c == ' ' || c == '.' || c == '/' || c == '-' || c == ',') {
      ++at;
      continue;
    }
    if (count == 3) {  // "31.12.2022 г." may follow, another number may not.
      return cell.size() - at <= 6 &&
             cell.find_first_of("0123456789", at) == std::string_view::npos;
    }
    auto& piece = pieces[count];
    auto const begin = at;
    if (digit(c)) {
      int value = 0;
      while (at < cell.size() && digit(cell[at]) && at - begin < 9) {
        value = value * 10 + (cell[at++] - '0');
      }
      piece = {value, at - begin, {}};
      for (auto const mark : {"年", "月", "日"}) {
        if (cell.substr(at).starts_with(mark)) at += 3;
      }
    } else {
      while (at < cell.size() && !digit(cell[at]) && cell[at] != ' ' && cell[at] != '.' &&
             cell[at] != '/' && cell[at] != '-' && cell[at] != ',') {
        ++at;
      }
      piece = {-1, 0, cell.substr(begin, at - begin)};
    }
    ++count;
  }
  return true;
}

int full_year(Piece const& piece) {
  if (piece.digits == 2) return piece.value + (piece.value < 80 ? 2000 : 1900);
  return piece.digits == 4 ? piece.value : 0;
}

DateRead dated(int year, int month, int day, bool month_only = false) {
  if (year < kYearMin || year > kYearMax || month < 1 || day < 1) {
    return {CellRead::unreadable, {}, false};
  }
  auto const date = Date::from_ymd(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  if (!date) return {CellRead::unreadable, {}, false};
  return {CellRead::good, *date, month_only};
}

DateRead of_one_number(Piece const& piece) {
  int const v = piece.value;
  if (piece.digits == 8) {
    auto const ymd = dated(v / 10000, v / 100 % 100, v % 100);
    if (ymd.read == CellRead::good) return ymd;
    return dated(v % 10000, v / 10000 % 100, v / 1000000);
  }
  if (piece.digits == 6) return dated(v / 100, v % 100, 1, true);
  if (piece.digits == 5 && v >= kExcelMin && v <= kExcelMax) {
    return {CellRead::good, Date{v + kExcelEpoch}, false};
  }
  return {CellRead::unreadable, {}, false};
}

DateRead of_two(Piece const& a, Piece const& b) {
  if (a.value < 0) {  // "Apr 2025"
    return dated(full_year(b), static_cast<int>(month_of_word(a.word)), 1, true);
  }
  if (b.value < 0) return dated(full_year(a), static_cast<int>(month_of_word(b.word)), 1, true);
  if (a.digits == 4) return dated(a.value, b.value, 1, true);
  if (b.digits == 4) return dated(b.value, a.value, 1, true);
  if (a.digits == 5) return of_one_number(a);  // An Excel serial with the time as a fraction.
  return {CellRead::unreadable, {}, false};
}

DateRead of_three(std::array<Piece, 3> const& p, DateOrder order, bool dotted) {
  if (p[1].value < 0) {  // "31-Dec-2022"
    auto const month = static_cast<int>(month_of_word(p[1].word));
    if (p[0].digits == 4) return dated(p[0].value, month, p[2].value);
    return dated(full_year(p[2]), month, p[0].value);
  }
  if (p[0].value < 0) {  // "Dec 31, 2022"
    return dated(full_year(p[2]), static_cast<int>(month_of_word(p[0].word)), p[1].value);
  }
  if (p[2].value < 0) return {CellRead::unreadable, {}, false};
  if (p[0].digits == 4) return dated(p[0].value, p[1].value, p[2].value);
  auto const year = full_year(p[2]);
  bool const month_first = !dotted && order == DateOrder::mdy;
  if (month_first) return dated(year, p[0].value, p[1].value);
  return dated(year, p[1].value, p[0].value);
}

/// The cell without a time of day: "2022-06-01T12:30:00Z", "01.06.2022 12:30", "6/1/22 1:05 PM".
std::string_view without_time(std::string_view cell) {
  auto const colon = cell.find(':');
  if (colon == std::string_view::npos) {
    return cell;
  }
  auto const before = cell.substr(0, colon);
  auto const cut = before.find_last_of(" T");
  return cut == std::string_view::npos ? cell : trimmed_cell(cell.substr(0, cut));
}

bool all_zero(std::string_view cell) {
  return cell.find('0') != std::string_view::npos &&
         cell.find_first_not_of("0.-/: ") == std::string_view::npos;
}

bool fast_iso(std::string_view cell, DateRead& out) {
  if (cell.size() < 10 || cell[4] != '-' || cell[7] != '-') return false;
  if (cell.size() > 10 && cell[10] != ' ' && cell[10] != 'T') return false;
  auto const date = parse_iso_date(cell.substr(0, 10));
  if (!date || cell < "1980" || cell >= "2080") return false;
  out = {CellRead::good, *date, false};
  return true;
}

}  // namespace

DateRead read_date(std::string_view cell, DateOrder order) {
  cell = trimmed_cell(cell);
  DateRead out;
  if (fast_iso(cell, out)) return out;
  if (is_placeholder(cell) || all_zero(cell)) return out;
  cell = without_time(cell);
  std::array<Piece, 3> pieces;
  std::size_t count = 0;
  if (cell.size() > 40 || !pieces_of(cell, pieces, count)) count = 0;
  switch (count) {
    case 1: return of_one_number(pieces[0]);
    case 2: return of_two(pieces[0], pieces[1]);
    case 3: return of_three(pieces, order, cell.find('.') != std::string_view::npos);
    default: return {CellRead::unreadable, {}, false};
  }
}

DateOrder date_order_of(std::string_view cell) {
  cell = without_time(trimmed_cell(cell));
  std::array<Piece, 3> p;
  std::size_t count = 0;
  if (cell.size() > 40 || !pieces_of(cell, p, count) || count != 3) return DateOrder::open;
  if (p[0].value < 0 || p[1].value < 0 || p[0].digits > 2) return DateOrder::open;
  if (p[0].value > 12 && p[1].value <= 12) return DateOrder::dmy;
  if (p[1].value > 12 && p[0].value <= 12) return DateOrder::mdy;
  return DateOrder::open;
}

}  // namespace tw::records
