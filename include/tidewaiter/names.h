/// names: what a party's name is made of, and how likely two names mean the same party.
/// Works on any text; knows nothing of lists or shipments.
#pragma once

#include "tidewaiter/core.h"
#include "tidewaiter/text.h"

namespace tw::names {

enum class Kind : std::uint8_t { unknown, organisation, person, vessel, aircraft };

/// A registration number found in or given with a mention. `checked`: its check digits hold.
struct Identifier {
  std::string type;   ///< "INN", "OGRN", "KPP", "USCC", "VKN", "EIN", "LEI", "IMO", "BIC", or "".
  std::string value;  ///< Digits and upper-case letters only.
  bool checked = false;
  auto operator<=>(Identifier const&) const = default;
};
/// Recognises a bare number by length, alphabet and check digits. A number that no known check
/// confirms is nullopt, except a labelled one ("ИНН 123..."), which comes back unchecked.
std::optional<Identifier> identifier(std::string_view text);

/// What a word does in a name.
enum class Role : std::uint8_t {
  word,     ///< Distinguishes this party from others.
  weak,     ///< Line of business, group, company: many parties share it.
  place,    ///< Country or city.
  given,    ///< A person's given name or patronymic.
  initial,  ///< A single letter.
  link,     ///< Article or particle ("al", "bin", "of"): only joins its neighbours.
};

/// One word, prepared for comparison.
struct Token {
  std::string text;              ///< Latin letters, lower case; for reasons.
  std::string key;               ///< Sound key: equal for usual romanisations of one spelling.
  std::uint64_t skeleton = 0;    ///< Hash of the key's consonants; 0 when there are fewer than two.
  std::uint64_t stem = 0;        ///< Hash of the key without inflection.
  std::uint32_t letters = 0;     ///< Bag of the key's letters, one bit each.
  std::uint16_t word_class = 0;  ///< Words that translate each other share it; 0 is none.
  Role role = Role::word;
  bool vowels_unknown = false;  ///< From a script that writes consonants only.
  float information = 0;        ///< Nats, roughly: how much an agreement on it says.
};

/// A raw mention taken apart. Empty `words` means the text names nobody ("ООО", "---", "").
struct Name {
  std::string raw;
  Kind kind = Kind::unknown;
  bool kind_given = false;  ///< By the caller; else read from the text.
  text::Script script = text::Script::common;
  std::string folded;                ///< Whole name, folded, in its own script.
  std::vector<std::string> words;    ///< Distinguishing words in Latin letters, in order.
  std::vector<std::string> weak;     ///< Words with little weight: trade, industry, group, city...
  std::string form_class;            ///< Canonical legal form, or "".
  std::string form_country;          ///< ISO2 when the form tells, or "".
  std::vector<std::string> numbers;  ///< "14" of "Plant No. 14".
  std::vector<Identifier> identifiers;
  std::vector<std::string> former;  ///< Former names found in the text.
  std::vector<Token> tokens;        ///< All words in order, as `compare` reads them.
  std::vector<Name> others;         ///< Former and bracketed names, analysed; one level deep.
};
/// Never fails; a 100 kB text is cut at 1,000 characters. O(length).
Name analyse(std::string_view mention, Kind kind = Kind::unknown);

/// One step of the comparison, for the analyst to read. The score is the logistic of the sum of
/// all weights, the `base` included.
struct Reason {
  std::string_view feature;  ///< As in data/names/policy.toml; static storage.
  std::string detail;        ///< "ariteks = aritks (1 edit)".
  double weight = 0;         ///< Its part of the score in log-odds.
};
struct Comparison {
  double score = 0;  ///< [0,1].
  bool match = false;
  std::vector<Reason> reasons;
};
/// What is known beside the name; empty means UNKNOWN, never agreement.
struct Context {
  std::string country;  ///< ISO2.
  std::vector<Identifier> identifiers;
};
constexpr double kMatchThreshold = 0.7;
/// Symmetric. A name without words gives 0, unless identifiers agree.
Comparison compare(Name const& a, Name const& b, Context const& about_a = {},
                   Context const& about_b = {});

/// A candidate of the index with its comparison.
struct Candidate {
  std::uint32_t entry = 0;  ///< The number under which the name was added.
  std::uint32_t name = 0;   ///< Which of the entry's names, in the order of adding.
  Comparison comparison;
};
/// Names to be searched. Add all, then `freeze`; searches are thread-safe.
class Index {
 public:
  Index();
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;
  ~Index();
  void add(std::uint32_t entry, Name name, Context context = {});
  void freeze();
  std::size_t size() const;
  /// Best first (score, then entry number), at most `limit`, scores at least `score_min`; one
  /// candidate per entry.
  std::vector<Candidate> search(Name const& name, Context const& context, double score_min,
                                std::size_t limit) const;
  /// The positions (in the order of adding) of names that may reach `score_min`, ascending. Safe
  /// for recall: docs/methods/names.md gives the measured share.
  std::vector<std::uint32_t> candidates(Name const& name, double score_min = kMatchThreshold) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tw::names
