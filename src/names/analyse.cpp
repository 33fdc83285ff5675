#include <algorithm>

#include "tidewaiter/names.h"

#include "names/cut.h"
#include "names/forms.h"
#include "names/lexicon.h"
#include "names/palladius.h"
#include "names/tokens.h"

namespace tw::names {
namespace {

constexpr std::size_t kLettersMax = 1000;
constexpr std::size_t kOthersMax = 4;
constexpr std::size_t kPersonWithComma = 8;  // The comma is half the proof.

std::string cut_to_letters(std::string_view utf8, std::size_t letters) {
  auto rest = utf8.substr(0, std::min(utf8.size(), letters * 4));
  std::string kept;
  kept.reserve(rest.size());
  for (std::size_t i = 0; i < letters && !rest.empty(); ++i) {
    text::append_utf8(text::next_code_point(rest), kept);
  }
  return kept;
}

/// "PETROV, Ivan": the part behind the only comma goes to the front. Firms keep their order.
std::string in_speaking_order(std::string const& name, Kind& kind) {
  auto const comma = name.find(',');
  if (comma == std::string::npos || kind == Kind::organisation || kind == Kind::vessel) return name;
  if (kind == Kind::unknown && name.find(',', comma + 1) != std::string::npos) return name;
  auto const last = pieces(std::string_view(name).substr(0, comma));
  auto const first = pieces(std::string_view(name).substr(comma + 1));
  auto all = first;
  all.insert(all.end(), last.begin(), last.end());
  bool const person =
      kind == Kind::person || (last.size() <= 3 && reads_like_person(all, kPersonWithComma));
  if (!person || last.empty() || first.empty()) return name;
  kind = Kind::person;
  return name.substr(comma + 1) + ' ' + name.substr(0, comma);
}

/// Prefixes of ships; for an unknown kind only those that nothing else has.
bool take_vessel_prefix(std::vector<Piece>& found, Kind kind) {
  if (kind == Kind::organisation || kind == Kind::person || found.size() < 2) return false;
  auto const entry = lexicon().find(found, 0);
  if (entry.meaning != Meaning::vessel || entry.pieces >= found.size()) return false;
  auto const& word = found.front().native;
  bool const certain = kind == Kind::vessel || word == "mv" || word == "mt" || entry.pieces == 2;
  if (!certain) return false;
  found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(entry.pieces));
  return true;
}

bool is_han_person(std::vector<Piece> const& found) {
  if (found.size() != 1 || found.front().script != text::Script::han) return false;
  auto const bytes = found.front().native.size();
  std::size_t surname = 0;
  return bytes >= 6 && bytes <= 12 && lexicon().surname(found.front().native, surname) != nullptr &&
         surname < bytes;
}

/// Surname and given name apart, one way for each reading of the surname.
std::vector<std::vector<Piece>> readings_of(Piece const& run) {
  std::size_t bytes = 0;
  auto const* readings = lexicon().surname(run.native, bytes);
  std::vector<std::vector<Piece>> ways;
  for (auto const& reading : *readings) {
    auto surname = make_piece(reading, text::Script::latin);
    auto given = make_piece(run.native.substr(bytes), text::Script::han);
    ways.push_back({std::move(surname), std::move(given)});
  }
  return ways;
}

/// A sole trader's form stands beside a person's name, or beside a firm's ("... TRADING EST").
bool has_no_business_word(std::vector<Piece> const& found) {
  if (found.size() < 2 || found.size() > 4) return false;
  for (std::size_t at = 0; at < found.size(); ++at) {
    auto const meaning = lexicon().find(found, at).meaning;
    if (meaning == Meaning::weak || meaning == Meaning::place || found[at].is_number) return false;
  }
  return true;
}

void set_tokens(Name& name, std::vector<Piece> const& found, bool person) {
  auto made = person ? person_tokens(found) : organisation_tokens(found);
  name.tokens = std::move(made.tokens);
  name.numbers = std::move(made.numbers);
  for (auto const& token : name.tokens) {
    if (token.role == Role::word || token.role == Role::given) name.words.push_back(token.text);
    if (token.role == Role::weak || token.role == Role::place) name.weak.push_back(token.text);
  }
  if (name.words.empty()) name.words = name.weak;
  if (name.words.empty()) {
    for (auto const& token : name.tokens) name.words.push_back(token.text);
  }
  // "Plant No. 14" and "2000" have no other word.
  if (name.words.empty()) name.words = name.numbers;
}

Name analyse_name(std::string const& folded, Kind kind) {
  Name name;
  name.kind = kind;
  name.kind_given = kind != Kind::unknown;
  name.folded = folded;
  auto found = pieces(in_speaking_order(folded, kind));
  name.kind = kind;
  if (kind != Kind::person) {
    auto const address = address_begin(found);
    found.resize(address);
  }
  if (take_vessel_prefix(found, kind)) name.kind = Kind::vessel;
  FormFound form;
  if (kind != Kind::person && name.kind != Kind::vessel) form = forms().take(found);
  name.form_class = form.form_class;
  name.form_country = form.country;
  bool const person = kind == Kind::person || (form.sole_trader && has_no_business_word(found)) ||
                      (kind == Kind::unknown && name.kind == Kind::unknown &&
                       form.form_class.empty() && reads_like_person(found));
  if (is_han_person(found) && form.form_class.empty() && kind != Kind::organisation) {
    auto const ways = readings_of(found.front());
    for (std::size_t i = 1; i < ways.size() && i <= kOthersMax; ++i) {
      Name other;
      other.kind = kind;
      other.folded = folded;
      set_tokens(other, ways[i], true);
      name.others.push_back(std::move(other));
    }
    if (kind == Kind::person) {
      set_tokens(name, ways.front(), true);
      return name;
    }
  }
  if (person && name.kind == Kind::unknown) name.kind = Kind::person;
  if (name.kind == Kind::unknown && !form.form_class.empty()) name.kind = Kind::organisation;
  set_tokens(name, found, person);
  if (auto const pinyin = pinyin_reading(found); !pinyin.empty()) {
    Name other;
    other.kind = name.kind;
    other.kind_given = name.kind_given;
    other.folded = folded;
    other.form_class = name.form_class;
    other.form_country = name.form_country;
    set_tokens(other, pinyin, person);
    name.others.push_back(std::move(other));
  }
  return name;
}

bool same_tokens(Name const& a, Name const& b) {
  return std::ranges::equal(a.tokens, b.tokens, {}, &Token::key, &Token::key) &&
         a.numbers == b.numbers;
}

/// "(FTB)" behind "Foreign Trade Bank": initials that fit many firms. The words in front already
/// say who is meant; three letters, or the initials of business words only, say nothing alone.
bool is_vague_initialism(Name const& other, Name const& name) {
  constexpr std::size_t kFewLetters = 3;
  constexpr std::size_t kInitialismMax = 8;
  if (other.tokens.size() != 1 || name.tokens.size() < 2) return false;
  auto const& letters = other.tokens.front().text;
  if (letters.size() < 2 || letters.size() > kInitialismMax) return false;
  std::string with_links;
  std::string without_links;
  bool distinguishing = false;
  for (auto const& token : name.tokens) {
    distinguishing = distinguishing || token.role == Role::word || token.role == Role::given;
    bool starts = true;
    for (char const c : token.text) {
      if (starts && c != ' ') {
        with_links += c;
        if (token.role != Role::link) without_links += c;
      }
      starts = c == ' ';
    }
  }
  if (letters != with_links && letters != without_links) return false;
  return letters.size() <= kFewLetters || !distinguishing;
}

}  // namespace

Name analyse(std::string_view mention, Kind kind) {
  auto raw = cut_to_letters(mention, kLettersMax);
  auto const folded = text::folded(raw);
  auto parts = cut(folded);
  auto name = analyse_name(parts.name, kind);
  name.raw = std::move(raw);
  name.folded = folded;
  name.script = text::main_script(folded);
  name.identifiers = std::move(parts.identifiers);
  auto add_other = [&](std::string const& text, bool in_brackets = false) {
    auto other = analyse_name(text, kind == Kind::unknown ? name.kind : kind);
    if (other.words.empty() || name.others.size() >= kOthersMax || same_tokens(other, name)) return;
    if (in_brackets && is_vague_initialism(other, name)) return;
    // Its own readings stand beside it: `others` is one level deep.
    auto readings = std::move(other.others);
    other.others.clear();
    name.others.push_back(std::move(other));
    for (auto& reading : readings) {
      if (name.others.size() < kOthersMax) name.others.push_back(std::move(reading));
    }
  };
  for (auto const& former : parts.former) add_other(former);
  for (auto const& bracketed : parts.bracketed) add_other(bracketed, true);
  name.former = std::move(parts.former);
  if (name.words.empty() && !name.others.empty()) {
    // Only the bracket names somebody.
    Name other = std::move(name.others.front());
    other.raw = std::move(name.raw);
    other.folded = std::move(name.folded);
    other.script = name.script;
    other.identifiers = std::move(name.identifiers);
    other.former = std::move(name.former);
    return other;
  }
  return name;
}

}  // namespace tw::names
