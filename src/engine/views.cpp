#include <algorithm>
#include <map>

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "engine/entries.h"
#include "engine/stages.h"

namespace tw::engine {
namespace {

/// Of several versions of one list file the newest is in force; files of different formats stand
/// side by side, and an entry that is in two of them counts once, as in the newer file.
std::vector<ListVersion const*> lists_in_force(Manifest const& manifest) {
  auto const age = [](ListVersion const& list) {
    return std::pair(list.published_on.value_or(Date{}), list.number);
  };
  std::map<std::pair<std::string, std::string>, ListVersion const*> newest;
  for (ListVersion const& list : manifest.lists) {
    std::string ids;
    for (auto const& [id, count] : list.entries) ids += id + "|";
    ListVersion const*& held = newest[{list.format, list.format == "own_csv" ? list.file : ids}];
    if (held == nullptr || age(*held) < age(list)) held = &list;
  }
  std::vector<ListVersion const*> in_force;
  for (auto const& [key, list] : newest) in_force.push_back(list);
  std::ranges::sort(in_force, {}, &ListVersion::number);
  return in_force;
}

Status add_entries(table::Database& database, Path const& folder, Manifest const& manifest) {
  std::vector<Path> files;
  std::string order;
  for (ListVersion const* list : lists_in_force(manifest)) {
    files.push_back(table_file(folder, "list", list->key));
  }
  // Later files of the vector are newer; UNION ALL keeps that order as a number.
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::string const name = fmt::format("list_{}", i + 1);
    TW_CHECK(database.add_view(name, {files[i]}, entry_schema()));
    parts.push_back(fmt::format("SELECT *, {} AS list_no FROM {}", i + 1, name));
  }
  if (parts.empty()) return database.add_view("entries", {}, entry_schema());
  return database.execute(
      fmt::format("CREATE OR REPLACE VIEW entries AS SELECT * FROM ({}) "
                  "QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY list_no DESC) = 1 "
                  "ORDER BY entity_id",
                  fmt::join(parts, " UNION ALL ")));
}

/// Rows of a file that has the bytes of an earlier one are kept but do not count.
std::string status_column(Manifest const& manifest) {
  std::vector<std::uint32_t> copies;
  for (Source const& source : manifest.sources) {
    if (source.copy_of != 0) copies.push_back(source.number);
  }
  if (copies.empty()) return "status";
  return fmt::format("CASE WHEN (row_id >> 32) IN ({}) THEN 'duplicate' ELSE status END",
                     fmt::join(copies, ", "));
}

Status add_given(table::Database& database, Path const& folder, Manifest const& manifest) {
  std::vector<Path> shipments;
  std::vector<Path> rejects;
  for (Source const& source : manifest.sources) {
    shipments.push_back(table_file(folder, "shipments", source.key));
    rejects.push_back(table_file(folder, "rejects", source.key));
  }
  TW_CHECK(database.add_view("shipments_stored", shipments, records::shipment_schema()));
  TW_CHECK(database.add_view("rejects", rejects, records::reject_schema()));
  return database.execute(fmt::format(
      "CREATE OR REPLACE VIEW shipments_given AS SELECT * REPLACE ({} AS status), "
      "coalesce(released_on, registered_on, shipped_on, arrived_on) AS on_date, "
      "strftime(coalesce(released_on, registered_on, shipped_on, arrived_on), '%Y-%m') AS month, "
      "source_file || ':' || source_line AS \"row\" FROM shipments_stored",
      status_column(manifest)));
}

Status add_joined(table::Database& database) {
  TW_CHECK(
      database.execute("CREATE OR REPLACE VIEW shipments AS SELECT s.*, l.* EXCLUDE (row_id) "
                       "FROM shipments_given s LEFT JOIN labels l ON s.row_id = l.row_id"));
  TW_CHECK(database.execute(
      "CREATE OR REPLACE VIEW parties AS SELECT name AS spelling, party_id, canonical, country, "
      "registration_no, \"rows\", confidence, reason FROM mentions"));
  return database.execute(
      "CREATE OR REPLACE VIEW coverage AS SELECT source_id, source_file, reporter_country, flow, "
      "month, count(*) AS \"rows\" FROM shipments_given GROUP BY ALL ORDER BY ALL");
}

}  // namespace

Status add_views(table::Database& database, Path const& folder, Manifest const& manifest) {
  TW_CHECK(add_given(database, folder, manifest));
  TW_CHECK(add_entries(database, folder, manifest));
  for (Stage const& stage : stages()) {
    StageTable const* table = find_stage(manifest, stage.name);
    std::vector<Path> files;
    if (table != nullptr) files.push_back(table_file(folder, stage.name, table->key));
    TW_CHECK(database.add_view(stage.name, files, stage_schema(stage.name)));
  }
  return add_joined(database);
}

Result<std::vector<std::string>> roles_present(table::Database const& database) {
  std::vector<std::string> counts;
  for (std::string_view const role : records::roles()) {
    counts.push_back(fmt::format("count({}_name)", role));
  }
  std::vector<std::string> present;
  TW_CHECK(for_each_row(database,
                        fmt::format("SELECT {} FROM shipments_given", fmt::join(counts, ", ")),
                        [&](table::Block const& block, std::size_t row) {
                          for (std::size_t i = 0; i < counts.size(); ++i) {
                            if (block.number(row, i) > 0) present.emplace_back(records::roles()[i]);
                          }
                        }));
  return present;
}

}  // namespace tw::engine
