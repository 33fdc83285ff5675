// From a cell of a country column to a code: first as it stands, then with the usual additions
// ("Republic of ...", "TR - Turkey", "Iran (Islamic Republic of)") taken apart.
#include <algorithm>

#include "tidewaiter/text.h"

#include "reference/country_table.h"

namespace tw::reference {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Full-width letters, digits and signs as ASCII: they stand in codes of Chinese files.
std::string narrowed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    auto const c = text::next_code_point(text);
    text::append_utf8(c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == 0x3000 ? U' ' : c, out);
  }
  return out;
}

/// The text as a code in lower case, empty when it does not look like one. Letters must stand
/// side by side: "I.N." is no code. "31.0" is a number that went through a spreadsheet.
std::string code_form(std::string_view text) {
  text = text::trimmed(text);
  if (text.ends_with(".0")) {
    text.remove_suffix(2);
    if (!std::ranges::all_of(text, is_digit)) return {};
  }
  if (text.empty() || text.size() > 3) return {};
  if (std::ranges::all_of(text, is_digit)) return std::string(text);
  if (text.size() >= 2 && std::ranges::all_of(text, is_ascii_letter)) {
    return text::ascii_lowered(text);
  }
  return {};
}

/// As it stands: a code, a name, or a name with letters of two scripts mixed by a typist.
std::optional<Country> plain(std::string_view text) {
  auto const& table = CountryTable::get();
  if (auto const code = code_form(text); !code.empty()) {
    if (auto const found = table.by_code(code)) return found;
  }
  auto const key = lookup_key(text);
  if (key.empty()) return std::nullopt;
  if (auto const found = table.by_key(key)) return found;
  auto const variants = look_alikes(key);
  if (variants.cyrillic.empty()) return std::nullopt;
  if (auto const found = table.by_key(variants.cyrillic)) return found;
  return table.by_key(variants.latin);
}

/// China, Taiwan, the Koreas and the Congos: their titles tell them apart, so no title may go.
bool needs_its_title(Country country) {
  constexpr std::string_view kCodes[] = {"CN", "TW", "KR", "KP", "CG", "CD"};
  return std::ranges::find(kCodes, country.view()) != std::end(kCodes);
}

/// "the Republic of Austria" by "austria". Two letters left over are not a name.
std::optional<Country> without_state_words(std::string_view text) {
  auto const& table = CountryTable::get();
  auto const folded = text::folded(text);
  std::string no_articles;
  std::string bare;
  bool is_told_apart = false;
  for (auto const word : text::words(folded)) {
    auto const key = lookup_key_of_folded(word);
    auto const* kind = table.state_word(key);
    if (kind == nullptr || *kind != StateWord::article) no_articles += key;
    if (kind == nullptr) bare += key;
    is_told_apart = is_told_apart || (kind != nullptr && *kind == StateWord::telling);
  }
  constexpr std::size_t kShortestName = 4;
  if (no_articles.size() < kShortestName) return std::nullopt;
  if (auto const found = table.by_key(no_articles)) return found;
  if (auto const found = table.by_key_without_articles(no_articles)) return found;
  if (bare.size() < kShortestName || bare.size() == no_articles.size()) return std::nullopt;
  auto const found = table.by_key(bare);
  if (!found || found->view() == "CN") return std::nullopt;
  return is_told_apart && needs_its_title(*found) ? std::nullopt : found;
}

/// "阿尔巴尼亚共和国" by "阿尔巴尼亚".
std::optional<Country> without_state_suffix(std::string_view text) {
  auto const& table = CountryTable::get();
  auto const key = lookup_key(text);
  for (auto const& suffix : table.state_suffixes()) {
    if (!key.ends_with(suffix) || key.size() <= suffix.size()) continue;
    auto const found = table.by_key(std::string_view(key).substr(0, key.size() - suffix.size()));
    return found && needs_its_title(*found) ? std::nullopt : found;
  }
  return std::nullopt;
}

/// "Iran (Islamic Republic of)" and "KOREA, REPUBLIC OF": the second part said first.
std::optional<Country> turned(std::string_view first, std::string_view second) {
  auto const said = std::string(second) + " " + std::string(first);
  if (auto const found = CountryTable::get().by_key(lookup_key(said))) return found;
  return without_state_words(said);
}

/// "TR - Turkey", "156/CHINA", "CHINA (CN)": both parts must mean the same country.
std::optional<Country> agreed(std::string_view first, std::string_view second) {
  auto const a = plain(first);
  if (!a) return std::nullopt;
  auto const b = plain(second);
  return a == b ? a : std::nullopt;
}

std::optional<Country> of_two_parts(std::string_view text) {
  auto const cut = text.find_first_of("(,;/:|-");
  if (cut == std::string_view::npos) {
    // "CN CHINA" and "CHINA CN".
    auto const front = text.find(' ');
    if (front == std::string_view::npos) return std::nullopt;
    if (auto const found = agreed(text.substr(0, front), text.substr(front + 1))) return found;
    auto const back = text.rfind(' ');
    return agreed(text.substr(0, back), text.substr(back + 1));
  }
  auto const first = text::trimmed(text.substr(0, cut));
  auto second = text::trimmed(text.substr(cut + 1));
  while (second.ends_with(')') || second.ends_with('.')) second.remove_suffix(1);
  if (first.empty() || second.empty()) return std::nullopt;
  if (auto const found = agreed(first, second)) return found;
  return text[cut] == '(' || text[cut] == ',' ? turned(first, second) : std::nullopt;
}

/// "Former USSR (now Belarus)" is Belarus, "Russia (former USSR)" and "Congo (was Zaire)" what
/// stands in front; "(2) Iraq" of numbered lists is Iraq.
std::optional<Country> of_two_times(std::string_view text) {
  auto const lowered = text::ascii_lowered(text);
  for (std::string_view const word : {"now ", "currently "}) {
    auto const at = lowered.rfind(word);
    if (at == std::string::npos || at == 0 || is_ascii_letter(lowered[at - 1])) continue;
    auto rest = text.substr(at + word.size());
    while (rest.ends_with(')')) rest.remove_suffix(1);
    return plain(rest);
  }
  for (std::string_view const word :
       {"(former", "(was ", "(ussr", "(as at ", ". former ", ", former "}) {
    auto const at = lowered.find(word);
    if (at != std::string::npos && at > 0) return plain(text.substr(0, at));
  }
  if (lowered.starts_with('(')) {
    auto const end = lowered.find(')');
    auto const is_number = [](char c) { return is_digit(c) || c == '-' || c == ' '; };
    if (end != std::string::npos &&
        std::all_of(lowered.begin() + 1, lowered.begin() + static_cast<std::ptrdiff_t>(end),
                    is_number)) {
      return plain(text.substr(end + 1));
    }
  }
  return std::nullopt;
}

/// Longer cells are addresses or goods; a country name with all its titles is shorter.
constexpr std::size_t kLongestName = 200;

}  // namespace

std::optional<Country> country(std::string_view code_or_name) {
  auto const cell = text::trimmed(code_or_name);
  if (cell.empty() || cell.size() > kLongestName) return std::nullopt;
  if (auto const found = plain(cell)) return found;
  bool const is_ascii =
      std::ranges::all_of(cell, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  // Folding would lose the difference of "MỸ" and the code MY, so only widths are folded here.
  auto const text = is_ascii ? std::string(cell) : narrowed(cell);
  if (!is_ascii) {
    if (auto const found = plain(text)) return found;
  }
  if (auto const found = of_two_parts(text)) return found;
  if (auto const found = of_two_times(text)) return found;
  if (auto const found = without_state_words(text)) return found;
  return is_ascii ? std::nullopt : without_state_suffix(text);
}

std::string_view country_name(Country country) {
  auto const* row = CountryTable::get().row(country);
  return row == nullptr ? std::string_view{} : std::string_view(row->name);
}

std::string_view country_alpha3(Country country) {
  auto const* row = CountryTable::get().row(country);
  return row == nullptr ? std::string_view{} : std::string_view(row->alpha3);
}

std::string_view country_numeric(Country country) {
  auto const* row = CountryTable::get().row(country);
  return row == nullptr ? std::string_view{} : std::string_view(row->numeric);
}

std::optional<Place> country_place(Country country) {
  auto const* row = CountryTable::get().row(country);
  return row == nullptr ? std::nullopt : std::optional(row->place);
}

std::span<Country const> countries() { return CountryTable::get().codes(); }

bool country_existed(Country country, Date on) {
  auto const* row = CountryTable::get().row(country);
  if (row == nullptr) return false;
  return (!row->valid_from || *row->valid_from <= on) && (!row->valid_to || on < *row->valid_to);
}

Country country_successor(Country country) {
  auto const* row = CountryTable::get().row(country);
  return row == nullptr || row->successor == Country{} ? country : row->successor;
}

}  // namespace tw::reference
