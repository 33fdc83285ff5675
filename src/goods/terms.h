/// Terms: what a goods text is searched for, and their matches.
#pragma once

#include <algorithm>

#include "goods/facts.h"
#include "goods/lexicon.h"

namespace tw::goods {

/// What a term speaks for: a concept of the catalogue, or a kind of context (contexts.tsv).
using Owner = std::uint16_t;

struct Term {
  Owner owner = 0;
  double weight = 0;      ///< Log-odds; negative speaks against the owner.
  bool is_model = false;  ///< A model, part number or standard, not a common word.
  std::vector<std::vector<StemId>>
      groups;  ///< Stems in order; groups near each other in any order.
};

struct TermWeights {
  double weak = 1.3;
  double plain = 3.5;
  double decisive = 6.0;
  double against = 4.5;
};

inline constexpr std::size_t kMatchWordsMax = 12;

struct Match {
  std::uint32_t term = 0;
  std::uint32_t bytes = 0;  ///< Letters covered: the longer match wins over the shorter inside it.
  std::uint8_t size = 0;
  std::array<std::uint32_t, kMatchWordsMax> words{};

  std::span<std::uint32_t const> covered() const { return {words.data(), size}; }
  std::uint32_t first() const { return *std::min_element(words.begin(), words.begin() + size); }
  std::uint32_t last() const { return *std::max_element(words.begin(), words.begin() + size); }
};

class TermIndex {
 public:
  TermIndex();
  /// One cell of a table: "винтовк*; bolt action!; ствол* + ружь*". An empty or unreadable term is
  /// a defect of our tables.
  void add_cell(Owner owner, std::string_view cell, bool is_model, double sign = 1.0);
  Term const& term(std::uint32_t id) const { return terms_[id]; }
  std::size_t size() const { return terms_.size(); }

  /// All matches, in the order of the text. O(words).
  std::vector<Match> find_all(WordList const& list) const;
  /// Without those that a longer match of at least the same strength swallows: "rifle case" is no
  /// "rifle". One strength a match; terms that speak against their owner stay and swallow nothing.
  std::vector<Match> longest(std::span<Match const> all, std::span<double const> strengths,
                             std::size_t words) const;
  /// The longest of all matches, each as strong as the others.
  std::vector<Match> find(WordList const& list) const;

 private:
  void add_term(Owner owner, std::string_view text, bool is_model, double sign);
  std::vector<StemId> read_group(std::string_view text);

  Lexicon lexicon_;
  std::array<StemId, kFactKinds> fact_stems_{};
  std::vector<Term> terms_;
  std::vector<std::vector<std::uint32_t>> by_first_stem_;
};

}  // namespace tw::goods
