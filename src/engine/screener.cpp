#include "tidewaiter/engine.h"
#include "tidewaiter/io.h"
#include "tidewaiter/names.h"

namespace tw::engine {
namespace {

names::Kind kind_of(std::string_view kind) {
  if (kind == "organisation") return names::Kind::organisation;
  if (kind == "person") return names::Kind::person;
  if (kind == "vessel") return names::Kind::vessel;
  if (kind == "aircraft") return names::Kind::aircraft;
  return names::Kind::unknown;
}

/// A list's identifier under our name for its type when its form tells, else under the list's.
names::Identifier identifier_of(lists::ListedId const& id) {
  if (auto const known = names::identifier(id.value)) return *known;
  return {id.type, id.value, false};
}

names::Context context_of(lists::Entry const& entry) {
  names::Context context;
  // An entry with addresses in several countries says nothing about which one a mention means.
  if (entry.countries.size() == 1) context.country = entry.countries.front();
  for (auto const& id : entry.ids) context.identifiers.push_back(identifier_of(id));
  return context;
}

}  // namespace

struct Screener::State {
  std::vector<lists::Entry> entries;
  names::Index index;
};

Screener::Screener(std::vector<lists::Entry> entries, Job const& job)
    : state_(std::make_unique<State>()) {
  state_->entries = std::move(entries);
  // Taking names apart is the slow half of building the index, and each is on its own.
  std::vector<std::vector<names::Name>> analysed(state_->entries.size());
  parallel_chunks(analysed.size(), 256, job.threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      for (auto const& name : state_->entries[i].names) {
        analysed[i].push_back(names::analyse(name.name, kind_of(state_->entries[i].kind)));
      }
    }
  });
  for (std::size_t i = 0; i < analysed.size(); ++i) {
    names::Context const context = context_of(state_->entries[i]);
    for (names::Name& name : analysed[i]) {
      state_->index.add(static_cast<std::uint32_t>(i), std::move(name), context);
    }
  }
  state_->index.freeze();
}

Screener::Screener(Screener&&) noexcept = default;
Screener::~Screener() = default;

std::vector<lists::Entry> const& Screener::entries() const { return state_->entries; }

std::vector<Match> Screener::search(Query const& query, double score_min, std::size_t limit) const {
  names::Name const name = names::analyse(query.name, kind_of(query.kind));
  names::Context context;
  context.country = std::string(query.country);
  if (auto const id = names::identifier(query.registration_no)) {
    context.identifiers.push_back(*id);
  }
  std::vector<Match> matches;
  for (names::Candidate const& candidate : state_->index.search(name, context, score_min, limit)) {
    lists::Entry const& entry = state_->entries[candidate.entry];
    Match match{&entry,
                candidate.comparison.score,
                candidate.comparison.match,
                entry.names[std::min<std::size_t>(candidate.name, entry.names.size() - 1)].name,
                {}};
    for (names::Reason const& reason : candidate.comparison.reasons) {
      match.reasons.emplace_back(reason.feature, reason.detail);
    }
    matches.push_back(std::move(match));
  }
  return matches;
}

Result<lists::Reading> read_list_file(Path const& file, lists::ReadOptions const& options,
                                      Job const& job) {
  TW_TRY(auto const source, io::SourceBytes::open(file));
  return lists::read_list(source.bytes(), options, job);
}

}  // namespace tw::engine
