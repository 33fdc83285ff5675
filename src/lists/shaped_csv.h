/// Tables with one entry per row, whose columns are told by their headers.
#pragma once

#include "tidewaiter/lists.h"

#include "lists/dates.h"

namespace tw::lists {

/// What a column holds.
enum class Role : std::uint8_t {
  unread,
  entity_id,
  list,
  name,
  kind,
  aliases,
  weak_aliases,
  former_names,
  country,
  number,           ///< A number of the type that the header names.
  lettered_number,  ///< "ОДРН1037700049606": the type in letters before the digits.
  ids,              ///< "INN:7705123456|IMO:9187629".
  address,
  address_part,  ///< Street, city... of one address, in the order of the columns.
  programmes,
  annex,  ///< "IV" of an EU regulation; kept as the programme "Annex IV".
  listed_on,
  delisted_on,
  remarks
};

struct Header {
  std::string_view key;  ///< As table_reader.h makes it.
  Role role = Role::unread;
  std::string_view id_type = {};
};

struct Shape {
  std::string_view format;
  std::span<Header const> headers;
  std::string_view list = kOwnList;  ///< Of rows that do not name one.
  std::string_view between = "|";    ///< Between several values of one cell.
  DayOrder order = DayOrder::day_first;
  /// From the cell of a list column; null takes it as a data set's name.
  std::string (*list_of)(std::string_view cell) = nullptr;
};

Role role_of(Shape const& shape, std::string_view key);

/// Reads the table. Without an id column the id is made from the name, and rows of the same list,
/// name and days are one entry (one row per address is common).
Result<Reading> read_shaped(std::string_view utf8, Shape const& shape, Job const& job);

}  // namespace tw::lists
