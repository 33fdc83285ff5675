#include <algorithm>

#include "tidewaiter/text.h"

#include "records/cells.h"

namespace tw::records {
namespace {

constexpr std::size_t kPlaceholderBytesMax = 48;

// Upper case; ASCII cells are compared without regard to case.
constexpr std::array<std::string_view, 24> kAscii = {
    "-",  "--",   "---",           "NULL",         "(NULL)",        "N/A",     "#N/A",    "N.A.",
    "NA", "NONE", "NAN",           "NIL",          "ABSENT",        "\\N",     "UNKNOWN", ".",
    "?",  "YOK",  "NOT AVAILABLE", "NOT DECLARED", "NOT SPECIFIED", "NO DATA", "<NULL>",  "_"};
constexpr std::array<std::string_view, 32> kOther = {"ОТСУТСТВУЕТ",
                                                     "Отсутствует",
                                                     "отсутствует",
                                                     "ОТСУТСТВУЮТ",
                                                     "НЕТ",
                                                     "Нет",
                                                     "нет",
                                                     "НЕТ ДАННЫХ",
                                                     "Нет данных",
                                                     "нет данных",
                                                     "НЕ УКАЗАН",
                                                     "НЕ УКАЗАНО",
                                                     "НЕ УКАЗАНА",
                                                     "Не указан",
                                                     "Не указано",
                                                     "не указано",
                                                     "НЕ УСТАНОВЛЕН",
                                                     "НЕИЗВЕСТНО",
                                                     "НЕИЗВЕСТЕН",
                                                     "НЕИЗВЕСТНА",
                                                     "Неизвестно",
                                                     "неизвестно",
                                                     "НЕ ОБОЗНАЧЕН",
                                                     "БЕЗ ТОВАРНОГО ЗНАКА",
                                                     "ВІДСУТНІЙ",
                                                     "ВІДСУТНЯ",
                                                     "BELİRTİLMEMİŞ",
                                                     "无",
                                                     "无数据",
                                                     "不详",
                                                     "—",
                                                     "–"};

struct FirstBytes {
  std::array<bool, 256> can_start{};
  FirstBytes() {
    for (auto const word : kAscii) {
      auto const first = static_cast<unsigned char>(word.front());
      can_start[first] = true;
      if (first >= 'A' && first <= 'Z') can_start[first + 32U] = true;
    }
    for (auto const word : kOther) can_start[static_cast<unsigned char>(word.front())] = true;
  }
};

bool equal_ascii(std::string_view cell, std::string_view upper) {
  return std::ranges::equal(cell, upper, [](char a, char b) {
    return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 32) : a) == b;
  });
}

/// Bytes of a Unicode space at the front of `s`: no-break, thin, ideographic, BOM; else 0.
std::size_t unicode_space(std::string_view s) {
  if (s.starts_with("\xC2\xA0")) return 2;
  if (s.starts_with("\xE2\x80") && s.size() >= 3) {
    auto const last = static_cast<unsigned char>(s[2]);
    if ((last >= 0x80 && last <= 0x8B) || last == 0xAF) return 3;
  }
  if (s.starts_with("\xE3\x80\x80") || s.starts_with("\xEF\xBB\xBF")) return 3;
  return 0;
}

}  // namespace

std::string_view trimmed_cell(std::string_view cell) {
  cell = text::trimmed(cell);
  while (!cell.empty() && static_cast<unsigned char>(cell.front()) >= 0x80) {
    auto const bytes = unicode_space(cell);
    if (bytes == 0) break;
    cell = text::trimmed(cell.substr(bytes));
  }
  while (!cell.empty() && static_cast<unsigned char>(cell.back()) >= 0x80) {
    std::size_t bytes = 0;
    for (std::size_t tail = 2; tail <= 3 && tail <= cell.size(); ++tail) {
      if (unicode_space(cell.substr(cell.size() - tail)) == tail) bytes = tail;
    }
    if (bytes == 0) break;
    cell = text::trimmed(cell.substr(0, cell.size() - bytes));
  }
  return cell;
}

bool is_placeholder(std::string_view cell) {
  static FirstBytes const first;
  if (cell.empty()) return true;
  if (cell.size() > kPlaceholderBytesMax) return false;
  if (!first.can_start[static_cast<unsigned char>(cell.front())]) return false;
  auto const same = [cell](std::string_view word) {
    return word.size() == cell.size() && equal_ascii(cell, word);
  };
  return std::ranges::any_of(kAscii, same) || std::ranges::find(kOther, cell) != kOther.end();
}

}  // namespace tw::records
