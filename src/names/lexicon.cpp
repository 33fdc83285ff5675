#include "names/lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "tidewaiter/core.h"
#include "tidewaiter/reference.h"

#include "names/romanise.h"
#include "names/sound_key.h"

namespace tw::names {
namespace {

template <typename Use>
void for_each_line(std::string_view file, Use const& use) {
  auto rest = reference::embedded(file);
  while (!rest.empty()) {
    auto const end = std::min(rest.find('\n'), rest.size());
    auto const line = text::trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty() && line.front() != '#') use(line);
  }
}

template <typename Use>
void for_each_part(std::string_view line, char separator, Use const& use) {
  while (!line.empty()) {
    auto const end = std::min(line.find(separator), line.size());
    if (auto const part = text::trimmed(line.substr(0, end)); !part.empty()) use(part);
    line.remove_prefix(std::min(end + 1, line.size()));
  }
}

std::string_view next_cell(std::string_view& line) {
  auto const end = std::min(line.find(','), line.size());
  auto const cell = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return cell;
}

float number(std::string_view cell) {
  float value = 0;
  auto const read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  ensure(read.ec == std::errc{}, "information in data/names is a number");
  return value;
}

Meaning meaning_of(std::string_view role) {
  if (role == "weak") return Meaning::weak;
  if (role == "link") return Meaning::link;
  if (role == "title") return Meaning::title;
  if (role == "vessel") return Meaning::vessel;
  ensure(role == "drop", "a role in data/names/word_classes.csv is known");
  return Meaning::drop;
}

/// What a word is looked up by. Consonant scripts and single letters stand for themselves: their
/// few letters would hit short Latin words (the Arabic Ali is "li", the Russian "в" is "v").
/// Other short words stand as spelled: "Coem" sounds like "comm" and is a name.
std::string const& lookup_key(Piece const& piece) {
  constexpr std::size_t kShort = 4;
  if (omits_vowels(piece.script) || piece.key.size() == 1) return piece.native;
  return piece.key.size() <= kShort ? piece.latin : piece.key;
}

std::string phrase_key(std::string_view words) {
  std::string joined;
  auto const folded = text::folded(words);
  for (auto const word : text::words(folded)) {
    auto const piece = make_piece(std::string(word), text::main_script(word));
    auto const& key = lookup_key(piece);
    if (key.empty()) continue;
    if (!joined.empty()) joined += ' ';
    joined += key;
  }
  return joined;
}

// What may follow a short stem: endings of Russian, Ukrainian and English words.
constexpr auto kEndings = std::to_array<std::string_view>(
    {"",     "a",     "e",   "i",    "o",     "u",    "s",   "ia",  "iu",  "oe",   "oi",   "ogo",
     "omu",  "om",    "im",  "ih",   "ie",    "ei",   "ov",  "ev",  "am",  "ami",  "ah",   "ni",
     "na",   "naia",  "no",  "noe",  "noi",   "nogo", "nih", "nie", "nim", "aia",  "oiu",  "em",
     "es",   "skaia", "ski", "skoe", "skogo", "skoi", "sk",  "ska", "ske", "sko",  "skih", "nik",
     "noie", "skie",  "ns",  "n",    "evi",   "ovi",  "ova", "oho", "iy",  "ions", "ion",  "er",
     "ers",  "ing",   "al",  "als",  "ics",   "ik",   "iki", "ika"});
constexpr std::size_t kLongStem = 8;  // Behind it any ending is one: no other word begins so.
constexpr std::size_t kEndingMax = 9;

}  // namespace

Lexicon::Lexicon() {
  read_words("names/word_classes.csv", false);
  read_words("names/places.csv", true);
  read_common();
  read_given();
  read_surnames();
  read_expansions();
}

void Lexicon::read_words(std::string_view file, bool places) {
  for_each_line(file, [&](std::string_view line) {
    Entry entry;
    auto const name = next_cell(line);
    if (places) {
      entry.meaning = Meaning::place;
      entry.information = 1.0F;
    } else {
      entry.meaning = meaning_of(next_cell(line));
      entry.information = number(next_cell(line));
    }
    entry.word_class = static_cast<std::uint16_t>(class_names_.size());
    class_names_.emplace_back(name);
    for_each_part(line, '|', [&](std::string_view spelling) { add_spelling(spelling, entry); });
  });
}

void Lexicon::add_spelling(std::string_view spelling, Entry entry) {
  if (text::main_script(spelling) == text::Script::han) {
    han_.emplace(text::folded(spelling), entry);
    han_longest_ = std::max(han_longest_, text::folded(spelling).size());
    return;  // Its pinyin is listed beside it where it is used in Latin letters.
  }
  bool const open = spelling.ends_with('*');
  if (open) spelling.remove_suffix(1);
  auto key = phrase_key(spelling);
  if (key.empty()) return;
  // "учреждени*": the key of the whole word ("...nie") writes its ending with the stem's last i.
  constexpr std::size_t kStemWithI = 6;
  bool const cut = open && key.size() > kStemWithI && key.back() == 'i';
  if (open) prefixes_.emplace(cut ? key.substr(0, key.size() - 1) : key, entry);
  exact_.emplace(std::move(key), entry);
}

void Lexicon::read_common() {
  for_each_line("names/common_words.csv", [&](std::string_view line) {
    float const information = number(next_cell(line));
    for_each_part(line, ' ',
                  [&](std::string_view word) { common_.emplace(phrase_key(word), information); });
  });
}

void Lexicon::read_given() {
  for_each_line("names/given_names.csv", [&](std::string_view line) {
    bool const apart = line.starts_with("- ");
    if (apart) line.remove_prefix(2);
    auto word_class = static_cast<std::uint16_t>(class_names_.size());
    class_names_.emplace_back(line.substr(0, line.find(' ')));
    for_each_part(line, ' ', [&](std::string_view name) {
      given_.emplace(phrase_key(name), word_class);
      if (!apart) return;
      word_class = static_cast<std::uint16_t>(class_names_.size());
      class_names_.emplace_back(name);
    });
  });
}

void Lexicon::read_surnames() {
  for_each_line("names/surname_readings.csv", [&](std::string_view line) {
    auto const characters = next_cell(line);
    std::vector<std::string> readings;
    for_each_part(line, '|', [&](std::string_view reading) { readings.emplace_back(reading); });
    auto const first = std::string(1, ' ');
    // Compound surnames have two characters of equal length in each script form.
    auto rest = characters;
    std::vector<std::string> single;
    while (!rest.empty()) {
      std::string one;
      text::append_utf8(text::next_code_point(rest), one);
      single.push_back(std::move(one));
    }
    bool const compound = single.size() == 4 && readings.front().size() > 3;
    if (compound) {
      surnames_.emplace(single[0] + single[1], readings);
      surnames_.emplace(single[2] + single[3], readings);
    } else {
      for (auto const& one : single) surnames_.emplace(one, readings);
    }
  });
}

void Lexicon::read_expansions() {
  for_each_line("names/expansions.csv", [&](std::string_view line) {
    auto const abbreviations = next_cell(line);
    std::vector<Piece> words;
    for (auto const word : text::words(line)) {
      words.push_back(make_piece(std::string(word), text::Script::latin));
    }
    for_each_part(abbreviations, '|', [&](std::string_view abbreviation) {
      expansions_.emplace(text::folded(abbreviation), words);
    });
  });
}

Lexicon::Entry const* Lexicon::stem_entry(std::string_view key) const {
  std::size_t const shortest = key.size() > kEndingMax ? key.size() - kEndingMax : 3;
  for (std::size_t length = key.size(); length >= std::max<std::size_t>(shortest, 3); --length) {
    auto const found = prefixes_.find(std::string(key.substr(0, length)));
    if (found == prefixes_.end()) continue;
    auto const ending = key.substr(length);
    if (length >= kLongStem || std::ranges::find(kEndings, ending) != kEndings.end()) {
      return &found->second;
    }
  }
  return nullptr;
}

Found Lexicon::find(std::span<Piece const> pieces, std::size_t at) const {
  constexpr std::size_t kPhraseMax = 4;
  auto const found = [](Entry const& entry, std::size_t count) {
    return Found{entry.meaning, entry.word_class, entry.information, count};
  };
  Piece const& piece = pieces[at];
  if (piece.script == text::Script::han) {
    auto const entry = han_.find(piece.native);
    return entry == han_.end() ? Found{} : found(entry->second, 1);
  }
  if (piece.is_number || piece.key.empty()) return {};
  std::string phrase = lookup_key(piece);
  Found best;
  if (auto const entry = exact_.find(phrase); entry != exact_.end()) {
    best = found(entry->second, 1);
  } else if (auto const* by_stem = stem_entry(phrase)) {
    best = found(*by_stem, 1);
  }
  for (std::size_t i = at + 1; i < pieces.size() && i < at + kPhraseMax; ++i) {
    if (pieces[i].key.empty() || pieces[i].is_number) break;
    phrase += ' ';
    phrase += lookup_key(pieces[i]);
    if (auto const entry = exact_.find(phrase); entry != exact_.end()) {
      best = found(entry->second, i + 1 - at);
    }
  }
  return best;
}

std::size_t Lexicon::ideographs(std::string_view run) const {
  for (std::size_t length = std::min(run.size(), han_longest_) / 3 * 3; length > 0; length -= 3) {
    // A single character parts a name only where it cannot be taken for part of it.
    if (length == 3 && run.size() > 3) return 0;
    if (han_.contains(std::string(run.substr(0, length)))) return length;
  }
  return 0;
}

std::vector<Piece> const* Lexicon::expansion(std::string_view native) const {
  auto const found = expansions_.find(std::string(native));
  return found == expansions_.end() ? nullptr : &found->second;
}

std::uint16_t Lexicon::given_name(Piece const& piece) const {
  auto const found = given_.find(lookup_key(piece));
  return found == given_.end() ? std::uint16_t{0} : found->second;
}

float Lexicon::information(std::string_view key) const {
  if (auto const found = common_.find(std::string(key)); found != common_.end()) {
    return found->second;
  }
  if (given_.contains(std::string(key))) return 3.2F;
  static constexpr std::array<float, 8> kByLength = {0, 0.8F, 2.5F, 4.0F, 5.0F, 6.0F, 6.5F, 7.0F};
  return kByLength[std::min<std::size_t>(key.size(), kByLength.size() - 1)];
}

std::vector<std::string> const* Lexicon::surname(std::string_view run, std::size_t& bytes) const {
  for (bytes = std::min<std::size_t>(6, run.size()); bytes >= 3; bytes -= 3) {
    if (auto const found = surnames_.find(std::string(run.substr(0, bytes)));
        found != surnames_.end()) {
      return &found->second;
    }
  }
  return nullptr;
}

std::string_view Lexicon::class_name(std::uint16_t word_class) const {
  ensure(word_class < class_names_.size(), "a word class is one of the lexicon");
  return class_names_[word_class];
}

Lexicon const& lexicon() {
  static Lexicon const tables;
  return tables;
}

}  // namespace tw::names
