#include "names/sound_key.h"

#include <array>

namespace tw::names {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
bool is_vowel_or_y(char c) { return is_vowel(c) || c == 'y'; }

struct Rule {
  std::string_view from;
  std::string_view to;
};

// Longest first. Each merges what romanisation tables for Russian, Ukrainian, Turkish, Arabic and
// Chinese names (BGN, ISO 9, GOST, passport rules, press usage) write in different ways.
constexpr auto kRules = std::to_array<Rule>({
    {"shtch", "S"}, {"shch", "S"}, {"stsch", "S"}, {"tsch", "C"}, {"sch", "S"}, {"tch", "C"},
    {"dzh", "J"},   {"dsh", "J"},  {"ssh", "S"},   {"sh", "S"},   {"ch", "C"},  {"zh", "J"},
    {"dj", "J"},    {"kh", "h"},   {"gh", "g"},    {"ph", "f"},   {"th", "t"},  {"dh", "d"},
    {"ck", "k"},    {"qu", "kv"},  {"ts", "c"},    {"tz", "c"},   {"ou", "u"},  {"oo", "u"},
    {"ee", "i"},    {"iye", "e"},  {"ye", "e"},    {"ie", "e"},   {"je", "e"},  {"iu", "iu"},
    {"yu", "iu"},   {"ju", "iu"},  {"ia", "ia"},   {"ya", "ia"},  {"q", "k"},   {"w", "v"},
    {"y", "i"},
});

/// Doubled letters say nothing in names, but much in abbreviations ("SSTC").
void put(std::string& key, std::string_view sounds, bool keep_doubled) {
  for (char const c : sounds) {
    if (keep_doubled || key.empty() || key.back() != c) key += c;
  }
}

// "x" is "ks" except at the start, where Chinese names have it.
std::string_view x_sound(std::string const& key) { return key.empty() ? "x" : "ks"; }

// "c" is soft before e, i, y.
std::string_view c_sound(std::string_view rest) {
  bool const soft = rest.size() > 1 && (rest[1] == 'e' || rest[1] == 'i' || rest[1] == 'y');
  return soft ? "c" : "k";
}

// German umlauts written out stand between consonants ("mueller"); Russian "oe" is an ending.
bool is_written_umlaut(std::string_view rest, std::string const& key) {
  return rest.size() > 2 && (rest[0] == 'u' || rest[0] == 'o') && rest[1] == 'e' &&
         !is_vowel_or_y(rest[2]) && !key.empty() && !is_vowel(key.back());
}

// "j" is a vowel at the end ("jurij"), after i before a vowel ("rossija") and after most consonants
// ("ljubov"); else as in "jamal".
std::string_view j_sound(std::string_view rest, std::string const& key) {
  bool const vowel_follows = rest.size() > 1 && is_vowel_or_y(rest[1]);
  if (key.empty()) return vowel_follows ? "J" : "i";
  if (rest.size() == 1) return "i";
  if (!vowel_follows) return "J";
  bool const softens = !is_vowel(key.back()) && key.back() != 'n' && key.back() != 'd';
  return key.back() == 'i' || softens ? "i" : "J";
}

void replace_ending(std::string& key, std::string_view ending, std::string_view by) {
  if (key.size() > ending.size() + 2 && key.ends_with(ending)) {
    key.replace(key.size() - ending.size(), ending.size(), by);
  }
}

}  // namespace

std::string sound_key(std::string_view latin) {
  std::string key;
  key.reserve(latin.size());
  constexpr std::size_t kAbbreviation = 4;
  bool const doubled = latin.size() <= kAbbreviation && latin.find_first_of("aeiouy") == latin.npos;
  while (!latin.empty()) {
    char const c = latin.front();
    std::size_t used = 1;
    if (is_written_umlaut(latin, key)) {
      put(key, latin.substr(0, 1), doubled);
      used = 2;
    } else if (c == 'x') {
      put(key, x_sound(key), doubled);
    } else {
      Rule const* found = nullptr;
      for (Rule const& rule : kRules) {
        if (latin.starts_with(rule.from)) {
          found = &rule;
          break;
        }
      }
      // "qu" sounds before another vowel only ("aqua"); in Arabic names u is the vowel ("qudsi").
      bool const bare_q =
          found != nullptr && found->from == "qu" && (latin.size() < 3 || !is_vowel(latin[2]));
      if (bare_q) {
        put(key, "k", doubled);
      } else if (found != nullptr) {
        // Behind a consonant "yu" is a soft "u" ("salyut", "salut").
        bool const soft_u = found->to == "iu" && !key.empty() && !is_vowel(key.back());
        put(key, soft_u ? std::string_view("u") : found->to, doubled);
        used = found->from.size();
      } else if (c == 'c') {
        put(key, c_sound(latin), doubled);
      } else if (c == 'j') {
        put(key, j_sound(latin, key), doubled);
      } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        put(key, latin.substr(0, 1), doubled);
      }
    }
    latin.remove_prefix(used);
  }
  replace_ending(key, "of", "ov");  // "romanoff"
  replace_ending(key, "ef", "ev");
  replace_ending(key, "ah", "a");  // "fatimah"
  return key;
}

std::string skeleton(std::string_view key) {
  std::string bones;
  for (std::size_t at = 0; at < key.size(); ++at) {
    char c = key[at];
    if (is_vowel(c)) {
      // The place of a first vowel matters, its colour does not ("ariteks", "eritex").
      if (at == 0) bones += 'a';
      continue;
    }
    switch (c) {
      case 'S':
      case 'c':
      case 'z':
      case 'x': c = 's'; break;
      case 'C':
      case 'J': c = 'j'; break;
      case 'p': c = 'b'; break;
      case 'd': c = 't'; break;
      case 'g':
      case 'q': c = 'k'; break;
      case 'f': c = 'v'; break;
      default: break;
    }
    if (bones.empty() || bones.back() != c) bones += c;
  }
  return bones;
}

std::string_view stem(std::string_view key) {
  // Endings of Russian and Ukrainian adjectives and nouns as sound keys write them, longest first.
  static constexpr auto kEndings = std::to_array<std::string_view>(
      {"skogo", "skaia", "skoe", "skoi", "skii", "skie", "skih", "skim", "ska", "ske", "ski", "sko",
       "sk",    "naia",  "noe",  "nogo", "aia",  "ogo",  "oie",  "oe",   "oi",  "ii",  "ie",  "ih",
       "im",    "om",    "ov",   "es",   "ia",   "ei",   "a",    "e",    "i",   "o",   "u",   "s"});
  for (std::string_view const ending : kEndings) {
    if (key.size() >= ending.size() + 4 && key.ends_with(ending)) {
      key.remove_suffix(ending.size());
      break;
    }
  }
  while (key.size() > 4 && is_vowel(key.back())) key.remove_suffix(1);
  return key;
}

}  // namespace tw::names
