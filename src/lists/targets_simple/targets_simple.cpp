#include "lists/targets_simple/targets_simple.h"

#include <algorithm>

#include "tidewaiter/text.h"

#include "lists/entry_builder.h"
#include "lists/open_sanctions.h"
#include "lists/table_reader.h"

namespace tw::lists::targets_simple {
namespace {

/// Values of a cell: CSV inside CSV, ";" between them and quotes around those that hold one.
std::vector<std::string> values(std::string_view cell) {
  std::vector<std::string> found;
  if (cell.empty()) return found;
  io::CsvReader reader(cell, {.delimiter = ';', .quote = '"'});
  io::CsvRecord record;
  while (reader.next(record)) {
    for (auto const value : record.cells) {
      if (auto const text = text::trimmed(value); !text.empty()) found.emplace_back(text);
    }
  }
  return found;
}

std::vector<std::string> lists_of(std::string_view cell) {
  std::vector<std::string> lists;
  for (auto const& dataset : values(cell)) {
    if (is_collection(dataset)) continue;
    auto list = list_of_dataset(dataset);
    if (std::ranges::find(lists, list) == lists.end()) lists.push_back(std::move(list));
  }
  if (lists.empty()) lists.emplace_back(kOwnList);
  return lists;
}

struct Columns {
  explicit Columns(TableReader const& table)
      : id(table.column("id")),
        schema(table.column("schema")),
        name(table.column("name")),
        aliases(table.column("aliases")),
        countries(table.column("countries")),
        addresses(table.column("addresses")),
        identifiers(table.column("identifiers")),
        sanctions(table.column("sanctions")),
        programmes(table.column("program_ids")),
        dataset(table.column("dataset")) {}

  using Column = std::optional<std::size_t>;
  Column id, schema, name, aliases, countries, addresses, identifiers, sanctions, programmes;
  Column dataset;
};

constexpr std::string_view kUnread[] = {"birth_date", "phones",    "emails",
                                        "first_seen", "last_seen", "last_change"};

/// "program - reason - status - start - end": the days are told by their form. `day` keeps the
/// first of several sanctions, since the row mixes the lists of a party.
void add_sanction(std::string const& text, EntryBuilder& builder) {
  auto& entry = builder.entry();
  std::vector<Date> days;
  for (auto const part : parts(text, " - ")) {
    if (auto const day = read_day(part); day && part.size() >= 8) days.push_back(*day);
  }
  if (!days.empty() && (!entry.listed_on || days.front() < *entry.listed_on)) {
    entry.listed_on = days.front();
  }
  builder.add_remark("", text);
}

Entry read_row(TableReader const& table, Columns const& columns, bool one_list) {
  EntryBuilder builder;
  auto& entry = builder.entry();
  entry.entity_id = table.cell(columns.id);
  entry.source_line = table.place();
  entry.kind = kind_of_schema(table.cell(columns.schema)).value_or("unknown");
  builder.add_name(table.cell(columns.name), NameKind::primary);
  for (auto const& alias : values(table.cell(columns.aliases))) {
    builder.add_name(alias, NameKind::alias);
  }
  for (auto const& country : values(table.cell(columns.countries))) builder.add_country(country);
  for (auto const& address : values(table.cell(columns.addresses))) builder.add_address(address);
  for (auto const& number : values(table.cell(columns.identifiers))) builder.add_id("", number);
  for (auto const& id : values(table.cell(columns.programmes))) builder.add_programme(id);
  for (auto const& sanction : values(table.cell(columns.sanctions))) {
    add_sanction(sanction, builder);
  }
  // On which of several lists the days are is not told.
  if (!one_list) entry.listed_on.reset();
  return builder.take();
}

}  // namespace

bool recognises(std::string_view head) {
  auto const keys = header_keys(head);
  auto const has = [&](std::string_view key) { return std::ranges::find(keys, key) != keys.end(); };
  return has("id") && has("schema") && has("name") && has("aliases") && has("identifiers") &&
         has("dataset");
}

Result<Reading> read(std::string_view utf8, Job const& job) {
  TableReader table(utf8);
  Columns const columns(table);
  ReadingBuilder reading("opensanctions_targets_simple_csv");
  while (table.next()) {
    if (reading.reading().records % 1024 == 0) TW_CHECK(job.go_on());
    if (table.cell(columns.id).empty()) {
      reading.reject(table.place(), "The row has no id.");
      continue;
    }
    for (auto const key : kUnread) {
      if (!table.cell(table.column(key)).empty()) reading.unread().count(key);
    }
    auto const lists = lists_of(table.cell(columns.dataset));
    auto entry = read_row(table, columns, lists.size() == 1);
    bool first = true;
    for (auto const& list : lists) {
      entry.list = list;
      first ? reading.keep(entry) : reading.keep_repeated(entry);
      first = false;
    }
  }
  return reading.take();
}

}  // namespace tw::lists::targets_simple
