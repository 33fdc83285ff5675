#include "goods/reading.h"

#include <algorithm>
#include <tuple>

#include "goods/class_index.h"
#include "goods/context_marks.h"

namespace tw::goods {
namespace {

constexpr std::uint32_t kAccessoryReach = 3;

/// One term's word for one concept.
struct Voice {
  Owner owner = 0;
  double weight = 0;
  Match const* match = nullptr;
  bool is_model = false;
};

/// The language decides on which side of "case" the rifle stands.
bool names_come_after(std::string_view word) {
  auto const lead = static_cast<unsigned char>(word[0]);
  bool const is_cyrillic = lead >= 0xD0 && lead <= 0xD4;
  bool const is_arabic = lead >= 0xD8 && lead <= 0xDB;
  return is_cyrillic || is_arabic;
}

class TextReader {
 public:
  TextReader(Catalogue const& catalogue, WordList const& list)
      : catalogue_(catalogue), list_(list), belongs_to_accessory_(list.words.size(), false) {}

  Reading read() && {
    find_matches();
    find_heads();
    for (auto const& match : matches_) hear(match);
    Reading reading;
    reading.supports = add_up();
    reading.refinements = std::move(refinements_);
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      auto const word = list_.text(i);
      bool const is_text = word[0] < '0' || word[0] > '9';
      if (marks_[i].factor == 0 || !is_text || word.size() < 2) continue;
      ++(marks_[i].is_vague ? reading.vague_words : reading.content_words);
    }
    return reading;
  }

 private:
  void find_matches() {
    auto const all = catalogue_.terms.find_all(list_);
    std::vector<double> strengths(all.size(), 1.0);
    matches_ = catalogue_.terms.longest(all, strengths, list_.words.size());
    marks_ = mark_words(catalogue_, list_, matches_, weights_);
    // "drone with propellers": the propellers that come with it do not swallow the drone.
    for (std::size_t i = 0; i < all.size(); ++i) strengths[i] = factor_of_head(all[i]);
    matches_ = catalogue_.terms.longest(all, strengths, list_.words.size());
  }

  double factor(Match const& match) const {
    double least = 1.0;
    for (auto const word : match.covered()) least = std::min(least, marks_[word].factor);
    return least;
  }
  /// Whether the whole term says what the thing is for.
  bool is_purpose(Match const& match) const {
    return std::ranges::all_of(match.covered(),
                               [&](std::uint32_t word) { return marks_[word].is_purpose; });
  }
  /// A term's first word names the thing, the others say which: "barrel for rifles" is a barrel.
  double factor_of_head(Match const& match) const {
    bool const is_out = std::ranges::any_of(
        match.covered(), [&](std::uint32_t word) { return marks_[word].factor == 0; });
    if (is_out) return 0;
    WordMark const& head = marks_[match.words[0]];
    // "Mavic 3, remote controller": what follows in a later clause comes with the thing.
    bool const follows = std::ranges::any_of(
        match.covered(), [&](std::uint32_t word) { return marks_[word].clause < head.clause; });
    return follows ? std::min(head.factor, weights_.with) : head.factor;
  }

  void find_heads() {
    for (auto const& mark : marks_) has_part_word_ |= mark.is_part_word && mark.factor == 1.0;
    for (auto const& match : matches_) {
      Term const& term = catalogue_.terms.term(match.term);
      if (!catalogue_.is_concept(term.owner) || term.weight < 3.0 || factor(match) < 1.0) continue;
      ConceptKind const kind = catalogue_.concept_of(term.owner).kind;
      if (kind == ConceptKind::toy) is_likeness_ = true;
      if (kind == ConceptKind::accessory) claim_neighbours(match);
    }
    // A named protection class is no toy: helmets "for airsoft" with NIJ IIIA stop bullets.
    for (auto const& fact : find_facts(list_)) {
      has_armour_fact_ |= fact.kind == FactKind::armour && marks_[fact.word].factor > 0;
    }
  }

  void claim_neighbours(Match const& match) {
    bool const after = names_come_after(list_.text(match.words[0]));
    for (auto const word : match.covered()) belongs_to_accessory_[word] = true;
    std::size_t const edge = after ? match.last() : match.first();
    for (std::size_t n = 1; n <= kAccessoryReach; ++n) {
      if (!after && n > edge) return;
      std::size_t const i = after ? edge + n : edge - n;
      if (i >= marks_.size() || marks_[i].clause != marks_[edge].clause) return;
      belongs_to_accessory_[i] = true;
    }
  }

  void hear(Match const& match) {
    Term const& term = catalogue_.terms.term(match.term);
    if (Catalogue::is_context(term.owner)) return;
    if (!catalogue_.is_concept(term.owner)) return refine(match);
    Concept const& c = catalogue_.concept_of(term.owner);
    double strength = factor_of_head(match);
    if (strength == 0) return;
    if (term.weight < 0) {
      voices_.push_back({term.owner, term.weight, &match, false});
      return;
    }
    bool const is_mission = c.kind == ConceptKind::mission;
    bool const is_protective = has_armour_fact_ && is_armour_class(c);
    if (is_mission && is_likeness_ && !is_protective) strength *= weights_.likeness;
    if (c.kind == ConceptKind::toy && has_armour_fact_) strength *= weights_.likeness;
    if (is_mission && std::ranges::all_of(match.covered(), [&](std::uint32_t word) {
          return belongs_to_accessory_[word];
        })) {
      strength *= weights_.accessory;
    }
    bool const in_first_clause = marks_[match.first()].clause == 0;
    double const weight = term.weight * (in_first_clause ? weights_.first_clause : 1.0);
    if (has_part_word_ && c.part && *c.part != term.owner) {
      double const share = is_purpose(match) ? strength / weights_.purpose : strength;
      voices_.push_back({*c.part, weight * share * weights_.part_of, &match, term.is_model});
      voices_.push_back({term.owner, weight * strength * weights_.whole_of_part, &match, false});
      return;
    }
    voices_.push_back({term.owner, weight * strength, &match, term.is_model});
  }

  void refine(Match const& match) {
    Term const& term = catalogue_.terms.term(match.term);
    std::uint32_t const hs6 = catalogue_.refined_hs6(term.owner);
    double const weight = term.weight * factor_of_head(match);
    auto const at = std::ranges::find(refinements_, hs6, &std::pair<std::uint32_t, double>::first);
    if (at == refinements_.end()) {
      refinements_.emplace_back(hs6, weight);
    } else {
      at->second = std::max(at->second, weight);
    }
  }

  static bool is_armour_class(Concept const& c) {
    auto const name = class_names()[c.goods_class];
    return name == "body_armour" || name == "helmet";
  }

  std::vector<Support> add_up() {
    std::ranges::sort(voices_, {}, [](Voice const& voice) {
      return std::tuple(voice.owner, -voice.weight, voice.match->words[0], voice.match->term);
    });
    std::vector<Support> supports;
    for (std::size_t i = 0; i < voices_.size();) {
      std::size_t end = i;
      while (end < voices_.size() && voices_[end].owner == voices_[i].owner) ++end;
      add_concept(std::span(voices_).subspan(i, end - i), supports);
      i = end;
    }
    return supports;
  }

  /// The same term again, or another term about the same words, is no second reason.
  static bool repeats(Match const& heard, Match const& match) {
    if (heard.term == match.term) return true;
    return std::ranges::all_of(match.covered(), [&](std::uint32_t word) {
      return std::ranges::find(heard.covered(), word) != heard.covered().end();
    });
  }

  void add_concept(std::span<Voice const> voices, std::vector<Support>& supports) const {
    Support support;
    support.owner = voices[0].owner;
    std::vector<Match const*> heard;
    double share = 1.0;
    std::size_t against = 0;
    for (auto const& voice : voices) {
      bool const says_nothing_new = std::ranges::any_of(
          heard, [&](Match const* other) { return repeats(*other, *voice.match); });
      if (says_nothing_new) continue;
      if (heard.size() >= weights_.counted_max && voice.weight > 0) continue;
      heard.push_back(voice.match);
      if (voice.weight < 0) {
        if (against++ < 2) support.score += voice.weight;
        continue;
      }
      support.score += voice.weight * share;
      if (share > 0.2) {
        if (support.words.empty()) support.is_model = voice.is_model;
        if (!support.words.empty()) support.words += ", ";
        support.words += list_.text(voice.match->first(), voice.match->last());
      }
      share *= weights_.repeat;
    }
    if (!support.words.empty()) supports.push_back(std::move(support));
  }

  Catalogue const& catalogue_;
  WordList const& list_;
  ContextWeights weights_;
  std::vector<Match> matches_;
  std::vector<WordMark> marks_;
  std::vector<bool> belongs_to_accessory_;
  std::vector<Voice> voices_;
  std::vector<std::pair<std::uint32_t, double>> refinements_;
  bool has_part_word_ = false;
  bool is_likeness_ = false;
  bool has_armour_fact_ = false;
};

}  // namespace

Reading read_text(Catalogue const& catalogue, WordList const& list) {
  return TextReader(catalogue, list).read();
}

}  // namespace tw::goods
