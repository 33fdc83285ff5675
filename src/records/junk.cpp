#include "records/junk.h"

#include <algorithm>

#include "tidewaiter/text.h"

namespace tw::records {
namespace {

// Folded beginnings of lines that sum up, number pages or sign off.
constexpr std::array<std::string_view, 24> kJunkWords = {
    "total", "grand total", "subtotal",     "sub total", "итого",   "всего",
    "разом", "toplam",      "genel toplam", "gesamt",    "summe",   "合计",
    "总计",  "小计",        "المجموع",      "page ",     "стр ",    "страница",
    "sayfa", "pagina",      "seite ",       "end of",    "source:", "конец отч"};

bool repeats_header(std::vector<std::string_view> const& cells,
                    std::vector<std::string> const& header, std::size_t filled) {
  if (filled < 2 || cells.size() < header.size()) return false;
  std::size_t same = 0;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (!header[i].empty() && text::trimmed(cells[i]) == header[i]) ++same;
  }
  return same * 5 >= filled * 4;
}

}  // namespace

bool is_junk_record(std::vector<std::string_view> const& cells,
                    std::vector<std::string> const& header) {
  std::size_t filled = 0;
  std::string_view first;
  for (auto const cell : cells) {
    auto const trimmed = text::trimmed(cell);
    if (trimmed.empty()) continue;
    if (filled == 0) first = trimmed;
    ++filled;
  }
  if (filled == 0) return true;
  auto const same = std::ranges::find(header, first);
  if (same != header.end() && repeats_header(cells, header, filled)) return true;
  // A total fills few of the columns; a firm called "Total" stands in a full row.
  bool const sparse = filled * 3 <= header.size() || (filled == 1 && header.size() > 1);
  if (!sparse) return false;
  auto const folded = text::folded(first.substr(0, 64));
  return std::ranges::any_of(kJunkWords, [&](auto word) {
    return std::string_view{folded}.starts_with(text::folded(word));
  });
}

}  // namespace tw::records
