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
/// Recognises a bare number by length, alphabet and check digits.
std::optional<Identifier> identifier(std::string_view text);

/// A raw mention taken apart. Empty `words` means the text names nobody ("ООО", "---", "").
struct Name {
  std::string raw;
  Kind kind = Kind::unknown;
  text::Script script = text::Script::common;
  std::string folded;               ///< Whole name, folded, in its own script.
  std::vector<std::string> words;   ///< Distinguishing words in Latin letters, in order.
  std::vector<std::string> weak;    ///< Words with little weight: trade, industry, group, city...
  std::string form_class;           ///< Canonical legal form, or "".
  std::string form_country;         ///< ISO2 when the form tells, or "".
  std::vector<std::string> numbers; ///< "14" of "Plant No. 14".
  std::vector<Identifier> identifiers;
  std::vector<std::string> former;  ///< Former names found in the text.
};
/// Never fails; a 100 kB text is cut at 1,000 characters. O(length).
Name analyse(std::string_view mention, Kind kind = Kind::unknown);

/// One step of the comparison, for the analyst to read. The score is computed from these.
struct Reason {
  std::string feature;  ///< As in data/names/policy.toml: "word_exact", "legal_form_differs"...
  std::string detail;   ///< "ариткс = aritks (typo, 1 edit)".
  double weight = 0;    ///< Its part of the score in log-odds.
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
  /// Best first, at most `limit`, scores at least `score_min`; one candidate per entry.
  std::vector<Candidate> search(Name const& name, Context const& context, double score_min,
                                std::size_t limit) const;
  /// The numbers of names whose Name shares enough with `name` to be worth comparing.
  std::vector<std::uint32_t> candidates(Name const& name) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tw::names
