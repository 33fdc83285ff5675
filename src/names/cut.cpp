#include "names/cut.h"

#include <algorithm>
#include <array>
#include <optional>

#include "names/forms.h"
#include "names/identifier.h"
#include "names/lexicon.h"

namespace tw::names {
namespace {

constexpr auto kFormerMarkers = std::to_array<std::string_view>({
    "formerly known as",
    "previously known as",
    "also known as",
    "doing business as",
    "trading as",
    "formerly",
    "previously",
    "f/k/a",
    "f.k.a.",
    "f.k.a",
    "fka",
    "n/k/a",
    "a/k/a",
    "a.k.a.",
    "a.k.a",
    "aka",
    "d/b/a",
    "d.b.a.",
    "dba",
    "t/a",
    "прежнее наименование",
    "прежнее название",
    "бывшее наименование",
    "бывшее название",
    "бывшее",
    "бывший",
    "бывшая",
    "бывш.",
    "бывш",
    "ранее",
    "раніше",
    "колишня назва",
    "колишнє",
    "он же",
    "она же",
    "eski unvani",
    "eski unvan",
    "eski adi",
    "eski ismi",
    "vormals",
    "ehemals",
    "anteriormente",
    "anciennement",
    "曾用名",
    "原名",
});

// Words of addresses that no firm's name ends in.
constexpr auto kStreetWords = std::to_array<std::string_view>(
    {"ул",     "улица",     "вул",     "вулиця",     "проспект", "просп",  "пр-т",      "переулок",
     "пер",    "шоссе",     "наб",     "набережная", "бульвар",  "мкр",    "ulitsa",    "prospekt",
     "street", "str",       "road",    "rd",         "avenue",   "ave",    "boulevard", "blvd",
     "lane",   "mahallesi", "mah",     "mh",         "caddesi",  "cad",    "cd",        "sokak",
     "sokagi", "sok",       "bulvari", "blv",        "strasse",  "straße", "calle",     "rua",
     "rue",    "po box",    "p.o.box", "village",    "district", "floor",  "suite",     "почтовый",
     "индекс", "район",     "обл"});

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (static_cast<unsigned char>(c) & 0x80) != 0;
}

bool stands_alone(std::string_view text, std::size_t at, std::size_t length) {
  bool const before = at == 0 || !is_word_byte(text[at - 1]);
  auto const end = at + length;
  bool const han = (static_cast<unsigned char>(text[at]) & 0xF0) == 0xE0;
  return (before && (end >= text.size() || !is_word_byte(text[end]))) || han;
}

struct Marker {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<Marker> former_marker(std::string_view text) {
  std::optional<Marker> first;
  for (auto const word : kFormerMarkers) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      if (!stands_alone(text, at, word.size())) continue;
      bool const better =
          !first || at < first->begin || (at == first->begin && at + word.size() > first->end);
      if (better) first = Marker{at, at + word.size()};
      break;
    }
  }
  return first;
}

std::string cleaned(std::string_view text) {
  constexpr std::string_view kAround = " .,;:-()[]\"'";
  while (!text.empty() && kAround.find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  while (!text.empty() && kAround.find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  return std::string(text);
}

/// Whether bracketed words say which firm is meant ("(hong kong)", "(集团)") and not another name.
bool belongs_to_name(std::string_view content) {
  auto words = pieces(content);
  if (words.empty()) return true;
  auto rest = words;
  forms().take(rest);
  if (rest.empty()) return true;
  for (std::size_t at = 0; at < rest.size();) {
    auto const found = lexicon().find(rest, at);
    if (found.pieces == 0 && !rest[at].is_number) return false;
    at += std::max<std::size_t>(found.pieces, 1);
  }
  // A bracket of business words only may be the translated name; a short one is a qualifier.
  return rest.size() <= 2;
}

void take_brackets(Cut& parts) {
  std::string left;
  std::string_view rest = parts.name;
  while (!rest.empty()) {
    auto const open = rest.find_first_of("([");
    if (open == std::string_view::npos) break;
    char const closing = rest[open] == '(' ? ')' : ']';
    // To the matching bracket: names in brackets may hold brackets.
    std::size_t depth = 0;
    std::size_t close = open;
    for (; close < rest.size(); ++close) {
      if (rest[close] == rest[open]) ++depth;
      if (rest[close] == closing && --depth == 0) break;
    }
    auto const content = rest.substr(open + 1, std::min(close, rest.size()) - open - 1);
    left.append(rest.substr(0, open));
    left += ' ';
    if (auto const marker = former_marker(content); marker && marker->begin < 3) {
      parts.former.push_back(cleaned(content.substr(marker->end)));
    } else if (belongs_to_name(content)) {
      left.append(content);
    } else if (content.size() > 2) {
      parts.bracketed.push_back(cleaned(content));
    }
    left += ' ';
    rest.remove_prefix(std::min(close + 1, rest.size()));
  }
  left.append(rest);
  bool const something_left = !pieces(left).empty();
  if (something_left) {
    parts.name = std::move(left);
  } else {
    parts.bracketed.clear();
    std::ranges::replace_if(parts.name, [](char c) { return c == '(' || c == ')'; }, ' ');
  }
}

void take_former(Cut& parts) {
  auto const marker = former_marker(parts.name);
  if (!marker) return;
  auto before = cleaned(std::string_view(parts.name).substr(0, marker->begin));
  auto after = std::string_view(parts.name).substr(marker->end);
  auto const end = std::min(after.find(';'), after.size());
  auto former = cleaned(after.substr(0, end));
  if (before.empty() || former.empty()) return;
  parts.former.push_back(std::move(former));
  parts.name = before + std::string(after.substr(end));
}

/// "X CO LIMITED ON BEHALF OF Y": the row names X.
void cut_behalf(Cut& parts) {
  for (std::string_view const marker : {" on behalf", " by order", " by commission", " for and on",
                                        " по поручению", " от имени", " за счет", " c/o "}) {
    auto const at = parts.name.find(marker);
    if (at == std::string::npos || pieces(parts.name.substr(0, at)).empty()) continue;
    parts.name.resize(at);
  }
}

bool is_street_word(Piece const& piece) {
  return std::ranges::find(kStreetWords, piece.native) != kStreetWords.end();
}

bool is_address(std::string_view segment) {
  bool number = false;
  bool street = false;
  bool postcode = false;
  for (auto const& piece : pieces(segment)) {
    number = number || piece.is_number;
    street = street || is_street_word(piece);
    postcode =
        postcode || (piece.is_number && (piece.latin.size() == 5 || piece.latin.size() == 6));
  }
  auto const& first = pieces(segment);
  bool const town =
      !first.empty() && first.front().dotted &&
      (first.front().native == "г" || first.front().native == "гор" || first.front().native == "м");
  return town || postcode || (street && number) ||
         (street && first.size() >= 2 && is_street_word(first.front()));
}

void cut_address(Cut& parts) {
  std::string_view const text = parts.name;
  for (auto comma = text.find(','); comma != std::string_view::npos;
       comma = text.find(',', comma + 1)) {
    if (pieces(text.substr(0, comma)).empty()) continue;
    auto const end = std::min(text.find(',', comma + 1), text.size());
    if (!is_address(text.substr(comma + 1, end - comma - 1))) continue;
    parts.name.resize(comma);
    return;
  }
}

}  // namespace

Cut cut(std::string_view folded) {
  Cut parts;
  parts.name = folded;
  parts.identifiers = take_identifiers(parts.name);
  take_brackets(parts);
  take_former(parts);
  cut_behalf(parts);
  cut_address(parts);
  std::erase_if(parts.former, [](std::string const& name) { return name.empty(); });
  std::erase_if(parts.bracketed, [](std::string const& name) { return name.empty(); });
  return parts;
}

std::size_t address_begin(std::vector<Piece> const& pieces) {
  for (std::size_t street = 3; street < pieces.size(); ++street) {
    if (!is_street_word(pieces[street])) continue;
    bool const number_near =
        std::any_of(pieces.begin() + static_cast<std::ptrdiff_t>(street), pieces.end(),
                    [](Piece const& piece) { return piece.is_number; });
    if (!number_near) continue;
    // Everything behind the last legal form before the street is address.
    auto const end = forms().last_end(pieces, street);
    if (end >= 2) return end;
  }
  return pieces.size();
}

}  // namespace tw::names
