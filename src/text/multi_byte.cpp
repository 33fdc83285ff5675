#include "text/multi_byte.h"

#include <cerrno>

namespace tw::text {

namespace {

constexpr std::size_t kBufferBytes = 16384;
constexpr auto kFailed = static_cast<std::size_t>(-1);

}  // namespace

char const* iconv_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::gb18030: return "GB18030";
    case Encoding::big5: return "BIG5-HKSCS";
    case Encoding::shift_jis: return "CP932";
    default: defect("only multi-byte encodings go through iconv", std::source_location::current());
  }
}

std::string_view MultiByteConverter::convert(std::string_view bytes, std::string& out) {
  std::array<char, kBufferBytes> buffer;
  auto* in = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  bool is_stuck = false;
  while (left > 0 && !is_stuck) {
    char* write = buffer.data();
    std::size_t room = buffer.size();
    is_stuck = iconv(handle_, &in, &left, &write, &room) == kFailed && errno != E2BIG;
    out.append(buffer.data(), buffer.size() - room);
  }
  return bytes.substr(bytes.size() - left);
}

void MultiByteConverter::finish(std::string& out) {
  std::array<char, 64> buffer;
  char* write = buffer.data();
  std::size_t room = buffer.size();
  iconv(handle_, nullptr, nullptr, &write, &room);
  out.append(buffer.data(), buffer.size() - room);
}

}  // namespace tw::text
