#include "goods/context_marks.h"

#include <algorithm>

namespace tw::goods {
namespace {

constexpr std::size_t kWithoutWords = 3;
constexpr std::size_t kPurposeOfWords = 4;

class Marker {
 public:
  Marker(WordList const& list, ContextWeights const& weights)
      : list_(list), weights_(weights), marks_(list.words.size()) {
    std::uint16_t clause = 0;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (i > 0 && list.words[i].gap >= Gap::clause && clause < 0xFFFF) ++clause;
      marks_[i].clause = clause;
    }
  }

  void apply(Context context, Match const& match) {
    bool const is_out = std::ranges::any_of(
        match.covered(), [&](std::uint32_t word) { return marks_[word].factor == 0; });
    if (is_out) return;
    std::size_t const from = match.first();
    std::size_t const next = match.last() + 1;
    switch (context) {
      case Context::boilerplate:
        for (auto const word : match.covered()) marks_[word].factor = 0;
        return;
      case Context::denial: return take_out(from, marks_.size());
      case Context::without: return take_out(from, next + kWithoutWords);
      case Context::purpose: return mark_purpose(next);
      case Context::purpose_of: return mark_purpose_of(from);
      case Context::with: return damp_secondary(next);
      case Context::part:
        for (auto const word : match.covered()) marks_[word].is_part_word = true;
        return;
      case Context::vague:
        for (auto const word : match.covered()) marks_[word].is_vague = true;
        return;
    }
  }

  std::vector<WordMark> marks() && { return std::move(marks_); }

 private:
  bool same_clause(std::size_t i, std::size_t j) const {
    return marks_[i].clause == marks_[j].clause;
  }

  void take_out(std::size_t from, std::size_t end) {
    for (std::size_t i = from; i < std::min(end, marks_.size()) && same_clause(from, i); ++i) {
      marks_[i].factor = 0;
    }
  }

  void mark_purpose(std::size_t next) {
    if (next == 0 || next >= marks_.size()) return;
    for (std::size_t i = next; i < marks_.size() && same_clause(next - 1, i); ++i) {
      if (marks_[i].is_purpose) return;  // A second "for" of the clause changes nothing.
      damp_purpose(i);
    }
  }

  void mark_purpose_of(std::size_t from) {
    bool const is_han = list_.words[from].is_han;
    for (std::size_t n = 1; n <= from; ++n) {
      std::size_t const i = from - n;
      if (!same_clause(i, from)) return;
      // "无人机用": the run of ideographs just before; elsewhere a few words.
      if (is_han && list_.words[i + 1].gap != Gap::joined) return;
      if (!is_han && n > kPurposeOfWords) return;
      if (!marks_[i].is_purpose) damp_purpose(i);
    }
  }

  void damp_purpose(std::size_t i) {
    marks_[i].is_purpose = true;
    marks_[i].factor *= weights_.purpose;
  }

  void damp_secondary(std::size_t next) {
    if (next == 0 || next >= marks_.size()) return;
    for (std::size_t i = next; i < marks_.size() && same_clause(next - 1, i); ++i) {
      if (marks_[i].factor > weights_.with) marks_[i].factor = weights_.with;
    }
  }

  WordList const& list_;
  ContextWeights const& weights_;
  std::vector<WordMark> marks_;
};

}  // namespace

std::vector<WordMark> mark_words(Catalogue const& catalogue, WordList const& list,
                                 std::span<Match const> matches, ContextWeights const& weights) {
  Marker marker(list, weights);
  // What takes words out goes first: a "for" inside a phrase of no meaning is no purpose.
  for (std::size_t kind = 0; kind < kContexts; ++kind) {
    for (auto const& match : matches) {
      if (catalogue.terms.term(match.term).owner == kind) {
        marker.apply(static_cast<Context>(kind), match);
      }
    }
  }
  return std::move(marker).marks();
}

}  // namespace tw::goods
