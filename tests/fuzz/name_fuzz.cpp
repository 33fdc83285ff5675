/// Any bytes as two mentions, parted at the first zero byte.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tidewaiter/names.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const all(reinterpret_cast<char const*>(data), size);
  auto const end = std::min(all.find('\0'), all.size());
  auto const a = tw::names::analyse(all.substr(0, end));
  auto const b = tw::names::analyse(all.substr(std::min(end + 1, all.size())));
  auto const ab = tw::names::compare(a, b);
  auto const ba = tw::names::compare(b, a);
  bool const sound = ab.score == ba.score && ab.score >= 0 && ab.score <= 1;
  if (!sound || (a.tokens.empty() && a.identifiers.empty() && ab.score > 0)) std::abort();
  return 0;
}
