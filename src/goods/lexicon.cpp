#include "goods/lexicon.h"

#include <algorithm>

namespace tw::goods {
namespace {

constexpr std::uint64_t kSeed = 0xcbf29ce484222325ULL;
constexpr std::size_t kBytesMax = 48;

std::uint64_t step(std::uint64_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
}

std::uint64_t spread(std::uint64_t hash) { return hash ^ (hash >> 29); }

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// English plurals come free: "rifles" is "rifle", "boxes" is "box"; yet "frames" is not "fram".
bool is_plural_ending(std::string_view stem, std::string_view rest) {
  char const last = stem.back();
  if (rest == "s") return last >= 'a' && last <= 'z';
  return rest == "es" && (last == 's' || last == 'x' || last == 'z' || last == 'h' || last == 'o');
}

/// Articles and prepositions that Arabic writes in one word with the noun, longest first.
constexpr std::array<std::string_view, 9> kArabicPrefixes = {"وال", "بال", "كال", "فال", "لل",
                                                             "ال",  "ل",   "و",   "ب"};

/// Russian genitive plurals put a vowel before the last "к": "винтовк-" is "винтовок" too.
std::vector<std::string> with_fleeting_vowel(std::string_view stem) {
  constexpr std::string_view kLast = "к";
  static constexpr std::array<std::string_view, 11> kVowels = {"а", "о", "е", "и", "у", "ы",
                                                               "э", "ю", "я", "ь", "и"};
  if (!stem.ends_with(kLast) || stem.size() < 8) return {};
  auto const body = stem.substr(0, stem.size() - kLast.size());
  auto const is_vowel = [&](std::string_view vowel) { return body.ends_with(vowel); };
  if (std::ranges::any_of(kVowels, is_vowel)) return {};
  return {std::string(body) + "ок", std::string(body) + "ек"};
}

}  // namespace

Lexicon::Entry const* Lexicon::entry(std::uint64_t hash, std::size_t length) const {
  std::size_t const mask = table_.size() - 1;
  for (std::size_t at = spread(hash) & mask;; at = (at + 1) & mask) {
    Entry const& e = table_[at];
    if (e.length == 0) return nullptr;
    if (e.hash == hash && e.length == length) return &e;
  }
}

void Lexicon::grow() {
  std::vector<Entry> old(std::max<std::size_t>(1024, table_.size() * 2));
  old.swap(table_);
  std::size_t const mask = table_.size() - 1;
  for (Entry const& e : old) {
    if (e.length == 0) continue;
    std::size_t at = spread(e.hash) & mask;
    while (table_[at].length != 0) at = (at + 1) & mask;
    table_[at] = e;
  }
}

StemId& Lexicon::slot(std::string_view stem, Form form) {
  ensure(!stem.empty(), "a stem has letters");
  if (table_.empty() || used_ * 3 > table_.size()) grow();
  std::uint64_t hash = kSeed;
  for (char const byte : stem) hash = step(hash, byte);
  std::size_t const mask = table_.size() - 1;
  std::size_t at = spread(hash) & mask;
  while (table_[at].length != 0 && !(table_[at].hash == hash && table_[at].length == stem.size())) {
    at = (at + 1) & mask;
  }
  Entry& e = table_[at];
  if (e.length == 0) {
    e.hash = hash;
    e.length = static_cast<std::uint32_t>(stem.size());
    ++used_;
  }
  return e.ids[static_cast<std::size_t>(form)];
}

StemId Lexicon::add(std::string_view stem, Form form) {
  StemId& id = slot(stem, form);
  if (id != kNoStem) return id;
  id = ++stems_;
  StemId const added = id;
  if (form == Form::prefix) {
    for (auto const& variant : with_fleeting_vowel(stem)) {
      StemId& other = slot(variant, form);
      if (other == kNoStem) other = added;
    }
  }
  return added;
}

void Lexicon::find_at(std::string_view word, std::uint32_t i, std::vector<StemHit>& hits) const {
  std::uint64_t hash = kSeed;
  std::size_t const bytes = std::min(word.size(), kBytesMax);
  for (std::size_t n = 1; n <= bytes; ++n) {
    hash = step(hash, word[n - 1]);
    if (n < word.size() && !begins_character(word[n])) continue;
    Entry const* e = entry(hash, n);
    if (e == nullptr) continue;
    auto const [whole, prefix, digits] = e->ids;
    auto const rest = word.substr(n);
    if (prefix != kNoStem) hits.push_back({prefix, i, 1});
    if (digits != kNoStem && !rest.empty() && is_digit(rest[0])) hits.push_back({digits, i, 1});
    if (whole != kNoStem && (rest.empty() || is_plural_ending(word.substr(0, n), rest))) {
      hits.push_back({whole, i, 1});
    }
  }
}

void Lexicon::find_han(WordList const& list, std::uint32_t i, std::vector<StemHit>& hits) const {
  std::uint64_t hash = kSeed;
  std::size_t length = 0;
  for (std::uint32_t n = 0; n < 16 && i + n < list.words.size(); ++n) {
    Word const& word = list.words[i + n];
    if (!word.is_han || (n > 0 && word.gap != Gap::joined)) return;
    for (char const byte : list.text(i + n)) hash = step(hash, byte);
    length += word.end - word.begin;
    Entry const* e = entry(hash, length);
    if (e != nullptr && e->ids[0] != kNoStem) hits.push_back({e->ids[0], i, n + 1});
  }
}

void Lexicon::find(WordList const& list, std::vector<StemHit>& hits) const {
  hits.clear();
  if (table_.empty()) return;
  for (std::uint32_t i = 0; i < list.words.size(); ++i) {
    if (list.words[i].is_han) {
      find_han(list, i, hits);
      continue;
    }
    auto const word = list.text(i);
    find_at(word, i, hits);
    // Arabic letters have the lead bytes D8 to DB.
    auto const lead = static_cast<unsigned char>(word[0]);
    if (lead < 0xD8 || lead > 0xDB) continue;
    for (auto const prefix : kArabicPrefixes) {
      if (word.starts_with(prefix) && word.size() >= prefix.size() + 6) {
        find_at(word.substr(prefix.size()), i, hits);
      }
    }
  }
}

}  // namespace tw::goods
