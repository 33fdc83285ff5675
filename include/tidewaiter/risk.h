/// risk: red flags as tests with three outcomes, and findings that add them up.
/// A missing column makes a flag UNKNOWN; nothing here says clear, legal or guilty.
#pragma once

#include <filesystem>

#include "tidewaiter/core.h"
#include "tidewaiter/table.h"

namespace tw::risk {

struct Options {
  std::string destination = "RU|BY";  ///< Destinations of concern, ISO2 joined by |.
};
/// One red flag (DOMAIN 3.1): a file in src/risk/flags/ each, in one visible array.
struct Flag {
  std::string_view id;        ///< "R26".
  std::string_view name;      ///< "role_triangle".
  std::string_view sentence;  ///< What it tests, in one sentence.
  std::string_view source;    ///< "E23, N23".
  std::span<std::string_view const> columns;  ///< Needed columns of `shipments`.
  /// SELECT row_id, strength DOUBLE in [0,1], p DOUBLE or NULL, detail VARCHAR of rows that fire.
  std::string (*sql)(Options const& options);
};
std::span<Flag const> flags();

/// Columns: row_id, row, flag, outcome ("fires" or "UNKNOWN"), strength, p, score, rows, missing,
/// detail. A flag whose columns are absent from a source gives one UNKNOWN line for that source.
table::Schema const& flag_schema();
Status write_flags(table::Database& database, Options const& options,
                   std::filesystem::path const& file, Job const& job);

/// Columns: finding_id, kind, subject, party_id, goods_class, country_of_origin,
/// country_of_dispatch, country_of_destination, first_on, last_on, shipments, rows, net_mass_kg,
/// value_usd, score, terms (JSON name -> part; they add up to score), flags, entity_ids,
/// alternatives, unknown, example_rows.
table::Schema const& finding_schema();
/// Needs the views `shipments`, `hits`, `flags`, `parties`. Ranked, best first.
Status write_findings(table::Database& database, Options const& options,
                      std::filesystem::path const& file, Job const& job);

}  // namespace tw::risk
