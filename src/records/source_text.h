/// A source file as text: its encoding, and where each character stood in the original bytes.
#pragma once

#include "tidewaiter/core.h"
#include "tidewaiter/io.h"
#include "tidewaiter/text.h"

namespace tw::records {

/// Encodings in which commas, quotes and line ends are single ASCII bytes are split as they are,
/// and only cells are decoded, so byte ranges are those of the source. UTF-16 is decoded whole and
/// ranges are mapped back.
class SourceText {
 public:
  /// `bytes` must outlive the object. An error for bytes that are no text.
  static Result<SourceText> of(std::string_view bytes, std::optional<text::Encoding> encoding,
                               std::string_view file_name);

  std::string_view text() const { return is_decoded_ ? std::string_view{decoded_} : raw_; }
  /// First byte of `text()` in the source: past a byte order mark.
  std::uint64_t base() const { return is_decoded_ ? 0 : base_; }
  text::Encoding encoding() const { return encoding_; }
  bool cells_need_decoding() const { return cells_need_decoding_; }
  /// The cell in UTF-8; `scratch` holds it when it had to be decoded.
  std::string_view cell(std::string_view raw, std::string& scratch) const;
  /// A range of `text()` (with base) as a range of the source's bytes.
  std::pair<std::uint64_t, std::uint64_t> original(io::Span span) const;

 private:
  std::uint64_t original_offset(std::uint64_t utf8_offset) const;

  std::string_view raw_;
  std::uint64_t base_ = 0;
  text::Encoding encoding_ = text::Encoding::utf_8;
  bool cells_need_decoding_ = false;
  bool is_decoded_ = false;
  std::string decoded_;
  std::vector<std::uint64_t> units_before_;  ///< UTF-16 units before each block of decoded_.
};

}  // namespace tw::records
