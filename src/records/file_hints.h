/// What a file's name and headers tell about all of its rows: flow and reporting country.
#pragma once

#include "records/header.h"

namespace tw::records {

struct FileHints {
  std::string flow;      ///< "import", "export" or "".
  std::string reporter;  ///< ISO alpha-2 or "".
};
FileHints hints_of_name(std::string_view file_name);
/// Fills what the name leaves open from the words of the headers.
void add_header_hints(std::vector<std::string> const& headers,
                      std::vector<HeaderMeaning> const& meanings, FileHints& hints);

/// The currency of the country's own money ("AM" gives "AMD"), or "".
std::string_view local_currency(std::string_view country);

}  // namespace tw::records
