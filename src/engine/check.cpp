#include <set>

#include "tidewaiter/law.h"
#include "tidewaiter/names.h"

#include "engine/entries.h"
#include "engine/stages.h"

namespace tw::engine {
namespace {

constexpr std::size_t kSpellingsMax = 10'000;

/// Finds the parties that a claim's words may mean. The index over all spellings is made when the
/// first name is asked for.
class PartyFinder {
 public:
  PartyFinder(table::Database const& database, Job const& job) : database_(database), job_(job) {}

  Result<std::vector<std::uint32_t>> numbers(claims::PartyFilter const& filter) {
    TW_CHECK(read());
    std::set<std::uint32_t> found;
    if (!filter.registration_no.empty()) {
      for (Spelling const& s : spellings_) {
        if (s.registration_no == filter.registration_no) found.insert(s.party);
      }
    } else if (!filter.name.empty()) {
      names::Context context;
      context.country = filter.country;
      for (auto const& candidate : index_.search(names::analyse(filter.name), context,
                                                 names::kMatchThreshold, kSpellingsMax)) {
        Spelling const& s = spellings_[candidate.entry];
        if (fits(s, filter.country)) found.insert(s.party);
      }
    } else {
      for (Spelling const& s : spellings_) {
        if (s.country == filter.country) found.insert(s.party);
      }
    }
    return std::vector<std::uint32_t>(found.begin(), found.end());
  }

 private:
  struct Spelling {
    std::string name;
    std::string country;
    std::string registration_no;
    std::uint32_t party = 0;
  };

  static bool fits(Spelling const& s, std::string_view country) {
    return country.empty() || s.country.empty() || s.country == country;
  }

  Status read() {
    if (ready_) return {};
    TW_CHECK(for_each_row(
        database_,
        "SELECT name, coalesce(country, ''), coalesce(registration_no, ''), party_id FROM mentions",
        [&](table::Block const& block, std::size_t row) {
          spellings_.push_back({std::string(block.text(row, 0)), std::string(block.text(row, 1)),
                                std::string(block.text(row, 2)),
                                static_cast<std::uint32_t>(block.number(row, 3))});
        }));
    std::vector<names::Name> analysed(spellings_.size());
    parallel_chunks(analysed.size(), 512, job_.threads, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) analysed[i] = names::analyse(spellings_[i].name);
    });
    for (std::size_t i = 0; i < analysed.size(); ++i) {
      index_.add(static_cast<std::uint32_t>(i), std::move(analysed[i]),
                 {.country = spellings_[i].country, .identifiers = {}});
    }
    index_.freeze();
    ready_ = true;
    return {};
  }

  table::Database const& database_;
  Job const& job_;
  std::vector<Spelling> spellings_;
  names::Index index_;
  bool ready_ = false;
};

/// Who maintains a list, in the words of claims.
std::string authority_of(std::string_view list) {
  if (list.starts_with("eu_")) return "eu";
  if (list == "uk" || list.starts_with("uk_")) return "uk";
  if (list.starts_with("un_")) return "un";
  for (char const* commerce : {"us_entity_list", "us_uvl", "us_meu", "us_dpl"}) {
    if (list == commerce) return "us_commerce";
  }
  if (list.starts_with("us_isn") || list.starts_with("us_itar")) return "us_state";
  if (list.starts_with("us_dod")) return "us_defense";
  return list.starts_with("us_") ? "us_treasury" : std::string(list);
}

claims::Listing listing_of(lists::Entry const& entry) {
  claims::Listing listing;
  listing.entity_id = entry.entity_id;
  listing.list = entry.list;
  listing.authority = authority_of(entry.list);
  listing.listed_on = entry.listed_on;
  listing.delisted_on = entry.delisted_on;
  // Without a date of the entry the effect is told as of the newest rules.
  Date const on = entry.listed_on.value_or(Date::from_ymd(2023, 1, 1).value());
  listing.effect = law::effect_sentence(entry.list, entry.programmes, entry.listed_on, on);
  for (law::Effect const& effect : law::effects(entry.list, entry.programmes, on)) {
    listing.blocking = listing.blocking ||
                       (effect.act == "deal_in_property" && effect.force == law::Force::prohibited);
  }
  return listing;
}

}  // namespace

Result<std::vector<claims::CheckedClaim>> Workspace::check(std::span<claims::Claim const> claims,
                                                           Job const& job) const {
  if (!is_current()) {
    return fail(ErrorKind::wrong_use,
                "The workspace has files that `run` has not worked through yet.",
                "Run: tidewaiter run --workspace " + folder_.string());
  }
  TW_TRY(auto const database, this->database({.threads = job.threads}));
  PartyFinder finder(database, job);
  std::optional<Screener> screener;
  Status trouble;
  claims::CheckContext context;
  context.party_numbers = [&](claims::PartyFilter const& filter) {
    auto numbers = finder.numbers(filter);
    if (!numbers) trouble = std::unexpected(numbers.error());
    return numbers ? *numbers : std::vector<std::uint32_t>{};
  };
  context.listings = [&](claims::PartyFilter const& filter) {
    std::vector<claims::Listing> listings;
    if (!screener) {
      auto entries = read_entries(database);
      if (!entries) {
        trouble = std::unexpected(entries.error());
        return listings;
      }
      screener.emplace(std::move(*entries), job);
    }
    for (Match const& match : screener->search({.name = filter.name,
                                                .country = filter.country,
                                                .registration_no = filter.registration_no},
                                               names::kMatchThreshold, 50)) {
      listings.push_back(listing_of(*match.entry));
    }
    return listings;
  };
  std::vector<claims::CheckedClaim> checked;
  job.begin("claims", claims.size(), "claims");
  for (claims::Claim const& claim : claims) {
    TW_CHECK(job.go_on());
    TW_TRY(auto one, claims::check(claim, database, context));
    if (!trouble) return std::unexpected(trouble.error());
    checked.push_back(std::move(one));
    job.advance(1);
  }
  job.end();
  return checked;
}

}  // namespace tw::engine
