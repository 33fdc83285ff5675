/// How likely a text is in a language, letter after letter: what guess_encoding compares.
#pragma once

#include <array>
#include <string_view>

#include "text/letter_models.h"

namespace tw::text {

/// Costs are -ln P, so a lower cost is a likelier text.
inline constexpr double kAsciiCost = 3.5;       ///< An ASCII byte after another, in every model.
inline constexpr double kUndecodableCost = 14;  ///< A byte that stands for nothing.

/// Letters of one language group in a one-byte encoding.
class LetterModel {
 public:
  explicit LetterModel(tables::LetterStatistics statistics);

  /// The cost of the whole text, whose high bytes stand for `upper_half`.
  double cost(std::string_view bytes, std::uint16_t const* upper_half) const;

 private:
  struct Symbol {
    std::uint8_t letter_class = 0;
    bool is_upper = false;
    double extra = 0;  ///< What it costs to choose this symbol among those of its class.
  };
  using Symbols = std::array<Symbol, 256>;

  Symbols symbols_of(std::uint16_t const* upper_half) const;

  tables::LetterStatistics statistics_;
  std::size_t classes_;
};

/// Ideographs and kana in a multi-byte encoding.
enum class EastAsian { simplified, traditional, japanese };
/// `utf8` is the text decoded, with U+FFFD for what could not be; `bytes` the text itself.
double east_asian_cost(std::string_view utf8, EastAsian language);

}  // namespace tw::text
