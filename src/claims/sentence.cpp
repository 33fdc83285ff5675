// English sentences as claims. Words are read from left to right; every word must be understood or
// be one that adds nothing, so that no sentence is read in part without saying so.
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "claims/numbers.h"
#include "claims/tokens.h"

namespace tw::claims {
namespace {

constexpr std::size_t kSentenceMax = 2000;
constexpr std::string_view kForm =
    "Write it as a structured claim instead: {\"id\": \"1\", \"filter\": {\"reporter\": \"RU\", "
    "\"flow\": \"import\", \"goods_class\": \"body_armour\", \"country_of_origin\": \"TR\"}, "
    "\"period\": [\"2022-07\", \"2022-12\"], \"measure\": \"net_mass_kg\", \"comparator\": \">\", "
    "\"number\": 12000} and give the file with --claims (docs/methods/claims.md).";

/// Who does something: the words before a verb.
struct Subject {
  std::string country;  ///< "Russia", "Russian companies".
  bool companies = false;
  PartyFilter party;
};

class Parser {
 public:
  explicit Parser(Tokens tokens) : tokens_(std::move(tokens)) { claim_.from_sentence = true; }

  Result<Claim> parse() {
    while (at_ < tokens_.size()) {
      if (!step()) {
        unread_.push_back(tokens_[at_].text);
        ++at_;
      }
      if (!trouble_.empty()) return refuse(trouble_);
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
      trouble_ = found.trouble;
    } else if (claim_.period && !(*claim_.period == found.period)) {
      trouble_ = "It speaks of two periods.";
    }
    claim_.period = found.period;
    take(found.count);
    return true;
  }

  bool disputed() {
    auto const found = longest(tokens_, at_, WordKind::disputed);
    if (!found) return false;
    claim_.disputed_words.push_back(phrase(tokens_, at_, found.count));
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
    set_number(number, compare.value);
    take(compare.count + number.count);
    if (number.dollars && !unit) unit.value = "value_usd*1";
    if (!unit.value.empty()) set_measure(unit.value);
    take(unit.count);
    return true;
  }
  /// "most of", "more than half of", "nearly a quarter of", "two thirds of".
  bool fraction() {
    static constexpr std::pair<std::string_view, std::string_view> kFractions[] = {
        {"half of", "0.5"},           {"a half of", "0.5"},          {"a third of", "0.333333"},
        {"one third of", "0.333333"}, {"two thirds of", "0.666667"}, {"a quarter of", "0.25"},
        {"one quarter of", "0.25"},   {"three quarters of", "0.75"}, {"a fifth of", "0.2"},
        {"one fifth of", "0.2"},      {"a tenth of", "0.1"}};
    if (word() == "most" && word(1) == "of") {
      set_number({.count = 1, .decimal = "0.5", .dollars = false}, ">");
      claim_.measure = "share_net_mass";
      take(2);
      return true;
    }
    auto const compare = longest(tokens_, at_, WordKind::compare);
    for (auto const& [words, share] : kFractions) {
      auto const count = static_cast<std::size_t>(std::ranges::count(words, ' ')) + 1;
      auto const place = at_ + compare.count;
      if (place + count > tokens_.size() || phrase(tokens_, place, count) != words) continue;
      set_number({.count = 1, .decimal = std::string(share), .dollars = false},
                 compare ? std::string_view(compare.value) : std::string_view("~about"));
      claim_.measure = "share_net_mass";
      take(compare.count + count);
      return true;
    }
    return false;
  }
  /// "% of the value": the sign stands for the word.
  Found longest_percent(std::size_t after) {
    tokens_[after].lower = "percent";
    return longest(tokens_, after, WordKind::unit);
  }

  void set_number(FoundNumber const& number, std::string_view compare) {
    if (!claim_.number.empty()) {
      trouble_ = fmt::format("It holds two figures, {} and {}: make it two claims.", claim_.number,
                             number.decimal);
      return;
    }
    claim_.number = number.decimal;
    claim_.comparator = Comparator::equal;
    if (compare.starts_with('~')) {
      claim_.comparator = Comparator::about;
      claim_.hedge = compare.substr(1);
    } else if (!compare.empty()) {
      claim_.comparator = *comparator_of(compare);
    }
  }

  /// "net_mass_kg*1000", "share_value/100", "shipments".
  void set_measure(std::string_view unit) {
    auto const sign = unit.find_first_of("*/");
    claim_.measure = unit.substr(0, sign);
    if (sign == std::string_view::npos || claim_.number.empty()) return;
    auto const places = static_cast<int>(unit.size() - sign - 2);
    claim_.number = shifted(claim_.number, unit[sign] == '*' ? places : -places);
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
    set_number({.count = 1, .decimal = "0", .dollars = false}, "=");
    set_measure(unit ? std::string_view(unit.value) : std::string_view("shipments"));
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
    if (nation) put("reporter_country", nation.value);
    if (found) put("flow", found.value);
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
    put("hs6", digits);
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
      party(imports ? "consignee" : "consignor", subject.party);
    } else if (imports) {
      put("country_of_destination", subject.country);
    } else if (subject.companies) {
      party("consignor", {.name = {}, .country = subject.country, .registration_no = {}});
    } else {
      nationality(subject.country);
      claim_.sent_from = true;
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
      if (std::ranges::find(kSent, words) != std::end(kSent)) claim_.sent_from = true;
      put_country(lead.kind, country.value);
      at_ = place + country.count;
      more_countries(lead.kind);
      return true;
    }
    return someone(lead.kind, lead.found.value, place);
  }

  void put_country(WordKind lead, std::string const& country) {
    if (lead == WordKind::by_importer) {
      put("country_of_destination", country);
    } else if (lead == WordKind::dispatch) {
      put("country_of_dispatch", country);
    } else {
      nationality(country);
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
      party(role.empty() ? "consignor" : role,
            {.name = name.value, .country = nation.value, .registration_no = {}});
      at_ = next + name.count;
      return true;
    }
    if (!nation || !companies) return false;
    if (lead == WordKind::by_importer) {
      put("country_of_destination", nation.value);
    } else {
      party(role, {.name = {}, .country = nation.value, .registration_no = {}});
    }
    at_ = place + nation.count + companies.count;
    return true;
  }

  bool via() {
    auto const found = longest(tokens_, at_, WordKind::via);
    if (!found) return false;
    auto const country = country_at(tokens_, at_ + found.count);
    if (!country) return false;
    claim_.filter.via.push_back(country.value);
    take(found.count + country.count);
    while (word() == "and" || word() == "or") {
      auto const next = country_at(tokens_, at_ + 1);
      if (!next) break;
      claim_.filter.via.push_back(next.value);
      take(1 + next.count);
    }
    return true;
  }

  bool origin() {
    auto const found = longest(tokens_, at_, WordKind::origin);
    if (!found) return false;
    auto const country = country_at(tokens_, at_ + found.count);
    if (!country) return false;
    put("country_of_origin", country.value);
    take(found.count + country.count);
    return true;
  }

  bool goods() {
    auto const found = longest(tokens_, at_, WordKind::goods);
    if (!found) return false;
    auto const sign = found.value.find('=');
    auto const column = found.value.substr(0, sign);
    if (auto const* already = claim_.filter.column(column);
        already != nullptr && already->values.front() != found.value.substr(sign + 1)) {
      trouble_ = "It speaks of two kinds of goods: make it two claims.";
      return true;
    }
    put(column, found.value.substr(sign + 1));
    // "1,000 rifles": a bare number counts the things themselves.
    if (!claim_.number.empty() && claim_.measure.empty()) claim_.measure = "quantity";
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
      put("country_of_origin", found.value);
    } else {
      nationality(found.value);
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
    if (!claim_.measure.starts_with("share_") || claim_.denominator) return false;
    static constexpr std::string_view kVerbs[] = {"came", "was",     "were", "is",
                                                  "are",  "arrived", "went", "had"};
    if (std::ranges::find(kVerbs, word()) == std::end(kVerbs)) return false;
    claim_.denominator = sorted(claim_.filter);
    take(1);
    return true;
  }

  bool filler() {
    auto const found = longest(tokens_, at_, WordKind::filler);
    take(found.count);
    return bool(found);
  }

  void put(std::string_view column, std::string const& value) {
    for (auto& one : claim_.filter.columns) {
      if (one.column != column) continue;
      if (std::ranges::find(one.values, value) == one.values.end()) one.values.push_back(value);
      return;
    }
    claim_.filter.columns.push_back({std::string(column), {value}});
  }
  void party(std::string const& role, PartyFilter const& filter) {
    for (auto const& [other, held] : claim_.filter.parties) {
      if (other == role && !(held == filter))
        trouble_ = fmt::format("It names two parties as {}.", role);
    }
    claim_.filter.parties.emplace_back(role, filter);
  }
  void nationality(std::string const& country) {
    auto& list = claim_.filter.nationality;
    if (std::ranges::find(list, country) == list.end()) list.push_back(country);
  }

  static Filter sorted(Filter filter) {
    std::ranges::sort(filter.columns, {}, &ColumnFilter::column);
    for (auto& one : filter.columns) std::ranges::sort(one.values);
    std::ranges::sort(filter.parties, {}, &std::pair<std::string, PartyFilter>::first);
    std::ranges::sort(filter.via);
    std::ranges::sort(filter.nationality);
    return filter;
  }

  std::unexpected<Error> refuse(std::string const& why) const {
    return fail(ErrorKind::bad_input, "The sentence cannot be read as a claim. " + why,
                std::string(kForm));
  }

  Result<Claim> finish() {
    if (!(subject_.party == PartyFilter{})) unread_.push_back(subject_.party.name);
    if (!subject_.country.empty()) unread_.push_back(subject_.country);
    if (!unread_.empty()) {
      return refuse(fmt::format("These words were not understood: {}.", fmt::join(unread_, ", ")));
    }
    if (claim_.filter.empty()) return refuse("It names no goods, country or firm.");
    if (claim_.measure.empty() && !claim_.number.empty()) {
      return refuse(fmt::format("It does not say {} of what.", claim_.number));
    }
    if (claim_.measure.empty()) claim_.measure = "shipments";
    claim_.filter = sorted(std::move(claim_.filter));
    if (claim_.measure.starts_with("share_")) {
      if (!claim_.denominator) {
        claim_.denominator = claim_.filter;
        claim_.denominator->nationality.clear();
        claim_.denominator->via.clear();
        std::erase_if(claim_.denominator->columns, [](ColumnFilter const& c) {
          return c.column == "country_of_origin" || c.column == "country_of_dispatch";
        });
        std::erase_if(claim_.denominator->parties,
                      [](auto const& p) { return p.first != "consignee"; });
      }
      if (*claim_.denominator == claim_.filter)
        return refuse("It does not say what the share is of.");
    }
    return std::move(claim_);
  }

  Tokens tokens_;
  std::size_t at_ = 0;
  Claim claim_;
  Subject subject_;
  std::vector<std::string> unread_;
  std::string trouble_;
};

/// The first phrase of a kind anywhere in the sentence.
std::optional<std::pair<std::string, std::string>> anywhere(Tokens const& tokens, WordKind kind) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].quoted) continue;
    auto const found = longest(tokens, at, kind);
    // "May 2022" is a month, "may send" is not.
    if (!found || (tokens[at].lower == "may" && tokens[at].capital)) continue;
    return std::pair(phrase(tokens, at, found.count), found.value);
  }
  return std::nullopt;
}

bool has_number(Tokens const& tokens) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    auto const number = number_at(tokens, at);
    bool const is_year = number.decimal.size() == 4 && period_at(tokens, at).count != 0;
    if (number.count != 0 && !is_year && tokens[at].lower != "one") return true;
  }
  return false;
}

/// "Xunyao Lingfei has been under US Treasury sanctions since 2021."
std::optional<Claim> listing_claim(Tokens const& tokens) {
  if (!anywhere(tokens, WordKind::listing)) return std::nullopt;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (period_at(tokens, at).count != 0 || longest(tokens, at, WordKind::nation) ||
        longest(tokens, at, WordKind::authority) || longest(tokens, at, WordKind::filler)) {
      continue;
    }
    auto const name = name_at(tokens, at);
    if (!name) continue;
    Claim claim;
    claim.kind = Kind::listing;
    claim.from_sentence = true;
    claim.filter.parties.emplace_back(
        "party", PartyFilter{.name = name.value, .country = {}, .registration_no = {}});
    for (auto i = at + name.count; i < tokens.size(); ++i) {
      if (auto const authority = longest(tokens, i, WordKind::authority);
          authority && claim.authority.empty()) {
        claim.authority = authority.value;
      }
      if (tokens[i].lower.size() == 4 && tokens[i].lower.starts_with("20"))
        claim.since = tokens[i].lower;
    }
    return claim;
  }
  return std::nullopt;
}

Claim without_figure(Kind kind, std::string why) {
  Claim claim;
  claim.kind = kind;
  claim.why = std::move(why);
  claim.from_sentence = true;
  return claim;
}

}  // namespace

Result<Claim> parse_sentence(std::string_view text) {
  if (text.size() > kSentenceMax) {
    return fail(ErrorKind::bad_input,
                fmt::format("The sentence has more than {} bytes.", kSentenceMax),
                "Give one sentence with one figure.");
  }
  auto tokens = tokens_of(text);
  auto const given = [&](Claim claim) {
    claim.text = text;
    return claim;
  };
  if (tokens.empty())
    return fail(ErrorKind::bad_input, "The sentence is empty.", std::string(kForm));
  if (auto const found = anywhere(tokens, WordKind::not_data)) {
    return given(without_figure(Kind::not_data,
                                fmt::format("\"{}\" makes it a {}", found->first, found->second)));
  }
  if (auto const found = anywhere(tokens, WordKind::attributed); found && !has_number(tokens)) {
    return given(without_figure(Kind::not_data,
                                fmt::format("\"{}\" makes it a {}", found->first, found->second)));
  }
  if (auto const found = anywhere(tokens, WordKind::scope)) {
    return given(
        without_figure(Kind::out_of_scope, fmt::format("\"{}\": {}", found->first, found->second)));
  }
  if (auto listing = listing_claim(tokens)) return given(*std::move(listing));
  TW_TRY(auto claim, Parser(std::move(tokens)).parse());
  return given(std::move(claim));
}

}  // namespace tw::claims
