/// gzip, zstd and zip on any bytes: an answer within the limit or an error.
#include <cstdlib>

#include "tidewaiter/io.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace tw;
  constexpr std::uint64_t kLimit = 1 << 20;
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  auto const unpacked = io::decompressed(bytes, kLimit);
  if (unpacked && unpacked->size() > kLimit) std::abort();
  if (auto const members = io::zip_members(bytes)) {
    for (auto const& member : *members) {
      auto const text = io::zip_member(bytes, member.name, kLimit);
      if (text && text->size() > kLimit) std::abort();
    }
  }
  return 0;
}
