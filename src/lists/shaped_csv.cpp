#include "lists/shaped_csv.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/core.h>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "lists/entry_builder.h"
#include "lists/open_sanctions.h"
#include "lists/table_reader.h"

namespace tw::lists {
namespace {

Header header_of(Shape const& shape, std::string_view key) {
  auto const found = std::ranges::find(shape.headers, key, &Header::key);
  return found == shape.headers.end() ? Header{.key = key} : *found;
}

std::string kind_of(std::string_view text) {
  auto const word = text::ascii_lowered(text);
  for (auto const* known : {"organisation", "organization", "company", "entity", "firm"}) {
    if (word == known) return "organisation";
  }
  if (word == "person" || word == "individual") return "person";
  if (word == "vessel" || word == "ship") return "vessel";
  if (word == "aircraft" || word == "airplane") return "aircraft";
  return std::string(kind_of_schema(text).value_or("unknown"));
}

/// Reads the rows of one file; holds what the header said and which names it has seen.
class Rows {
 public:
  Rows(TableReader& table, Shape const& shape, ReadingBuilder& reading)
      : table_(table), shape_(shape), reading_(reading) {
    for (auto const& key : table.keys()) headers_.push_back(header_of(shape, key));
    has_ids_ = std::ranges::find(headers_, Role::entity_id, &Header::role) != headers_.end();
  }

  void read_row() {
    EntryBuilder builder;
    builder.entry().source_line = table_.place();
    std::string address;
    for (std::size_t column = 0; column < headers_.size(); ++column) {
      auto const cell = table_.cell(column);
      if (cell.empty()) continue;
      if (headers_[column].role == Role::address_part) {
        address.append(address.empty() ? "" : ", ").append(cell);
      } else {
        read_cell(column, cell, builder);
      }
    }
    auto const& countries = builder.entry().countries;
    builder.add_address(address, countries.empty() ? std::string_view() : countries.front());
    keep(builder);
  }

 private:
  void keep(EntryBuilder& builder) {
    auto& entry = builder.entry();
    if (entry.list.empty()) entry.list = shape_.list;
    if (!has_ids_) return keep_by_name(builder);
    if (entry.entity_id.empty()) {
      return reading_.reject(table_.place(), "The row has no id, and other rows have one.");
    }
    reading_.keep(builder.take());
  }

  /// Joins the row to the entry of its name, or makes a new one with an id from the name, which
  /// stays as long as the name does; a line number would not.
  void keep_by_name(EntryBuilder& builder) {
    auto entry = builder.take();
    auto const name = entry.names.empty() ? std::string() : entry.names.front().name;
    auto const key = entry.list + '\n' + name;
    auto const [begin, end] = entries_.equal_range(key);
    std::size_t same_name = 0;
    for (auto at = begin; at != end; ++at, ++same_name) {
      auto& known = reading_.reading().entries[at->second];
      if (known.listed_on != entry.listed_on || known.delisted_on != entry.delisted_on) continue;
      join_entry(entry, known);
      return reading_.count_joined();
    }
    entry.entity_id = fmt::format("{}-{}", entry.list, hex(hash64(name)));
    if (same_name > 0) entry.entity_id += fmt::format("-{}", same_name + 1);
    if (!entry.names.empty()) entries_.emplace(key, reading_.reading().entries.size());
    reading_.keep(std::move(entry));
  }

  void read_cell(std::size_t column, std::string_view cell, EntryBuilder& builder) {
    auto& entry = builder.entry();
    switch (headers_[column].role) {
      case Role::unread: reading_.unread().count(table_.keys()[column]); break;
      case Role::entity_id: entry.entity_id = cell; break;
      case Role::list:
        entry.list = shape_.list_of != nullptr ? shape_.list_of(cell) : list_of_dataset(cell);
        break;
      case Role::kind: entry.kind = kind_of(cell); break;
      case Role::listed_on: entry.listed_on = day(column, cell); break;
      case Role::delisted_on: entry.delisted_on = day(column, cell); break;
      case Role::remarks: builder.add_remark("", cell); break;
      case Role::annex: builder.add_programme(fmt::format("Annex {}", cell)); break;
      case Role::name:
        builder.add_name(cell, builder.has_primary() ? NameKind::alias : NameKind::primary);
        break;
      default:
        for (auto const value : parts(cell, separator_of(cell, headers_[column].role))) {
          read_value(headers_[column], value, builder);
        }
    }
  }

  /// Names and numbers never hold "; ", so a cell without our separator may use that one; an
  /// address may hold it.
  std::string_view separator_of(std::string_view cell, Role role) const {
    bool const ours = cell.find(shape_.between) != std::string_view::npos;
    return ours || role == Role::address ? shape_.between : std::string_view(";");
  }

  /// One of several values of a cell.
  static void read_value(Header const& header, std::string_view value, EntryBuilder& builder) {
    switch (header.role) {
      case Role::aliases: builder.add_name(value, NameKind::alias); break;
      case Role::weak_aliases: builder.add_name(value, NameKind::weak_alias); break;
      case Role::former_names: builder.add_name(value, NameKind::former); break;
      case Role::country:
        // "Korea, Republic of" is one country, "CN;RU" are two.
        for (auto const country : parts(value, ";")) builder.add_country(country);
        break;
      case Role::number:
        // "7704730655 (Tax ID/INN)": the words behind a number are not part of it.
        builder.add_id(header.id_type, value.substr(0, value.find(" (")));
        break;
      case Role::lettered_number: add_lettered(value, builder); break;
      case Role::ids: add_id(value, builder); break;
      case Role::address: builder.add_address(value); break;
      case Role::programmes: builder.add_programme(value); break;
      default: defect("every role of a column is read", std::source_location::current());
    }
  }

  static void add_lettered(std::string_view value, EntryBuilder& builder) {
    static constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
        {"ОДРН", "OGRN"}, {"ОГРН", "OGRN"}, {"ІПН", "INN"},
        {"ІНН", "INN"},   {"ИНН", "INN"},   {"ЄДРПОУ", "EDRPOU"}};
    auto const digits = std::min(value.find_first_of("0123456789"), value.size());
    auto const letters = text::trimmed(value.substr(0, digits));
    auto const* const known =
        std::ranges::find(kTypes, letters, &std::pair<std::string_view, std::string_view>::first);
    auto const number = value.substr(digits);
    builder.add_id(known == std::end(kTypes) ? letters : known->second,
                   number.substr(0, number.find_first_of(" ,;(")));
  }

  static void add_id(std::string_view value, EntryBuilder& builder) {
    auto const colon = value.find(':');
    if (colon == std::string_view::npos) return builder.add_id("", value);
    builder.add_id(value.substr(0, colon), value.substr(colon + 1));
  }

  std::optional<Date> day(std::size_t column, std::string_view cell) {
    auto const date = read_day(cell, shape_.order);
    if (!date) {
      reading_.note(fmt::format("{}: \"{}\" in column {} is no day; the entry stands without it.",
                                table_.place(), text::shortened(cell, 40), table_.keys()[column]));
    }
    return date;
  }

  TableReader& table_;
  Shape const& shape_;
  ReadingBuilder& reading_;
  std::vector<Header> headers_;
  bool has_ids_ = false;
  std::unordered_multimap<std::string, std::size_t> entries_;  ///< By list and name.
};

}  // namespace

Role role_of(Shape const& shape, std::string_view key) { return header_of(shape, key).role; }

Result<Reading> read_shaped(std::string_view utf8, Shape const& shape, Job const& job) {
  TableReader table(utf8);
  ReadingBuilder reading(shape.format);
  Rows rows(table, shape, reading);
  while (table.next()) {
    if (reading.reading().records % 1024 == 0) TW_CHECK(job.go_on());
    rows.read_row();
  }
  return reading.take();
}

}  // namespace tw::lists
