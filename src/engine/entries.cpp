#include "engine/entries.h"

#include <nlohmann/json.hpp>

#include "tidewaiter/io.h"

namespace tw::engine {
namespace {

using Json = nlohmann::json;
using table::Type;

enum Column : std::size_t {
  kEntityId,
  kList,
  kKind,
  kName,
  kNames,
  kIds,
  kAddresses,
  kCountries,
  kProgrammes,
  kListedOn,
  kDelistedOn,
  kRemarks,
  kSourceLine,
};

std::string_view name_kind(lists::NameKind kind) {
  switch (kind) {
    case lists::NameKind::primary: return "primary";
    case lists::NameKind::alias: return "alias";
    case lists::NameKind::weak_alias: return "weak";
    case lists::NameKind::former: return "former";
  }
  return "alias";
}

lists::NameKind name_kind_of(std::string_view text) {
  if (text == "primary") return lists::NameKind::primary;
  if (text == "weak") return lists::NameKind::weak_alias;
  if (text == "former") return lists::NameKind::former;
  return lists::NameKind::alias;
}

/// Invalid bytes of a list file become U+FFFD instead of an exception.
std::string dumped(Json const& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string joined(std::vector<std::string> const& parts) {
  std::string text;
  for (std::string const& part : parts) text += (text.empty() ? "" : "|") + part;
  return text;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    auto const bar = text.find('|');
    parts.emplace_back(text.substr(0, bar));
    text = bar == std::string_view::npos ? std::string_view{} : text.substr(bar + 1);
  }
  return parts;
}

lists::Entry entry_of(table::Block const& block, std::size_t row) {
  auto const text = [&](std::size_t column) {
    return block.is_null(row, column) ? std::string() : std::string(block.text(row, column));
  };
  lists::Entry entry;
  entry.entity_id = text(kEntityId);
  entry.list = text(kList);
  entry.kind = text(kKind);
  for (Json const& name : Json::parse(text(kNames))) {
    entry.names.push_back({name.at(0), name_kind_of(name.at(1).get<std::string>())});
  }
  for (Json const& id : Json::parse(text(kIds))) entry.ids.push_back({id.at(0), id.at(1)});
  for (Json const& address : Json::parse(text(kAddresses))) {
    entry.addresses.push_back({address.at(0), address.at(1)});
  }
  entry.countries = split(text(kCountries));
  entry.programmes = split(text(kProgrammes));
  if (!block.is_null(row, kListedOn)) entry.listed_on = block.date(row, kListedOn);
  if (!block.is_null(row, kDelistedOn)) entry.delisted_on = block.date(row, kDelistedOn);
  entry.remarks = text(kRemarks);
  entry.source_line = text(kSourceLine);
  return entry;
}

}  // namespace

table::Schema const& entry_schema() {
  static table::Schema const schema = {
      {"entity_id", Type::text},  {"list", Type::text},        {"kind", Type::text},
      {"name", Type::text},       {"names", Type::text},       {"ids", Type::text},
      {"addresses", Type::text},  {"countries", Type::text},   {"programmes", Type::text},
      {"listed_on", Type::date},  {"delisted_on", Type::date}, {"remarks", Type::text},
      {"source_line", Type::text}};
  return schema;
}

table::Rows entry_rows(std::span<lists::Entry const> entries) {
  table::Rows rows(entry_schema());
  for (lists::Entry const& entry : entries) {
    ensure(!entry.names.empty(), "a list entry has a name");
    Json names = Json::array();
    for (auto const& name : entry.names) names.push_back({name.name, name_kind(name.kind)});
    Json ids = Json::array();
    for (auto const& id : entry.ids) ids.push_back({id.type, id.value});
    Json addresses = Json::array();
    for (auto const& address : entry.addresses) {
      addresses.push_back({address.text, address.country});
    }
    rows.set(kEntityId, entry.entity_id);
    rows.set(kList, entry.list);
    rows.set(kKind, entry.kind);
    rows.set(kName, text::repaired_utf8(entry.names.front().name));
    rows.set(kNames, dumped(names));
    rows.set(kIds, dumped(ids));
    rows.set(kAddresses, dumped(addresses));
    rows.set(kCountries, joined(entry.countries));
    rows.set(kProgrammes, text::repaired_utf8(joined(entry.programmes)));
    if (entry.listed_on) rows.set(kListedOn, *entry.listed_on);
    if (entry.delisted_on) rows.set(kDelistedOn, *entry.delisted_on);
    rows.set(kRemarks, text::repaired_utf8(entry.remarks));
    rows.set(kSourceLine, entry.source_line);
    rows.end_row();
  }
  return rows;
}

Result<std::vector<lists::Entry>> read_entries(table::Database const& database) {
  std::string columns;
  for (auto const& column : entry_schema()) {
    columns += (columns.empty() ? "" : ", ") + table::sql_name(column.name);
  }
  TW_TRY(auto answer, database.ask("SELECT " + columns + " FROM entries"));
  std::vector<lists::Entry> entries;
  while (true) {
    TW_TRY(auto const block, answer.next());
    if (!block) return entries;
    for (std::size_t row = 0; row < block->rows(); ++row) entries.push_back(entry_of(*block, row));
  }
}

Result<std::vector<lists::Entry>> listed_entries(Workspace const& workspace) {
  TW_TRY(auto const database, workspace.database({}));
  return read_entries(database);
}

}  // namespace tw::engine
