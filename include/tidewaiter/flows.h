/// flows: goods on their way: months, routes, roles, hubs.
/// Answers how much went where through whom. Reads the views of docs/tables.md.
#pragma once

#include <filesystem>

#include "tidewaiter/core.h"
#include "tidewaiter/table.h"

namespace tw::flows {

/// Columns of the cube: month, reporter_country, flow, country_of_origin, country_of_dispatch,
/// trading_country, country_of_destination, goods_class, control, consignor_party,
/// consignee_party, rows, declarations, net_mass_kg, gross_mass_kg, value_usd.
table::Schema const& cube_schema();
/// Writes the cube of the effective rows of `shipments`, sorted by its keys; exact DECIMAL sums.
Status write_cube(table::Database& database, std::filesystem::path const& file);

/// Columns: chain_id, hub_party, hub_name, hs6, goods_class, origin, hub_country, destination,
/// rows_in, rows_out ("a.csv:3|a.csv:9"), first_on, last_on, quantity_in, quantity_out (kg),
/// bound_low, bound_high, p, note. `note` names innocent readings (a return, two-way trade). Rows
/// of two customs offices that tell of one shipment are one lot. docs/methods/flows.md says what
/// the bounds and p mean.
table::Schema const& chain_schema();
struct ChainOptions {
  int lag_days_max = 120;
  double loss_share_max = 0.05;  ///< Mass that may be lost or repacked on the way.
  unsigned shifts = 60;          ///< Circular time shifts of the null: docs/methods/flows.md.
  std::uint64_t seed = 1;
};
/// Goods that arrive at a party and leave it within the lag, same HS6, mass conserved.
Status write_chains(table::Database& database, ChainOptions const& options,
                    std::filesystem::path const& file, Job const& job);

}  // namespace tw::flows
