/// What a name matcher must beat: plain Levenshtein and shared words, on Latin letters.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tidewaiter/text.h"

namespace tw::bench {

/// 1 - distance / longer length of the romanised names.
inline double levenshtein_similarity(std::string const& a, std::string const& b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto const above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return 1.0 -
         static_cast<double>(row[b.size()]) / static_cast<double>(std::max(a.size(), b.size()));
}

/// Shared words over all words (Jaccard).
inline double token_set_similarity(std::string const& a, std::string const& b) {
  auto const words_a = text::words(a);
  auto const words_b = text::words(b);
  std::set<std::string_view> const set_a(words_a.begin(), words_a.end());
  std::set<std::string_view> const set_b(words_b.begin(), words_b.end());
  std::size_t shared = 0;
  for (auto const word : set_a) shared += set_b.count(word);
  auto const all = set_a.size() + set_b.size() - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace tw::bench
