#include "claims/listing.h"

#include <algorithm>

#include <fmt/format.h>

namespace tw::claims {
namespace {

constexpr std::pair<std::string_view, std::string_view> kAuthorities[] = {
    {"us_treasury", "the US Treasury"},
    {"us_commerce", "the US Department of Commerce"},
    {"us_state", "the US Department of State"},
    {"us_defense", "the US Department of Defense"},
    {"us", "the United States"},
    {"eu", "the European Union"},
    {"uk", "the United Kingdom"},
    {"un", "the United Nations"}};

std::string authority_name(std::string_view authority) {
  for (auto const& [id, name] : kAuthorities) {
    if (id == authority) return std::string(name);
  }
  return std::string(authority);
}

bool is_of(Listing const& listing, std::string_view authority) {
  return authority.empty() || listing.authority == authority ||
         (authority == "us" && listing.authority.starts_with("us_"));
}

/// "since 2021": listed in that year or, for a full date, on that day.
bool is_since(Listing const& listing, std::string_view since) {
  return since.empty() || !listing.listed_on || listing.listed_on->iso().starts_with(since);
}

std::string listing_text(Listing const& listing) {
  auto text = fmt::format("{} ({}", listing.list, listing.entity_id);
  if (listing.listed_on) text += ", since " + listing.listed_on->iso();
  if (listing.delisted_on) text += ", until " + listing.delisted_on->iso();
  text += ")";
  if (!listing.effect.empty()) text += ": " + listing.effect;
  return text;
}

}  // namespace

Result<CheckedClaim> check_listing(CheckedClaim out, CheckContext const& context) {
  ensure(!out.claim.filter.parties.empty(), "a claim about a listing names a party");
  out.verdict = Verdict::not_decidable;
  if (!context.listings) {
    out.reason = "No lists are loaded.";
    return out;
  }
  auto const& party = out.claim.filter.parties.front().second;
  auto listings = context.listings(party);
  std::ranges::stable_sort(listings, {}, &Listing::entity_id);
  if (listings.empty()) {
    out.reason =
        fmt::format("No loaded list names \"{}\"; that is no proof that none does.", party.name);
    return out;
  }
  std::vector<Listing> meant;
  std::ranges::copy_if(listings, std::back_inserter(meant), [&](Listing const& listing) {
    return is_of(listing, out.claim.authority) && is_since(listing, out.claim.since);
  });
  bool const blocked = std::ranges::any_of(meant, &Listing::blocking);
  out.verdict = blocked ? Verdict::supported : Verdict::imprecise;
  if (meant.empty()) {
    out.reason = fmt::format("The lists name it, but not as said ({}{}).",
                             authority_name(out.claim.authority),
                             out.claim.since.empty() ? "" : ", " + out.claim.since);
  } else if (!blocked) {
    out.reason = fmt::format("{} lists it, but this listing blocks nothing.",
                             authority_name(out.claim.authority));
    out.reason[0] = static_cast<char>(out.reason[0] >= 'a' ? out.reason[0] - 32 : out.reason[0]);
  } else {
    out.reason = "A listing that blocks its property is in the lists.";
  }
  for (auto const& listing : listings) {
    out.reason += " " + listing_text(listing);
    if (!out.reason.ends_with('.')) out.reason += ".";
  }
  out.coverage = fmt::format("{} listings in the loaded lists.", listings.size());
  return out;
}

}  // namespace tw::claims
