/// Which names have a search key: an inverted index in three flat arrays.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tw::names {

class Postings {
 public:
  struct Pair {
    std::uint64_t hash = 0;
    std::uint32_t name = 0;
    auto operator<=>(Pair const&) const = default;
  };

  Postings() = default;
  explicit Postings(std::vector<Pair> pairs);
  /// Names with this key, ascending.
  std::span<std::uint32_t const> of(std::uint64_t hash) const;

 private:
  std::vector<std::uint64_t> hashes_;  // Sorted, distinct.
  std::vector<std::uint32_t> begins_;  // Into names_, one more than hashes.
  std::vector<std::uint32_t> names_;
  std::vector<std::uint32_t> buckets_;  // First hash with these top bits.
  unsigned shift_ = 63;
};

}  // namespace tw::names
