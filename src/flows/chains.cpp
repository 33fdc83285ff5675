// Chains: lots that came to a hub and lots that left it, tied together by the match.
#include <map>
#include <numeric>

#include "tidewaiter/flows.h"

#include "flows/chain.h"

namespace tw::flows {
namespace {

struct Circle {
  std::int32_t first_day = 0;
  std::int32_t days = 0;
  std::vector<std::int32_t> shifts;
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
