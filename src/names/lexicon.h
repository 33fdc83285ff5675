/// What words mean in names: business words with their translations, places, particles, honorifics,
/// given names, and how rare a word is. From data/names/*.csv.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "names/piece.h"

namespace tw::names {

enum class Meaning : std::uint8_t { none, weak, place, link, title, vessel, drop };

/// An entry of the word tables that fits the pieces at some place.
struct Found {
  Meaning meaning = Meaning::none;
  std::uint16_t word_class = 0;
  float information = 0;
  std::size_t pieces = 0;  ///< How many it covers; 0 is not found.
};

class Lexicon {
 public:
  Lexicon();

  /// The longest entry that begins at `at`.
  Found find(std::span<Piece const> pieces, std::size_t at) const;
  /// The longest ideograph entry at the start of `run`, its length in bytes, 0 for none.
  std::size_t ideographs(std::string_view run) const;
  /// The pieces for which a piece stands ("нпо"), or null.
  std::vector<Piece> const* expansion(std::string_view native) const;
  /// Class of a given name with its variants, 0 when unknown.
  std::uint16_t given_name(Piece const& piece) const;
  /// Nats that an agreement on a word is worth.
  float information(std::string_view key) const;
  /// The Latin readings of a Chinese surname at the start of `run`, first pinyin; empty when none.
  std::vector<std::string> const* surname(std::string_view run, std::size_t& bytes) const;
  /// English word or place of a class, for reasons.
  std::string_view class_name(std::uint16_t word_class) const;

 private:
  struct Entry {
    Meaning meaning = Meaning::none;
    std::uint16_t word_class = 0;
    float information = 0;
  };
  using Map = std::unordered_map<std::string, Entry>;

  void read_words(std::string_view file, bool places);
  void add_spelling(std::string_view spelling, Entry entry);
  void read_common();
  void read_given();
  void read_expansions();
  void read_surnames();
  Entry const* stem_entry(std::string_view key) const;

  Map exact_;     // Sound keys, of a phrase joined by spaces.
  Map prefixes_;  // Stems given with "*".
  Map han_;       // Ideographs as they stand.
  std::unordered_map<std::string, float> common_;
  std::unordered_map<std::string, std::uint16_t> given_;
  std::unordered_map<std::string, std::vector<Piece>> expansions_;
  std::unordered_map<std::string, std::vector<std::string>> surnames_;
  std::vector<std::string> class_names_{"", "given name"};
  std::size_t han_longest_ = 0;
};
Lexicon const& lexicon();

}  // namespace tw::names
