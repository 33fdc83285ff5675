#include "tidewaiter/io.h"

namespace tw::io {

namespace {

// What may stand in a JSON string as it is.
bool is_plain(unsigned char byte) {
  return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

void append_escaped(unsigned char byte, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (byte) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default:
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
  }
}

}  // namespace

void append_json_string(std::string_view utf8, std::string& out) {
  out += '"';
  while (!utf8.empty()) {
    std::size_t plain = 0;
    while (plain < utf8.size() && is_plain(static_cast<unsigned char>(utf8[plain]))) ++plain;
    out += utf8.substr(0, plain);
    utf8.remove_prefix(plain);
    if (utf8.empty()) break;
    auto const byte = static_cast<unsigned char>(utf8.front());
    if (byte < 0x80) {
      append_escaped(byte, out);
      utf8.remove_prefix(1);
    } else {
      text::append_utf8(text::next_code_point(utf8), out);
    }
  }
  out += '"';
}

}  // namespace tw::io
