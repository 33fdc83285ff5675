#include "records/profile.h"

#include <algorithm>
#include <map>

#include "tidewaiter/reference.h"

#include "records/cells.h"

namespace tw::records {
namespace {

// Incoterms 1980 to 2020.
constexpr std::array<std::string_view, 19> kIncoterms = {
    "EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU",
    "DAT", "DDP", "DAF", "DES", "DEQ", "DDU", "C&F", "CNF", "FOR"};

bool has_letter(std::string_view cell) {
  while (!cell.empty()) {
    if (text::is_letter(text::next_code_point(cell))) return true;
  }
  return false;
}

bool looks_like_hs(std::string_view cell) {
  auto const digits = reference::hs_digits(cell);
  return digits && digits->size() >= 4 && *digits >= "01" && *digits < "98";
}

}  // namespace

std::string_view incoterm_of(std::string_view cell) {
  if (cell.size() < 3) return {};
  auto const code = cell.substr(0, 3);
  if (cell.size() > 3 && text::is_letter(static_cast<unsigned char>(cell[3]))) return {};
  std::array<char, 3> upper{};
  std::ranges::transform(code, upper.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  auto const known = std::ranges::find(kIncoterms, std::string_view{upper.data(), upper.size()});
  return known == kIncoterms.end() ? std::string_view{} : *known;
}

ColumnProfile profile_of(std::vector<HeadRecord> const& rows, std::size_t column) {
  ColumnProfile out;
  std::map<std::string_view, std::size_t> counts;
  std::string sample;
  for (auto const& row : rows) {
    if (column >= row.cells.size()) continue;
    std::string_view const cell = row.cells[column];
    if (is_placeholder(cell)) continue;
    out.filled += 1;
    out.dates += read_date(cell, DateOrder::open).read == CellRead::good ||
                         read_date(cell, DateOrder::mdy).read == CellRead::good
                     ? 1
                     : 0;
    out.numbers += read_amount(cell, 0, 4).read == CellRead::good ? 1 : 0;
    out.hs_codes += looks_like_hs(cell) ? 1 : 0;
    out.countries += reference::country(cell) ? 1 : 0;
    out.currencies += cell.size() <= 24 && reference::currency(cell) ? 1 : 0;
    out.emails += cell.find('@') != std::string_view::npos ? 1 : 0;
    out.incoterms += incoterm_of(cell).empty() ? 0 : 1;
    out.letters += has_letter(cell) ? 1 : 0;
    counts[cell] += 1;
    if (sample.size() < 4096) sample.append(cell).append(" ");
  }
  if (out.filled == 0) return out;
  auto const n = static_cast<double>(out.filled);
  for (auto* share : {&out.dates, &out.numbers, &out.hs_codes, &out.countries, &out.currencies,
                      &out.emails, &out.incoterms, &out.letters}) {
    *share /= n;
  }
  auto const top = std::ranges::max_element(counts, {}, [](auto const& c) { return c.second; });
  out.top = top->first;
  out.top_share = static_cast<double>(top->second) / n;
  out.script = text::main_script(sample);
  return out;
}

}  // namespace tw::records
