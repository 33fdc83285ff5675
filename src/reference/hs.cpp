// Codes of the Harmonized System as people write them in declarations and spreadsheets.
#include <algorithm>
#include <unordered_set>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "reference/lookup_key.h"
#include "reference/rows.h"

namespace tw::reference {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Subheadings of chapters 01 to 09 of all revisions since 1992: only these can lose a zero.
std::unordered_set<std::string> const& leading_zero_codes() {
  static auto const codes = [] {
    OwnTable const table("reference/hs6_leading_zero.csv");
    auto const heading = table.column("heading");
    auto const subheadings = table.column("subheadings");
    std::unordered_set<std::string> found;
    for (std::size_t i = 0; i < table.size(); ++i) {
      auto const& ends = table.cell(i, subheadings);
      for (std::size_t at = 0; at + 2 <= ends.size(); at += 3) {
        found.insert(table.cell(i, heading) + ends.substr(at, 2));
      }
    }
    return found;
  }();
  return codes;
}

/// "8473302000.0" is a number that went through a spreadsheet.
std::string_view without_decimal_zero(std::string_view text) {
  if (!text.ends_with(".0")) return text;
  auto const whole = text.substr(0, text.size() - 2);
  return whole.size() >= 4 && std::ranges::all_of(whole, is_digit) ? whole : text;
}

/// Letters before the first digit are a label ("HS", "ТН ВЭД", "GTIP:"); after it they are not a
/// code. Commas and semicolons stand between codes. Nullopt when this is no single code.
std::optional<std::string> digits_of(std::string_view text) {
  std::string digits;
  while (!text.empty()) {
    auto const c = text::next_code_point(text);
    if (c < 0x80 && is_digit(static_cast<char>(c))) {
      digits += static_cast<char>(c);
    } else if (!digits.empty() && (text::is_letter(c) || c == U',' || c == U';' || c == U'+')) {
      // A lone comma at the end is dirt, one between digits is a second code.
      if (text::is_letter(c) || c == U'+') return std::nullopt;
      if (std::ranges::any_of(text, is_digit)) return std::nullopt;
    }
  }
  return digits;
}

std::string folded_digits(std::string_view text) {
  // Full-width digits and exotic spaces; plain cells skip the fold.
  bool const is_ascii =
      std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return is_ascii ? std::string(text) : text::folded(text);
}

struct Chapter {
  std::string title;
  int section = 0;
};

KeyMap<Chapter> const& chapters() {
  static auto const map = [] {
    OwnTable const table("reference/hs_sections.csv");
    auto const chapter = table.column("chapter");
    auto const section = table.column("section");
    auto const title = table.column("title");
    KeyMap<Chapter> found;
    for (std::size_t i = 0; i < table.size(); ++i) {
      found.emplace(
          table.cell(i, chapter),
          Chapter{table.cell(i, title), static_cast<int>(own_number(table.cell(i, section)))});
    }
    return found;
  }();
  return map;
}

}  // namespace

std::optional<std::string> hs_digits(std::string_view text) {
  constexpr std::size_t kLongestCell = 64;
  text = text::trimmed(text);
  if (text.empty() || text.size() > kLongestCell) return std::nullopt;
  auto const folded = folded_digits(text);
  auto digits = digits_of(without_decimal_zero(text::trimmed(folded)));
  if (!digits || digits->size() < 4 || digits->size() > 12) return std::nullopt;
  if (digits->size() % 2 == 1 && leading_zero_codes().contains("0" + digits->substr(0, 5))) {
    digits->insert(digits->begin(), '0');
  }
  if (digits->starts_with("00")) return std::nullopt;
  return digits;
}

std::optional<std::string> hs6(std::string_view digits) {
  if (digits.size() < 6 || !std::ranges::all_of(digits, is_digit)) return std::nullopt;
  return std::string(digits.substr(0, 6));
}

std::string_view hs_chapter_title(std::string_view digits) {
  auto const* chapter = find_key(chapters(), digits.substr(0, 2));
  return chapter == nullptr ? std::string_view{} : std::string_view(chapter->title);
}

int hs_section(std::string_view digits) {
  auto const* chapter = find_key(chapters(), digits.substr(0, 2));
  return chapter == nullptr ? 0 : chapter->section;
}

}  // namespace tw::reference
