/// The words that sentences are read with: data/claims/*.psv.
#pragma once

#include <map>

#include "tidewaiter/claims.h"

namespace tw::claims {

enum class WordKind : std::uint8_t {
  compare,
  zero,
  unit,
  goods,
  imports,
  exports,
  by_importer,
  by_exporter,
  by_maker,
  origin,
  dispatch,
  via,
  company,
  records,
  disputed,
  not_data,
  attributed,
  scope,
  listing,
  authority,

  nation,
  filler,
};

struct Word {
  WordKind kind = WordKind::filler;
  std::string value;
};

class Lexicon {
 public:
  static Lexicon const& shipped();
  /// The meaning of the phrase made of these lower-case words, if it has that kind.
  std::optional<std::string> find(WordKind kind, std::string const& phrase) const;
  std::size_t longest_phrase() const { return longest_; }

 private:
  std::map<std::pair<WordKind, std::string>, std::string> words_;
  std::size_t longest_ = 1;
};

}  // namespace tw::claims
