#include <fmt/core.h>

#include "tidewaiter/evidence.h"
#include "tidewaiter/io.h"

namespace tw::evidence {

std::string Citation::id() const {
  return fmt::format("{}:{}-{}", sha256.substr(0, 32), byte_begin, byte_end);
}

Result<RowName> parse_row_name(std::string_view text) {
  // The last mark counts: file names may hold colons. A workbook's row is "file.xlsx#Sheet:ROW".
  auto const colon = text.rfind(':');
  RowName name;
  if (colon != std::string_view::npos && colon > 0) {
    name.file = std::string(text.substr(0, colon));
    auto const digits = text.substr(colon + 1);
    auto const [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), name.line);
    if (error == std::errc{} && end == digits.data() + digits.size() && name.line > 0) return name;
  }
  return fail(ErrorKind::wrong_use, fmt::format("\"{}\" is not the name of a row.", text),
              "Rows are named FILE:LINE, for instance ru_imports_2022.csv:17.");
}

Result<std::string> cited_bytes(std::filesystem::path const& vault_file, Citation const& citation) {
  TW_TRY(auto const source, io::SourceBytes::open(vault_file));
  if (citation.byte_end > source.bytes().size() || citation.byte_begin > citation.byte_end) {
    return fail(ErrorKind::bad_input,
                fmt::format("{} has no bytes {} to {}.", citation.file, citation.byte_begin,
                            citation.byte_end),
                "The vault was changed after the file was added; restore it from a copy.");
  }
  return std::string(
      source.bytes().substr(citation.byte_begin, citation.byte_end - citation.byte_begin));
}

Status verify_source(std::filesystem::path const& vault_file, std::string_view sha256) {
  TW_TRY(auto const file, io::MappedFile::open(vault_file));
  if (sha256_hex(file.bytes()) == sha256) return {};
  return fail(ErrorKind::bad_input,
              fmt::format("{} is no longer the file that was added.", vault_file.string()),
              "The vault was changed; restore the file from a copy with the same SHA-256.");
}

}  // namespace tw::evidence
