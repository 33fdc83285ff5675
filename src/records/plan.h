/// A layout bound to the header of one file: which column feeds which field, and how.
#pragma once

#include "tidewaiter/records.h"

#include "records/cells.h"
#include "records/head.h"

namespace tw::records {

/// How the cells of a field are read.
enum class Kind : std::uint8_t {
  text,
  party_text,
  date,
  country,
  hs_code,
  amount,
  money,
  integer,
  currency,
  unit,
  incoterm,
  flow,
};

/// One column that feeds a field.
struct PlanSource {
  std::size_t column = 0;  ///< In the file, from 0.
  std::int64_t factor_num = 1;
  std::int64_t factor_den = 1;
  std::string currency;  ///< ISO, "invoice", or "".
};

constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

struct PlanField {
  std::string field;
  std::size_t out = kNoColumn;  ///< In the written table; none for unit fields.
  Kind kind = Kind::text;
  std::vector<PlanSource> sources;   ///< The first that says something is taken.
  std::string constant;              ///< When no source says something.
  bool constant_is_derived = false;  ///< The program found it out; a layout's own is given.
};

/// Places of the fields that the importer itself writes or reads by name.
struct PlanColumns {
  std::size_t row_id, source_id, source_file, source_line, byte_begin, byte_end, status,
      cell_states;
  std::size_t hs6, value_usd, invoice_value, invoice_currency, customs_value,
      customs_value_currency, statistical_value_usd, net_mass, incoterm_place, quantity,
      quantity_unit;
};

struct Plan {
  table::Schema schema;  ///< The columns that this file can fill.
  PlanColumns out{};
  std::vector<PlanField> fields;  ///< Without money, which needs the currencies first.
  std::vector<PlanField> money;
  std::vector<std::string> header;
  std::vector<std::string> unplaced;  ///< Headers without a field.
  std::size_t cells_min = 0;          ///< Shorter records lack a cell that is usually filled.
  char delimiter = ',';
  char decimal_sign = 0;
  DateOrder date_order = DateOrder::open;
};
/// `derived_constants`: the layout's constants come from a guess, not from a person.
Result<Plan> make_plan(Layout const& layout, Head const& head, bool derived_constants);

}  // namespace tw::records
