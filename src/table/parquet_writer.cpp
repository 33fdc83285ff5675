#include <condition_variable>
#include <deque>
#include <fcntl.h>
#include <mutex>
#include <thread>
#include <unistd.h>

#include "table/duck.h"

namespace tw::table {
namespace {

constexpr std::size_t kBlocksWaitingMax = 4;

/// Rows on their way from `write` to the engine, which pulls them from its own thread.
struct Queue {
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<Rows> blocks;
  bool complete = false;   ///< No more rows will come.
  bool abandoned = false;  ///< The writer is destroyed without `finish`.
  bool stopped = false;    ///< The engine takes no more rows.

  /// The next block; nullopt at the end.
  std::optional<Rows> pop() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return !blocks.empty() || complete || abandoned; });
    if (blocks.empty() || abandoned) return std::nullopt;
    Rows rows = std::move(blocks.front());
    blocks.pop_front();
    changed.notify_all();
    return rows;
  }
};

/// What the engine's callbacks work on.
struct Source {
  Schema schema;
  Queue queue;
  std::optional<Rows> current;
  std::size_t at = 0;
};

void bind(duckdb_bind_info info) {
  auto const* source = static_cast<Source*>(duckdb_bind_get_extra_info(info));
  for (Column const& column : source->schema) {
    OwnedType const type(logical_type(column.type));
    duckdb_bind_add_result_column(info, column.name.c_str(), type.get());
  }
}

void init(duckdb_init_info info) { duckdb_init_set_max_threads(info, 1); }

template <typename Number>
void fill_numbers(void* data, Rows const& rows, std::size_t column, std::size_t from,
                  std::size_t count) {
  auto* numbers = static_cast<Number*>(data);
  for (std::size_t i = 0; i < count; ++i) {
    if (!rows.is_null(from + i, column)) {
      numbers[i] = static_cast<Number>(rows.number(from + i, column));
    }
  }
}

void fill_column(duckdb_vector vector, Rows const& rows, std::size_t column, std::size_t from,
                 std::size_t count) {
  void* data = duckdb_vector_get_data(vector);
  duckdb_vector_ensure_validity_writable(vector);
  std::uint64_t* validity = duckdb_vector_get_validity(vector);
  for (std::size_t i = 0; i < count; ++i) {
    if (rows.is_null(from + i, column)) duckdb_validity_set_row_invalid(validity, i);
  }
  switch (rows.schema()[column].type) {
    case Type::text:
      for (std::size_t i = 0; i < count; ++i) {
        if (rows.is_null(from + i, column)) continue;
        std::string_view const text = rows.text(from + i, column);
        duckdb_vector_assign_string_element_len(vector, i, text.data(), text.size());
      }
      return;
    case Type::int32:
    case Type::date: return fill_numbers<std::int32_t>(data, rows, column, from, count);
    case Type::boolean: return fill_numbers<std::uint8_t>(data, rows, column, from, count);
    case Type::int64:
    case Type::uint64:
    case Type::float64:  // The bit pattern of a double.
    case Type::mass:
    case Type::money: return fill_numbers<std::int64_t>(data, rows, column, from, count);
  }
}

void produce(duckdb_function_info info, duckdb_data_chunk chunk) {
  auto* source = static_cast<Source*>(duckdb_function_get_extra_info(info));
  while (!source->current || source->at == source->current->count()) {
    source->current = source->queue.pop();
    source->at = 0;
    if (!source->current) {
      if (source->queue.abandoned) duckdb_function_set_error(info, "abandoned");
      duckdb_data_chunk_set_size(chunk, 0);
      return;
    }
  }
  std::size_t const count =
      std::min<std::size_t>(duckdb_vector_size(), source->current->count() - source->at);
  for (std::size_t column = 0; column < source->schema.size(); ++column) {
    fill_column(duckdb_data_chunk_get_vector(chunk, column), *source->current, column, source->at,
                count);
  }
  duckdb_data_chunk_set_size(chunk, count);
  source->at += count;
}

}  // namespace

struct ParquetWriter::State {
  Path file;
  Path part;  ///< The temporary name, in the same folder.
  Source source;
  OwnedDatabase database;
  OwnedConnection connection;
  std::uint64_t rows = 0;
  Status outcome;
  std::jthread engine;

  void close(bool abandon) {
    {
      std::lock_guard const lock(source.queue.mutex);
      source.queue.complete = true;
      source.queue.abandoned = source.queue.abandoned || abandon;
    }
    source.queue.changed.notify_all();
    if (engine.joinable()) engine.join();
  }
};

ParquetWriter::ParquetWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
ParquetWriter::ParquetWriter(ParquetWriter&&) noexcept = default;
ParquetWriter& ParquetWriter::operator=(ParquetWriter&&) noexcept = default;

ParquetWriter::~ParquetWriter() {
  if (!state_) return;
  state_->close(true);
  std::error_code ignored;
  std::filesystem::remove(state_->part, ignored);
}

Result<ParquetWriter> ParquetWriter::create(Path file, Schema schema) {
  auto state = std::make_unique<State>();
  state->part = file.string() + ".part";
  state->file = std::move(file);
  state->source.schema = std::move(schema);
  // One engine thread: the order of rows, and so the bytes, depend on nothing else.
  TW_CHECK(open_engine({.threads = 1, .memory_bytes = std::uint64_t{1} << 30}, state->database,
                       state->connection));
  OwnedFunction const function(duckdb_create_table_function());
  duckdb_table_function_set_name(function.get(), "tw_rows");
  duckdb_table_function_set_extra_info(function.get(), &state->source, nullptr);
  duckdb_table_function_set_bind(function.get(), bind);
  duckdb_table_function_set_init(function.get(), init);
  duckdb_table_function_set_function(function.get(), produce);
  ensure(duckdb_register_table_function(state->connection.get(), function.get()) == DuckDBSuccess,
         "the engine takes the row source");
  state->engine = std::jthread([raw = state.get()] {
    raw->outcome = run(raw->connection.get(), "COPY (SELECT * FROM tw_rows()) TO " +
                                                  sql_text(raw->part.string()) +
                                                  " (FORMAT parquet, COMPRESSION zstd)");
    std::lock_guard const lock(raw->source.queue.mutex);
    raw->source.queue.stopped = true;
    raw->source.queue.changed.notify_all();
  });
  return ParquetWriter(std::move(state));
}

Status ParquetWriter::write(Rows&& rows) {
  ensure(state_ != nullptr, "rows are written before the writer is finished");
  if (rows.count() == 0) return {};
  ensure(rows.schema().size() == state_->source.schema.size(), "rows have the writer's schema");
  Queue& queue = state_->source.queue;
  std::unique_lock lock(queue.mutex);
  queue.changed.wait(lock,
                     [&] { return queue.blocks.size() < kBlocksWaitingMax || queue.stopped; });
  if (queue.stopped) {
    lock.unlock();
    state_->close(true);
    return state_->outcome;
  }
  state_->rows += rows.count();
  queue.blocks.push_back(std::move(rows));
  queue.changed.notify_all();
  return {};
}

Result<std::uint64_t> ParquetWriter::finish() {
  ensure(state_ != nullptr, "a writer is finished once");
  state_->close(false);
  auto const state = std::move(state_);
  std::error_code ignored;
  if (!state->outcome) {
    std::filesystem::remove(state->part, ignored);
    return std::unexpected(state->outcome.error());
  }
  int const descriptor = ::open(state->part.c_str(), O_RDONLY | O_CLOEXEC);
  bool const synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  if (descriptor >= 0) ::close(descriptor);
  std::error_code renaming;
  if (synced) std::filesystem::rename(state->part, state->file, renaming);
  if (!synced || renaming) {
    std::filesystem::remove(state->part, ignored);
    return fail(ErrorKind::io_failure, state->file.string() + " cannot be written to disk.",
                "Check free space and permissions of the workspace.");
  }
  return state->rows;
}

Status write_parquet(Path const& file, Rows&& rows) {
  TW_TRY(auto writer, ParquetWriter::create(file, rows.schema()));
  TW_CHECK(writer.write(std::move(rows)));
  TW_CHECK(writer.finish());
  return {};
}

}  // namespace tw::table
