// The words of a sentence from left to right. Every word must be understood or be one that adds
// nothing, so that no sentence is read in part without saying so.
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "claims/claim_draft.h"

namespace tw::claims {
namespace {

/// Who does something: the words before a verb.
struct Subject {
  std::string country;  ///< "Russia", "Russian companies".
  bool companies = false;
  PartyFilter party;
};

class Parser {
 public:
  explicit Parser(Tokens tokens) : tokens_(std::move(tokens)) { draft_.claim.from_sentence = true; }

  Result<Claim> parse() {
    while (at_ < tokens_.size()) {
      if (!step()) {
        unread_.push_back(tokens_[at_].text);
        ++at_;
      }
      if (!draft_.trouble.empty()) return no_claim(draft_.trouble);
    }
    return finish();
  }

 private:
  bool step() {
    return period() || disputed() || fraction() || compared_number() || zero() || records() ||
           hs_code() || verb() || place_or_party() || via() || origin() || goods() || nation() ||
           subject() || predicate_starts() || filler();
  }

  void take(std::size_t count) { at_ += count; }
  std::string_view word(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? std::string_view(tokens_[at_ + ahead].lower)
                                        : std::string_view();
  }

  bool period() {
    auto const found = period_at(tokens_, at_);
    if (found.count == 0) return false;
    if (!found.trouble.empty()) {
      draft_.trouble = found.trouble;
    } else if (draft_.claim.period && !(*draft_.claim.period == found.period)) {
      draft_.trouble = "It speaks of two periods.";
    }
    draft_.claim.period = found.period;
    take(found.count);
    return true;
  }

  bool disputed() {
    auto const found = longest(tokens_, at_, WordKind::disputed);
    if (!found) return false;
    draft_.claim.disputed_words.push_back(phrase(tokens_, at_, found.count));
    take(found.count);
    return true;
  }

  /// "more than 12 tons", "12 shipments", "$10 million", "1,000" before "rifles".
  bool compared_number() {
    auto const compare = longest(tokens_, at_, WordKind::compare);
    auto const number = number_at(tokens_, at_ + compare.count);
    if (number.count == 0) return false;
    auto const after = at_ + compare.count + number.count;
    auto unit = after < tokens_.size() ? longest(tokens_, after, WordKind::unit) : Found{};
    if (unit && number.dollars && !unit.value.starts_with("value_usd")) unit = {};
    if (after < tokens_.size() && tokens_[after].lower == "%") {
      unit = longest_percent(after);
    }
    draft_.set_number(number, compare.value);
    take(compare.count + number.count);
    if (number.dollars && !unit) unit.value = "value_usd*1";
    if (!unit.value.empty()) draft_.set_measure(unit.value);
    take(unit.count);
    return true;
  }
  /// "most of", "more than half of", "nearly a quarter of", "two thirds of".
  bool fraction() {
    bool const most = word() == "most" && word(1) == "of";
    auto const compare = longest(tokens_, at_, WordKind::compare);
    auto const share = most ? Found{2, "0.5"} : fraction_at(tokens_, at_ + compare.count);
    if (!share) return false;
    draft_.set_number({.count = 1, .decimal = share.value, .dollars = false},
                      most      ? ">"
                      : compare ? std::string_view(compare.value)
                                : "~about");
    draft_.claim.measure = "share_net_mass";
    take(compare.count + share.count);
    return true;
  }
  /// "% of the value": the sign stands for the word.
  Found longest_percent(std::size_t after) {
    tokens_[after].lower = "percent";
    return longest(tokens_, after, WordKind::unit);
  }

  bool zero() {
    auto const found = longest(tokens_, at_, WordKind::zero);
    if (!found) return false;
    auto next = at_ + found.count;
    auto const adjective =
        next < tokens_.size() ? longest(tokens_, next, WordKind::nation) : Found{};
    auto const unit = next < tokens_.size() ? longest(tokens_, next, WordKind::unit) : Found{};
    if (!unit && (next + adjective.count >= tokens_.size() ||
                  !longest(tokens_, next + adjective.count, WordKind::goods))) {
      return false;
    }
    draft_.set_number({.count = 1, .decimal = "0", .dollars = false}, "=");
    draft_.set_measure(unit ? std::string_view(unit.value) : std::string_view("shipments"));
    take(found.count + unit.count);
    return true;
  }

  /// "Turkish export records", "Russian customs data", "Chinese customs recorded".
  bool records() {
    auto const nation = longest(tokens_, at_, WordKind::nation);
    auto const place = at_ + nation.count;
    if (place >= tokens_.size()) return false;
    auto const found = longest(tokens_, place, WordKind::records);
    bool const customs = nation && tokens_[place].lower == "customs";
    if (!found && !customs) return false;
    if (nation) draft_.put("reporter_country", nation.value);
    if (found) draft_.put("flow", found.value);
    take(nation.count + (found ? found.count : 1));
    return true;
  }

  bool hs_code() {
    std::size_t ahead = word() == "under" ? 1 : 0;
    if (word(ahead) != "hs" && word(ahead) != "hs6" && word(ahead) != "hs4") return false;
    ++ahead;
    while (word(ahead) == "code" || word(ahead) == "codes" || word(ahead) == "heading") ++ahead;
    std::string digits;
    std::ranges::copy_if(word(ahead), std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    if (digits.size() < 2 || digits.size() > 10) return false;
    draft_.put("hs6", digits);
    take(ahead + 1);
    return true;
  }

  /// The verb tells what the subject before it did.
  bool verb() {
    for (auto const kind : {WordKind::by_importer, WordKind::by_exporter}) {
      // "imported by" is no verb of the subject.
      auto const found = longest(tokens_, at_, kind);
      if (found.count > 1 && leads_to_someone(at_ + found.count)) return false;
    }
    if (subject_.country.empty() && subject_.party == PartyFilter{}) return false;
    bool const imports = bool(longest(tokens_, at_, WordKind::imports));
    auto const found = longest(tokens_, at_, imports ? WordKind::imports : WordKind::exports);
    if (!found) return false;
    settle_subject(imports);
    take(found.count);
    return true;
  }

  void settle_subject(bool imports) {
    auto const subject = std::exchange(subject_, {});
    if (!(subject.party == PartyFilter{})) {
      draft_.party(imports ? "consignee" : "consignor", subject.party);
    } else if (imports) {
      draft_.put("country_of_destination", subject.country);
    } else if (subject.companies) {
      draft_.party("consignor", {.name = {}, .country = subject.country, .registration_no = {}});
    } else {
      draft_.nationality(subject.country);
      draft_.claim.sent_from = true;
    }
  }

  bool leads_to_someone(std::size_t place) const {
    while (place < tokens_.size() && is_article(tokens_[place].lower)) ++place;
    if (place >= tokens_.size()) return false;
    return bool(country_at(tokens_, place)) || bool(longest(tokens_, place, WordKind::nation)) ||
           bool(name_at(tokens_, place));
  }
  static bool is_article(std::string_view word) {
    return word == "the" || word == "a" || word == "an" || word == "small" || word == "young";
  }

  /// "from Chinese companies", "to Russia", "made by the Turkish firm Zelvanir".
  bool place_or_party() {
    struct Lead {
      WordKind kind;
      Found found;
    };
    Lead lead{WordKind::by_maker, longest(tokens_, at_, WordKind::by_maker)};
    for (auto const kind : {WordKind::dispatch, WordKind::by_exporter, WordKind::by_importer}) {
      auto const found = longest(tokens_, at_, kind);
      if (found.count > lead.found.count) lead = {kind, found};
    }
    if (!lead.found) return false;
    auto place = at_ + lead.found.count;
    while (place < tokens_.size() && is_article(tokens_[place].lower)) ++place;
    if (place >= tokens_.size()) return false;
    if (auto const country = country_at(tokens_, place)) {
      if (lead.kind == WordKind::by_maker) return false;
      static constexpr std::string_view kSent[] = {"sent from", "shipped from", "exported from"};
      auto const words = phrase(tokens_, at_, lead.found.count);
      if (std::ranges::find(kSent, words) != std::end(kSent)) draft_.claim.sent_from = true;
      put_country(lead.kind, country.value);
      at_ = place + country.count;
      more_countries(lead.kind);
      return true;
    }
    return someone(lead.kind, lead.found.value, place);
  }

  void put_country(WordKind lead, std::string const& country) {
    if (lead == WordKind::by_importer) {
      draft_.put("country_of_destination", country);
    } else if (lead == WordKind::dispatch) {
      draft_.put("country_of_dispatch", country);
    } else {
      draft_.nationality(country);
    }
  }
  /// "from China and Serbia".
  void more_countries(WordKind lead) {
    while (word() == "and" || word() == ",") {
      auto const next = country_at(tokens_, at_ + 1);
      if (!next) return;
      put_country(lead, next.value);
      take(1 + next.count);
    }
  }

  /// A firm by name, or the firms of a country.
  bool someone(WordKind lead, std::string const& role, std::size_t place) {
    auto const nation = longest(tokens_, place, WordKind::nation);
    auto next = place + nation.count;
    static constexpr std::string_view kTitles[] = {
        "distributor", "trader",   "maker",    "importer",     "exporter", "buyer",
        "seller",      "producer", "supplier", "manufacturer", "firm",     "company"};
    auto const companies =
        next < tokens_.size() ? longest(tokens_, next, WordKind::company) : Found{};
    if (next < tokens_.size() &&
        (companies || std::ranges::find(kTitles, tokens_[next].lower) != std::end(kTitles))) {
      ++next;
    }
    auto const name = next < tokens_.size() ? name_at(tokens_, next) : Found{};
    if (name && !period_at(tokens_, next).count) {
      draft_.party(role.empty() ? "consignor" : role,
                   {.name = name.value, .country = nation.value, .registration_no = {}});
      at_ = next + name.count;
      return true;
    }
    if (!nation || !companies) return false;
    if (lead == WordKind::by_importer) {
      draft_.put("country_of_destination", nation.value);
    } else {
      draft_.party(role, {.name = {}, .country = nation.value, .registration_no = {}});
    }
    at_ = place + nation.count + companies.count;
    return true;
  }

  bool via() {
    auto const found = longest(tokens_, at_, WordKind::via);
    if (!found) return false;
    auto const country = country_at(tokens_, at_ + found.count);
    if (!country) return false;
    draft_.claim.filter.via.push_back(country.value);
    take(found.count + country.count);
    while (word() == "and" || word() == "or") {
      auto const next = country_at(tokens_, at_ + 1);
      if (!next) break;
      draft_.claim.filter.via.push_back(next.value);
      take(1 + next.count);
    }
    return true;
  }

  bool origin() {
    auto const found = longest(tokens_, at_, WordKind::origin);
    if (!found) return false;
    auto const country = country_at(tokens_, at_ + found.count);
    if (!country) return false;
    draft_.put("country_of_origin", country.value);
    take(found.count + country.count);
    return true;
  }

  bool goods() {
    auto const found = longest(tokens_, at_, WordKind::goods);
    if (!found) return false;
    auto const sign = found.value.find('=');
    auto const column = found.value.substr(0, sign);
    if (auto const* already = draft_.claim.filter.column(column);
        already != nullptr && already->values.front() != found.value.substr(sign + 1)) {
      draft_.trouble = "It speaks of two kinds of goods: make it two claims.";
      return true;
    }
    draft_.put(column, found.value.substr(sign + 1));
    // "1,000 rifles": a bare number counts the things themselves.
    if (!draft_.claim.number.empty() && draft_.claim.measure.empty())
      draft_.claim.measure = "quantity";
    take(found.count);
    return true;
  }

  /// "Chinese", "Turkish-made", "of Chinese origin", and "Chinese companies" as a subject.
  bool nation() {
    auto const found = longest(tokens_, at_, WordKind::nation);
    if (!found) return false;
    auto const next = at_ + found.count;
    if (auto const companies =
            next < tokens_.size() ? longest(tokens_, next, WordKind::company) : Found{}) {
      subject_ = {.country = found.value, .companies = true, .party = {}};
      at_ = next + companies.count;
      if (auto const name =
              at_ < tokens_.size() && companies.count == 1 ? name_at(tokens_, at_) : Found{}) {
        subject_ = {.country = {},
                    .companies = false,
                    .party = {.name = name.value, .country = found.value, .registration_no = {}}};
        take(name.count);
      }
      return true;
    }
    static constexpr std::string_view kMade[] = {"made", "produced", "manufactured", "origin"};
    bool const made =
        next < tokens_.size() && std::ranges::find(kMade, tokens_[next].lower) != std::end(kMade);
    if (made) {
      draft_.put("country_of_origin", found.value);
    } else {
      draft_.nationality(found.value);
    }
    at_ = next + (made ? 1 : 0);
    return true;
  }

  /// A country or a firm before its verb.
  bool subject() {
    if (!(subject_.country.empty() && subject_.party == PartyFilter{})) return false;
    if (auto const country = country_at(tokens_, at_)) {
      subject_ = {.country = country.value, .companies = false, .party = {}};
      take(country.count);
      return true;
    }
    if (longest(tokens_, at_, WordKind::filler) && !tokens_[at_].quoted) return false;
    auto const name = name_at(tokens_, at_);
    if (!name) return false;
    subject_.party = {.name = name.value, .country = {}, .registration_no = {}};
    take(name.count);
    return true;
  }

  /// "30 percent of the chips | came from China": what stands before is the whole.
  bool predicate_starts() {
    if (!draft_.claim.measure.starts_with("share_") || draft_.claim.denominator) return false;
    static constexpr std::string_view kVerbs[] = {"came", "was",     "were", "is",
                                                  "are",  "arrived", "went", "had"};
    if (std::ranges::find(kVerbs, word()) == std::end(kVerbs)) return false;
    draft_.set_whole();
    take(1);
    return true;
  }

  bool filler() {
    auto const found = longest(tokens_, at_, WordKind::filler);
    take(found.count);
    return bool(found);
  }

  Result<Claim> finish() {
    if (!(subject_.party == PartyFilter{})) unread_.push_back(subject_.party.name);
    if (!subject_.country.empty()) unread_.push_back(subject_.country);
    if (!unread_.empty()) {
      return no_claim(
          fmt::format("These words were not understood: {}.", fmt::join(unread_, ", ")));
    }
    return draft_.finish();
  }

  Tokens tokens_;
  std::size_t at_ = 0;
  ClaimDraft draft_;
  Subject subject_;
  std::vector<std::string> unread_;
};

}  // namespace

Result<Claim> parse_figure(Tokens tokens) { return Parser(std::move(tokens)).parse(); }

}  // namespace tw::claims
