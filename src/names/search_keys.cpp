#include "names/search_keys.h"

#include <algorithm>
#include <string>

#include "tidewaiter/core.h"

#include "names/align.h"
#include "names/sound_key.h"

namespace tw::names {
namespace {

constexpr std::size_t kStemLength = 4;
constexpr float kSeveralWords = 20.0F;  // Found by something that stands for several words.
constexpr std::size_t kTypoLength = 5;  // Shorter keys are not forgiven a typo.
constexpr std::size_t kLongLength = 8;  // From here two edits are.
constexpr std::size_t kEndLength = 4;
constexpr std::size_t kAcronymMin = 3;
constexpr std::size_t kAcronymMax = 8;
constexpr float kDecisive = 100.0F;  // Found by a registration number: always compared.
constexpr float kVague = 0.31F;      // Words below may be missing from names of weak words.

enum class Space : std::uint64_t {
  spelling = 1,
  skeleton,
  stem,
  ends,
  acronym_word,
  acronym_run,
  weak_set,
  number
};

std::uint64_t hashed(Space space, std::string_view text) {
  return hash64(text, static_cast<std::uint64_t>(space));
}

bool is_core(Token const& token) { return token.role == Role::word || token.role == Role::given; }

class Collector {
 public:
  Collector(Name const& name, bool listed) : name_(name), listed_(listed) {}

  std::vector<SearchKey> run() {
    auto const count = std::min(name_.tokens.size(), kTokensMax);
    auto const tokens = std::span(name_.tokens).first(count);
    auto const cores = static_cast<std::size_t>(std::ranges::count_if(tokens, is_core));
    for (auto const& token : tokens) {
      if (is_core(token)) word(token, cores == 1);
      ++word_;
    }
    joined(tokens);
    acronyms(tokens);
    if (cores == 0) weak_set(tokens);
    for (auto const& number : name_.identifiers) identifier(number.value);
    return std::move(keys_);
  }
  void identifier(std::string_view value) {
    if (value.size() >= 5) add(identifier_key(value), kDecisive);
    ++word_;
  }

 private:
  void add(std::uint64_t hash, float information) { keys_.push_back({hash, word_, information}); }

  void word(Token const& token, bool only) {
    auto const& key = token.key;
    add(hashed(Space::spelling, key), token.information);
    if (token.skeleton != 0) add(token.skeleton ^ 0x5B, token.information);
    if (key.size() >= kStemLength) add(token.stem ^ 0xA7, token.information);
    if (key.size() >= kTypoLength) {
      // Two words one edit apart share a spelling with one letter less.
      std::string shorter;
      for (std::size_t i = 0; i < key.size(); ++i) {
        if (i > 0 && key[i] == key[i - 1]) continue;
        shorter.assign(key, 0, i);
        shorter.append(key, i + 1);
        add(hashed(Space::spelling, shorter), token.information);
      }
    }
    // A name of one long word may have two edits; one of its ends is whole.
    if (only && key.size() >= kLongLength) {
      add(hashed(Space::ends, std::string_view(key).substr(0, kEndLength)), token.information);
      add(hashed(Space::ends, std::string_view(key).substr(key.size() - kEndLength)),
          token.information);
    }
    if (token.text.size() >= kAcronymMin && token.text.size() <= kAcronymMax) {
      add(hashed(listed_ ? Space::acronym_word : Space::acronym_run, token.text), kSeveralWords);
    }
  }

  void joined(std::span<Token const> tokens) {
    for (std::size_t begin = 0; begin + 1 < tokens.size(); ++begin) {
      std::string key = tokens[begin].key;
      if (tokens[begin].role == Role::place) continue;
      for (std::size_t i = begin + 1; i < tokens.size() && i < begin + 4; ++i) {
        if (tokens[i].role == Role::place) break;
        // Letters doubled at the seam are one in the joined word's key.
        auto const& next = tokens[i].key;
        key += next;
        if (key.size() < 4) continue;
        add(hashed(Space::spelling, key), kSeveralWords);
        if (key.size() >= kTypoLength + 2) add(hash64(skeleton(key)) ^ 0x5B, kSeveralWords);
        bool const seam = key[key.size() - next.size() - 1] == next.front();
        if (seam) {
          auto single = key;
          single.erase(key.size() - next.size(), 1);
          add(hashed(Space::spelling, single), kSeveralWords);
        }
      }
      ++word_;
    }
  }

  void acronyms(std::span<Token const> tokens) {
    bool const has_links = std::ranges::find(tokens, Role::link, &Token::role) != tokens.end();
    acronyms(tokens, false);
    if (has_links) acronyms(tokens, true);
    ++word_;
  }

  void acronyms(std::span<Token const> tokens, bool particles) {
    for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
      std::string letters;
      for (std::size_t i = begin; i < tokens.size() && letters.size() < kAcronymMax; ++i) {
        if (tokens[i].role == Role::link && !particles) continue;
        bool starts = true;
        for (char const c : tokens[i].text) {
          if (starts && c != ' ') letters += c;
          starts = c == ' ';
        }
        if (letters.size() >= kAcronymMin && letters.size() <= kAcronymMax && i > begin) {
          add(hashed(listed_ ? Space::acronym_run : Space::acronym_word, letters), kSeveralWords);
        }
      }
    }
  }

  /// Names of business words agree only as a whole.
  void weak_set(std::span<Token const> tokens) {
    std::vector<std::uint16_t> classes;
    float information = 0;
    for (auto const& token : tokens) {
      bool const counts =
          token.role == Role::place || (token.role == Role::weak && token.information > kVague);
      if (counts) classes.push_back(token.word_class);
      information += token.information;
    }
    if (classes.size() < 2) return;
    std::ranges::sort(classes);
    std::string text;
    for (auto const one : classes) text += std::to_string(one) + ' ';
    add(hashed(Space::weak_set, text), information + 8.0F);
    ++word_;
  }

  Name const& name_;
  bool listed_;
  std::uint16_t word_ = 0;
  std::vector<SearchKey> keys_;
};

}  // namespace

std::vector<std::uint64_t> listed_keys(Name const& name) {
  std::vector<std::uint64_t> hashes;
  auto take = [&](Name const& one) {
    for (auto const& key : Collector(one, true).run()) hashes.push_back(key.hash);
  };
  take(name);
  for (auto const& other : name.others) take(other);
  std::ranges::sort(hashes);
  auto const repeated = std::ranges::unique(hashes);
  hashes.erase(repeated.begin(), repeated.end());
  return hashes;
}

std::uint64_t identifier_key(std::string_view value) { return hashed(Space::number, value); }

std::vector<SearchKey> query_keys(Name const& name) { return Collector(name, false).run(); }

}  // namespace tw::names
