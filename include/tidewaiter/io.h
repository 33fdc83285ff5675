/// io: bytes of foreign files: reading, decompressing, splitting into records.
/// Answers where each record starts and ends in its source. Knows nothing of their meaning.
#pragma once

#include <filesystem>

#include "tidewaiter/core.h"
#include "tidewaiter/text.h"

namespace tw::io {

using Path = std::filesystem::path;

// --- Files ------------------------------------------------------------------------------------

/// A file mapped read-only into memory; moves, does not copy.
class MappedFile {
 public:
  /// Errors name the path and the cause: missing, a directory, no permission.
  static Result<MappedFile> open(Path const& path);
  MappedFile(MappedFile&&) noexcept;
  MappedFile& operator=(MappedFile&&) noexcept;
  ~MappedFile();
  std::string_view bytes() const;

 private:
  MappedFile() = default;
  char const* data_ = nullptr;
  std::size_t size_ = 0;
};

Result<std::string> read_file(Path const& path);
/// Written under a temporary name beside `path`, synced, renamed. A full disk leaves the old file.
Status write_file_atomically(Path const& path, std::string_view bytes);
/// Streams a copy and returns its SHA-256; the copy is synced, then renamed into place.
Result<std::string> copy_file_hashed(Path const& from, Path const& to, Job const& job);

enum class Compression { none, gzip, zstd, zip };
/// By magic bytes, never by the file's name.
Compression compression_of(std::string_view first_bytes);
/// The plain bytes, whole; `limit` bounds them (a bomb is an error). zip: its single member.
Result<std::string> decompressed(std::string_view bytes, std::uint64_t limit);

/// The plain bytes of a file: mapped when it is plain, decompressed when it is packed.
class SourceBytes {
 public:
  static Result<SourceBytes> open(Path const& path, std::uint64_t limit = std::uint64_t{16} << 30);
  std::string_view bytes() const;
  Compression compression() const { return compression_; }

 private:
  std::optional<MappedFile> mapped_;
  std::string unpacked_;
  Compression compression_ = Compression::none;
};

// --- CSV --------------------------------------------------------------------------------------

/// `"` quotes, doubled inside; `delimiter` is `,` `;` tab or `|`.
struct CsvDialect {
  char delimiter = ',';
  char quote = '"';
};
/// From the first records; the delimiter that gives the steadiest number of columns.
CsvDialect detect_dialect(std::string_view utf8_head);

/// Where a record lies in its source.
struct Span {
  std::uint64_t begin = 0;  ///< First byte.
  std::uint64_t end = 0;    ///< One past the last byte, line end included.
  std::uint64_t line = 0;   ///< Physical line on which the record starts, from 1.
};

/// One record: cells are views into the source or into the reader's scratch memory, and live
/// until the next call.
struct CsvRecord {
  Span span;
  std::vector<std::string_view> cells;
  bool broken_quote = false;  ///< A quote was never closed, or text follows a closing quote.
};

/// Reads records one by one from UTF-8 bytes. Blank lines are skipped. A quote that is not closed
/// within `kQuotedLinesMax` lines is taken as a plain character, so one stray quote cannot swallow
/// the rest of a file.
class CsvReader {
 public:
  static constexpr int kQuotedLinesMax = 100;

  /// `base` and `line` give the place of `utf8` in its source, for readers that start in the middle.
  CsvReader(std::string_view utf8, CsvDialect dialect, std::uint64_t base = 0,
            std::uint64_t line = 1);
  bool next(CsvRecord& record);

 private:
  std::string_view text_;
  CsvDialect dialect_;
  std::uint64_t base_;
  std::size_t at_ = 0;
  std::uint64_t line_;
  std::string scratch_;
};

/// Cuts UTF-8 bytes into parts of about `part_bytes` that begin and end at record boundaries, so
/// that parts can be read side by side. One sequential pass over the quotes.
std::vector<Span> csv_parts(std::string_view utf8, CsvDialect dialect, std::uint64_t part_bytes);

/// Appends one cell, quoted when needed.
void append_csv_cell(std::string_view cell, std::string& out);

// --- XML --------------------------------------------------------------------------------------

/// Attributes and text of one element, given when it ends. Document type declarations and
/// external entities are refused (`bad_input`).
struct XmlEvents {
  std::function<void(std::string_view name, std::vector<std::pair<std::string_view,
                     std::string_view>> const& attributes)> start;
  /// `text` is the element's own character data, trimmed.
  std::function<void(std::string_view name, std::string_view text)> end;
};
/// Streams through expat; memory is bounded by the deepest element. Errors name line and column.
Status read_xml(std::string_view bytes, XmlEvents const& events);

// --- JSON out ---------------------------------------------------------------------------------

/// Appends a JSON string literal with its quotes; invalid UTF-8 becomes U+FFFD.
void append_json_string(std::string_view utf8, std::string& out);

}  // namespace tw::io
