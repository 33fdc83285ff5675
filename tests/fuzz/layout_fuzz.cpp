// Any bytes as a layout, and as a file whose layout is guessed.
#include "tidewaiter/records.h"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  std::string_view const bytes{reinterpret_cast<char const*>(data), size};
  if (auto const layout = tw::records::parse_layout(bytes, "fuzz.toml")) {
    auto const printed = tw::records::layout_toml(*layout);
    auto const again = tw::records::parse_layout(printed, "again.toml");
    tw::ensure(again.has_value(), "a printed layout can be read");
    tw::ensure(tw::records::layout_toml(*again) == printed, "printing is stable");
  }
  (void)tw::records::guess_layout(bytes, "Turkey_Import_F.csv");
  return 0;
}
