/// table: columns on disk and questions in SQL. The one adapter over DuckDB's C API.
/// Tables are Parquet files that never change once written; a Database sees them through views.
#pragma once

#include <filesystem>

#include "tidewaiter/core.h"

namespace tw::table {

using Path = std::filesystem::path;

enum class Type : std::uint8_t { text, int32, int64, uint64, float64, boolean, date, mass, money };
/// `mass` is DECIMAL(18,6) and serves quantities too; `money` is DECIMAL(18,4).
std::string_view sql_type(Type type);

struct Column {
  std::string name;
  Type type = Type::text;
};
using Schema = std::vector<Column>;

// --- Writing ----------------------------------------------------------------------------------

/// Rows in columns, in memory, on their way to disk. Append the cells of a row in any order, then
/// call `end_row`; a column left out is NULL in that row.
class Rows {
 public:
  explicit Rows(Schema schema);

  void set(std::size_t column, std::string_view value);  ///< text
  /// Without this a literal would turn into a truth value.
  void set(std::size_t column, char const* value) { set(column, std::string_view(value)); }
  void set(std::size_t column, std::int64_t value);  ///< integers, and decimals in units
  void set(std::size_t column, double value);        ///< float64
  void set(std::size_t column, bool value);          ///< boolean
  void set(std::size_t column, Date value);          ///< date
  void end_row();

  std::size_t count() const { return count_; }
  Schema const& schema() const { return schema_; }
  /// Appends all rows of `other`, which has the same schema.
  void append(Rows const& other);
  void clear();

  /// For readers of the buffer: NULL, number, text of a cell.
  bool is_null(std::size_t row, std::size_t column) const;
  std::int64_t number(std::size_t row, std::size_t column) const;
  double real(std::size_t row, std::size_t column) const;
  std::string_view text(std::size_t row, std::size_t column) const;

 private:
  struct Buffer {
    std::vector<std::int64_t> numbers;   ///< Value, bit pattern of a double, or text offset.
    std::vector<std::uint32_t> lengths;  ///< Of texts only.
    std::vector<bool> valid;
    std::string bytes;
  };
  void pad(Buffer& buffer) const;
  Schema schema_;
  std::vector<Buffer> buffers_;
  std::size_t count_ = 0;
};

/// Writes one Parquet file, streaming: memory is bounded by a few blocks of rows. The bytes depend
/// only on the rows. The file appears under its name when `finish` succeeds, or not at all.
class ParquetWriter {
 public:
  static Result<ParquetWriter> create(Path file, Schema schema);
  ParquetWriter(ParquetWriter&&) noexcept;
  ParquetWriter& operator=(ParquetWriter&&) noexcept;
  ~ParquetWriter();  ///< Removes the unfinished file.

  Status write(Rows&& rows);
  Result<std::uint64_t> finish();  ///< The number of rows written.

 private:
  struct State;
  explicit ParquetWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};
/// The same for rows that are all in memory.
Status write_parquet(Path const& file, Rows&& rows);

// --- Asking -----------------------------------------------------------------------------------

/// A block of result rows. Views live until the next block is taken.
class Block {
 public:
  struct State;
  std::size_t rows() const;
  std::size_t columns() const;
  bool is_null(std::size_t row, std::size_t column) const;
  std::string_view text(std::size_t row, std::size_t column) const;  ///< VARCHAR only
  std::int64_t number(std::size_t row, std::size_t column) const;  ///< integers; decimals in units
  Int128 wide(std::size_t row, std::size_t column) const;          ///< the same, up to 38 digits
  double real(std::size_t row, std::size_t column) const;          ///< float or double
  bool boolean(std::size_t row, std::size_t column) const;
  Date date(std::size_t row, std::size_t column) const;
  /// Any scalar as text: decimals without trailing zeros, dates ISO; nullopt for NULL. Lists are
  /// read by casting them to VARCHAR or JSON in the query.
  std::optional<std::string> printed(std::size_t row, std::size_t column) const;

 private:
  friend class Answer;
  std::shared_ptr<State> state_;
};

/// The answer to a query, streamed block by block.
class Answer {
 public:
  struct State;
  explicit Answer(std::unique_ptr<State> state);
  Answer(Answer&&) noexcept;
  Answer& operator=(Answer&&) noexcept;
  ~Answer();
  std::vector<std::string> const& names() const;
  /// True when the column holds numbers (for right alignment and bare JSON values).
  bool is_numeric(std::size_t column) const;
  bool is_boolean(std::size_t column) const;
  /// True for float and double, which have no exact digits.
  bool is_real(std::size_t column) const;
  /// The next block, or nullopt at the end.
  Result<std::optional<Block>> next();

 private:
  std::unique_ptr<State> state_;
};

struct DatabaseOptions {
  unsigned threads = 1;
  std::uint64_t memory_bytes = std::uint64_t{2} << 30;
  Path spill_folder = {};  ///< Where sorts and joins spill; empty: they must fit in memory.
};

/// An in-memory database whose tables are views over Parquet files.
class Database {
 public:
  static Result<Database> open(DatabaseOptions const& options);
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  /// A view `name` over the files; columns of `schema` that a file lacks are NULL in its rows. No
  /// files: an empty table of that schema.
  Status add_view(std::string_view name, std::vector<Path> const& files, Schema const& schema);
  Status execute(std::string const& sql);
  Result<Answer> ask(std::string const& sql) const;
  /// `sql` written to a Parquet file, rows in the order of the query, under its name when done.
  Status copy_to_parquet(std::string const& sql, Path const& file);
  /// The single number of a one-cell answer, 0 for NULL.
  Result<std::int64_t> count(std::string const& sql) const;
  /// From now on: no file but those below `folder`, no settings, no attaching.
  Status lock_down(Path const& folder);
  /// Stops the running query from another thread.
  void interrupt() const;

 private:
  struct State;
  explicit Database(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// 'it''s' : a SQL string literal; "a b" : a SQL identifier.
std::string sql_text(std::string_view value);
std::string sql_name(std::string_view name);
/// DuckDB's version, for manifests and `--version`.
std::string engine_version();

}  // namespace tw::table
