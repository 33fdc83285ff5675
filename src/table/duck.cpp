#include "table/duck.h"

#include <fmt/core.h>

namespace tw::table {

Error engine_error(char const* message) {
  std::string text = message == nullptr ? "The database engine gave no reason." : message;
  auto const has = [&](std::string_view words) { return text.find(words) != std::string::npos; };
  if (has("INTERRUPT") || has("nterrupted")) {
    return {ErrorKind::interrupted, "Interrupted before the query was done.", ""};
  }
  if (has("No space left on device")) {
    return {ErrorKind::io_failure, "The disk is full: " + text,
            "Free some space and run the command again; the workspace is as it was before."};
  }
  if (has("Out of Memory")) {
    return {ErrorKind::io_failure, "The memory limit was reached: " + text,
            "Raise it with --memory, for instance --memory 4G."};
  }
  if (has("IO Error") || has("Permission Error")) return {ErrorKind::io_failure, text, ""};
  return {ErrorKind::wrong_use, text, ""};
}

Status run(duckdb_connection connection, std::string const& sql) {
  OwnedResult result;
  if (duckdb_query(connection, sql.c_str(), result.out()) == DuckDBError) {
    return std::unexpected(engine_error(duckdb_result_error(&result.get())));
  }
  return {};
}

Status open_engine(DatabaseOptions const& options, OwnedDatabase& database,
                   OwnedConnection& connection) {
  OwnedConfig config;
  ensure(duckdb_create_config(config.out()) == DuckDBSuccess, "DuckDB gives a configuration");
  auto const set = [&](char const* name, std::string const& value) {
    ensure(duckdb_set_config(config.get(), name, value.c_str()) == DuckDBSuccess,
           "DuckDB knows the setting");
  };
  set("threads", std::to_string(std::max(1U, options.threads)));
  set("memory_limit", fmt::format("{}MB", std::max<std::uint64_t>(64, options.memory_bytes >> 20)));
  set("temp_directory", options.spill_folder.string());
  // Nothing is fetched from anywhere: the program works offline and so does its engine.
  set("autoinstall_known_extensions", "false");
  set("autoload_known_extensions", "false");
  char* message = nullptr;
  if (duckdb_open_ext(nullptr, database.out(), config.get(), &message) == DuckDBError) {
    Error error = engine_error(message);
    duckdb_free(message);
    return std::unexpected(std::move(error));
  }
  if (duckdb_connect(database.get(), connection.out()) == DuckDBError) {
    return fail(ErrorKind::io_failure, "The database engine does not accept a connection.");
  }
  return {};
}

duckdb_logical_type logical_type(Type type) {
  switch (type) {
    case Type::text: return duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR);
    case Type::int32: return duckdb_create_logical_type(DUCKDB_TYPE_INTEGER);
    case Type::int64: return duckdb_create_logical_type(DUCKDB_TYPE_BIGINT);
    case Type::uint64: return duckdb_create_logical_type(DUCKDB_TYPE_UBIGINT);
    case Type::float64: return duckdb_create_logical_type(DUCKDB_TYPE_DOUBLE);
    case Type::boolean: return duckdb_create_logical_type(DUCKDB_TYPE_BOOLEAN);
    case Type::date: return duckdb_create_logical_type(DUCKDB_TYPE_DATE);
    case Type::mass: return duckdb_create_decimal_type(18, Mass::kScale);
    case Type::money: return duckdb_create_decimal_type(18, Money::kScale);
  }
  ensure(false, "every column type has a logical type");
  return nullptr;
}

std::string sql_text(std::string_view value) {
  std::string quoted = "'";
  for (char const c : value) {
    if (c == '\0') continue;  // Would end the statement early.
    if (c == '\'') quoted += '\'';
    quoted += c;
  }
  return quoted += '\'';
}

std::string sql_name(std::string_view name) {
  std::string quoted = "\"";
  for (char const c : name) {
    if (c == '\0') continue;
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted += '"';
}

std::string engine_version() { return duckdb_library_version(); }

}  // namespace tw::table
