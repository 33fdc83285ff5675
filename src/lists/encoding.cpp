#include "lists/encoding.h"

#include <fmt/core.h>

#include "tidewaiter/text.h"

namespace tw::lists {
namespace {

/// What `text::guess_encoding` is asked about.
constexpr std::size_t kHeadBytes = 64 * 1024;
/// Below this the guess is worth less than repairing the few bytes that are wrong.
constexpr double kConfidenceMin = 0.5;

/// An XML prolog speaks of the encoding that the bytes had before.
std::string_view without_prolog(std::string_view text) {
  if (!text.starts_with("<?xml")) return text;
  auto const end = text.find("?>");
  return end == std::string_view::npos ? text : text.substr(end + 2);
}

}  // namespace

std::string_view as_utf8(std::string_view bytes, std::string& holder,
                         std::vector<std::string>& notes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    auto const encoding =
        bytes[0] == '\xFF' ? text::Encoding::utf_16_le : text::Encoding::utf_16_be;
    holder = text::to_utf8(bytes, encoding);
    return without_prolog(holder);
  }
  if (text::is_valid_utf8(bytes)) return bytes;
  // Older exports are Windows-1252 or another code page; else single bytes are broken.
  auto const guess = text::guess_encoding(bytes.substr(0, kHeadBytes));
  if (guess.encoding != text::Encoding::utf_8 && guess.confidence >= kConfidenceMin) {
    holder = text::to_utf8(bytes, guess.encoding);
    notes.push_back(fmt::format("The file is not UTF-8; it was read as {}.",
                                text::encoding_name(guess.encoding)));
  } else {
    holder = text::repaired_utf8(bytes);
    notes.emplace_back("Bytes that are no UTF-8 were replaced by U+FFFD.");
  }
  return without_prolog(holder);
}

}  // namespace tw::lists
