#include "names/weigh.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "tidewaiter/core.h"

#include "names/distance.h"
#include "names/lexicon.h"
#include "names/weigh_context.h"

namespace tw::names {
namespace {

std::uint32_t bits(std::size_t begin, std::size_t count) {
  return static_cast<std::uint32_t>(((std::uint64_t{1} << count) - 1) << begin);
}

/// The words of one name that an alignment left over, by what they are.
struct Left {
  std::uint32_t words = 0;
  std::uint32_t weak = 0;
  std::uint32_t places = 0;
  std::uint32_t initials = 0;
  double word_information = 0;
  double weak_information = 0;  ///< Squared: three vague words say less than one telling one.
  double place_amount = 0;
};

bool is_country(Token const& place) {
  return place.word_class != 0 && lexicon().class_name(place.word_class).size() == 2;
}

Left left_of(std::span<Token const> tokens, std::uint32_t mask) {
  Left left;
  for (; mask != 0; mask &= mask - 1) {
    auto const at = static_cast<std::size_t>(std::countr_zero(mask));
    Token const& token = tokens[at];
    std::uint32_t const bit = 1U << at;
    switch (token.role) {
      case Role::word:
      case Role::given:
        left.words |= bit;
        left.word_information += token.information;
        break;
      case Role::weak:
        left.weak |= bit;
        left.weak_information += token.information * token.information;
        break;
      case Role::place:
        left.places |= bit;
        left.place_amount = std::max(left.place_amount, is_country(token) ? 1.0 : 0.7);
        break;
      case Role::initial: left.initials |= bit; break;
      case Role::link: break;
    }
  }
  return left;
}

constexpr float kVague = 0.31F;     // "Company", "group": may stand or not.
constexpr double kVagueLeft = 0.1;  // Squares of information: at most one vague word left over.
constexpr double kLittleLeft = 0.7;
constexpr double kOtherBusiness = 1.2;  // Two lines of business are two firms, however vague.
constexpr double kTellingMuch = 2.3;
constexpr std::size_t kLongWord = 8;    // A word of this length stands alone with a typo in it.
constexpr std::size_t kInitialism = 3;  // Words up to this length are initials more often than not.
constexpr double kCommonCore = 4.0;     // Distinguishing words worth no more are many firms' own.
constexpr double kOneBusiness = 0.65;   // "Research", "plant", more than "trade" or "center".
constexpr double kTelling = 1.2;        // Less is "trade house" or "technical service".

bool is_core(Token const& token) { return token.role == Role::word || token.role == Role::given; }

/// Whether a word is another one as easily as the same: "casco" and "casc", "ava" and "awa".
bool is_near(Link const& link, Token const& x, Token const& y) {
  bool const by_sound = link.how == Feature::word_inflected || link.how == Feature::word_typo ||
                        link.how == Feature::word_skeleton;
  if (link.a_count > 1 || link.b_count > 1) {
    auto const& single = link.a_count > 1 ? y : x;
    return link.how == Feature::word_joined && link.edits > 0 && single.text.size() < kLongWord;
  }
  if (by_sound) {
    return !x.vowels_unknown && !y.vowels_unknown &&
           std::min(x.text.size(), y.text.size()) < kLongWord;
  }
  // Between two initialisms each letter counts, whatever it sounds like.
  return link.how == Feature::word_romanised && x.text.size() <= kInitialism &&
         y.text.size() <= kInitialism;
}

/// What the links of an alignment amount to.
struct Matched {
  unsigned words = 0;        ///< Links between distinguishing words.
  unsigned whole_words = 0;  ///< The same without initials.
  unsigned surnames = 0;     ///< Of persons: links that are not between given names.
  unsigned initials = 0;
  unsigned acronyms = 0;
  unsigned weak_acronyms = 0;  ///< Initials of business words and places only.
  unsigned near = 0;           ///< Short words that are not quite the same.
  unsigned weak = 0;
  unsigned telling = 0;  ///< Business words and places that are not mere "company".
  double telling_information = 0;
  double business = 0;  ///< Information of business words that stand in both.
  double quality = 0;   ///< Sum over distinguishing words, weighted by information.
  double information = 0;
  unsigned inversions = 0;
};

class Weigher {
 public:
  Weigher(Name const& a, Name const& b, Context const& about_a, Context const& about_b)
      : a_(a), b_(b), about_a_(about_a), about_b_(about_b) {}

  Evidences run() {
    found_.add({.feature = Feature::base, .amount = 1});
    bool const persons = speaks_of_persons();
    auto const tokens_a = std::span(a_.tokens).first(std::min(a_.tokens.size(), kTokensMax));
    auto const tokens_b = std::span(b_.tokens).first(std::min(b_.tokens.size(), kTokensMax));
    auto const alignment = align(tokens_a, tokens_b, persons);
    auto const matched = weigh_links(alignment, tokens_a, tokens_b);
    auto const left_a = left_of(tokens_a, alignment.left_a);
    auto const left_b = left_of(tokens_b, alignment.left_b);
    if (persons) {
      weigh_persons(matched, left_a, left_b);
    } else {
      weigh_organisations(matched, left_a, left_b);
    }
    weigh_beside_words({a_, b_, about_a_, about_b_}, persons, found_);
    // "Amurskiy Shipbuilding" and "Amur Shipbuilding": the line of business agrees too.
    bool const alone = matched.words == 1 && matched.near == 1 && matched.business < kTelling;
    if (!persons && alone && !identified()) {
      found_.add({.feature = Feature::near_word_alone, .amount = 1});
    }
    return found_;
  }

 private:
  bool identified() const {
    return std::ranges::any_of(found_.all(), [](Evidence const& one) {
      return one.feature == Feature::identifier_equal ||
             one.feature == Feature::identifier_equal_unchecked;
    });
  }

  bool speaks_of_persons() const {
    bool const a = a_.kind == Kind::person;
    bool const b = b_.kind == Kind::person;
    // "Ji Song 8" is a ship, whatever its words look like.
    bool const numbered = !a_.numbers.empty() || !b_.numbers.empty();
    if (numbered && !a_.kind_given && !b_.kind_given) return false;
    return (a && b) || (a && b_.kind == Kind::unknown) || (b && a_.kind == Kind::unknown);
  }

  Matched weigh_links(Alignment const& alignment, std::span<Token const> a,
                      std::span<Token const> b) {
    Matched matched;
    auto const links = alignment.all();
    for (auto const& link : links) {
      Token const& x = a[link.a_begin];
      Token const& y = b[link.b_begin];
      float information = (x.information + y.information) / 2;
      if (link.a_count > 1) information = y.information;
      if (link.b_count > 1) information = x.information;
      if (link.how == Feature::initial) information = 1.0F;
      Evidence one{.feature = link.how,
                   .edits = link.edits,
                   .amount = static_cast<double>(link.quality * information),
                   .words_a = bits(link.a_begin, link.a_count),
                   .words_b = bits(link.b_begin, link.b_count)};
      found_.add(one);
      count(matched, link, x, y, information);
      if (link.how == Feature::acronym) {
        auto const run = link.a_count > 1 ? a.subspan(link.a_begin, link.a_count)
                                          : b.subspan(link.b_begin, link.b_count);
        matched.weak_acronyms += std::ranges::none_of(run, is_core) ? 1U : 0U;
      }
    }
    for (std::size_t i = 0; i < links.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        bool const crosses =
            (links[i].a_begin < links[j].a_begin) != (links[i].b_begin < links[j].b_begin);
        matched.inversions += crosses ? 1U : 0U;
      }
    }
    return matched;
  }

  static void count(Matched& matched, Link const& link, Token const& x, Token const& y,
                    float information) {
    if (link.how == Feature::initial) {
      ++matched.initials;
      return;
    }
    bool const joined = link.a_count > 1 || link.b_count > 1;
    bool const core = joined ? is_core(link.a_count > 1 ? y : x) : is_core(x) && is_core(y);
    if (!core) {
      if (x.role == Role::weak && y.role == Role::weak) {
        ++matched.weak;
        if (information > kVague) matched.business += information;
      }
      if (x.role != Role::link && x.information > kVague) {
        ++matched.telling;
        matched.telling_information += x.role == Role::place ? 0.6 : information;
      }
      return;
    }
    ++matched.words;
    ++matched.whole_words;
    if (link.how == Feature::acronym) ++matched.acronyms;
    if (is_near(link, x, y)) ++matched.near;
    if (x.role == Role::word || y.role == Role::word) ++matched.surnames;
    matched.quality += static_cast<double>(link.quality * information);
    matched.information += information;
  }

  void all_words(Matched const& matched, double share) {
    if (matched.information <= 0 || share <= 0) return;
    // Squared: a typo in the only word must not be outweighed by the completeness of the match.
    double const quality = matched.quality / matched.information;
    found_.add({.feature = Feature::all_words_matched, .amount = share * quality * quality});
  }

  void weigh_organisations(Matched const& matched, Left const& left_a, Left const& left_b) {
    bool const core_a = std::ranges::any_of(a_.tokens, is_core);
    bool const core_b = std::ranges::any_of(b_.tokens, is_core);
    if (!core_a && !core_b) {
      weigh_weak_names(matched, left_a, left_b);
    } else if (matched.words == 0) {
      found_.add({.feature = Feature::only_weak_words, .amount = 1});
    }
    double const words_a = left_a.word_information + 0.5 * std::popcount(left_a.initials);
    double const words_b = left_b.word_information + 0.5 * std::popcount(left_b.initials);
    auto const mask_a = left_a.words | left_a.initials;
    auto const mask_b = left_b.words | left_b.initials;
    if (words_a > 0 && words_b > 0) {
      found_.add({.feature = Feature::extra_words_both,
                  .amount = std::min(words_a + words_b, 14.0),
                  .words_a = mask_a,
                  .words_b = mask_b});
    } else if (words_a + words_b > 0) {
      // A name of which most is missing in the other is another's, however long the rest.
      bool const mostly = words_a + words_b >= matched.information;
      found_.add({.feature = Feature::extra_word,
                  .amount = std::min(words_a + words_b, mostly ? 28.0 : 9.0),
                  .words_a = mask_a,
                  .words_b = mask_b});
    }
    if (double const weak = left_a.weak_information + left_b.weak_information; weak > 0) {
      bool const both =
          left_a.weak_information > kVagueLeft && left_b.weak_information > kVagueLeft;
      found_.add({.feature = both ? Feature::weak_words_differ : Feature::extra_weak_word,
                  .amount = std::min(both ? weak + kOtherBusiness : weak, 6.0),
                  .words_a = left_a.weak,
                  .words_b = left_b.weak});
    }
    double const place = weigh_places(left_a, left_b);
    // Initials and common words fit many names: a business word left over makes them doubtful.
    bool const doubtful = (matched.acronyms > 0 || (matched.information <= kCommonCore &&
                                                    matched.business < kOneBusiness)) &&
                          left_a.weak_information + left_b.weak_information > kVagueLeft;
    // Initials of business words are those of every firm in the business.
    bool const empty = matched.weak_acronyms > 0 && matched.weak_acronyms == matched.words;
    if (words_a + words_b == 0 && !empty) {
      all_words(matched, (1.0 - place) * (doubtful ? 0.4 : 1.0));
    }
    if (matched.inversions > 0 && matched.words + matched.weak > 1) {
      found_.add({.feature = Feature::words_reordered, .amount = 1});
    }
  }

  /// "Aviation Repair Plant": every word of the one must stand in the other.
  void weigh_weak_names(Matched const& matched, Left const& left_a, Left const& left_b) {
    double const left = left_a.weak_information + left_b.weak_information;
    if (left_a.places != 0 || left_b.places != 0 || matched.telling < 2) return;
    double const said = matched.telling_information;
    bool const one_sided = std::min(left_a.weak_information, left_b.weak_information) < kVagueLeft;
    double amount = 0;
    if (left < kVagueLeft) {
      amount = said < kTelling ? 2.5 : 5.8 + 0.3 * std::min(matched.telling, 6U);
    } else if (left < kLittleLeft && one_sided && said >= kTellingMuch) {
      amount = 4.4;
    }
    if (amount > 0) found_.add({.feature = Feature::weak_words_all, .amount = amount});
  }

  /// How much the places speak against one party, 0 to 1.
  double weigh_places(Left const& left_a, Left const& left_b) {
    if (left_a.places != 0 && left_b.places != 0) {
      found_.add({.feature = Feature::places_differ,
                  .amount = 1,
                  .words_a = left_a.places,
                  .words_b = left_b.places});
      return 1;
    }
    if (left_a.places == 0 && left_b.places == 0) return 0;
    bool const in_a = left_a.places != 0;
    auto const& tokens = in_a ? a_.tokens : b_.tokens;
    auto const mask = in_a ? left_a.places : left_b.places;
    auto const& other_country = in_a ? about_b_.country : about_a_.country;
    double amount = std::max(left_a.place_amount, left_b.place_amount);
    // "Arya Turkey" and "Arya" of Turkey agree.
    auto const& place = tokens[static_cast<std::size_t>(std::countr_zero(mask))];
    if (!other_country.empty() && lexicon().class_name(place.word_class) == other_country) {
      amount = 0.2;
    }
    found_.add({.feature = Feature::extra_place,
                .amount = amount,
                .words_a = left_a.places,
                .words_b = left_b.places});
    return amount;
  }

  /// Brothers share all names but one; a misspelt name keeps its beginning and most letters.
  double differing_names(Left const& left_a, Left const& left_b) const {
    auto const mask_a = left_a.words;
    auto const mask_b = left_b.words;
    if (std::popcount(mask_a) != 1 || std::popcount(mask_b) != 1) return 1.0;
    auto const& a = a_.tokens[static_cast<std::size_t>(std::countr_zero(mask_a))].key;
    auto const& b = b_.tokens[static_cast<std::size_t>(std::countr_zero(mask_b))].key;
    auto const half = static_cast<unsigned>(std::max(a.size(), b.size()) / 2);
    return a.front() == b.front() && edits(a, b, half) <= half ? 0.35 : 1.0;
  }

  /// One name more is usual, three make another person likely.
  static double extra_names(double count) {
    return count <= 1 ? count : std::min(8.0, 1 + 2.5 * (count - 1));
  }

  void weigh_persons(Matched const& matched, Left const& left_a, Left const& left_b) {
    auto const more_a = std::popcount(left_a.words | left_a.weak | left_a.places);
    auto const more_b = std::popcount(left_b.words | left_b.weak | left_b.places);
    auto const lone_a = std::popcount(left_a.initials);
    auto const lone_b = std::popcount(left_b.initials);
    auto const mask_a = left_a.words | left_a.weak | left_a.places | left_a.initials;
    auto const mask_b = left_b.words | left_b.weak | left_b.places | left_b.initials;
    bool const both = more_a + lone_a > 0 && more_b + lone_b > 0;
    if (both) {
      found_.add({.feature = Feature::person_names_differ,
                  .amount = differing_names(left_a, left_b),
                  .words_a = mask_a,
                  .words_b = mask_b});
    } else if (more_a + more_b + lone_a + lone_b > 0) {
      found_.add({.feature = Feature::person_extra_name,
                  .amount = extra_names(more_a + more_b + 0.5 * (lone_a + lone_b)),
                  .words_a = mask_a,
                  .words_b = mask_b});
    }
    bool const alone = matched.whole_words < 2 && more_a + more_b + lone_a + lone_b > 0;
    bool const given_only = matched.surnames == 0 && matched.whole_words < 2;
    if (matched.whole_words == 0 || given_only) {
      found_.add({.feature = Feature::person_one_name_only, .amount = 1});
    } else if (alone || (matched.whole_words < 2 && matched.initials > 0)) {
      // Surname and initials are more than a surname.
      double const amount = matched.initials > 0 && matched.surnames > 0 ? 0.2 : 1.0;
      found_.add({.feature = Feature::person_one_name_only, .amount = amount});
    }
    // Given names alone do not tell which of many persons is meant.
    double const share = more_a + more_b == 0 ? 1.0 : matched.surnames > 0 ? 0.5 : 0.0;
    if (!both) all_words(matched, share);
  }

  Name const& a_;
  Name const& b_;
  Context const& about_a_;
  Context const& about_b_;
  Evidences found_;
};

}  // namespace

void Evidences::add(Evidence const& one) {
  ensure(count_ < items_.size(), "the evidence for one pair of names fits its table");
  items_[count_++] = one;
  sum_ += one.amount * policy().of(one.feature);
}

double Evidences::score() const { return 1.0 / (1.0 + std::exp(-sum_)); }

Evidences weigh(Name const& a, Name const& b, Context const& about_a, Context const& about_b) {
  return Weigher(a, b, about_a, about_b).run();
}

bool names_order(Name const& a, Name const& b) {
  auto const by_words =
      std::lexicographical_compare_three_way(a.tokens.begin(), a.tokens.end(), b.tokens.begin(),
                                             b.tokens.end(), [](Token const& x, Token const& y) {
                                               if (auto const order = x.key <=> y.key; order != 0)
                                                 return order;
                                               return x.text <=> y.text;
                                             });
  if (by_words != 0) return by_words < 0;
  if (a.numbers != b.numbers) return a.numbers < b.numbers;
  if (a.kind != b.kind) return a.kind < b.kind;
  return a.folded < b.folded;
}

}  // namespace tw::names
