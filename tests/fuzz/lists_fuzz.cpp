// Any bytes into read_list: never a crash, and every record accounted for.

#include "tidewaiter/lists.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  auto reading = tw::lists::read_list(bytes, tw::Job{});
  if (!reading) {
    tw::ensure(!reading.error().message.empty(), "an error says what is wrong");
    return 0;
  }
  for (auto const& entry : reading->entries) {
    tw::ensure(!entry.names.empty() && !entry.list.empty(), "an entry has a name and a list");
  }
  // The side files take the same bytes; only an error may come of it.
  (void)tw::lists::join_ofac_file(bytes, *reading, tw::Job{});
  return 0;
}
