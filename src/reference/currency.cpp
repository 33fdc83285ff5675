#include <algorithm>
#include <deque>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "reference/lookup_key.h"
#include "reference/rows.h"

namespace tw::reference {
namespace {

/// Whether a currency sign stands in the text; it carries meaning that lookup_key would drop.
bool has_sign(std::string_view text) {
  while (!text.empty()) {
    auto const c = text::next_code_point(text);
    if (c == U'$' || (c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF) || c == 0xFFE5 ||
        c == 0x58F || c == 0xE3F) {
      return true;
    }
  }
  return false;
}

class CurrencyTable {
 public:
  CurrencyTable() {
    OwnTable const table("reference/currencies.csv");
    auto const code = table.column("code");
    auto const numeric = table.column("numeric");
    auto const name = table.column("name");
    for (std::size_t i = 0; i < table.size(); ++i) {
      codes_.push_back(table.cell(i, code));
      std::string_view const own = codes_.back();
      map_.emplace(lookup_key(own), own);
      if (!table.cell(i, numeric).empty()) map_.emplace(table.cell(i, numeric), own);
      map_.emplace(lookup_key(table.cell(i, name)), own);
    }
    read_words();
  }

  std::optional<std::string_view> find(std::string_view key) const {
    auto const* found = find_key(map_, key);
    return found == nullptr ? std::nullopt : std::optional(*found);
  }
  std::optional<std::string_view> find_symbol(std::string_view text) const {
    auto const* found = find_key(symbols_, text);
    return found == nullptr ? std::nullopt : std::optional(*found);
  }

 private:
  void read_words() {
    OwnTable const table("reference/currency_words.csv");
    auto const words = table.column("words");
    auto const code = table.column("code");
    for (std::size_t i = 0; i < table.size(); ++i) {
      auto const own = find(lookup_key(table.cell(i, code)));
      ensure(own.has_value(), "a currency word points to a currency of the table");
      for (auto const word : own_list(table.cell(i, words))) add_word(word, *own);
    }
  }

  void add_word(std::string_view word, std::string_view own) {
    // "$" has no letters, and "US$" must not become "us": these are compared as they stand.
    if (has_sign(word)) {
      symbols_.emplace(text::lowered(word), own);
    } else {
      map_.emplace(lookup_key(word), own);
    }
  }

  std::deque<std::string> codes_;
  KeyMap<std::string_view> map_;
  KeyMap<std::string_view> symbols_;
};

CurrencyTable const& currencies() {
  static CurrencyTable const table;
  return table;
}

std::string three_digits(std::string_view text) {
  if (text.ends_with(".0")) text.remove_suffix(2);
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.empty() || text.size() > 3 || !std::ranges::all_of(text, is_digit)) return {};
  return std::string(3 - text.size(), '0') + std::string(text);
}

}  // namespace

std::optional<std::string_view> currency(std::string_view text) {
  constexpr std::size_t kLongestCell = 120;
  auto const trimmed = text::trimmed(text);
  if (trimmed.empty() || trimmed.size() > kLongestCell) return std::nullopt;
  if (auto const number = three_digits(trimmed); !number.empty()) return currencies().find(number);
  if (has_sign(trimmed)) return currencies().find_symbol(text::lowered(trimmed));
  auto const key = lookup_key(trimmed);
  if (auto const found = currencies().find(key)) return found;
  if (auto const variants = look_alikes(key); !variants.cyrillic.empty()) {
    if (auto const found = currencies().find(variants.cyrillic)) return found;
    if (auto const found = currencies().find(variants.latin)) return found;
  }
  // "USD - US dollar", "840/USD", "USD (доллар США)": both parts must mean the same.
  auto const cut = trimmed.find_first_of("(-/|:,");
  if (cut == std::string_view::npos) return std::nullopt;
  auto const first = currency(trimmed.substr(0, cut));
  if (!first) return std::nullopt;
  return currency(trimmed.substr(cut + 1)) == first ? first : std::nullopt;
}

}  // namespace tw::reference
