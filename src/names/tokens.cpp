#include "names/tokens.h"

#include <algorithm>
#include <array>

#include "tidewaiter/core.h"

#include "names/lexicon.h"
#include "names/romanise.h"
#include "names/sound_key.h"

namespace tw::names {
namespace {

constexpr float kPatronymic = 3.0F;

std::uint32_t bag_of(std::string_view key) {
  std::uint32_t bag = 0;
  for (char const c : key) bag |= std::uint32_t{1} << (static_cast<unsigned char>(c) & 31U);
  return bag;
}

void add_number(Tokens& found, std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  found.numbers.emplace_back(digits);
}

// "II" and "IV" at the end of a name number a ship or a plant; "I", "V" and "X" are initials.
std::string_view roman_number(std::string_view latin) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kRoman = {
      {{"ii", "2"},
       {"iii", "3"},
       {"iv", "4"},
       {"vi", "6"},
       {"vii", "7"},
       {"viii", "8"},
       {"ix", "9"},
       {"xi", "11"},
       {"xii", "12"}}};
  for (auto const& [roman, digits] : kRoman) {
    if (latin == roman) return digits;
  }
  return {};
}

Role role_of(Meaning meaning) {
  switch (meaning) {
    case Meaning::place: return Role::place;
    case Meaning::weak: return Role::weak;
    default: return Role::link;
  }
}

std::string joined_latin(std::vector<Piece> const& pieces, std::size_t at, std::size_t count) {
  std::string latin;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!latin.empty()) latin += ' ';
    latin += pieces[i].latin;
  }
  return latin;
}

/// "A-B-C" and "I.B.M." are one word; "V.V." before a surname are initials.
void join_letters(std::vector<Piece>& pieces) {
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    std::size_t end = at;
    while (end < pieces.size() && pieces[end].latin.size() == 1 && !pieces[end].is_number &&
           (end == at || pieces[end].glued)) {
      ++end;
    }
    std::size_t const count = end - at;
    bool const word_follows = end < pieces.size();
    if (count < 2 || (count == 2 && word_follows && pieces[at].dotted)) continue;
    Piece joined = pieces[at];
    for (std::size_t i = at + 1; i < end; ++i) joined.native += pieces[i].native;
    joined = make_piece(joined.native, joined.script);
    pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(at + 1),
                 pieces.begin() + static_cast<std::ptrdiff_t>(end));
    pieces[at] = std::move(joined);
  }
}

/// A Russian adjective and its noun written together by a lost space; both are known words.
bool take_glued(Piece const& piece, std::vector<Piece>& out) {
  constexpr std::size_t kGlued = 14;
  if (piece.script != text::Script::cyrillic || piece.key.size() < kGlued) return false;
  for (std::string_view const ending : {"ое", "ый", "ая", "ий", "ие", "ой", "на", "не"}) {
    for (auto at = piece.native.find(ending); at != std::string::npos;
         at = piece.native.find(ending, at + 1)) {
      auto const cut = at + ending.size();
      if (cut < 16 || cut + 12 > piece.native.size()) continue;
      std::vector<Piece> halves{make_piece(piece.native.substr(0, cut), piece.script),
                                make_piece(piece.native.substr(cut), piece.script)};
      if (lexicon().find(halves, 0).pieces != 1 || lexicon().find(halves, 1).pieces != 1) continue;
      out.insert(out.end(), halves.begin(), halves.end());
      return true;
    }
  }
  return false;
}

std::vector<Piece> expanded(std::vector<Piece> pieces) {
  std::vector<Piece> out;
  for (auto& piece : pieces) {
    auto const* words = pieces.size() > 1 ? lexicon().expansion(piece.native) : nullptr;
    if (words != nullptr) {
      out.insert(out.end(), words->begin(), words->end());
    } else if (!take_glued(piece, out)) {
      out.push_back(std::move(piece));
    }
  }
  return out;
}

bool repeats(Tokens const& found, std::string_view key) {
  return std::ranges::any_of(found.tokens, [&](Token const& token) {
    return token.role == Role::word && token.key == key;
  });
}

}  // namespace

Token make_token(std::string_view latin, std::string_view key, Role role, float information) {
  Token token;
  token.text = latin;
  token.key = key;
  token.role = role;
  token.information = information;
  token.letters = bag_of(key);
  if (auto const bones = skeleton(key); bones.size() >= 3) token.skeleton = hash64(bones);
  token.stem = key.size() >= 5 ? hash64(stem(key)) : hash64(key);
  return token;
}

Tokens organisation_tokens(std::vector<Piece> pieces) {
  Tokens found;
  join_letters(pieces);
  pieces = expanded(std::move(pieces));
  // Words behind "named after" say whom the party honours, not which it is.
  bool honoured = false;
  for (std::size_t at = 0; at < pieces.size();) {
    Piece const& piece = pieces[at];
    if (piece.is_number) {
      add_number(found, piece.latin);
      ++at;
      continue;
    }
    if (piece.key.empty()) {
      ++at;
      continue;
    }
    auto const entry = lexicon().find(pieces, at);
    auto const used = std::max<std::size_t>(entry.pieces, 1);
    bool const has_meaning =
        entry.pieces > 0 && entry.meaning != Meaning::title && entry.meaning != Meaning::vessel;
    if (!has_meaning) {
      if (auto const digits = roman_number(piece.latin); !digits.empty() && at > 0) {
        add_number(found, digits);
      } else if (piece.key.size() == 1) {
        found.tokens.push_back(
            make_token(piece.latin, piece.key, honoured ? Role::link : Role::initial, 0.8F));
      } else if (honoured) {
        found.tokens.push_back(make_token(piece.latin, piece.key, Role::weak, 0.6F));
      } else if (repeats(found, piece.key)) {
        // "ЗАО Интеравтоматика, CJSC Interavtomatika"
      } else {
        found.tokens.push_back(
            make_token(piece.latin, piece.key, Role::word, lexicon().information(piece.key)));
        found.tokens.back().vowels_unknown = omits_vowels(piece.script);
      }
      ++at;
      continue;
    }
    honoured = entry.meaning == Meaning::drop && !found.tokens.empty() &&
               lexicon().class_name(entry.word_class) == "named_after";
    if (entry.meaning != Meaning::drop) {
      auto const latin = joined_latin(pieces, at, used);
      std::string key;
      for (std::size_t i = at; i < at + used; ++i) key += pieces[i].key;
      // "Scientific research institute" is "research institute": a repeated class says nothing.
      bool const repeated = entry.meaning == Meaning::weak &&
                            std::ranges::find(found.tokens, entry.word_class, &Token::word_class) !=
                                found.tokens.end();
      if (!repeated) {
        found.tokens.push_back(make_token(latin, key, role_of(entry.meaning), entry.information));
        found.tokens.back().word_class =
            entry.meaning == Meaning::link ? std::uint16_t{0} : entry.word_class;
      }
    }
    at += used;
  }
  return found;
}

bool is_patronymic(std::string_view key) {
  return key.size() >= 6 &&
         (key.ends_with("oviC") || key.ends_with("eviC") || key.ends_with("ovna") ||
          key.ends_with("evna") || key.ends_with("iniCna") || key.ends_with("iliC"));
}

Tokens person_tokens(std::vector<Piece> const& pieces) {
  Tokens found;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    Piece const& piece = pieces[at];
    if (piece.is_number || piece.key.empty()) continue;
    auto const entry = lexicon().find(pieces, at);
    if (piece.key.size() > 1 && entry.pieces == 1 && entry.meaning == Meaning::title &&
        pieces.size() > 1 && lexicon().given_name(piece) == 0) {
      continue;
    }
    Token token;
    if (piece.key.size() == 1) {
      token = make_token(piece.latin, piece.key, Role::initial, 1.0F);
    } else if (is_patronymic(piece.key)) {
      token = make_token(piece.latin, piece.key, Role::given, kPatronymic);
    } else if (entry.pieces == 1 && entry.meaning == Meaning::link) {
      token = make_token(piece.latin, piece.key, Role::link, 0);
    } else if (auto const given = lexicon().given_name(piece); given != 0) {
      token = make_token(piece.latin, piece.key, Role::given, 2.8F);
      token.word_class = given;
    } else {
      token = make_token(piece.latin, piece.key, Role::word,
                         std::max(2.5F, lexicon().information(piece.key)));
    }
    token.vowels_unknown = omits_vowels(piece.script);
    found.tokens.push_back(std::move(token));
  }
  return found;
}

/// "Putin V.V." and "V. Putin".
bool is_surname_with_initials(std::vector<Piece> const& pieces) {
  auto const is_initial = [](Piece const& piece) { return piece.key.size() == 1 && piece.dotted; };
  auto const initials = std::ranges::count_if(pieces, is_initial);
  if (initials < 1 || pieces.size() != static_cast<std::size_t>(initials) + 1) return false;
  auto const surname = std::ranges::find_if_not(pieces, is_initial);
  return surname->key.size() >= 4 && !surname->is_number &&
         lexicon().find(pieces, static_cast<std::size_t>(surname - pieces.begin())).pieces == 0;
}

bool reads_like_person(std::vector<Piece> const& pieces, std::size_t pieces_max) {
  if (pieces.size() < 2 || pieces.size() > pieces_max) return false;
  if (is_surname_with_initials(pieces)) return true;
  bool given = false;
  unsigned words = 0;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    Piece const& piece = pieces[at];
    if (piece.is_number || piece.script == text::Script::han) return false;
    if (piece.key.size() < 2) continue;
    auto const entry = lexicon().find(pieces, at);
    if (entry.meaning == Meaning::weak || entry.meaning == Meaning::place) return false;
    given = given || is_patronymic(piece.key) || lexicon().given_name(piece) != 0;
    ++words;
  }
  return given && words >= 2;
}

}  // namespace tw::names
