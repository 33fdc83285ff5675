// Sentences, claims files in JSON and TOML: foreign bytes of the claims room.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "tidewaiter/claims.h"
#include "tidewaiter/text.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  if (auto const claim = tw::claims::parse_sentence(bytes)) {
    auto const json = tw::claims::claim_json(*claim);
    auto const again = tw::claims::read_claims(json, "fuzz");
    // What we write we can read, but for texts that were not valid UTF-8.
    if (!again && tw::text::is_valid_utf8(bytes)) std::abort();
  }
  (void)tw::claims::read_claims(bytes, "fuzz");
  return 0;
}
