/// The stems that terms are made of, found in a text in one pass.
#pragma once

#include "goods/words.h"

namespace tw::goods {

using StemId = std::uint32_t;

struct StemHit {
  StemId stem = 0;
  std::uint32_t word = 0;  ///< First word.
  std::uint32_t span = 1;  ///< Words covered; more than one only for ideographs.
};

/// Stems by a hash of their bytes, so that finding all stems that begin a word costs one probe a
/// letter, however many terms there are.
class Lexicon {
 public:
  enum class Form : std::uint8_t { whole, prefix, digits };

  /// `stem` as `read_words` writes it.
  StemId add(std::string_view stem, Form form);
  /// Sorted by word. O(letters).
  void find(WordList const& list, std::vector<StemHit>& hits) const;
  std::size_t size() const { return stems_; }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t length = 0;
    std::array<StemId, 3> ids{};
  };
  Entry const* entry(std::uint64_t hash, std::size_t length) const;
  /// Valid until the next call.
  StemId& slot(std::string_view stem, Form form);
  void grow();
  void find_at(std::string_view word, std::uint32_t i, std::vector<StemHit>& hits) const;
  void find_han(WordList const& list, std::uint32_t i, std::vector<StemHit>& hits) const;

  std::vector<Entry> table_;  ///< Open addressing; the size is a power of two.
  std::size_t used_ = 0;
  StemId stems_ = 0;
};

inline constexpr StemId kNoStem = 0;  ///< Stem ids start at 1.

}  // namespace tw::goods
