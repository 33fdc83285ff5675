/// Decoding, guessing, folding and writing in Latin letters, on any bytes.
#include <cstdlib>

#include "tidewaiter/text.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace tw;
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  auto const guess = text::guess_encoding(bytes);
  require(guess.confidence >= 0 && guess.confidence <= 1);
  auto const utf8 = text::to_utf8(bytes, guess.encoding);
  require(text::is_valid_utf8(utf8));
  for (int encoding = 0; encoding <= static_cast<int>(text::Encoding::shift_jis); ++encoding) {
    auto const each = static_cast<text::Encoding>(encoding);
    require(text::is_valid_utf8(text::to_utf8(bytes, each)));
    auto const encoded = text::from_utf8("x" + utf8, each);
    if (encoded) require(text::to_utf8(*encoded, each) == "x" + utf8);
  }
  auto const folded = text::folded(bytes);
  require(text::folded(folded) == folded);
  auto const latin = text::latinised(bytes);
  require(text::latinised(latin) == latin && text::latinised(folded) == latin);
  for (char const c : latin) require(c >= 0x20 && c < 0x7F);
  text::words(folded);
  text::main_script(bytes);
  text::display_width(text::shortened(bytes, 20));
  return 0;
}
