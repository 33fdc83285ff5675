#include <algorithm>

#include "tidewaiter/io.h"

namespace tw::io {
namespace {

/// Bytes of the string that opens at `at`, or 0 when none does: "...", '...', """...""", '''...'''.
/// A string that is not closed ends with its line, or with the text.
std::size_t string_bytes(std::string_view toml, std::size_t at) {
  char const quote = toml[at];
  if (quote != '"' && quote != '\'') return 0;
  auto const rest = toml.substr(at);
  bool const tall = rest.size() >= 3 && rest[1] == quote && rest[2] == quote;
  std::size_t i = tall ? 3 : 1;
  while (i < rest.size()) {
    if (quote == '"' && rest[i] == '\\') {
      i += 2;
      continue;
    }
    if (!tall && (rest[i] == quote || rest[i] == '\n')) return i + 1;
    if (tall && rest.substr(i, 3) == rest.substr(0, 3)) {
      i += 3;
      // Up to two quotes may stand right before the closing three.
      for (int more = 0; more < 2 && i < rest.size() && rest[i] == quote; ++more) ++i;
      return i;
    }
    ++i;
  }
  return rest.size();
}

}  // namespace

std::optional<std::size_t> line_of_bare_unicode(std::string_view toml) {
  std::size_t at = toml.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (at < toml.size()) {
    if (toml[at] == '#') {
      at = std::min(toml.find('\n', at), toml.size());
      continue;
    }
    if (auto const bytes = string_bytes(toml, at); bytes > 0) {
      at += bytes;
      continue;
    }
    if (static_cast<unsigned char>(toml[at]) >= 0x80) {
      return 1 + static_cast<std::size_t>(std::ranges::count(toml.substr(0, at), '\n'));
    }
    ++at;
  }
  return std::nullopt;
}

}  // namespace tw::io
