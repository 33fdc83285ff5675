/// Lists come as UTF-8, with a mark or without, and from old machines in other encodings.
#pragma once

#include "tidewaiter/core.h"

namespace tw::lists {

/// The bytes as UTF-8 without a mark; `holder` owns them when they had to be changed, and `notes`
/// tells a person so.
std::string_view as_utf8(std::string_view bytes, std::string& holder,
                         std::vector<std::string>& notes);

}  // namespace tw::lists
