/// Files of data/ that the build packed into the program (tools/embed.py makes the array).
#pragma once

#include <cstddef>
#include <string_view>

namespace tw::reference {

struct EmbeddedFile {
  std::string_view path;
  char const* begin;
  char const* end;
};

/// Sorted by path; one empty entry after the last, so that the array is never empty.
extern EmbeddedFile const kEmbeddedFiles[];
extern std::size_t const kEmbeddedFileCount;

}  // namespace tw::reference
