// The table `chains`.
#include <set>

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "tidewaiter/flows.h"

#include "flows/chain.h"

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

void append(Chain const& chain, Parties const& parties, table::Rows& rows) {
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

Result<Parties> read_parties(table::Database const& database) {
  Parties parties;
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

}  // namespace tw::flows
