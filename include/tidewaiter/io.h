/// io: bytes of foreign files: reading, decompressing, splitting into records.
/// Answers where each record starts and ends in its source. Knows nothing of their meaning.
#pragma once

#include <filesystem>

#include "tidewaiter/core.h"
#include "tidewaiter/text.h"

namespace tw::io {

using Path = std::filesystem::path;

// --- Files ------------------------------------------------------------------------------------

/// A file mapped read-only into memory; moves, does not copy. A file that another program cuts
/// short while it is mapped stops us with SIGBUS; files of the vault are never changed.
class MappedFile {
 public:
  /// Errors name the path and the cause: missing, a directory, no permission.
  static Result<MappedFile> open(Path const& path);
  MappedFile(MappedFile&&) noexcept;
  MappedFile& operator=(MappedFile&&) noexcept;
  ~MappedFile();
  std::string_view bytes() const;

 private:
  friend class SourceBytes;
  static Result<MappedFile> map(int descriptor, std::size_t size, Path const& path);
  MappedFile() = default;
  char const* data_ = nullptr;
  std::size_t size_ = 0;
};

Result<std::string> read_file(Path const& path);
/// Written under a temporary name beside `path`, synced, renamed. A full disk leaves the old file.
Status write_file_atomically(Path const& path, std::string_view bytes);
/// Adds the bytes at the end of the file, made when missing, and syncs them: for logs that only
/// grow. Other writers' bytes are never split when each call's bytes are short lines.
Status append_to_file(Path const& path, std::string_view bytes);
/// Streams a copy and returns its SHA-256; the copy is synced, then renamed into place.
Result<std::string> copy_file_hashed(Path const& from, Path const& to, Job const& job);

enum class Compression { none, gzip, zstd, zip };
/// By magic bytes, never by the file's name.
Compression compression_of(std::string_view first_bytes);
/// The plain bytes, whole; `limit` bounds them (a bomb is an error). zip: its single member.
/// Bytes that are not packed come back as they are.
Result<std::string> decompressed(std::string_view bytes, std::uint64_t limit);

struct ZipMember {
  std::string name;
  std::uint64_t size = 0;  ///< Unpacked, as the archive claims.
};
/// The files of a zip archive, without folders; for archives of several files and for XLSX.
Result<std::vector<ZipMember>> zip_members(std::string_view bytes);
Result<std::string> zip_member(std::string_view bytes, std::string_view name, std::uint64_t limit);

/// The same, piece by piece, for what is too large for memory; an error of `sink` ends it.
using ByteSink = std::function<Status(std::string_view piece)>;
Status decompress(std::string_view bytes, std::uint64_t limit, ByteSink const& sink);

/// The plain bytes of a file: mapped when it is plain, decompressed when it is packed. With a
/// `scratch` folder the unpacked bytes go to a file there that has no name and vanishes with us;
/// without one they are held in memory.
class SourceBytes {
 public:
  static constexpr std::uint64_t kLimit = std::uint64_t{16} << 30;

  static Result<SourceBytes> open(Path const& path, std::uint64_t limit = kLimit,
                                  Path const& scratch = {});
  std::string_view bytes() const;
  Compression compression() const { return compression_; }

 private:
  std::optional<MappedFile> mapped_;
  std::string unpacked_;
  Compression compression_ = Compression::none;
};

// --- CSV --------------------------------------------------------------------------------------

/// `"` quotes, doubled inside; `delimiter` is `,` `;` tab or `|`. Bytes are taken as they are, so
/// any encoding that keeps ASCII in its place will do: UTF-8, windows-125x, KOI8-R, and also
/// GB18030, Big5 and Shift-JIS as long as `|` is not the delimiter (it may be half a character
/// there). UTF-16 has to be converted first.
struct CsvDialect {
  char delimiter = ',';
  char quote = '"';      ///< '\0' for files in which a quote is a plain character.
  bool cr_only = false;  ///< Lines end in a lone CR; otherwise in LF, with or without CRs before.

  bool operator==(CsvDialect const&) const = default;
};
/// From the first records (256 KiB are enough): the delimiter that gives the steadiest number of
/// columns. Title rows above the header do no harm.
CsvDialect detect_dialect(std::string_view head);

/// Where a record lies in its source.
struct Span {
  std::uint64_t begin = 0;  ///< First byte.
  std::uint64_t end = 0;    ///< One past the last byte, line end included.
  std::uint64_t line = 0;   ///< Physical line on which the record starts, from 1.

  bool operator==(Span const&) const = default;
};

/// One record: cells are views into the source or into the reader's scratch memory, and live
/// until the next call.
struct CsvRecord {
  Span span;
  std::vector<std::string_view> cells;
  bool broken_quote = false;  ///< A quote was never closed, or one inside was not doubled.
};

/// Reads records one by one. Blank lines, a UTF-8 byte order mark at byte 0 and a final Ctrl-Z are
/// skipped. Quotes that break the rules are read as the writer most likely meant them, and the
/// record is marked: a quote inside a quoted cell that is not doubled is a plain character; an
/// opening quote that is not closed on its line, or within `kQuotedLinesMax` lines without a lone
/// quote in between, is a plain character too. So one stray quote cannot swallow the rest of a file
/// (docs/methods/text.md). At least 1 GB/s on unquoted data.
class CsvReader {
 public:
  /// Cells of more than a hundred lines stand in a real sanctions list.
  static constexpr int kQuotedLinesMax = 1000;

  /// `base` and `line` give the place of `bytes` in its source, for readers that start in the
  /// middle; `bytes` outlives the reader.
  CsvReader(std::string_view bytes, CsvDialect dialect, std::uint64_t base = 0,
            std::uint64_t line = 1);
  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) noexcept;
  ~CsvReader();
  bool next(CsvRecord& record);

 private:
  struct State;

  std::string_view text_;
  CsvDialect dialect_;
  std::uint64_t base_;
  std::size_t at_ = 0;
  std::uint64_t line_;
  std::unique_ptr<State> state_;
};

/// Cuts the bytes of a whole file into parts of at least `part_bytes` that begin and end at record
/// boundaries, so that parts can be read side by side and give the records that the whole gives.
/// One sequential pass over the quotes; as fast as memchr where there are none.
std::vector<Span> csv_parts(std::string_view bytes, CsvDialect dialect, std::uint64_t part_bytes);
/// Physical line ends.
std::uint64_t line_ends(std::string_view bytes, CsvDialect dialect = {});

/// Appends one cell, quoted when needed.
void append_csv_cell(std::string_view cell, std::string& out);
/// Appends cells and a line end, such that CsvReader gives the cells back.
void append_csv_record(std::span<std::string_view const> cells, std::string& out,
                       char delimiter = ',');

// --- XML --------------------------------------------------------------------------------------

inline constexpr std::size_t kXmlDepthMax = 256;
inline constexpr std::size_t kXmlTextMax = std::size_t{64} << 20;

/// Called when an element starts and ends; either may be left empty. Names are as written, with
/// their prefixes. Document type declarations, and so entities of one's own, are refused
/// (`bad_input`), as are elements nested deeper than kXmlDepthMax or with more text than
/// kXmlTextMax bytes. The callbacks must not throw.
struct XmlEvents {
  std::function<void(std::string_view name,
                     std::vector<std::pair<std::string_view, std::string_view>> const& attributes)>
      start;
  /// `text` is the element's own character data, trimmed.
  std::function<void(std::string_view name, std::string_view text)> end;
};
/// Streams through expat; memory is bounded by the deepest element. Errors name line and column.
Status read_xml(std::string_view bytes, XmlEvents const& events);

// --- TOML -------------------------------------------------------------------------------------

/// The line, from 1, of the first character beyond ASCII that stands outside of strings and
/// comments, which TOML does not allow; nullopt when there is none. toml++ 3.3 runs into undefined
/// behaviour on such characters, so a user's TOML is looked at before it reaches the library.
std::optional<std::size_t> line_of_bare_unicode(std::string_view toml);

// --- JSON out ---------------------------------------------------------------------------------

/// Appends a JSON string literal with its quotes; invalid UTF-8 becomes U+FFFD.
void append_json_string(std::string_view utf8, std::string& out);

}  // namespace tw::io
