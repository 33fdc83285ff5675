/// From what headers mean by themselves to fields of the schema, seen over the whole file.
#pragma once

#include "records/file_hints.h"
#include "records/profile.h"

namespace tw::records {

/// One column of a file while its field is sought.
struct Placing {
  std::size_t column = 0;
  std::string header;
  HeaderMeaning meaning;
  ColumnProfile profile;
  std::string field;  ///< Empty: no place (yet).
  double rank = 9;    ///< Among the columns of one field the smallest is read first.
  double confidence = 0;
  std::string unit;
  std::string currency;  ///< ISO code, or "" for the invoice currency of the row.
  bool alone = false;    ///< Only for want of a better column of the same field.
};

void place_parties(std::vector<Placing>& columns, FileHints const& hints);
/// True for meanings that only place_values turns into fields.
bool is_value_slot(std::string_view slot);
void place_values(std::vector<Placing>& columns, FileHints const& hints);
/// Everything else: dates, countries, ports, masses, texts.
void place_rest(std::vector<Placing>& columns, FileHints const& hints);
/// Takes fields back where the values contradict the header.
void check_against_values(std::vector<Placing>& columns);
/// Drops columns that only repeat a better one (`alone`, totals beside items), sets confidence.
void settle(std::vector<Placing>& columns);

}  // namespace tw::records
