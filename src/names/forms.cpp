#include "names/forms.h"

#include <algorithm>
#include <array>

#include "tidewaiter/reference.h"

#include "names/romanise.h"
#include "names/sound_key.h"

namespace tw::names {
namespace {

// Short Latin forms that stand in front of names; others of two letters are more often part of one
// ("AS Roma", "SA Recycling").
constexpr auto kFrontForms = std::to_array<std::string_view>({"ao", "pt", "ab", "ip"});
// Forms that are also words of names, taken at the back only.
constexpr auto kBackOnly = std::to_array<std::string_view>(
    {"group", "holding", "company", "bank", "corporation", "enterprise", "foundation",
     "association", "institute", "corp", "institution", "university", "trust", "partners", "union",
     "fund", "society", "branch"});
// Said of a firm without telling its legal form.
constexpr auto kVague =
    std::to_array<std::string_view>({"company", "group", "enterprise", "branch"});

// Sound keys of a form are used when it is long enough not to hit a word of a name.
constexpr std::size_t kSpelledOut = 10;

std::string key_of(std::string_view folded_form) {
  std::string key;
  for (auto const word : text::words(folded_form)) {
    if (!key.empty()) key += ' ';
    key += sound_key(romanised(word, text::main_script(word)));
  }
  return key;
}

// "ООО" is written "OOO" in Latin letters.
std::string latin_of(std::string_view folded_form) {
  std::string latin;
  for (auto const word : text::words(folded_form)) {
    if (!latin.empty()) latin += ' ';
    latin += romanised(word, text::main_script(word));
  }
  return latin;
}

bool is_vague(std::string_view form_class) {
  return std::ranges::find(kVague, form_class) != kVague.end();
}

}  // namespace

Forms::Forms() {
  for (auto const& row : reference::legal_forms()) {
    Form const form{row.form_class, row.countries};
    native_.emplace(std::string(row.folded), form);
    auto const words = static_cast<std::size_t>(std::ranges::count(row.folded, ' ')) + 1;
    words_longest_ = std::max(words_longest_, words);
    auto const script = text::main_script(row.folded);
    if (script == text::Script::han) {
      han_longest_ = std::max(han_longest_, row.folded.size());
      continue;
    }
    auto key = key_of(row.folded);
    if (key.size() >= kSpelledOut) keys_.emplace(std::move(key), form);
    if (script == text::Script::cyrillic) {
      auto latin = latin_of(row.folded);
      if (latin.size() >= 3 || latin == "ao") native_.emplace(std::move(latin), form);
    }
  }
}

Forms::Form const* Forms::fits(std::vector<Piece> const& pieces, std::size_t begin,
                               std::size_t count) const {
  // "II" numbers ships and plants; Ukrainian and Russian abbreviations romanise to it.
  if (count == 1 && pieces[begin].latin.find_first_not_of("ivx") == std::string::npos)
    return nullptr;
  std::string native;
  for (std::size_t i = begin; i < begin + count; ++i) {
    if (pieces[i].is_number) return nullptr;
    if (!native.empty()) native += ' ';
    native += pieces[i].native;
  }
  if (auto const found = native_.find(native); found != native_.end()) return &found->second;
  std::string key;
  for (std::size_t i = begin; i < begin + count; ++i) {
    if (!key.empty()) key += ' ';
    key += pieces[i].key;
  }
  if (key.size() < kSpelledOut) return nullptr;
  auto const found = keys_.find(key);
  return found == keys_.end() ? nullptr : &found->second;
}

Forms::Span Forms::at_front(std::vector<Piece> const& pieces) const {
  for (auto count = std::min(words_longest_, pieces.size()); count > 0; --count) {
    auto const* form = fits(pieces, 0, count);
    if (form == nullptr) continue;
    auto const& word = pieces[0].native;
    bool const is_short_latin =
        count == 1 && word.size() <= 2 && pieces[0].script == text::Script::latin;
    // "A-B-C" is a name, "S.A." a form.
    bool const lone_letters = count > 1 && word.size() == 1 && !pieces[0].dotted;
    bool const allowed = (!is_short_latin && !lone_letters) || pieces.size() == count ||
                         std::ranges::find(kFrontForms, word) != kFrontForms.end();
    bool const back_only =
        count == 1 && pieces.size() > 1 &&
        (std::ranges::find(kBackOnly, word) != kBackOnly.end() || is_vague(form->form_class));
    if (allowed && !back_only) return {form, 0, count};
  }
  return {};
}

Forms::Span Forms::at_back(std::vector<Piece> const& pieces) const {
  for (auto count = std::min(words_longest_, pieces.size()); count > 0; --count) {
    auto const begin = pieces.size() - count;
    auto const* form = fits(pieces, begin, count);
    if (form == nullptr) continue;
    // A vague word alone at the end ("Trading Company") stays with the weak words.
    if (count == 1 && is_vague(form->form_class)) continue;
    return {form, begin, count};
  }
  return {};
}

Forms::Span Forms::inside(std::vector<Piece> const& pieces) const {
  for (std::size_t begin = 1; begin + 1 < pieces.size(); ++begin) {
    for (auto count = std::min(words_longest_, pieces.size() - begin); count > 0; --count) {
      auto const* form = fits(pieces, begin, count);
      if (form == nullptr || is_vague(form->form_class)) continue;
      bool const certain = count >= 2 || pieces[begin].script == text::Script::han ||
                           pieces[begin].native.size() >= 3;
      bool const is_word =
          count == 1 && std::ranges::find(kBackOnly, pieces[begin].native) != kBackOnly.end();
      bool single_letters = true;
      for (std::size_t i = begin; i < begin + count; ++i) {
        single_letters = single_letters && pieces[i].native.size() <= 2;
      }
      if (certain && !is_word && !(single_letters && count <= 2)) return {form, begin, count};
    }
  }
  return {};
}

FormFound Forms::take(std::vector<Piece>& pieces) const {
  FormFound found;
  bool vague = true;
  // Each turn takes one form out; names carry at most a handful ("OOO ... CO., LTD.").
  for (unsigned turn = 0; turn < 8 && !pieces.empty(); ++turn) {
    auto span = at_front(pieces);
    if (span.form == nullptr) span = at_back(pieces);
    if (span.form == nullptr) span = inside(pieces);
    if (span.form == nullptr) break;
    if (found.form_class.empty() || (vague && !is_vague(span.form->form_class))) {
      found.form_class = span.form->form_class;
      vague = is_vague(span.form->form_class);
      auto const countries = span.form->countries;
      found.country = countries.size() == 2 ? std::string(countries) : std::string{};
    }
    // "Corporation" tells a form and stays a word of the name.
    bool const is_word = span.count == 1 &&
                         std::ranges::find(kBackOnly, pieces[span.begin].native) != kBackOnly.end();
    if (is_word) break;
    auto const begin = pieces.begin() + static_cast<std::ptrdiff_t>(span.begin);
    pieces.erase(begin, begin + static_cast<std::ptrdiff_t>(span.count));
  }
  found.sole_trader = found.form_class == "sole_trader";
  return found;
}

std::size_t Forms::last_end(std::vector<Piece> const& pieces, std::size_t limit) const {
  for (std::size_t end = std::min(limit, pieces.size()); end > 1; --end) {
    for (auto count = std::min(words_longest_, end - 1); count > 0; --count) {
      auto const* form = fits(pieces, end - count, count);
      if (form == nullptr || is_vague(form->form_class)) continue;
      if (count > 1 || pieces[end - 1].native.size() > 2) return end;
    }
  }
  return 0;
}

std::size_t Forms::ideographs(std::string_view run) const {
  for (std::size_t length = std::min(run.size(), han_longest_) / 3 * 3; length > 3; length -= 3) {
    if (native_.contains(std::string(run.substr(0, length)))) return length;
  }
  return 0;
}

Forms const& forms() {
  static Forms const table;
  return table;
}

}  // namespace tw::names
