#include "lists/uk/uk.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/core.h>

#include "tidewaiter/text.h"

#include "lists/entry_builder.h"
#include "lists/table_reader.h"

namespace tw::lists::uk {
namespace {

/// The first line says "Last Updated,04/05/2022"; the header follows.
std::string_view first_line(std::string_view utf8) { return utf8.substr(0, utf8.find('\n')); }
bool has_date_line(std::string_view utf8) { return utf8.starts_with("Last Updated"); }
std::string_view without_date_line(std::string_view utf8) {
  return has_date_line(utf8) ? utf8.substr(std::min(first_line(utf8).size() + 1, utf8.size()))
                             : utf8;
}

std::optional<Date> published_on(std::string_view utf8) {
  if (!has_date_line(utf8)) return std::nullopt;
  auto const cells = parts(first_line(utf8), ",");
  return cells.size() < 2 ? std::nullopt : read_day(cells[1]);
}

/// "Name 1" to "Name 5" are given names, "Name 6" the family name or the name of a firm.
std::string full_name(TableReader const& row) {
  std::string name;
  for (auto const* part : {"name_1", "name_2", "name_3", "name_4", "name_5", "name_6"}) {
    auto const text = row.cell(row.column(part));
    if (text.empty()) continue;
    if (!name.empty()) name += ' ';
    name += text;
  }
  return name;
}

NameKind name_kind(TableReader const& row) {
  auto const type = row.cell(row.column("alias_type"));
  if (type == "Primary name") return NameKind::primary;
  if (type == "FKA") return NameKind::former;
  return row.cell(row.column("alias_quality")) == "Low quality" ? NameKind::weak_alias
                                                                : NameKind::alias;
}

std::string_view kind_of(std::string_view group_type) {
  if (group_type == "Individual") return "person";
  if (group_type == "Entity") return "organisation";
  if (group_type == "Ship") return "vessel";
  return "unknown";
}

/// Words behind "(IMO number):" up to the next label.
std::string_view labelled(std::string_view text, std::string_view label) {
  auto const at = text.find(label);
  if (at == std::string_view::npos) return {};
  auto const rest = text.substr(at + label.size());
  return text::trimmed(rest.substr(0, rest.find(" (")));
}

/// Reads what stands in every row of a group; the builder keeps each thing once.
void add_row(TableReader const& row, EntryBuilder& builder) {
  auto const cell = [&](std::string_view key) { return row.cell(row.column(key)); };
  auto const kind = name_kind(row);
  bool const second_primary = kind == NameKind::primary && builder.has_primary();
  builder.add_name(full_name(row), second_primary ? NameKind::alias : kind);
  builder.add_name(cell("name_non_latin_script"), NameKind::alias);
  std::string address;
  for (auto const* part : {"address_1", "address_2", "address_3", "address_4", "address_5",
                           "address_6", "post_zip_code", "country"}) {
    auto const text = cell(part);
    if (!text.empty()) address.append(address.empty() ? "" : ", ").append(text);
  }
  builder.add_address(address, cell("country"));
  builder.add_country(cell("nationality"));
  builder.add_programme(cell("regime"));
  builder.add_id("Passport", cell("passport_number"));
  builder.add_id("National ID No.", cell("national_identification_number"));
  auto const other = cell("other_information");
  builder.add_id("IMO", labelled(other, "(IMO number):"));
  builder.add_id("Registration Number", labelled(other, "(Business Reg No):"));
  builder.add_id("UK Sanctions List Ref", labelled(other, "(UK Sanctions List Ref):"));
  builder.add_country(labelled(other, "(Flag of ship):"));
  auto& entry = builder.entry();
  if (!entry.listed_on) entry.listed_on = read_day(cell("listed_on"));
  if (entry.remarks.empty()) {
    builder.add_remark("", cell("position"));
    builder.add_remark("", other);
  }
}

constexpr std::string_view kUnread[] = {"title",
                                        "dob",
                                        "town_of_birth",
                                        "country_of_birth",
                                        "passport_details",
                                        "national_identification_details",
                                        "last_updated",
                                        "uk_sanctions_list_date_designated"};

}  // namespace

bool recognises(std::string_view head) {
  auto const keys = header_keys(without_date_line(head));
  auto const has = [&](std::string_view key) { return std::ranges::find(keys, key) != keys.end(); };
  return has("name_6") && has("group_id") && has("regime");
}

Result<Reading> read(std::string_view utf8, Job const& job) {
  TableReader row(without_date_line(utf8), has_date_line(utf8) ? 2 : 1);
  auto const group_id = row.column("group_id");
  ReadingBuilder reading("uk_conlist_csv");
  reading.reading().published_on = published_on(utf8);
  std::vector<EntryBuilder> groups;
  std::unordered_map<std::string, std::size_t> group_of;
  while (row.next()) {
    if (reading.reading().records % 1024 == 0) TW_CHECK(job.go_on());
    auto const id = row.cell(group_id);
    if (id.empty()) {
      reading.reject(row.place(), "The row has no Group ID.");
      continue;
    }
    auto const [at, is_new] = group_of.emplace(id, groups.size());
    if (is_new) {
      auto& entry = groups.emplace_back().entry();
      entry.list = "uk";
      entry.entity_id = fmt::format("uk-{}", id);
      entry.kind = kind_of(row.cell(row.column("group_type")));
      entry.source_line = row.place();
    } else {
      reading.count_joined();
    }
    add_row(row, groups[at->second]);
    for (auto const key : kUnread) {
      if (!row.cell(row.column(key)).empty()) reading.unread().count(key);
    }
  }
  for (auto& group : groups) reading.keep(group.take());
  return reading.take();
}

}  // namespace tw::lists::uk
