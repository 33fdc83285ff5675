#include <algorithm>
#include <deque>
#include <unordered_map>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "reference/rows.h"

namespace tw::reference {
namespace {

/// Dots and quotation marks hold letters together ("S.A.", בע"מ).
bool is_joint(char32_t c) {
  return c == U'.' || c == U'\'' || c == U'"' || c == U'`' || c == U'\u2019' || c == U'\u05F4' ||
         c == U'\u05F3' || c == U'\u201D' || c == U'\u201C';
}

std::string key_of(std::string_view text, bool dots_are_spaces) {
  auto const folded = text::folded(text);
  std::string key;
  bool needs_space = false;
  for (std::string_view rest = folded; !rest.empty();) {
    auto const before = rest;
    auto const c = text::next_code_point(rest);
    bool const is_space =
        c == U' ' || (c < 0x80 && !is_joint(c) && !text::is_letter(c) && !text::is_digit(c));
    if (is_space || (c == U'.' && dots_are_spaces)) {
      needs_space = !key.empty();
    } else if (!is_joint(c)) {
      if (needs_space) key += ' ';
      needs_space = false;
      key += before.substr(0, before.size() - rest.size());
    }
  }
  return key;
}

class LegalFormTable {
 public:
  LegalFormTable() {
    OwnTable const table("reference/legal_forms.csv");
    auto const spellings = table.column("spellings");
    auto const form_class = table.column("class");
    auto const countries = table.column("countries");
    for (std::size_t i = 0; i < table.size(); ++i) {
      auto const own_class = keep(table.cell(i, form_class));
      auto const own_countries = keep(table.cell(i, countries));
      for (auto const spelling : own_list(keep(table.cell(i, spellings)))) {
        LegalForm const form{spelling, {}, own_class, own_countries};
        add(form, legal_form_key(spelling));
        if (spelling.find('.') != std::string_view::npos) add(form, key_of(spelling, true));
      }
    }
    std::ranges::sort(forms_, [](LegalForm const& a, LegalForm const& b) {
      auto const rank = [](LegalForm const& form) {
        return std::pair(std::ranges::count(form.folded, ' '), form.folded.size());
      };
      return rank(a) != rank(b) ? rank(a) > rank(b) : a.folded < b.folded;
    });
  }

  std::span<LegalForm const> forms() const { return forms_; }

 private:
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  /// The first spelling of a key stays; the countries of a later line with its class are added.
  void add(LegalForm form, std::string key) {
    ensure(!key.empty(), "a legal form of our table has letters");
    auto const [seen, is_new] = places_.emplace(key, forms_.size());
    if (is_new) {
      form.folded = keep(std::move(key));
      forms_.push_back(form);
    } else if (forms_[seen->second].form_class == form.form_class) {
      add_countries(forms_[seen->second], form.countries);
    }
  }

  void add_countries(LegalForm& form, std::string_view more) {
    if (form.countries.empty() || more.empty()) {
      form.countries = {};
      return;
    }
    auto all = std::string(form.countries);
    auto const known = own_list(form.countries);
    for (auto const country : own_list(more)) {
      if (std::ranges::find(known, country) == known.end()) all += "|" + std::string(country);
    }
    if (all.size() != form.countries.size()) form.countries = keep(std::move(all));
  }

  std::deque<std::string> texts_;
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<LegalForm> forms_;
};

}  // namespace

std::string legal_form_key(std::string_view text) { return key_of(text, false); }

std::span<LegalForm const> legal_forms() {
  static LegalFormTable const table;
  return table.forms();
}

}  // namespace tw::reference
