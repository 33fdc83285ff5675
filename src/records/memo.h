/// Answers for values that come again and again: countries, units, dates, codes.
#pragma once

#include "tidewaiter/core.h"

namespace tw::records {

/// A direct-mapped cache from text to answer: bounded, and a miss only costs the computation.
template <typename Answer>
class Memo {
 public:
  Memo() : slots_(kSlots) {}

  template <typename Compute>
  Answer const& get(std::string_view key, Compute const& compute) {
    auto& slot = slots_[hash64(key) % kSlots];
    if (!slot.used || slot.key != key) {
      slot.answer = compute(key);
      slot.key = key;
      slot.used = true;
    }
    return slot.answer;
  }

 private:
  static constexpr std::size_t kSlots = 1024;
  struct Slot {
    std::string key;
    Answer answer{};
    bool used = false;
  };
  std::vector<Slot> slots_;
};

}  // namespace tw::records
