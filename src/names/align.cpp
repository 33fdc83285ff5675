#include "names/align.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "names/distance.h"

namespace tw::names {
namespace {

constexpr std::size_t kPairsMax = 160;

struct Pair {
  float value = 0;
  Link link;
};

unsigned edits_allowed(std::size_t length) {
  if (length <= 4) return 0;
  if (length <= 7) return 1;
  return length <= 11 ? 2 : 3;
}

/// Same consonants, other vowels.
Link skeleton_link(Token const& a, Token const& b, bool persons) {
  if (a.skeleton == 0 || a.skeleton != b.skeleton) return {};
  if (a.vowels_unknown || b.vowels_unknown) return {.how = Feature::word_skeleton, .quality = 0.9F};
  auto const longer = std::max(a.key.size(), b.key.size());
  unsigned const limit = longer >= 8 ? 3 : (persons || longer >= 6 ? 2 : 1);
  auto const distance = edits(a.key, b.key, limit);
  if (distance > limit) return {};
  float const quality =
      1.0F - static_cast<float>(distance) / static_cast<float>(longer) * (persons ? 0.8F : 1.2F);
  return {.how = Feature::word_skeleton,
          .edits = static_cast<std::uint8_t>(distance),
          .quality = quality};
}

Link typo_link(Token const& a, Token const& b) {
  auto const longer = std::max(a.key.size(), b.key.size());
  auto const limit = edits_allowed(longer);
  if (limit == 0) return {};
  // Each edit changes at most two kinds of letters.
  if (std::popcount(a.letters ^ b.letters) > static_cast<int>(2 * limit)) return {};
  // A name's first letter is seldom wrong: Kariteks is not Ariteks.
  bool const same_start = a.key.front() == b.key.front();
  if (!same_start && longer < 12) return {};
  auto const distance = edits(a.key, b.key, limit);
  if (distance > limit) return {};
  float const quality = 1.0F - 2.2F * static_cast<float>(distance) / static_cast<float>(longer);
  return {.how = Feature::word_typo,
          .edits = static_cast<std::uint8_t>(distance),
          .quality = same_start ? quality : quality * 0.6F};
}

/// "COMM." for "COMMERCIAL": only words of business, whose beginnings everybody shortens.
Link abbreviation_link(Token const& a, Token const& b) {
  if (a.role != Role::weak && b.role != Role::weak) return {};
  auto const& shorter = a.text.size() < b.text.size() ? a : b;
  auto const& longer = a.text.size() < b.text.size() ? b : a;
  bool const fits = longer.role == Role::weak && shorter.text.size() >= 3 &&
                    shorter.role != Role::place && longer.text.size() >= shorter.text.size() + 2 &&
                    longer.text.starts_with(shorter.text);
  if (!fits) return {};
  return {.how = Feature::word_abbreviated, .quality = 1.0F};
}

Link initial_link(Token const& a, Token const& b) {
  auto const& word = a.role == Role::initial ? b : a;
  auto const& initial = a.role == Role::initial ? a : b;
  if (word.role != Role::word && word.role != Role::given) return {};
  bool const fits =
      word.text.front() == initial.text.front() || word.key.front() == initial.key.front();
  if (!fits) return {};
  return {.how = Feature::initial, .quality = 1.0F};
}

bool is_joinable(Token const& token) { return token.role != Role::place; }

float value_of(Link const& link, Token const& a, Token const& b) {
  return link.quality * (0.1F + std::min(a.information, b.information));
}

void accept(Alignment& found, Link const& link) {
  if (found.count == found.links.size()) return;
  for (std::size_t i = 0; i < link.a_count; ++i) found.left_a &= ~(1U << (link.a_begin + i));
  for (std::size_t i = 0; i < link.b_count; ++i) found.left_b &= ~(1U << (link.b_begin + i));
  found.links[found.count++] = link;
}

std::uint32_t mask_of(std::size_t begin, std::size_t count) {
  return static_cast<std::uint32_t>(((std::uint64_t{1} << count) - 1) << begin);
}

/// Looks for one left word of `single` that is some left neighbours of `several` written together.
/// `swapped`: `several` is the alignment's b.
void join(std::span<Token const> several, std::span<Token const> single, bool swapped,
          Alignment& found) {
  for (std::size_t begin = 0; begin + 1 < several.size(); ++begin) {
    std::string key = several[begin].key;
    for (std::size_t count = 2; count <= 4 && begin + count <= several.size(); ++count) {
      auto const& next = several[begin + count - 1];
      key += next.key;
      auto const& left_several = swapped ? found.left_b : found.left_a;
      auto const& left_single = swapped ? found.left_a : found.left_b;
      auto const mask = mask_of(begin, count);
      if ((left_several & mask) != mask || !is_joinable(next)) break;
      // At the seam a letter may have been doubled away ("gas stream", "gastream").
      for (std::size_t at = 0; at < single.size(); ++at) {
        if (((left_single >> at) & 1U) == 0 || single[at].key.size() < 4) continue;
        unsigned const limit = key.size() >= 7 ? 1 : 0;
        if (key.front() != single[at].key.front()) continue;
        auto const distance = edits(key, single[at].key, limit);
        if (distance > limit) continue;
        Link link{.how = Feature::word_joined,
                  .edits = static_cast<std::uint8_t>(distance),
                  .quality = distance == 0 ? 1.0F : 0.85F};
        auto const b = static_cast<std::uint8_t>(begin);
        auto const n = static_cast<std::uint8_t>(count);
        auto const s = static_cast<std::uint8_t>(at);
        if (swapped) {
          link.a_begin = s, link.b_begin = b, link.b_count = n;
        } else {
          link.a_begin = b, link.a_count = n, link.b_begin = s;
        }
        accept(found, link);
        break;
      }
    }
  }
}

/// Whether `letters` are the first letters of left words from `begin` on; their number, or 0.
/// Particles are left out of the letters, or all stand in them ("MODAFL").
std::size_t spelled_by(std::string_view letters, std::span<Token const> words, std::uint32_t left,
                       std::size_t begin, bool particles) {
  std::size_t at = 0;
  std::size_t word = begin;
  for (; word < words.size() && at < letters.size(); ++word) {
    Token const& token = words[word];
    if (((left >> word) & 1U) == 0) return 0;
    if (token.role == Role::link && !particles) continue;
    // Phrases are one token of several words.
    bool starts = true;
    for (char const c : token.text) {
      if (starts && c != ' ') {
        if (at >= letters.size() || c != letters[at]) return 0;
        ++at;
      }
      starts = c == ' ';
    }
  }
  return at == letters.size() ? word - begin : 0;
}

void find_acronyms(std::span<Token const> shorts, std::span<Token const> words, bool swapped,
                   Alignment& found) {
  for (std::size_t at = 0; at < shorts.size(); ++at) {
    auto const left_shorts = swapped ? found.left_b : found.left_a;
    auto const& letters = shorts[at].text;
    if (((left_shorts >> at) & 1U) == 0 || letters.size() < 3 || letters.size() > 8) continue;
    if (shorts[at].role != Role::word) continue;
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
      auto const left_words = swapped ? found.left_a : found.left_b;
      auto const count = std::max(spelled_by(letters, words, left_words, begin, false),
                                  spelled_by(letters, words, left_words, begin, true));
      if (count < 2) continue;
      // Three letters begin the words of very many names.
      Link link{.how = Feature::acronym, .quality = letters.size() > 3 ? 1.0F : 0.8F};
      auto const s = static_cast<std::uint8_t>(at);
      auto const b = static_cast<std::uint8_t>(begin);
      auto const n = static_cast<std::uint8_t>(count);
      if (swapped) {
        link.a_begin = b, link.a_count = n, link.b_begin = s;
      } else {
        link.a_begin = s, link.b_begin = b, link.b_count = n;
      }
      accept(found, link);
      break;
    }
  }
}

}  // namespace

Link link_of(Token const& a, Token const& b, bool persons) {
  if (a.role == Role::link || b.role == Role::link) return {};
  if (a.key == b.key) {
    bool const places = a.role == Role::place && b.role == Role::place;
    auto const how = places             ? Feature::place_equal
                     : a.text == b.text ? Feature::word_exact
                                        : Feature::word_romanised;
    // A lone letter says little, whatever it stands for.
    return {.how = how, .quality = 1.0F};
  }
  if (a.word_class != 0 && a.word_class == b.word_class) {
    if (a.role == Role::given) {
      // "Mohammed" and "Muhammad" are one spelling habit, "John" and "Ivan" two names.
      bool const same_sounds = a.vowels_unknown || b.vowels_unknown || a.skeleton == b.skeleton;
      return {.how = Feature::word_translated, .quality = same_sounds ? 1.0F : 0.85F};
    }
    return {.how = a.role == Role::place ? Feature::place_equal : Feature::word_translated,
            .quality = 1.0F};
  }
  if (a.role == Role::initial || b.role == Role::initial) {
    return persons ? initial_link(a, b) : Link{};
  }
  if (a.role == Role::place && b.role == Role::place) return {};
  if (a.stem == b.stem) return {.how = Feature::word_inflected, .quality = 0.95F};
  if (a.role == Role::weak && b.role == Role::weak && a.word_class != b.word_class) return {};
  auto best = skeleton_link(a, b, persons);
  if (auto const typo = typo_link(a, b); typo.quality > best.quality) best = typo;
  if (best.quality > 0) return best;
  return abbreviation_link(a, b);
}

Alignment align(std::span<Token const> a, std::span<Token const> b, bool persons) {
  a = a.first(std::min(a.size(), kTokensMax));
  b = b.first(std::min(b.size(), kTokensMax));
  Alignment found;
  found.left_a = mask_of(0, a.size());
  found.left_b = mask_of(0, b.size());
  // Joined words first: their parts may look like business words of the other name.
  join(a, b, false, found);
  join(b, a, true, found);
  std::array<Pair, kPairsMax> pairs;
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      auto link = link_of(a[i], b[j], persons);
      if (link.quality <= 0.2F || count == kPairsMax) continue;
      link.a_begin = static_cast<std::uint8_t>(i);
      link.b_begin = static_cast<std::uint8_t>(j);
      pairs[count++] = {value_of(link, a[i], b[j]), link};
    }
  }
  std::sort(pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(count),
            [](Pair const& x, Pair const& y) {
              if (x.value != y.value) return x.value > y.value;
              auto const apart = [](Link const& l) { return std::abs(l.a_begin - l.b_begin); };
              if (apart(x.link) != apart(y.link)) return apart(x.link) < apart(y.link);
              return std::pair(x.link.a_begin, x.link.b_begin) <
                     std::pair(y.link.a_begin, y.link.b_begin);
            });
  for (std::size_t p = 0; p < count; ++p) {
    auto const& link = pairs[p].link;
    if (((found.left_a >> link.a_begin) & 1U) != 0 && ((found.left_b >> link.b_begin) & 1U) != 0) {
      accept(found, link);
    }
  }
  if (found.left_a != 0 && found.left_b != 0) {
    find_acronyms(a, b, false, found);
    find_acronyms(b, a, true, found);
  }
  return found;
}

}  // namespace tw::names
