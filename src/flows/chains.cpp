// Chains: lots that came to a hub and lots that left it, tied together by the match.
#include <map>
#include <numeric>
#include <set>

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "tidewaiter/flows.h"

#include "flows/hubs.h"

namespace tw::flows {
namespace {

using table::Type;

enum Column : std::size_t {
  kChainId,
  kHubParty,
  kHubName,
  kHs6,
  kGoodsClass,
  kOrigin,
  kHubCountry,
  kDestination,
  kRowsIn,
  kRowsOut,
  kFirstOn,
  kLastOn,
  kQuantityIn,
  kQuantityOut,
  kBoundLow,
  kBoundHigh,
  kP,
  kNote,
};

/// The lots of one chain, as places in the hub's sorted lots.
struct Links {
  std::vector<std::uint32_t> in;
  std::vector<std::uint32_t> out;
};
struct Chain {
  Hub const* hub = nullptr;
  Links links;
  std::int64_t quantity_in = 0;
  std::int64_t quantity_out = 0;
  Int128 bound_low = 0;
  Int128 bound_high = 0;
  std::optional<double> p;
};
struct Circle {
  std::int32_t first_day = 0;
  std::int32_t days = 0;
  std::vector<std::int32_t> shifts;
};
struct Party {
  std::string name;
  std::string country;
};

std::vector<Lot> lots_of(std::vector<HubLot> const& lots) {
  std::vector<Lot> plain;
  plain.reserve(lots.size());
  for (HubLot const& lot : lots) plain.push_back(lot.lot);
  return plain;
}

/// Connected parts of the graph of draws, in the order of their first in-lot.
std::vector<Links> connected(std::size_t ins, std::size_t outs, std::span<Draw const> draws) {
  std::vector<std::uint32_t> parent(ins + outs);
  std::iota(parent.begin(), parent.end(), 0U);
  auto const root = [&](std::uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  std::vector<bool> drawn(ins + outs);
  for (Draw const& draw : draws) {
    auto const out = static_cast<std::uint32_t>(ins) + draw.out;
    std::uint32_t const a = root(draw.in);
    std::uint32_t const b = root(out);
    parent[std::max(a, b)] = std::min(a, b);
    drawn[draw.in] = drawn[out] = true;
  }
  std::map<std::uint32_t, Links> parts;
  for (std::uint32_t i = 0; i < ins; ++i) {
    if (drawn[i]) parts[root(i)].in.push_back(i);
  }
  for (std::uint32_t i = 0; i < outs; ++i) {
    auto const node = static_cast<std::uint32_t>(ins) + i;
    if (drawn[node]) parts[root(node)].out.push_back(i);
  }
  std::vector<Links> links;
  for (auto& [first, part] : parts) links.push_back(std::move(part));
  return links;
}

std::vector<Lot> pick(std::span<Lot const> lots, std::span<std::uint32_t const> places) {
  std::vector<Lot> picked;
  for (std::uint32_t const place : places) picked.push_back(lots[place]);
  return picked;
}

/// Lots from `first` to `last` day, without those at `left_out` (sorted).
std::vector<Lot> between(std::span<Lot const> lots, std::int32_t first, std::int32_t last,
                         std::span<std::uint32_t const> left_out) {
  std::vector<Lot> kept;
  auto const begin = std::ranges::lower_bound(lots, first, {}, &Lot::on) - lots.begin();
  for (auto i = static_cast<std::size_t>(begin); i < lots.size() && lots[i].on <= last; ++i) {
    if (!std::ranges::binary_search(left_out, static_cast<std::uint32_t>(i))) {
      kept.push_back(lots[i]);
    }
  }
  return kept;
}

/// What the chain's in-lots must have given to its out-lots, if as much as possible of what left
/// came from lots that were seen: the total less all that can have gone otherwise.
Int128 bound_low(std::span<Lot const> ins, std::span<Lot const> outs, Links const& links,
                 MatchRules const& rules) {
  std::int32_t const first_out = ins[links.in.front()].on;
  std::int32_t const last_out = ins[links.in.back()].on + rules.lag_days_max;
  auto const near_outs = between(outs, first_out, last_out, {});
  if (near_outs.empty()) return 0;
  std::int32_t const first_in = near_outs.front().on - rules.lag_days_max;
  std::int32_t const last_in = near_outs.back().on;
  auto const all_ins = between(ins, first_in, last_in, {});
  auto const other_ins = between(ins, first_in, last_in, links.in);
  auto const other_outs = between(outs, first_out, last_out, links.out);
  auto const chain_outs = pick(outs, links.out);
  Int128 const total = feasible_max(all_ins, near_outs, rules);
  Int128 const otherwise =
      feasible_max(all_ins, other_outs, rules) + feasible_max(other_ins, chain_outs, rules);
  return std::max<Int128>(0, total - otherwise);
}

std::vector<Chain> chains_of(Hub& hub, MatchRules const& rules, Circle const& circle) {
  merge_mirror_lots(hub.in);
  merge_mirror_lots(hub.out);
  auto const ins = lots_of(hub.in);
  auto const outs = lots_of(hub.out);
  auto const draws = match_latest_first(ins, outs, rules);
  if (draws.empty()) return {};
  auto const p = shift_p(ins, outs, rules, circle.first_day, circle.days, circle.shifts);
  std::vector<Chain> chains;
  for (Links& links : connected(ins.size(), outs.size(), draws)) {
    Chain chain{.hub = &hub, .links = {}, .p = p};
    auto const chain_ins = pick(ins, links.in);
    auto const chain_outs = pick(outs, links.out);
    for (Lot const& lot : chain_ins) chain.quantity_in += lot.mass;
    for (Lot const& lot : chain_outs) chain.quantity_out += lot.mass;
    chain.bound_high = feasible_max(chain_ins, chain_outs, rules);
    chain.bound_low = std::min(bound_low(ins, outs, links, rules), chain.bound_high);
    chain.links = std::move(links);
    chains.push_back(std::move(chain));
  }
  return chains;
}

/// The values that the lots hold, each once, sorted, joined by |.
template <typename Member>
std::string values(std::vector<HubLot> const& lots, std::span<std::uint32_t const> places,
                   Member member) {
  std::set<std::string_view> distinct;
  for (std::uint32_t const place : places) {
    if (!(lots[place].*member).empty()) distinct.insert(lots[place].*member);
  }
  return fmt::format("{}", fmt::join(distinct, "|"));
}

std::string rows_of(std::vector<HubLot> const& lots, std::span<std::uint32_t const> places) {
  std::string rows;
  for (std::uint32_t const place : places) {
    if (!rows.empty()) rows += '|';
    rows += lots[place].rows;
  }
  return rows;
}

/// What else could explain the chain, as far as the rows tell.
std::string note_of(Chain const& chain) {
  std::set<std::int64_t> senders;
  std::set<std::string_view> origins;
  for (std::uint32_t const i : chain.links.in) {
    senders.insert(chain.hub->in[i].other);
    origins.insert(chain.hub->in[i].origin);
  }
  bool goes_home = false;
  bool two_way = false;
  for (std::uint32_t const i : chain.links.out) {
    HubLot const& lot = chain.hub->out[i];
    goes_home = goes_home || (!lot.destination.empty() && origins.contains(lot.destination));
    two_way = two_way || senders.contains(lot.other);
  }
  std::string note;
  if (goes_home) note = "Goods go back to their country of origin: a return or a repair is likely.";
  if (two_way) {
    note += note.empty() ? "" : " ";
    note += "Goods go back to a party that sent some: two-way trade is likely.";
  }
  return note;
}

void append(Chain const& chain, std::map<std::int64_t, Party> const& parties, table::Rows& rows) {
  Hub const& hub = *chain.hub;
  auto const& in = chain.links.in;
  auto const& out = chain.links.out;
  std::string const rows_in = rows_of(hub.in, in);
  std::string const rows_out = rows_of(hub.out, out);
  // The id follows from the rows, so it stays when other files join.
  rows.set(kChainId, "chain-" + hex(hash64(rows_in + ">" + rows_out)));
  rows.set(kHubParty, hub.party);
  auto const party = parties.find(hub.party);
  if (party != parties.end()) rows.set(kHubName, party->second.name);
  rows.set(kHs6, hub.hs6);
  auto const set_values = [&](std::size_t column, std::string const& text) {
    if (!text.empty()) rows.set(column, text);
  };
  set_values(kGoodsClass, values(hub.out, out, &HubLot::goods_class));
  set_values(kOrigin, values(hub.in, in, &HubLot::origin));
  bool const known = party != parties.end() && !party->second.country.empty();
  set_values(kHubCountry, known ? party->second.country : values(hub.out, out, &HubLot::dispatch));
  set_values(kDestination, values(hub.out, out, &HubLot::destination));
  rows.set(kRowsIn, rows_in);
  rows.set(kRowsOut, rows_out);
  rows.set(kFirstOn, Date{hub.in[in.front()].lot.on});
  rows.set(kLastOn, Date{hub.out[out.back()].lot.on});
  rows.set(kQuantityIn, chain.quantity_in);
  rows.set(kQuantityOut, chain.quantity_out);
  rows.set(kBoundLow, static_cast<std::int64_t>(chain.bound_low));
  rows.set(kBoundHigh, static_cast<std::int64_t>(chain.bound_high));
  if (chain.p) rows.set(kP, *chain.p);
  set_values(kNote, note_of(chain));
  rows.end_row();
}

Result<std::map<std::int64_t, Party>> read_parties(table::Database const& database) {
  std::map<std::int64_t, Party> parties;
  TW_TRY(auto answer, database.ask("SELECT party_id::BIGINT, min(canonical), "
                                   "coalesce(arg_max(country, (\"rows\", country)), '') "
                                   "FROM parties WHERE canonical IS NOT NULL GROUP BY party_id"));
  while (true) {
    TW_TRY(auto const block, answer.next());
    if (!block) return parties;
    for (std::size_t row = 0; row < block->rows(); ++row) {
      parties[block->number(row, 0)] = {std::string(block->text(row, 1)),
                                        std::string(block->text(row, 2))};
    }
  }
}

/// The days that the files span: the circle on which exports are moved.
Result<Circle> read_circle(table::Database const& database, ChainOptions const& options) {
  TW_TRY(auto const first, database.count("SELECT min(on_date) - DATE '1970-01-01' FROM shipments "
                                          "WHERE status = 'effective'"));
  TW_TRY(auto const last, database.count("SELECT max(on_date) - DATE '1970-01-01' FROM shipments "
                                         "WHERE status = 'effective'"));
  Circle circle{static_cast<std::int32_t>(first), static_cast<std::int32_t>(last - first + 1), {}};
  circle.shifts = circular_shifts(circle.days, options.shifts, options.seed);
  return circle;
}

}  // namespace

table::Schema const& chain_schema() {
  static table::Schema const schema = {
      {"chain_id", Type::text},    {"hub_party", Type::int64},   {"hub_name", Type::text},
      {"hs6", Type::text},         {"goods_class", Type::text},  {"origin", Type::text},
      {"hub_country", Type::text}, {"destination", Type::text},  {"rows_in", Type::text},
      {"rows_out", Type::text},    {"first_on", Type::date},     {"last_on", Type::date},
      {"quantity_in", Type::mass}, {"quantity_out", Type::mass}, {"bound_low", Type::mass},
      {"bound_high", Type::mass},  {"p", Type::float64},         {"note", Type::text}};
  return schema;
}

Status write_chains(table::Database& database, ChainOptions const& options,
                    std::filesystem::path const& file, Job const& job) {
  ensure(options.lag_days_max >= 0 && options.loss_share_max >= 0 && options.loss_share_max < 1,
         "lag and loss are not negative");
  TW_TRY(auto const circle, read_circle(database, options));
  TW_TRY(auto const parties, read_parties(database));
  TW_TRY(auto hubs, read_hubs(database, job));
  MatchRules const rules{options.lag_days_max, options.loss_share_max};
  std::vector<std::vector<Chain>> chains(hubs.size());
  parallel_chunks(hubs.size(), 16, job.threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (job.stop.stop_requested()) return;
      chains[i] = chains_of(hubs[i], rules, circle);
    }
  });
  TW_CHECK(job.go_on());
  table::Rows rows(chain_schema());
  for (auto const& of_hub : chains) {
    for (Chain const& chain : of_hub) append(chain, parties, rows);
  }
  return table::write_parquet(file, std::move(rows));
}

}  // namespace tw::flows
