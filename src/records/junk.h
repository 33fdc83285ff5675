/// Records that are no rows: repeated headers, page totals, empty lines of delimiters.
#pragma once

#include "tidewaiter/core.h"

namespace tw::records {

bool is_junk_record(std::vector<std::string_view> const& cells,
                    std::vector<std::string> const& header);

}  // namespace tw::records
