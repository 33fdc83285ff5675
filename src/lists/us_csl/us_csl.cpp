#include "lists/us_csl/us_csl.h"

#include <algorithm>

#include <fmt/core.h>

#include "tidewaiter/text.h"

#include "lists/entry_builder.h"
#include "lists/table_reader.h"
#include "lists/us_csl/csl_ids.h"

namespace tw::lists::us_csl {
namespace {

struct Source {
  std::string_view begins;  ///< How the cell `source` begins.
  std::string_view list;
  std::string_view kind;  ///< Of entries without a type; "" is unknown.
};
constexpr Source kSources[] = {
    {"Specially Designated Nationals", "us_sdn", ""},
    {"Entity List", "us_entity_list", ""},
    {"Denied Persons List", "us_dpl", ""},
    {"Unverified List", "us_uvl", "organisation"},
    {"Military End User", "us_meu", "organisation"},
    {"ITAR Debarred", "us_itar_debarred", ""},
    {"AECA Debarred", "us_itar_debarred", ""},
    {"Nonproliferation Sanctions", "us_isn", ""},
    {"Sectoral Sanctions Identifications", "us_ssi", "organisation"},
    {"Foreign Sanctions Evaders", "us_fse", ""},
    {"Palestinian Legislative Council", "us_palestinian", "person"},
    {"Capta List", "us_capta", "organisation"},
    {"CAPTA", "us_capta", "organisation"},
    {"Non-SDN Chinese Military-Industrial Complex", "us_ns_cmic", "organisation"},
    {"Non-SDN Menu-Based Sanctions", "us_ns_mbs", ""},
};

Source const* source_of(std::string_view text) {
  auto const* const found = std::ranges::find_if(
      kSources, [&](Source const& source) { return text.starts_with(source.begins); });
  return found == std::end(kSources) ? nullptr : found;
}

std::string_view kind_of(std::string_view type, std::string_view otherwise) {
  if (type == "Individual") return "person";
  if (type == "Entity") return "organisation";
  if (type == "Vessel") return "vessel";
  if (type == "Aircraft") return "aircraft";
  return otherwise.empty() ? "unknown" : otherwise;
}

/// The columns that we read, found once.
struct Columns {
  explicit Columns(TableReader const& table)
      : id(table.column("id")),
        source(table.column("source")),
        number(table.column("entity_number")),
        type(table.column("type")),
        programs(table.column("programs")),
        name(table.column("name")),
        title(table.column("title")),
        addresses(table.column("addresses")),
        notice(table.column("federal_register_notice")),
        start(table.column("start_date")),
        end(table.column("end_date")),
        requirement(table.column("license_requirement")),
        policy(table.column("license_policy")),
        flag(table.column("vessel_flag")),
        remarks(table.column("remarks")),
        alternates(table.column("alt_names")),
        citizenships(table.column("citizenships")),
        nationalities(table.column("nationalities")),
        ids(table.column("ids")) {}

  std::vector<std::size_t> unread(TableReader const& table) const {
    std::vector<std::optional<std::size_t>> const read = {
        id,        source,     number,       type,          programs,    name,   title,
        addresses, notice,     start,        end,           requirement, policy, flag,
        remarks,   alternates, citizenships, nationalities, ids};
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < table.keys().size(); ++i) {
      if (std::ranges::find(read, std::optional(i)) == read.end()) rest.push_back(i);
    }
    return rest;
  }

  using Column = std::optional<std::size_t>;
  Column id, source, number, type, programs, name, title, addresses, notice, start, end;
  Column requirement, policy, flag, remarks, alternates, citizenships, nationalities, ids;
};

void add_names(TableReader const& table, Columns const& columns, EntryBuilder& entry) {
  entry.add_name(table.cell(columns.name), NameKind::primary);
  for (auto name : parts(table.cell(columns.alternates), "; ")) {
    // The Entity List's text ends its enumerations with "and": "A; B; and C".
    if (name.starts_with("and ")) name.remove_prefix(4);
    entry.add_name(name, NameKind::alias);
  }
}

void add_places(TableReader const& table, Columns const& columns, EntryBuilder& entry) {
  for (auto const address : parts(table.cell(columns.addresses), "; ")) entry.add_address(address);
  for (auto const column : {columns.nationalities, columns.citizenships}) {
    for (auto const country : parts(table.cell(column), ";")) entry.add_country(country);
  }
  entry.add_country(table.cell(columns.flag));
}

Entry read_row(TableReader const& table, Columns const& columns, Source const& source,
               UnreadFields& unread) {
  EntryBuilder builder;
  auto& entry = builder.entry();
  entry.list = source.list;
  entry.source_line = table.place();
  // OFAC's own number is stable over the years; the others have the export's hash only.
  auto const number = table.cell(columns.number);
  entry.entity_id =
      fmt::format("{}-{}", source.list, number.empty() ? table.cell(columns.id) : number);
  entry.kind = kind_of(table.cell(columns.type), source.kind);
  add_names(table, columns, builder);
  add_places(table, columns, builder);
  for (auto const programme : parts(table.cell(columns.programs), ";")) {
    builder.add_programme(programme);
  }
  entry.listed_on = read_day(table.cell(columns.start));
  entry.delisted_on = read_day(table.cell(columns.end));
  builder.add_remark("", table.cell(columns.remarks));
  builder.add_remark("Title", table.cell(columns.title));
  builder.add_remark("Federal Register", table.cell(columns.notice));
  builder.add_remark("Licence requirement", table.cell(columns.requirement));
  builder.add_remark("Licence policy", table.cell(columns.policy));
  add_csl_ids(table.cell(columns.ids), builder, unread);
  return builder.take();
}

}  // namespace

bool recognises(std::string_view head) {
  auto const keys = header_keys(head);
  auto const has = [&](std::string_view key) { return std::ranges::find(keys, key) != keys.end(); };
  return has("source") && has("name") && has("alt_names") &&
         (has("federal_register_notice") || has("source_list_url"));
}

Result<Reading> read(std::string_view utf8, Job const& job) {
  TableReader table(utf8);
  Columns const columns(table);
  auto const rest = columns.unread(table);
  ReadingBuilder reading("us_csl_csv");
  while (table.next()) {
    if (reading.reading().records % 1024 == 0) TW_CHECK(job.go_on());
    auto const source = table.cell(columns.source);
    auto const* const known = source_of(source);
    if (known == nullptr) {
      reading.reject(table.place(), fmt::format("The source list \"{}\" is not known.", source));
      continue;
    }
    if (table.cell(columns.number).empty() && table.cell(columns.id).empty()) {
      reading.reject(table.place(), "The entry has neither _id nor entity_number.");
      continue;
    }
    reading.keep(read_row(table, columns, *known, reading.unread()));
    for (auto const column : rest) {
      if (!table.cell(column).empty()) reading.unread().count(table.keys()[column]);
    }
  }
  return reading.take();
}

}  // namespace tw::lists::us_csl
