/// Letters and letter pairs of the languages whose files come in old encodings, counted from
/// CLDR's names and trade_words.h. src/text/guess_encoding.cpp reads the result.
/// Used by make_text_tables only.
#pragma once

#include <array>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include "trade_words.h"

namespace tables {

struct Sample {
  char const* locale;
  int weight;
};

/// A language group with one model, and the samples that it is counted from.
struct ModelSource {
  char const* name;
  std::u32string letters;  ///< Class 1 is any ASCII letter when it is not listed itself.
  std::vector<Sample> samples;
};

inline constexpr int kClassesMax = 80;

inline icu::UnicodeString words_of(std::string const& locale) {
  icu::UnicodeString text;
  for (auto const& [name, words] : kTradeWords) {
    // Our own words are nearer to what files hold than CLDR's names are.
    for (int i = 0; i < 3 && locale == name; ++i) {
      text += icu::UnicodeString::fromUTF8(words) + u' ';
    }
  }
  auto const here = icu::Locale(locale.c_str());
  for (char const* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
    icu::UnicodeString name;
    icu::Locale("und", *code).getDisplayCountry(here, name);
    text += name + u' ';
  }
  for (char const* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    icu::UnicodeString name;
    icu::Locale(*code).getDisplayLanguage(here, name);
    text += name + u' ';
  }
  return text;
}

class LetterModel {
 public:
  explicit LetterModel(ModelSource const& source) : letters_(source.letters) {
    for (auto const& sample : source.samples) {
      count(words_of(sample.locale), sample.weight);
    }
    // Lists of words hold few digits and signs in a row; files hold many.
    double after_others = 0;
    for (double const count : pairs_[0]) after_others += count;
    pairs_[0][0] = after_others / 2;
  }

  std::u32string const& letters() const { return letters_; }
  int classes() const { return static_cast<int>(letters_.size()) + 2; }

  /// -100 ln P(next | previous), a mixture of the pair's share and the letter's share.
  std::vector<std::int64_t> costs() const {
    auto const size = static_cast<std::size_t>(classes());
    double all = 0;
    std::vector<double> single(size, 0.5);
    for (std::size_t a = 0; a < size; ++a) {
      for (std::size_t b = 0; b < size; ++b) single[b] += pairs_[a][b];
    }
    for (double const count : single) all += count;
    std::vector<std::int64_t> costs;
    for (std::size_t a = 0; a < size; ++a) {
      double row = 0;
      for (std::size_t b = 0; b < size; ++b) row += pairs_[a][b];
      // Witten-Bell-like: rows with few counts lean on the single letters.
      double const trust = row / (row + 30.0);
      for (std::size_t b = 0; b < size; ++b) {
        double const own = row > 0 ? pairs_[a][b] / row : 0;
        double const p = trust * own * 0.95 + (1 - trust * 0.95) * single[b] / all;
        costs.push_back(static_cast<std::int64_t>(std::lround(-100 * std::log(p))));
      }
    }
    return costs;
  }

 private:
  std::size_t class_of(UChar32 c) const {
    auto const lower = u_tolower(c);
    auto const at = letters_.find(static_cast<char32_t>(lower));
    if (at != std::u32string::npos) return at + 2;
    return lower >= 'a' && lower <= 'z' ? 1 : 0;
  }

  void count(icu::UnicodeString const& text, int weight) {
    std::size_t previous = 0;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
      auto const now = class_of(text.char32At(i));
      if (previous != 0 || now != 0) pairs_[previous][now] += weight;
      previous = now;
    }
    pairs_[previous][0] += weight;
  }

  std::u32string letters_;
  std::array<std::array<double, kClassesMax>, kClassesMax> pairs_{};
};

/// -100 ln P for every ideograph and kana seen, with `share` of the whole left for the unseen.
inline std::vector<std::pair<char32_t, std::int64_t>> character_costs(
    std::vector<Sample> const& samples) {
  std::map<char32_t, double> counts;
  double all = 0;
  for (auto const& sample : samples) {
    auto const text = words_of(sample.locale);
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
      auto const c = text.char32At(i);
      if (c < 0x3041) continue;
      counts[static_cast<char32_t>(c)] += sample.weight;
      all += sample.weight;
    }
  }
  std::vector<std::pair<char32_t, std::int64_t>> costs;
  for (auto const& [c, count] : counts) {
    costs.emplace_back(c, std::lround(-100 * std::log(count / all)));
  }
  return costs;
}

}  // namespace tables
