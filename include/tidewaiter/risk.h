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
  /// Needed columns of `shipments`; "a|b" where either will do.
  std::span<std::string_view const> columns;
  /// SELECT row_id, strength DOUBLE in [0,1], p DOUBLE or NULL, detail VARCHAR of rows that fire,
  /// from `risk_rows` (src/risk/rows.h) and the views.
  std::string (*sql)(Options const& options);
  /// SELECT source_file, missing VARCHAR of sources that cannot answer for another reason than an
  /// absent column (too short a history); null when there is none.
  std::string (*unknown)(Options const& options) = nullptr;
};
std::span<Flag const> flags();

/// Columns: row_id, row, flag, outcome ("fires" or "UNKNOWN"), strength, p, score, rows, missing,
/// detail. A flag whose columns are absent from a source gives one UNKNOWN line for that source,
/// with row_id NULL and the file's name as row. Only rows of mission goods on their way to a
/// destination of concern are looked at, and rows that name listed parties. Needs the views
/// `shipments` and `hits`.
table::Schema const& flag_schema();
Status write_flags(table::Database& database, Options const& options,
                   std::filesystem::path const& file, Job const& job);

/// Columns: finding_id, kind, subject, party_id, goods_class, country_of_origin,
/// country_of_dispatch, country_of_destination, first_on, last_on, shipments, rows, net_mass_kg,
/// value_usd, score, terms (JSON name -> part; they add up to score), flags, entity_ids,
/// alternatives, unknown, example_rows, reasons.
table::Schema const& finding_schema();
/// Needs the views `shipments`, `hits`, `flags`, `parties`. Ranked, best first. Ids follow from
/// what a finding is about, so they stay when other files join.
Status write_findings(table::Database& database, Options const& options,
                      std::filesystem::path const& file, Job const& job);

}  // namespace tw::risk
