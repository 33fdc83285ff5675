#include "names/compare.h"

#include <algorithm>
#include <bit>
#include <string>

#include <fmt/core.h>

#include "names/lexicon.h"
#include "names/weigh.h"

namespace tw::names {
namespace {

std::string words_text(Name const& name, std::uint32_t mask) {
  std::string text;
  for (; mask != 0; mask &= mask - 1) {
    auto const at = static_cast<std::size_t>(std::countr_zero(mask));
    if (!text.empty()) text += ' ';
    text += name.tokens[at].text;
  }
  return text;
}

std::string pair_text(std::string_view a, std::string_view b) {
  return fmt::format("{} = {}", a, b);
}

std::string left_text(Name const& a, Name const& b, Evidence const& one) {
  auto const left_a = words_text(a, one.words_a);
  auto const left_b = words_text(b, one.words_b);
  if (left_a.empty() || left_b.empty()) return left_a + left_b + " in one name only";
  return fmt::format("{} | {}", left_a, left_b);
}

std::string word_pair_text(Name const& a, Name const& b, Evidence const& one) {
  auto const text = pair_text(words_text(a, one.words_a), words_text(b, one.words_b));
  switch (one.feature) {
    case Feature::word_romanised: return text + " (romanisation)";
    case Feature::word_inflected: return text + " (grammatical form)";
    case Feature::word_skeleton: return text + " (same consonants)";
    case Feature::word_abbreviated: return text + " (abbreviation)";
    case Feature::word_joined: return text + " (joined words)";
    case Feature::acronym: return text + " (initials)";
    case Feature::initial: return text + " (initial)";
    case Feature::word_typo:
      return text + fmt::format(" ({} {})", one.edits, one.edits == 1 ? "edit" : "edits");
    case Feature::word_translated: {
      auto const& token = a.tokens[static_cast<std::size_t>(std::countr_zero(one.words_a))];
      return text + fmt::format(" (both mean {})", lexicon().class_name(token.word_class));
    }
    default: return text;
  }
}

std::string detail(Name const& a, Name const& b, Evidence const& one) {
  switch (one.feature) {
    case Feature::base: return "two names at random";
    case Feature::all_words_matched: return "no distinguishing word is left over";
    case Feature::words_reordered: return "the words stand in another order";
    case Feature::only_weak_words: return "no distinguishing word agrees";
    case Feature::weak_words_all: return "the same business words, and no others";
    case Feature::person_one_name_only: return "at most one name of the person agrees";
    case Feature::former_name: return "with a former or bracketed name, or another reading";
    case Feature::near_word_alone: return "the only word is not quite the same";
    case Feature::kind_differs: return "person, organisation, vessel or aircraft";
    case Feature::extra_word:
    case Feature::extra_words_both:
    case Feature::extra_weak_word:
    case Feature::weak_words_differ:
    case Feature::extra_place:
    case Feature::places_differ:
    case Feature::person_extra_name:
    case Feature::person_names_differ: return left_text(a, b, one);
    case Feature::numbers_equal:
    case Feature::legal_form_equal:
    case Feature::country_equal: return std::string(one.text_a);
    case Feature::numbers_differ:
    case Feature::legal_form_differs:
    case Feature::country_differs:
    case Feature::form_country_differs:
    case Feature::identifier_differs: return fmt::format("{} | {}", one.text_a, one.text_b);
    case Feature::number_extra: return fmt::format("{}{} in one name only", one.text_a, one.text_b);
    case Feature::identifier_equal:
    case Feature::identifier_equal_unchecked: return fmt::format("{} {}", one.text_a, one.text_b);
    default: return word_pair_text(a, b, one);
  }
}

/// The side that a reason names first is the caller's first.
Evidence turned(Evidence one) {
  bool const labelled = one.feature == Feature::identifier_equal ||
                        one.feature == Feature::identifier_equal_unchecked;
  std::swap(one.words_a, one.words_b);
  if (!labelled) std::swap(one.text_a, one.text_b);
  return one;
}

struct Best {
  Evidences evidence;
  Name const* a = nullptr;
  Name const* b = nullptr;
};

/// Identifiers of the whole mention hold for its former names too.
Context with_identifiers(Name const& name, Context const& about) {
  Context all = about;
  all.identifiers.insert(all.identifiers.end(), name.identifiers.begin(), name.identifiers.end());
  return all;
}

Evidences ordered_weigh(Name const& a, Name const& b, Context const& about_a,
                        Context const& about_b) {
  return names_order(b, a) ? weigh(b, a, about_b, about_a) : weigh(a, b, about_a, about_b);
}

/// What is known of both sides with the identifiers of their names. Evidence looks into it, so the
/// caller keeps it as long as the evidence.
struct Known {
  Context a;
  Context b;
};

Best best_of(Name const& a, Name const& b, Context const& about_a, Context const& about_b,
             Known& known) {
  Best best{ordered_weigh(a, b, about_a, about_b), &a, &b};
  if (a.others.empty() && b.others.empty()) return best;
  known = {with_identifiers(a, about_a), with_identifiers(b, about_b)};
  auto consider = [&](Name const& x, Name const& y) {
    auto evidence = ordered_weigh(x, y, known.a, known.b);
    evidence.add({.feature = Feature::former_name, .amount = 1});
    if (evidence.sum() > best.evidence.sum()) best = {evidence, &x, &y};
  };
  for (auto const& other : b.others) consider(a, other);
  for (auto const& other : a.others) consider(other, b);
  return best;
}

bool says_nothing(Name const& name) { return name.tokens.empty(); }

}  // namespace

double score_of(Name const& a, Name const& b, Context const& about_a, Context const& about_b) {
  Known known;
  auto const best = best_of(a, b, about_a, about_b, known);
  auto const identified = std::ranges::any_of(best.evidence.all(), [](Evidence const& one) {
    return one.feature == Feature::identifier_equal;
  });
  if ((says_nothing(a) || says_nothing(b)) && !identified) return 0;
  return best.evidence.score();
}

Comparison compare(Name const& a, Name const& b, Context const& about_a, Context const& about_b) {
  Known known;
  auto const best = best_of(a, b, about_a, about_b, known);
  Comparison comparison;
  bool identified = false;
  bool const swapped = names_order(*best.b, *best.a);
  comparison.reasons.reserve(best.evidence.all().size());
  for (auto const& one : best.evidence.all()) {
    identified = identified || one.feature == Feature::identifier_equal;
    auto const shown = swapped ? turned(one) : one;
    comparison.reasons.push_back({feature_name(one.feature), detail(*best.a, *best.b, shown),
                                  one.amount * policy().of(one.feature)});
  }
  if ((says_nothing(a) || says_nothing(b)) && !identified) {
    comparison.reasons.clear();
    return comparison;
  }
  comparison.score = best.evidence.score();
  comparison.match = comparison.score >= kMatchThreshold;
  return comparison;
}

}  // namespace tw::names
