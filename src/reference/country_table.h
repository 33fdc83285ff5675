/// The country table and the names in it, read once.
#pragma once

#include <vector>

#include "tidewaiter/reference.h"

#include "reference/lookup_key.h"

namespace tw::reference {

struct CountryRow {
  Country code;
  std::string alpha3;
  std::string numeric;
  std::string name;
  Place place;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
  Country successor;  ///< Empty for a country that still is one.
};

/// "TR" to Country; a defect when it is not two upper-case ASCII letters.
Country own_code(std::string_view text);

/// What a word around a country's name does (country_state_words.csv).
enum class StateWord { article, state, telling };

class CountryTable {
 public:
  static CountryTable const& get();

  std::vector<CountryRow> const& rows() const { return rows_; }
  std::span<Country const> codes() const { return codes_; }
  CountryRow const* row(Country country) const;
  /// `code`: two or three ASCII letters in lower case, or up to three digits.
  std::optional<Country> by_code(std::string_view code) const;
  /// By lookup_key of a name.
  std::optional<Country> by_key(std::string_view key) const;
  /// By lookup_key of a name whose articles have been taken out.
  std::optional<Country> by_key_without_articles(std::string_view key) const;
  /// By lookup_key of one word; null for a word that belongs to the name.
  StateWord const* state_word(std::string_view key) const;
  /// Keys of endings of East Asian names, longest first.
  std::span<std::string const> state_suffixes() const { return state_suffixes_; }

 private:
  CountryTable();
  void read_rows();
  void read_names();
  void read_state_words();
  void add_name(std::string_view name, Country country);
  std::vector<CountryRow> rows_;
  std::vector<Country> codes_;
  KeyMap<Country> code_map_;
  KeyMap<Country> name_map_;
  KeyMap<Country> article_free_map_;  ///< The empty country where two names fall together.
  KeyMap<StateWord> state_words_;
  std::vector<std::string> state_suffixes_;
};

}  // namespace tw::reference
