// List entries as table rows and back. Private to the engine room.
#pragma once

#include "tidewaiter/engine.h"

namespace tw::engine {

/// Columns of the view `entries`; nested parts are JSON.
table::Schema const& entry_schema();
table::Rows entry_rows(std::span<lists::Entry const> entries);
Result<std::vector<lists::Entry>> read_entries(table::Database const& database);

}  // namespace tw::engine
