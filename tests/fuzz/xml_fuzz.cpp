/// The XML reader on any bytes: starts and ends must match, whatever comes.
#include <cstdlib>

#include "tidewaiter/io.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace tw;
  std::vector<std::string> open;
  auto const status =
      io::read_xml({reinterpret_cast<char const*>(data), size},
                   {.start = [&](std::string_view name, auto const&) { open.emplace_back(name); },
                    .end =
                        [&](std::string_view name, std::string_view) {
                          if (open.empty() || open.back() != name) std::abort();
                          open.pop_back();
                        }});
  if (status && !open.empty()) std::abort();
  if (!status && status.error().message.empty()) std::abort();
  return 0;
}
