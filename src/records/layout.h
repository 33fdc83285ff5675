/// Layouts: what a TOML mapping says, and how it fits the header of a file.
#pragma once

#include "tidewaiter/records.h"

namespace tw::records {

/// As the currency of a rule: the row's invoice_currency.
constexpr std::string_view kInvoiceCurrency = "invoice";

/// Fields that a layout may feed beside the schema's own: the unit of a mass in another column.
bool is_layout_field(std::string_view field);

/// True when a layout may set the field for all rows or feed it from a column.
bool is_settable(std::string_view field);

/// For each rule of the layout the column of `header` (from 0) that it reads, or npos. The same
/// header twice in a file serves the rules of that header in order.
std::vector<std::size_t> columns_of(Layout const& layout, std::vector<std::string> const& header);

/// The shipped layout that the header follows, or null.
struct LayoutFit {
  Layout const* layout = nullptr;
  double merit = 0;
};
LayoutFit best_shipped_layout(std::vector<std::string> const& header);

}  // namespace tw::records
