#include "goods/terms.h"

#include <algorithm>
#include <tuple>

#include "tidewaiter/text.h"

namespace tw::goods {
namespace {

/// Words between two stems of a group, and between two groups.
constexpr std::uint32_t kGapMax = 1;
constexpr std::uint32_t kWindow = 8;

template <typename Use>
void for_each_part(std::string_view text, std::string_view separator, Use use) {
  while (true) {
    auto const at = text.find(separator);
    use(text::trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return;
    text.remove_prefix(at + separator.size());
  }
}

std::size_t fact_number(std::string_view name) {
  std::size_t i = 0;
  while (i < kFactKinds && fact_name(static_cast<FactKind>(i)) != name) ++i;
  ensure(i < kFactKinds, "a term names a known fact");
  return i;
}

/// The stems found in one text, by word.
struct Found {
  WordList const& list;
  std::vector<StemHit> hits;
  std::vector<std::uint32_t> begin_of_word;  ///< Into `hits`; one more than words.

  std::span<StemHit const> at(std::uint32_t word) const {
    return std::span(hits).subspan(begin_of_word[word],
                                   begin_of_word[word + 1] - begin_of_word[word]);
  }
  StemHit const* hit(std::uint32_t word, StemId stem) const {
    for (auto const& h : at(word)) {
      if (h.stem == stem) return &h;
    }
    return nullptr;
  }
};

bool cover(Match& match, StemHit const& hit, WordList const& list) {
  for (std::uint32_t i = 0; i < hit.span; ++i) {
    if (match.size == kMatchWordsMax) return false;
    match.words[match.size++] = hit.word + i;
    match.bytes += list.words[hit.word + i].end - list.words[hit.word + i].begin;
  }
  return true;
}

/// The rest of a group after its first stem, each at most kGapMax words on, not over a sentence.
bool follow(Found const& found, std::span<StemId const> group, StemHit const& first, Match& match) {
  if (!cover(match, first, found.list)) return false;
  std::uint32_t at = first.word + first.span;
  for (StemId const stem : group.subspan(1)) {
    StemHit const* next = nullptr;
    for (std::uint32_t skip = 0; skip <= kGapMax && next == nullptr; ++skip) {
      std::uint32_t const word = at + skip;
      if (word >= found.list.words.size()) return false;
      if (found.list.words[word].gap == Gap::sentence) return false;
      next = found.hit(word, stem);
    }
    if (next == nullptr || !cover(match, *next, found.list)) return false;
    at = next->word + next->span;
  }
  return true;
}

bool touches(Match const& match, StemHit const& hit) {
  return std::ranges::any_of(match.covered(), [&](std::uint32_t word) {
    return word >= hit.word && word < hit.word + hit.span;
  });
}

/// A further group near the first one, in any order.
bool find_near(Found const& found, std::span<StemId const> group, StemHit const& first,
               Match& match) {
  auto const words = static_cast<std::uint32_t>(found.list.words.size());
  std::uint32_t const from = first.word > kWindow ? first.word - kWindow : 0;
  std::uint32_t const to = std::min(words, first.word + first.span + kWindow + 1);
  for (std::uint32_t word = from; word < to; ++word) {
    StemHit const* hit = found.hit(word, group[0]);
    if (hit == nullptr || touches(match, *hit)) continue;
    Match attempt = match;
    if (follow(found, group, *hit, attempt)) {
      match = attempt;
      return true;
    }
  }
  return false;
}

/// Whether all words of `small` are words of `large`, which covers more letters.
bool swallows(Match const& large, Match const& small) {
  if (large.bytes <= small.bytes || large.size < small.size) return false;
  return std::ranges::all_of(small.covered(), [&](std::uint32_t word) {
    return std::ranges::find(large.covered(), word) != large.covered().end();
  });
}

}  // namespace

TermIndex::TermIndex() {
  for (std::size_t i = 0; i < kFactKinds; ++i) {
    fact_stems_[i] = lexicon_.add(fact_name(static_cast<FactKind>(i)), Lexicon::Form::whole);
  }
}

std::vector<StemId> TermIndex::read_group(std::string_view text) {
  std::vector<StemId> stems;
  for_each_part(text, " ", [&](std::string_view part) {
    if (part.empty()) return;
    if (part[0] == '#') {
      stems.push_back(fact_stems_[fact_number(part)]);
      return;
    }
    Lexicon::Form form = Lexicon::Form::whole;
    while (!part.empty() && (part.back() == '*' || part.back() == '#')) {
      form = part.back() == '*' ? Lexicon::Form::prefix : Lexicon::Form::digits;
      part.remove_suffix(1);
    }
    WordList const list = read_words(part);
    for (std::size_t i = 0; i < list.words.size();) {
      std::size_t last = i;
      while (list.words[i].is_han && last + 1 < list.words.size() && list.words[last + 1].is_han) {
        ++last;
      }
      auto const bytes =
          std::string_view(list.bytes)
              .substr(list.words[i].begin, list.words[last].end - list.words[i].begin);
      bool const is_last = last + 1 == list.words.size();
      stems.push_back(
          lexicon_.add(bytes, is_last && !list.words[i].is_han ? form : Lexicon::Form::whole));
      i = last + 1;
    }
  });
  return stems;
}

void TermIndex::add_term(Owner owner, std::string_view text, bool is_model, double sign) {
  constexpr TermWeights weights;
  if (sign < 0) text = text.substr(0, text.find_last_not_of("!?") + 1);
  double const plain = sign < 0 ? -weights.against : weights.plain;
  Term term{.owner = owner, .weight = plain, .is_model = is_model, .groups = {}};
  if (text.ends_with('!')) term.weight = weights.decisive;
  if (text.ends_with('?')) term.weight = weights.weak;
  if (text.ends_with('!') || text.ends_with('?')) text.remove_suffix(1);
  for_each_part(text, " + ", [&](std::string_view group) {
    term.groups.push_back(read_group(group));
    ensure(!term.groups.back().empty(), "a term of our tables has words");
  });
  StemId const first = term.groups[0][0];
  if (by_first_stem_.size() <= lexicon_.size()) by_first_stem_.resize(lexicon_.size() * 2);
  by_first_stem_[first].push_back(static_cast<std::uint32_t>(terms_.size()));
  terms_.push_back(std::move(term));
}

void TermIndex::add_cell(Owner owner, std::string_view cell, bool is_model, double sign) {
  for_each_part(cell, ";", [&](std::string_view part) {
    if (!part.empty()) add_term(owner, part, is_model, sign);
  });
}

std::vector<Match> TermIndex::find_all(WordList const& list) const {
  Found found{list, {}, {}};
  lexicon_.find(list, found.hits);
  for (auto const& fact : find_facts(list)) {
    auto const stem = fact_stems_[static_cast<std::size_t>(fact.kind)];
    found.hits.push_back({stem, static_cast<std::uint32_t>(fact.word), 1});
  }
  std::ranges::sort(found.hits, {},
                    [](StemHit const& hit) { return std::tuple(hit.word, hit.span, hit.stem); });
  found.begin_of_word.assign(list.words.size() + 1, 0);
  for (auto const& hit : found.hits) ++found.begin_of_word[hit.word + 1];
  for (std::size_t i = 1; i < found.begin_of_word.size(); ++i) {
    found.begin_of_word[i] += found.begin_of_word[i - 1];
  }

  std::vector<Match> all;
  for (auto const& hit : found.hits) {
    if (hit.stem >= by_first_stem_.size()) continue;
    for (auto const id : by_first_stem_[hit.stem]) {
      Term const& term = terms_[id];
      Match match{.term = id};
      bool complete = follow(found, term.groups[0], hit, match);
      for (std::size_t g = 1; g < term.groups.size() && complete; ++g) {
        complete = find_near(found, term.groups[g], hit, match);
      }
      if (complete) all.push_back(match);
    }
  }
  return all;
}

std::vector<Match> TermIndex::longest(std::span<Match const> all, std::span<double const> strengths,
                                      std::size_t words) const {
  ensure(all.size() == strengths.size(), "a strength for each match");
  std::vector<std::vector<std::uint32_t>> covering(words);
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (terms_[all[i].term].weight < 0) continue;
    for (auto const word : all[i].covered()) covering[word].push_back(i);
  }
  std::vector<Match> kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto const swallowed_by = [&](std::uint32_t other) {
      return strengths[other] >= strengths[i] && swallows(all[other], all[i]);
    };
    bool const is_against = terms_[all[i].term].weight < 0;
    if (is_against || std::ranges::none_of(covering[all[i].words[0]], swallowed_by)) {
      kept.push_back(all[i]);
    }
  }
  return kept;
}

std::vector<Match> TermIndex::find(WordList const& list) const {
  auto const all = find_all(list);
  return longest(all, std::vector<double>(all.size(), 1.0), list.words.size());
}

}  // namespace tw::goods
