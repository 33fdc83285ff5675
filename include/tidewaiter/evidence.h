/// evidence: from a row back to the bytes it came from.
/// Answers what stood in the source file, and that the file is still the one that was added.
#pragma once

#include <filesystem>

#include "tidewaiter/core.h"

namespace tw::evidence {

/// Where a row stands: enough for a stranger with the same file to find it.
struct Citation {
  std::string file;    ///< "imports_2022.csv".
  std::string sha256;  ///< Of the source as it arrived.
  std::uint64_t line = 0;
  std::uint64_t byte_begin = 0;  ///< In the source, unpacked when it is packed.
  std::uint64_t byte_end = 0;
  /// Stable across workspaces: the first half of the SHA-256, then the byte range.
  std::string id() const;
};

/// The file and line of "imports_2022.csv:17"; an error that shows the form otherwise.
struct RowName {
  std::string file;
  std::uint64_t line = 0;
};
Result<RowName> parse_row_name(std::string_view text);

/// The bytes of the range in a file of the vault, as they are. O(file) for packed files.
Result<std::string> cited_bytes(std::filesystem::path const& vault_file, Citation const& citation);
/// Hashes the file again; an error when it is not what was added.
Status verify_source(std::filesystem::path const& vault_file, std::string_view sha256);

}  // namespace tw::evidence
