#include <set>

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "table/answer_state.h"

namespace tw::table {

struct Database::State {
  OwnedDatabase database;
  OwnedConnection connection;
};

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(DatabaseOptions const& options) {
  auto state = std::make_unique<State>();
  TW_CHECK(open_engine(options, state->database, state->connection));
  return Database(std::move(state));
}

Status Database::execute(std::string const& sql) { return run(state_->connection.get(), sql); }

Status Database::add_view(std::string_view name, std::vector<Path> const& files,
                          Schema const& schema) {
  std::vector<std::string> columns;
  if (files.empty()) {
    for (Column const& column : schema) {
      columns.push_back(
          fmt::format("NULL::{} AS {}", sql_type(column.type), sql_name(column.name)));
    }
    return execute(fmt::format("CREATE OR REPLACE VIEW {} AS SELECT {} WHERE false", sql_name(name),
                               fmt::join(columns, ", ")));
  }
  std::vector<std::string> quoted;
  for (Path const& file : files) quoted.push_back(sql_text(file.string()));
  std::string const source =
      fmt::format("read_parquet([{}], union_by_name=true)", fmt::join(quoted, ", "));

  std::set<std::string, std::less<>> present;
  TW_TRY(auto described, ask("SELECT column_name FROM (DESCRIBE SELECT * FROM " + source + ")"));
  while (true) {
    TW_TRY(auto const block, described.next());
    if (!block) break;
    for (std::size_t row = 0; row < block->rows(); ++row) present.emplace(block->text(row, 0));
  }
  for (Column const& column : schema) {
    columns.push_back(
        present.contains(column.name)
            ? sql_name(column.name)
            : fmt::format("NULL::{} AS {}", sql_type(column.type), sql_name(column.name)));
  }
  return execute(fmt::format("CREATE OR REPLACE VIEW {} AS SELECT {} FROM {}", sql_name(name),
                             fmt::join(columns, ", "), source));
}

Status Database::copy_to_parquet(std::string const& sql, Path const& file) {
  Path const part = file.string() + ".part";
  std::error_code ignored;
  auto copied = execute(fmt::format("COPY ({}) TO {} (FORMAT parquet, COMPRESSION zstd)", sql,
                                    sql_text(part.string())));
  if (!copied) {
    std::filesystem::remove(part, ignored);
    return copied;
  }
  std::error_code renaming;
  std::filesystem::rename(part, file, renaming);
  if (renaming) {
    std::filesystem::remove(part, ignored);
    return fail(ErrorKind::io_failure, file.string() + " cannot be written: " + renaming.message());
  }
  return {};
}

Result<std::int64_t> Database::count(std::string const& sql) const {
  TW_TRY(auto answer, ask(sql));
  TW_TRY(auto const block, answer.next());
  if (!block || block->rows() == 0 || block->is_null(0, 0)) return 0;
  return static_cast<std::int64_t>(block->wide(0, 0));
}

Status Database::lock_down(Path const& folder) {
  TW_CHECK(execute("SET allowed_directories = [" + sql_text(folder.string() + "/") + "]"));
  TW_CHECK(execute("SET enable_external_access = false"));
  return execute("SET lock_configuration = true");
}

void Database::interrupt() const { duckdb_interrupt(state_->connection.get()); }

Result<Answer> Database::ask(std::string const& sql) const {
  // A connection of its own: a streamed answer would block the next question on a shared one.
  auto answer = std::make_unique<Answer::State>();
  if (duckdb_connect(state_->database.get(), answer->connection.out()) == DuckDBError) {
    return fail(ErrorKind::io_failure, "The database engine does not accept a connection.");
  }
  TW_CHECK(start_answer(*answer, sql));
  return Answer(std::move(answer));
}

}  // namespace tw::table
