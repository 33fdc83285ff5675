/// Invented firm names with the usual variations, for speed measurements.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tw::bench {

/// A small fixed generator: the same names on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2 + 1) {}
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>((state_ >> 33) % limit);
  }

 private:
  std::uint64_t state_;
};

inline std::string invented_word(Dice& dice) {
  constexpr std::array<std::string_view, 24> kSyllables = {
      "ka",  "ri",  "tex", "mo",  "ver", "sun", "pol", "gra", "nit", "ze",  "phy", "lor",
      "dan", "tek", "vos", "bri", "man", "sol", "qua", "res", "tor", "ana", "mel", "xin"};
  std::string word;
  auto const count = 2 + dice.below(3);
  for (std::uint32_t i = 0; i < count; ++i) word += kSyllables[dice.below(kSyllables.size())];
  return word;
}

/// `firms` invented firms, each written in `spellings` ways; the truth is index / spellings.
inline std::vector<std::string> firm_spellings(std::size_t firms, std::size_t spellings,
                                               std::uint64_t seed) {
  constexpr std::array<std::string_view, 8> kBusiness = {"Trading",   "Technology", "Import Export",
                                                         "Logistics", "Machinery",  "Tekstil",
                                                         "Group",     "Electronics"};
  constexpr std::array<std::string_view, 6> kForms = {"LLC",      "Ltd",    "Ltd.",
                                                      "CO., LTD", "L.L.C.", "Limited"};
  Dice dice(seed);
  std::vector<std::string> names;
  names.reserve(firms * spellings);
  for (std::size_t i = 0; i < firms; ++i) {
    auto core = invented_word(dice);
    if (dice.below(3) != 0) core += ' ' + invented_word(dice);
    auto const business = kBusiness[dice.below(kBusiness.size())];
    for (std::size_t k = 0; k < spellings; ++k) {
      auto name = core;
      if (dice.below(10) == 0 && name.size() > 6) name.erase(1 + dice.below(5), 1);
      if (dice.below(4) != 0) name += ' ' + std::string(business);
      if (dice.below(5) != 0) name += ' ' + std::string(kForms[dice.below(kForms.size())]);
      if (dice.below(2) == 0) {
        for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
      }
      if (dice.below(4) == 0) name = '"' + name + '"';
      names.push_back(std::move(name));
    }
  }
  return names;
}

}  // namespace tw::bench
