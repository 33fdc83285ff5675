#include "names/distance.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace tw::names {
namespace {

// H. Hyyro, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003):
// the column of the table is held as two words of vertical differences.
unsigned edits_one_word(std::string_view pattern, std::string_view text) {
  std::array<std::uint64_t, 256> places;
  for (char const c : text) places[static_cast<unsigned char>(c)] = 0;
  for (char const c : pattern) places[static_cast<unsigned char>(c)] = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    places[static_cast<unsigned char>(pattern[i])] |= std::uint64_t{1} << i;
  }
  std::uint64_t up = ~std::uint64_t{0};
  std::uint64_t down = 0;
  std::uint64_t diagonal = 0;
  std::uint64_t previous = 0;
  std::uint64_t const last = std::uint64_t{1} << (pattern.size() - 1);
  auto distance = static_cast<unsigned>(pattern.size());
  for (char const c : text) {
    std::uint64_t const equal = places[static_cast<unsigned char>(c)];
    std::uint64_t const swapped = (((~diagonal) & equal) << 1) & previous;
    diagonal = (((equal & up) + up) ^ up) | equal | down | swapped;
    std::uint64_t right = down | ~(diagonal | up);
    std::uint64_t left = up & diagonal;
    if ((right & last) != 0) ++distance;
    if ((left & last) != 0) --distance;
    right = (right << 1) | 1;
    left <<= 1;
    up = left | ~(diagonal | right);
    down = right & diagonal;
    previous = equal;
  }
  return distance;
}

unsigned edits_table(std::string_view a, std::string_view b) {
  std::size_t const width = b.size() + 1;
  std::vector<unsigned> before(width);
  std::vector<unsigned> above(width);
  std::vector<unsigned> row(width);
  for (std::size_t j = 0; j < width; ++j) above[j] = static_cast<unsigned>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<unsigned>(i);
    for (std::size_t j = 1; j < width; ++j) {
      row[j] =
          std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

}  // namespace

unsigned edits(std::string_view a, std::string_view b, unsigned limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  if (a == b) return 0;
  if (a.empty()) return static_cast<unsigned>(b.size());
  unsigned const distance = a.size() <= 64 ? edits_one_word(a, b) : edits_table(a, b);
  return std::min(distance, limit + 1);
}

}  // namespace tw::names
