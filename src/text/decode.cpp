#include "text/letter_models.h"
#include "text/multi_byte.h"
#include "text/utf8.h"

namespace tw::text {

namespace {

constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";

struct Decoded {
  std::string utf8;
  std::size_t undecodable = 0;

  void bad_byte() {
    utf8 += kReplacementUtf8;
    ++undecodable;
  }
};

void decode_utf8(std::string_view bytes, Decoded& out) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  out.utf8.reserve(bytes.size());
  auto const* at = utf8::begin_of(bytes);
  auto const* const end = utf8::end_of(bytes);
  while (at < end) {
    auto const* const good = at;
    std::size_t length = 1;
    while (at < end && (length = utf8::sequence_length(at, end)) != 0) at += length;
    out.utf8.append(reinterpret_cast<char const*>(good), static_cast<std::size_t>(at - good));
    if (at < end) {
      out.bad_byte();
      ++at;
    }
  }
}

void decode_utf16(std::string_view bytes, bool is_big_endian, Decoded& out) {
  out.utf8.reserve(bytes.size());
  auto const unit_at = [&](std::size_t i) {
    auto const first = static_cast<unsigned char>(bytes[i]);
    auto const second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(is_big_endian ? first << 8 | second : second << 8 | first);
  };
  std::size_t i = 0;
  if (bytes.size() >= 2 && unit_at(0) == 0xFEFF) i = 2;
  for (; i + 1 < bytes.size(); i += 2) {
    auto const unit = unit_at(i);
    bool const is_high = unit >= 0xD800 && unit <= 0xDBFF;
    bool const is_low = unit >= 0xDC00 && unit <= 0xDFFF;
    char32_t const next = is_high && i + 3 < bytes.size() ? unit_at(i + 2) : 0;
    if (is_high && next >= 0xDC00 && next <= 0xDFFF) {
      append_utf8(0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00), out.utf8);
      i += 2;
    } else if (is_high || is_low) {
      out.bad_byte();
    } else {
      append_utf8(unit, out.utf8);
    }
  }
  if (i < bytes.size()) out.bad_byte();
}

void decode_single_byte(std::string_view bytes, std::uint16_t const* upper, Decoded& out) {
  out.utf8.reserve(bytes.size() * 2);
  for (char const c : bytes) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out.utf8 += c;
    } else if (auto const code_point = upper[byte - 0x80]; code_point != 0) {
      append_utf8(code_point, out.utf8);
    } else {
      out.bad_byte();
    }
  }
}

void decode_multi_byte(std::string_view bytes, Encoding encoding, Decoded& out) {
  MultiByteConverter converter("UTF-8", iconv_name(encoding));
  while (!bytes.empty()) {
    bool const is_high = (bytes.front() & 0x80) != 0;
    if (converter.is_open()) {
      bytes = converter.convert(bytes, out.utf8);
      converter.finish(out.utf8);
    } else if (!is_high) {
      out.utf8 += bytes.front();
      bytes.remove_prefix(1);
      continue;
    }
    if (bytes.empty()) break;
    out.bad_byte();
    bytes.remove_prefix(1);
  }
}

}  // namespace

std::string to_utf8(std::string_view bytes, Encoding encoding, std::size_t* undecodable) {
  Decoded out;
  switch (encoding) {
    case Encoding::utf_8: decode_utf8(bytes, out); break;
    case Encoding::utf_16_le: decode_utf16(bytes, false, out); break;
    case Encoding::utf_16_be: decode_utf16(bytes, true, out); break;
    case Encoding::windows_1251:
    case Encoding::windows_1252:
    case Encoding::windows_1254:
    case Encoding::windows_1256:
    case Encoding::koi8_r: decode_single_byte(bytes, tables::upper_half(encoding), out); break;
    case Encoding::gb18030:
    case Encoding::big5:
    case Encoding::shift_jis: decode_multi_byte(bytes, encoding, out); break;
  }
  if (undecodable != nullptr) *undecodable = out.undecodable;
  return std::move(out.utf8);
}

}  // namespace tw::text
