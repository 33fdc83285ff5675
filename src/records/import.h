/// The import with its part size open, so that tests can show that it changes nothing.
#pragma once

#include "tidewaiter/records.h"

namespace tw::records {

Result<ImportReport> import_parts(std::string_view bytes, Path const& shipments_file,
                                  Path const& rejects_file, ImportOptions const& options,
                                  std::uint64_t part_bytes, Job const& job);

}  // namespace tw::records
