#include "records/repair.h"

#include <algorithm>

#include "tidewaiter/reference.h"

#include "records/cells.h"

namespace tw::records {
namespace {

constexpr std::size_t kEvidenceMin = 3;
constexpr std::size_t kSurplusMax = 8;

enum class Fit : std::uint8_t { silent, good, bad };

Fit fit(Kind kind, DateOrder order, char sign, std::string_view cell) {
  cell = trimmed_cell(cell);
  if (is_placeholder(cell)) return Fit::silent;
  auto const when = [](bool good) { return good ? Fit::good : Fit::bad; };
  switch (kind) {
    case Kind::date: return when(read_date(cell, order).read == CellRead::good);
    case Kind::amount:
    case Kind::money:
    case Kind::integer: return when(read_amount(cell, sign, 4).read == CellRead::good);
    case Kind::country: return when(reference::country(cell).has_value());
    case Kind::currency: return when(reference::currency(cell).has_value());
    case Kind::hs_code: return when(reference::hs_digits(cell).has_value());
    default: return Fit::silent;
  }
}

/// What the plan expects of each column of the file.
std::vector<std::optional<Kind>> kinds_of(Plan const& plan) {
  std::vector<std::optional<Kind>> kinds(plan.header.size());
  for (auto const* group : {&plan.fields, &plan.money}) {
    for (auto const& field : *group) {
      for (auto const& source : field.sources) kinds[source.column] = field.kind;
    }
  }
  return kinds;
}

bool is_text(std::optional<Kind> kind) {
  return kind && (*kind == Kind::text || *kind == Kind::party_text);
}

}  // namespace

std::unique_ptr<RepairedCells> repaired_cells(std::vector<std::string_view> const& cells,
                                              Plan const& plan) {
  auto const expected = plan.header.size();
  if (cells.size() <= expected || cells.size() - expected > kSurplusMax) return nullptr;
  auto const surplus = cells.size() - expected;
  auto const kinds = kinds_of(plan);
  std::optional<std::size_t> found;
  for (std::size_t column = 0; column < expected; ++column) {
    if (!is_text(kinds[column])) continue;
    std::size_t good = 0;
    bool bad = false;
    for (std::size_t i = 0; i < expected && !bad; ++i) {
      if (!kinds[i] || i == column) continue;
      auto const how =
          fit(*kinds[i], plan.date_order, plan.decimal_sign, cells[i < column ? i : i + surplus]);
      bad = how == Fit::bad;
      good += how == Fit::good ? 1 : 0;
    }
    if (bad || good < kEvidenceMin) continue;
    if (found) return nullptr;  // Two columns would do: nobody can tell which it was.
    found = column;
  }
  if (!found) return nullptr;
  auto out = std::make_unique<RepairedCells>();
  out->column = *found;
  for (std::size_t i = 0; i <= surplus; ++i) {
    if (i > 0) out->joined += plan.delimiter;
    out->joined += cells[*found + i];
  }
  out->cells.assign(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(*found));
  out->cells.push_back(out->joined);
  auto const rest = static_cast<std::ptrdiff_t>(*found + surplus + 1);
  out->cells.insert(out->cells.end(), cells.begin() + rest, cells.end());
  return out;
}

}  // namespace tw::records
