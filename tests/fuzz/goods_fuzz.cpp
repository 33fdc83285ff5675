#include "tidewaiter/goods.h"

#include <cstdlib>

// The first byte says how many of the next bytes are the HS code; the rest is the text.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view bytes(reinterpret_cast<char const*>(data), size);
  std::string_view code;
  if (!bytes.empty()) {
    auto const length = std::min<std::size_t>(static_cast<unsigned char>(bytes[0]) % 13, size - 1);
    code = bytes.substr(1, length);
    bytes.remove_prefix(1 + length);
  }
  auto const j = tw::goods::Classifier::shipped().classify({.text = bytes, .hs_code = code});
  bool const in_range = j.class_probability >= 0 && j.class_probability <= 1.000001 &&
                        j.sensitive_probability >= 0 && j.sensitive_probability <= 1 &&
                        j.misdeclared_probability >= 0 && j.misdeclared_probability <= 1;
  if (!in_range || j.hs6.size() > 5) std::abort();
  return 0;
}
