/// Evidence for and against two names being one party; the score is its logistic sum.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "tidewaiter/names.h"

#include "names/align.h"
#include "names/policy.h"

namespace tw::names {

/// One term of the sum. What it is about: words of both names by bit, or two short texts.
struct Evidence {
  Feature feature = Feature::base;
  std::uint8_t edits = 0;
  double amount = 0;
  std::uint32_t words_a = 0;
  std::uint32_t words_b = 0;
  std::string_view text_a = {};
  std::string_view text_b = {};
};

class Evidences {
 public:
  void add(Evidence const& one);
  double sum() const { return sum_; }
  double score() const;
  std::span<Evidence const> all() const { return {items_.data(), count_}; }

 private:
  std::array<Evidence, kTokensMax + 16> items_;
  std::size_t count_ = 0;
  double sum_ = 0;
};

/// Everything the comparison knows, weighed. `a` must come before `b` in names_order: the sum
/// does not depend on the order of the call.
Evidences weigh(Name const& a, Name const& b, Context const& about_a, Context const& about_b);
/// A total order on what is compared.
bool names_order(Name const& a, Name const& b);

}  // namespace tw::names
