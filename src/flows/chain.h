// One chain, between the match that made it and the table it is written to. Private to flows.
#pragma once

#include <map>

#include "flows/hubs.h"

namespace tw::flows {

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
struct Party {
  std::string name;
  std::string country;
};
using Parties = std::map<std::int64_t, Party>;

/// Canonical name and country of every party.
Result<Parties> read_parties(table::Database const& database);
/// A row of the table `chains`.
void append(Chain const& chain, Parties const& parties, table::Rows& rows);

}  // namespace tw::flows
