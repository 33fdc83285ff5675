#include <algorithm>
#include <deque>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "reference/lookup_key.h"
#include "reference/rows.h"

namespace tw::reference {
namespace {

Dimension own_dimension(std::string_view text) {
  constexpr std::pair<std::string_view, Dimension> kDimensions[] = {
      {"mass", Dimension::mass},  {"count", Dimension::count},   {"length", Dimension::length},
      {"area", Dimension::area},  {"volume", Dimension::volume}, {"energy", Dimension::energy},
      {"other", Dimension::other}};
  auto const* const found =
      std::ranges::find(kDimensions, text, &std::pair<std::string_view, Dimension>::first);
  ensure(found != std::end(kDimensions), "a unit of our table has a known dimension");
  return found->second;
}

class UnitTable {
 public:
  UnitTable() {
    read_units();
    read_words();
  }

  Unit const* find(std::string_view key) const {
    auto const* found = find_key(map_, key);
    return found == nullptr ? nullptr : &units_[*found];
  }

 private:
  void read_units() {
    OwnTable const table("reference/units.csv");
    auto const code = table.column("code");
    auto const dimension = table.column("dimension");
    auto const num = table.column("factor_num");
    auto const den = table.column("factor_den");
    auto const okei = table.column("okei");
    auto const name = table.column("name");
    for (std::size_t i = 0; i < table.size(); ++i) {
      codes_.push_back(table.cell(i, code));
      Unit const unit{codes_.back(), own_dimension(table.cell(i, dimension)),
                      own_number(table.cell(i, num)), own_number(table.cell(i, den))};
      ensure(unit.factor_num > 0 && unit.factor_den > 0, "a unit of our table has a factor");
      map_.emplace(lookup_key(codes_.back()), units_.size());
      map_.emplace(lookup_key(table.cell(i, name)), units_.size());
      if (!table.cell(i, okei).empty()) map_.emplace(table.cell(i, okei), units_.size());
      units_.push_back(unit);
    }
  }

  void read_words() {
    OwnTable const table("reference/unit_words.csv");
    auto const words = table.column("words");
    auto const code = table.column("code");
    for (std::size_t i = 0; i < table.size(); ++i) {
      auto const* unit = find_key(map_, lookup_key(table.cell(i, code)));
      ensure(unit != nullptr, "a unit word points to a unit of the table");
      auto const place = *unit;
      for (auto const word : own_list(table.cell(i, words))) {
        map_.emplace(lookup_key(word), place);
      }
    }
  }

  std::deque<std::string> codes_;  ///< Keeps the text that Unit::code views.
  std::vector<Unit> units_;
  KeyMap<std::size_t> map_;
};

UnitTable const& units() {
  static UnitTable const table;
  return table;
}

/// "6" for the OKEI number "006": a spreadsheet has cut the zeros; "166.0" likewise.
std::string okei_number(std::string_view text) {
  if (text.ends_with(".0")) text.remove_suffix(2);
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.empty() || text.size() > 3 || !std::ranges::all_of(text, is_digit)) return {};
  return std::string(3 - text.size(), '0') + std::string(text);
}

Unit const* of_key(std::string_view key) {
  if (auto const* found = units().find(key)) return found;
  auto const variants = look_alikes(key);
  if (variants.cyrillic.empty()) return nullptr;
  if (auto const* found = units().find(variants.cyrillic)) return found;
  return units().find(variants.latin);
}

}  // namespace

std::optional<Unit> unit(std::string_view text) {
  constexpr std::size_t kLongestCell = 120;
  auto const trimmed = text::trimmed(text);
  if (trimmed.empty() || trimmed.size() > kLongestCell) return std::nullopt;
  if (auto const number = okei_number(trimmed); !number.empty()) {
    auto const* found = units().find(number);
    return found == nullptr ? std::nullopt : std::optional(*found);
  }
  if (auto const* found = of_key(lookup_key(trimmed))) return *found;
  // "KGM - Kilogram", "M2 (SQUARE METRE)", "166/КГ": both parts must mean the same unit.
  auto const cut = trimmed.find_first_of("(-/|:");
  if (cut == std::string_view::npos) return std::nullopt;
  auto const first = unit(trimmed.substr(0, cut));
  if (!first) return std::nullopt;
  auto const second = unit(trimmed.substr(cut + 1));
  return second && second->code == first->code ? first : std::nullopt;
}

}  // namespace tw::reference
