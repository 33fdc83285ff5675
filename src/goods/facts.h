/// Typed facts of a text: calibres, protection classes, ratings.
#pragma once

#include "goods/words.h"

namespace tw::goods {

enum class FactKind : std::uint8_t {
  calibre,
  armour,
  mah,
  cells,
  kv,
  resolution,
  magnification,
  moa,
  ptz,
};
inline constexpr std::size_t kFactKinds = 9;

/// The name by which terms of the catalogue ask for the fact: "#calibre".
std::string_view fact_name(FactKind kind);

struct WordFact {
  FactKind kind;
  std::size_t word = 0;  ///< The word that carries it.
};

/// In the order of the text. O(words).
std::vector<WordFact> find_facts(WordList const& list);

}  // namespace tw::goods
