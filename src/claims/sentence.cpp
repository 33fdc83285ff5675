// English sentences as claims: those without a figure are told first, by the words they use.
#include <fmt/format.h>

#include "claims/claim_draft.h"

namespace tw::claims {
namespace {

constexpr std::size_t kSentenceMax = 2000;

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
  if (tokens.empty()) return no_claim("It is empty.");
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
  TW_TRY(auto claim, parse_figure(std::move(tokens)));
  return given(std::move(claim));
}

}  // namespace tw::claims
