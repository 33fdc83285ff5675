// The stages of `run`: each makes one table beside the rows. Private to the engine room.
#pragma once

#include "engine/manifest.h"

namespace tw::engine {

/// What a stage works with.
struct StageContext {
  Path const& folder;
  Manifest const& manifest;  ///< With the tables of the stages before it.
  RunOptions const& options;
  Job const& job;
  table::Database& database;  ///< With the views of docs/tables.md over the tables so far.
};

/// One stage. `version` rises when the stage would give other rows for the same input.
struct Stage {
  std::string_view name;   ///< Also the view it fills, see views.cpp.
  std::string_view title;  ///< For the progress line.
  int version;
  /// Names of what it reads: "sources", "lists", or earlier stages; its key hashes their keys.
  std::span<std::string_view const> reads;
  Status (*make)(StageContext const& context, Path const& file);
};
std::span<Stage const> stages();
table::Schema const& stage_schema(std::string_view stage);

/// Schemas of the stage tables that other files of the room read.
table::Schema const& goods_schema();
table::Schema const& mention_schema();
table::Schema const& mention_hit_schema();
table::Schema const& label_schema();
table::Schema const& hit_schema();

Status make_goods(StageContext const& context, Path const& file);
Status make_mentions(StageContext const& context, Path const& file);
Status make_mention_hits(StageContext const& context, Path const& file);
Status make_labels(StageContext const& context, Path const& file);
Status make_hits(StageContext const& context, Path const& file);

/// Makes or refreshes the views of docs/tables.md over the tables that the manifest names.
Status add_views(table::Database& database, Path const& folder, Manifest const& manifest);
/// The roles for which some shipment names a party.
Result<std::vector<std::string>> roles_present(table::Database const& database);

/// Calls `take(block, row)` for each row of the answer to `sql`.
template <typename Take>
Status for_each_row(table::Database const& database, std::string const& sql, Take take) {
  TW_TRY(auto answer, database.ask(sql));
  while (true) {
    TW_TRY(auto const block, answer.next());
    if (!block) return {};
    for (std::size_t row = 0; row < block->rows(); ++row) take(*block, row);
  }
}

}  // namespace tw::engine
