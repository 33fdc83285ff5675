#include "records/source_text.h"

#include <algorithm>

#include <fmt/core.h>

namespace tw::records {
namespace {

constexpr std::size_t kHeadBytes = 64 * 1024;
constexpr std::size_t kOffsetBlock = 64 * 1024;

bool is_utf16(text::Encoding encoding) {
  return encoding == text::Encoding::utf_16_le || encoding == text::Encoding::utf_16_be;
}

/// UTF-16 units of the code points that start in `utf8`.
std::uint64_t utf16_units(std::string_view utf8) {
  std::uint64_t units = 0;
  for (char const c : utf8) {
    auto const byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

bool is_ascii(std::string_view s) {
  return std::ranges::all_of(s, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

Result<SourceText> SourceText::of(std::string_view bytes, std::optional<text::Encoding> encoding,
                                  std::string_view file_name) {
  auto const head = bytes.substr(0, kHeadBytes);
  if (text::trimmed(head).empty()) {
    return fail(ErrorKind::bad_input, fmt::format("{} is empty.", file_name),
                "Give a file with a header line and rows.");
  }
  SourceText source;
  source.encoding_ = encoding ? *encoding : text::guess_encoding(head).encoding;
  bool const wide = is_utf16(source.encoding_);
  if (!wide && head.find('\0') != std::string_view::npos) {
    return fail(
        ErrorKind::bad_input, fmt::format("{} is not a text file.", file_name),
        "Customs records are read from CSV, TSV and similar text, plain or packed with gzip, "
        "zstd or zip. Save a workbook as CSV first.");
  }
  if (wide) {
    source.is_decoded_ = true;
    source.base_ = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ? 2 : 0;
    source.decoded_ = text::to_utf8(bytes, source.encoding_);
    std::uint64_t units = 0;
    for (std::size_t at = 0; at < source.decoded_.size(); at += kOffsetBlock) {
      source.units_before_.push_back(units);
      units += utf16_units(std::string_view{source.decoded_}.substr(at, kOffsetBlock));
    }
    return source;
  }
  source.base_ = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  source.raw_ = bytes.substr(source.base_);
  source.cells_need_decoding_ = source.encoding_ != text::Encoding::utf_8;
  return source;
}

std::string_view SourceText::cell(std::string_view raw, std::string& scratch) const {
  if (is_ascii(raw)) return raw;
  if (cells_need_decoding_) {
    scratch = text::to_utf8(raw, encoding_);
    return scratch;
  }
  if (text::is_valid_utf8(raw)) return raw;
  scratch = text::repaired_utf8(raw);
  return scratch;
}

std::uint64_t SourceText::original_offset(std::uint64_t utf8_offset) const {
  if (units_before_.empty()) return base_;
  auto const block = std::min<std::size_t>(utf8_offset / kOffsetBlock, units_before_.size() - 1);
  auto const begin = block * kOffsetBlock;
  auto const inside = std::string_view{decoded_}.substr(begin, utf8_offset - begin);
  return base_ + 2 * (units_before_[block] + utf16_units(inside));
}

std::pair<std::uint64_t, std::uint64_t> SourceText::original(io::Span span) const {
  if (!is_decoded_) return {span.begin, span.end};
  return {original_offset(span.begin), original_offset(span.end)};
}

}  // namespace tw::records
