#include "reference/country_table.h"

#include <algorithm>

#include "tidewaiter/text.h"

#include "reference/rows.h"

namespace tw::reference {
namespace {

std::string padded_number(std::string_view digits) {
  return std::string(3 - std::min<std::size_t>(digits.size(), 3), '0') + std::string(digits);
}

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Country own_code(std::string_view text) {
  auto const is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  ensure(text.size() == 2 && std::ranges::all_of(text, is_upper),
         "a country code of our tables is two upper-case letters");
  return Country{{text[0], text[1]}};
}

CountryTable const& CountryTable::get() {
  static CountryTable const table;
  return table;
}

CountryTable::CountryTable() {
  read_rows();
  read_state_words();
  read_names();
}

void CountryTable::read_rows() {
  OwnTable const table("reference/countries.csv");
  auto const code = table.column("code");
  auto const alpha3 = table.column("alpha3");
  auto const numeric = table.column("numeric");
  auto const name = table.column("name");
  auto const latitude = table.column("latitude");
  auto const longitude = table.column("longitude");
  auto const valid_from = table.column("valid_from");
  auto const valid_to = table.column("valid_to");
  auto const successor = table.column("successor");
  for (std::size_t i = 0; i < table.size(); ++i) {
    CountryRow row;
    row.code = own_code(table.cell(i, code));
    row.alpha3 = table.cell(i, alpha3);
    row.numeric = table.cell(i, numeric);
    row.name = table.cell(i, name);
    row.place = {own_real(table.cell(i, latitude)), own_real(table.cell(i, longitude))};
    row.valid_from = own_date(table.cell(i, valid_from));
    row.valid_to = own_date(table.cell(i, valid_to));
    if (!table.cell(i, successor).empty()) row.successor = own_code(table.cell(i, successor));
    rows_.push_back(std::move(row));
  }
  std::ranges::sort(rows_, {}, &CountryRow::code);
  for (auto const& own : rows_) {
    codes_.push_back(own.code);
    code_map_.emplace(text::ascii_lowered(own.code.view()), own.code);
    if (!own.alpha3.empty()) code_map_.emplace(text::ascii_lowered(own.alpha3), own.code);
    if (!own.numeric.empty()) code_map_.emplace(own.numeric, own.code);
  }
}

void CountryTable::read_names() {
  // The first entry of a key stays: our own spellings, then our names, then those of CLDR.
  OwnTable const aliases("reference/country_aliases.csv");
  auto const names = aliases.column("names");
  auto const code = aliases.column("code");
  for (std::size_t i = 0; i < aliases.size(); ++i) {
    auto const country = own_code(aliases.cell(i, code));
    ensure(row(country) != nullptr, "a country alias points to a country of the table");
    for (auto const name : own_list(aliases.cell(i, names))) {
      add_name(name, country);
    }
  }
  for (auto const& own : rows_) add_name(own.name, own.code);
  auto lines = embedded("generated/country_names.tsv");
  while (!lines.empty()) {
    auto const end = std::min(lines.find('\n'), lines.size());
    auto const line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    auto const tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    auto const country = own_code(line.substr(tab + 1));
    if (row(country) != nullptr) add_name(line.substr(0, tab), country);
  }
}

void CountryTable::add_name(std::string_view name, Country country) {
  auto const folded = text::folded(name);
  auto const key = lookup_key_of_folded(folded);
  // A second meaning of a name ("Kongo") is dropped as a whole.
  if (key.empty() || name_map_.emplace(key, country).first->second != country) return;
  std::string article_free;
  for (auto const word : text::words(folded)) {
    auto part = lookup_key_of_folded(word);
    auto const* kind = state_word(part);
    if (kind == nullptr || *kind != StateWord::article) article_free += part;
  }
  if (article_free.size() == key.size()) return;
  auto const [found, is_new] = article_free_map_.emplace(article_free, country);
  if (!is_new && found->second != country) found->second = Country{};
}

std::optional<Country> CountryTable::by_key_without_articles(std::string_view key) const {
  auto const* found = find_key(article_free_map_, key);
  return found == nullptr || *found == Country{} ? std::nullopt : std::optional(*found);
}

void CountryTable::read_state_words() {
  OwnTable const table("reference/country_state_words.csv");
  auto const kind = table.column("kind");
  auto const words = table.column("words");
  for (std::size_t i = 0; i < table.size(); ++i) {
    auto const& name = table.cell(i, kind);
    for (auto const word : own_list(table.cell(i, words))) {
      if (name == "suffix") {
        state_suffixes_.push_back(lookup_key(word));
        continue;
      }
      ensure(name == "article" || name == "state" || name == "telling", "a state word has a kind");
      state_words_.emplace(lookup_key(word), name == "article" ? StateWord::article
                                             : name == "state" ? StateWord::state
                                                               : StateWord::telling);
    }
  }
  std::ranges::stable_sort(state_suffixes_, std::ranges::greater{}, &std::string::size);
}

StateWord const* CountryTable::state_word(std::string_view key) const {
  return find_key(state_words_, key);
}

CountryRow const* CountryTable::row(Country country) const {
  auto const found = std::ranges::lower_bound(rows_, country, {}, &CountryRow::code);
  return found != rows_.end() && found->code == country ? &*found : nullptr;
}

std::optional<Country> CountryTable::by_code(std::string_view code) const {
  auto const* found = is_number(code) && code.size() <= 3 ? find_key(code_map_, padded_number(code))
                                                          : find_key(code_map_, code);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

std::optional<Country> CountryTable::by_key(std::string_view key) const {
  auto const* found = find_key(name_map_, key);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

}  // namespace tw::reference
