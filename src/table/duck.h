// Owners of DuckDB's C handles, and its errors as ours. Private to the table room.
#pragma once

#include <duckdb.h>

#include "tidewaiter/table.h"

namespace tw::table {

/// A handle that is given back when its owner goes.
template <typename Handle, void (*Destroy)(Handle*)>
class Owned {
 public:
  Owned() = default;
  explicit Owned(Handle handle) : handle_(handle) {}
  Owned(Owned&& other) noexcept : handle_(std::exchange(other.handle_, Handle{})) {}
  Owned& operator=(Owned&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Owned() {
    if (handle_) Destroy(&handle_);
  }
  Handle get() const { return handle_; }
  Handle* out() { return &handle_; }

 private:
  Handle handle_{};
};

using OwnedDatabase = Owned<duckdb_database, duckdb_close>;
using OwnedConnection = Owned<duckdb_connection, duckdb_disconnect>;
using OwnedConfig = Owned<duckdb_config, duckdb_destroy_config>;
using OwnedStatement = Owned<duckdb_prepared_statement, duckdb_destroy_prepare>;
using OwnedChunk = Owned<duckdb_data_chunk, duckdb_destroy_data_chunk>;
using OwnedType = Owned<duckdb_logical_type, duckdb_destroy_logical_type>;
using OwnedFunction = Owned<duckdb_table_function, duckdb_destroy_table_function>;

/// A result, which is a struct and not a handle.
class OwnedResult {
 public:
  OwnedResult() = default;
  OwnedResult(OwnedResult&& other) noexcept
      : result_(std::exchange(other.result_, duckdb_result{})),
        filled_(std::exchange(other.filled_, false)) {}
  OwnedResult& operator=(OwnedResult&& other) noexcept {
    std::swap(result_, other.result_);
    std::swap(filled_, other.filled_);
    return *this;
  }
  ~OwnedResult() {
    if (filled_) duckdb_destroy_result(&result_);
  }
  duckdb_result* out() {
    filled_ = true;
    return &result_;
  }
  duckdb_result& get() { return result_; }

 private:
  duckdb_result result_{};
  bool filled_ = false;
};

/// DuckDB's message as an Error of the kind that fits it.
Error engine_error(char const* message);
/// An in-memory database with the options applied.
Status open_engine(DatabaseOptions const& options, OwnedDatabase& database,
                   OwnedConnection& connection);
Status run(duckdb_connection connection, std::string const& sql);
duckdb_logical_type logical_type(Type type);

}  // namespace tw::table
