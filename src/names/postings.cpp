#include "names/postings.h"

#include <algorithm>
#include <bit>

#include "tidewaiter/core.h"

namespace tw::names {

Postings::Postings(std::vector<Pair> pairs) {
  std::ranges::sort(pairs);
  auto const repeated = std::ranges::unique(pairs);
  pairs.erase(repeated.begin(), repeated.end());
  ensure(pairs.size() < UINT32_MAX, "an index has fewer than 2^32 postings");
  names_.reserve(pairs.size());
  for (auto const& pair : pairs) {
    if (hashes_.empty() || hashes_.back() != pair.hash) {
      hashes_.push_back(pair.hash);
      begins_.push_back(static_cast<std::uint32_t>(names_.size()));
    }
    names_.push_back(pair.name);
  }
  hashes_.shrink_to_fit();
  begins_.push_back(static_cast<std::uint32_t>(names_.size()));
  begins_.shrink_to_fit();
  // About one hash for each value of the top bits.
  auto const width = std::clamp(static_cast<int>(std::bit_width(hashes_.size())), 1, 28);
  shift_ = static_cast<unsigned>(64 - width);
  buckets_.assign((std::size_t{1} << width) + 1, 0);
  for (auto const hash : hashes_) ++buckets_[(hash >> shift_) + 1];
  for (std::size_t i = 1; i < buckets_.size(); ++i) buckets_[i] += buckets_[i - 1];
}

std::span<std::uint32_t const> Postings::of(std::uint64_t hash) const {
  if (buckets_.empty()) return {};
  auto const bucket = static_cast<std::size_t>(hash >> shift_);
  for (auto at = buckets_[bucket]; at < buckets_[bucket + 1]; ++at) {
    if (hashes_[at] != hash) continue;
    return std::span(names_).subspan(begins_[at], begins_[at + 1] - begins_[at]);
  }
  return {};
}

}  // namespace tw::names
