#include <algorithm>
#include <bit>
#include <cmath>

#include "tidewaiter/names.h"

#include "names/compare.h"
#include "names/policy.h"
#include "names/postings.h"
#include "names/search_keys.h"

namespace tw::names {
namespace {

constexpr double kMissing = 0.8;  // Nats: less is a difference in how a word was found.

/// What a name keeps for comparison; the rest is not read again.
void slim(Name& name) {
  name.raw = {};
  name.folded = {};
  name.words = {};
  name.weak = {};
  name.former = {};
  for (auto& other : name.others) slim(other);
}

/// Counters of one search, one for each listed name; kept by each thread and cleaned by touch.
struct Scratch {
  struct Seen {
    float information = 0;
    std::uint16_t last_word = 0;  ///< Word number + 1.
  };
  std::vector<Seen> seen;
  std::vector<std::uint32_t> touched;
};

Scratch& scratch(std::size_t names) {
  thread_local Scratch kept;
  if (kept.seen.size() < names) kept.seen.resize(names);
  kept.touched.clear();
  return kept;
}

double log_odds(double score) {
  double const bounded = std::clamp(score, 1e-6, 1.0 - 1e-6);
  return std::log(bounded / (1.0 - bounded));
}

/// What a search adds up besides the words that were found.
struct Bound {
  double rest = 0;      ///< Base, business words, places, form, country, numbers at their best.
  double words = 0;     ///< Information of all distinguishing words of the query.
  double complete = 0;  ///< When none of them is missing.
  double missing = 0;   ///< Per nat of a missing word; negative.
};

Bound bound_of(Name const& name, Context const& context) {
  auto const& weights = policy();
  Bound bound;
  // The listed word may be rarer than the query's, of which the mean is taken.
  bound.rest = weights.of(Feature::base) + 1.0;
  if (!name.form_class.empty()) bound.rest += weights.of(Feature::legal_form_equal);
  if (!context.country.empty()) bound.rest += weights.of(Feature::country_equal);
  if (!name.numbers.empty()) bound.rest += weights.of(Feature::numbers_equal);
  for (auto const& token : name.tokens) {
    bool const core = token.role == Role::word || token.role == Role::given;
    if (core) bound.words += token.information;
    if (token.role == Role::weak || token.role == Role::place) bound.rest += token.information;
    if (token.role == Role::initial) bound.rest += weights.of(Feature::initial);
  }
  bound.complete = weights.of(Feature::all_words_matched);
  // Persons lose little by a name less, and keep half of the bonus.
  bound.missing = name.kind != Kind::person ? weights.of(Feature::extra_word) : 0.0;
  return bound;
}

bool has_initial(Name const& name) {
  return std::ranges::any_of(name.tokens, [](Token const& t) { return t.role == Role::initial; });
}

}  // namespace

struct Index::State {
  std::vector<Name> names;
  std::vector<Context> contexts;
  std::vector<std::uint32_t> entries;  // Of each name.
  std::vector<std::uint32_t> numbers;  // Of each name within its entry.
  std::vector<std::uint32_t> counts;   // Names of each entry so far.
  Postings postings;
  bool frozen = false;

  void gather(Name const& name, Context const& context, double needed,
              std::vector<std::uint32_t>& found) const;
  std::vector<std::uint32_t> candidates(Name const& name, Context const& context,
                                        double score_min) const;
};

Index::Index() : state_(std::make_unique<State>()) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

void Index::add(std::uint32_t entry, Name name, Context context) {
  ensure(!state_->frozen, "names are added to an index before it is frozen");
  auto& state = *state_;
  if (state.counts.size() <= entry) state.counts.resize(entry + std::size_t{1}, 0);
  slim(name);
  state.names.push_back(std::move(name));
  state.contexts.push_back(std::move(context));
  state.entries.push_back(entry);
  state.numbers.push_back(state.counts[entry]++);
}

void Index::freeze() {
  auto& state = *state_;
  if (state.frozen) return;
  state.frozen = true;
  std::vector<Postings::Pair> pairs;
  for (std::size_t at = 0; at < state.names.size(); ++at) {
    auto hashes = listed_keys(state.names[at]);
    for (auto const& number : state.contexts[at].identifiers) {
      hashes.push_back(identifier_key(number.value));
    }
    for (auto const hash : hashes) pairs.push_back({hash, static_cast<std::uint32_t>(at)});
  }
  state.postings = Postings(std::move(pairs));
}

std::size_t Index::size() const { return state_->names.size(); }

void Index::State::gather(Name const& name, Context const& context, double needed,
                          std::vector<std::uint32_t>& found) const {
  auto& room = scratch(names.size());
  for (auto const& key : query_keys(name)) {
    for (auto const at : postings.of(key.hash)) {
      auto& seen = room.seen[at];
      if (seen.last_word == 0) room.touched.push_back(at);
      if (seen.last_word == key.word + 1) continue;
      seen.last_word = static_cast<std::uint16_t>(key.word + 1);
      seen.information += key.information;
    }
  }
  auto const bound = bound_of(name, context);
  bool const initials = has_initial(name);
  for (auto const at : room.touched) {
    auto& seen = room.seen[at];
    double const missing = std::max(0.0, bound.words - seen.information);
    double best = seen.information + bound.rest;
    best += missing < kMissing
                ? bound.complete
                : missing * bound.missing + (bound.missing < 0 ? 0 : bound.complete / 2);
    if (!initials && has_initial(names[at])) best += 2 * policy().of(Feature::initial);
    if (best >= needed) found.push_back(at);
    seen = {};
  }
}

std::vector<std::uint32_t> Index::State::candidates(Name const& name, Context const& context,
                                                    double score_min) const {
  ensure(frozen, "an index is frozen before it is searched");
  std::vector<std::uint32_t> found;
  double const needed = log_odds(score_min);
  gather(name, context, needed, found);
  for (auto const& other : name.others) gather(other, context, needed, found);
  for (auto const& number : context.identifiers) {
    auto const same = postings.of(identifier_key(number.value));
    found.insert(found.end(), same.begin(), same.end());
  }
  std::ranges::sort(found);
  auto const repeated = std::ranges::unique(found);
  found.erase(repeated.begin(), repeated.end());
  return found;
}

std::vector<std::uint32_t> Index::candidates(Name const& name, double score_min) const {
  return state_->candidates(name, {}, score_min);
}

std::vector<Candidate> Index::search(Name const& name, Context const& context, double score_min,
                                     std::size_t limit) const {
  auto const& state = *state_;
  struct Scored {
    double score = 0;
    std::uint32_t at = 0;
  };
  std::vector<Scored> scored;
  for (auto const at : state.candidates(name, context, score_min)) {
    double const score = score_of(name, state.names[at], context, state.contexts[at]);
    if (score >= score_min && score > 0) scored.push_back({score, at});
  }
  std::ranges::sort(scored, [&](Scored const& x, Scored const& y) {
    if (x.score != y.score) return x.score > y.score;
    if (state.entries[x.at] != state.entries[y.at])
      return state.entries[x.at] < state.entries[y.at];
    return x.at < y.at;
  });
  std::vector<Candidate> best;
  for (auto const& one : scored) {
    if (best.size() == limit) break;
    auto const entry = state.entries[one.at];
    if (std::ranges::find(best, entry, &Candidate::entry) != best.end()) continue;
    best.push_back({entry, state.numbers[one.at],
                    compare(name, state.names[one.at], context, state.contexts[one.at])});
  }
  return best;
}

}  // namespace tw::names
