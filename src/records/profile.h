/// What the values of a column look like.
#pragma once

#include "records/head.h"

namespace tw::records {

/// Shares are of the cells that say something; 0 when there are none.
struct ColumnProfile {
  std::size_t filled = 0;
  double dates = 0;
  double numbers = 0;
  double hs_codes = 0;
  double countries = 0;
  double currencies = 0;
  double emails = 0;
  double incoterms = 0;
  double letters = 0;    ///< Cells with a letter.
  double top_share = 0;  ///< Of the most frequent value.
  std::string top;       ///< That value.
  text::Script script = text::Script::common;
};
ColumnProfile profile_of(std::vector<HeadRecord> const& rows, std::size_t column);

/// "FOB" of "FOB SHANGHAI"; empty when the cell does not begin with an Incoterm.
std::string_view incoterm_of(std::string_view cell);

}  // namespace tw::records
