#include <fmt/core.h>

#include "table/answer_state.h"

namespace tw::table {
namespace {

bool is_readable(duckdb_type type) {
  switch (type) {
    case DUCKDB_TYPE_VARCHAR:
    case DUCKDB_TYPE_BOOLEAN:
    case DUCKDB_TYPE_TINYINT:
    case DUCKDB_TYPE_SMALLINT:
    case DUCKDB_TYPE_INTEGER:
    case DUCKDB_TYPE_BIGINT:
    case DUCKDB_TYPE_UTINYINT:
    case DUCKDB_TYPE_USMALLINT:
    case DUCKDB_TYPE_UINTEGER:
    case DUCKDB_TYPE_UBIGINT:
    case DUCKDB_TYPE_HUGEINT:
    case DUCKDB_TYPE_FLOAT:
    case DUCKDB_TYPE_DOUBLE:
    case DUCKDB_TYPE_DATE:
    case DUCKDB_TYPE_DECIMAL: return true;
    default: return false;
  }
}

Status prepare(Answer::State& answer, std::string const& sql) {
  answer.statement = OwnedStatement();
  if (duckdb_prepare(answer.connection.get(), sql.c_str(), answer.statement.out()) == DuckDBError) {
    return std::unexpected(engine_error(duckdb_prepare_error(answer.statement.get())));
  }
  return {};
}

/// `sql` with the columns that we cannot read cast to text, or nullopt when there are none.
std::optional<std::string> with_readable_columns(duckdb_prepared_statement statement,
                                                 std::string const& sql) {
  idx_t const columns = duckdb_prepared_statement_column_count(statement);
  std::string list;
  bool all_readable = true;
  for (idx_t i = 0; i < columns; ++i) {
    char const* name = duckdb_prepared_statement_column_name(statement, i);
    std::string const quoted = sql_name(name == nullptr ? "" : name);
    duckdb_free(const_cast<char*>(name));
    bool const readable = is_readable(duckdb_prepared_statement_column_type(statement, i));
    all_readable = all_readable && readable;
    list += i == 0 ? "" : ", ";
    list += readable ? quoted : fmt::format("CAST({} AS VARCHAR) AS {}", quoted, quoted);
  }
  if (all_readable) return std::nullopt;
  return fmt::format("SELECT {} FROM ({})", list,
                     sql.substr(0, sql.find_last_not_of("; \n\t") + 1));
}

CellForm cell_form(duckdb_result& result, idx_t column) {
  CellForm form;
  form.type = duckdb_column_type(&result, column);
  form.physical = form.type;
  if (form.type == DUCKDB_TYPE_DECIMAL) {
    OwnedType const logical(duckdb_column_logical_type(&result, column));
    form.physical = duckdb_decimal_internal_type(logical.get());
    form.scale = duckdb_decimal_scale(logical.get());
  }
  return form;
}

template <typename Number>
Number cell(void* data, std::size_t row) {
  return static_cast<Number*>(data)[row];
}

Int128 integer_cell(duckdb_type physical, void* data, std::size_t row) {
  switch (physical) {
    case DUCKDB_TYPE_BOOLEAN:
    case DUCKDB_TYPE_UTINYINT: return cell<std::uint8_t>(data, row);
    case DUCKDB_TYPE_TINYINT: return cell<std::int8_t>(data, row);
    case DUCKDB_TYPE_SMALLINT: return cell<std::int16_t>(data, row);
    case DUCKDB_TYPE_USMALLINT: return cell<std::uint16_t>(data, row);
    case DUCKDB_TYPE_INTEGER:
    case DUCKDB_TYPE_DATE: return cell<std::int32_t>(data, row);
    case DUCKDB_TYPE_UINTEGER: return cell<std::uint32_t>(data, row);
    case DUCKDB_TYPE_BIGINT: return cell<std::int64_t>(data, row);
    case DUCKDB_TYPE_UBIGINT: return cell<std::uint64_t>(data, row);
    case DUCKDB_TYPE_HUGEINT: {
      auto const value = cell<duckdb_hugeint>(data, row);
      return static_cast<Int128>((static_cast<unsigned __int128>(value.upper) << 64) | value.lower);
    }
    default: break;
  }
  ensure(false, "the column holds integers");
  return 0;
}

}  // namespace

Status start_answer(Answer::State& answer, std::string const& sql) {
  TW_CHECK(prepare(answer, sql));
  if (auto const readable = with_readable_columns(answer.statement.get(), sql)) {
    TW_CHECK(prepare(answer, *readable));
  }
  if (duckdb_execute_prepared_streaming(answer.statement.get(), answer.result.out()) ==
      DuckDBError) {
    return std::unexpected(engine_error(duckdb_result_error(&answer.result.get())));
  }
  idx_t const columns = duckdb_column_count(&answer.result.get());
  for (idx_t i = 0; i < columns; ++i) {
    answer.names.emplace_back(duckdb_column_name(&answer.result.get(), i));
    answer.forms->push_back(cell_form(answer.result.get(), i));
  }
  return {};
}

Answer::Answer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Answer::Answer(Answer&&) noexcept = default;
Answer& Answer::operator=(Answer&&) noexcept = default;
Answer::~Answer() = default;

std::vector<std::string> const& Answer::names() const { return state_->names; }

bool Answer::is_numeric(std::size_t column) const {
  duckdb_type const type = (*state_->forms)[column].type;
  return type != DUCKDB_TYPE_VARCHAR && type != DUCKDB_TYPE_DATE && type != DUCKDB_TYPE_BOOLEAN;
}

bool Answer::is_real(std::size_t column) const {
  duckdb_type const type = (*state_->forms)[column].type;
  return type == DUCKDB_TYPE_FLOAT || type == DUCKDB_TYPE_DOUBLE;
}

bool Answer::is_boolean(std::size_t column) const {
  return (*state_->forms)[column].type == DUCKDB_TYPE_BOOLEAN;
}

Result<std::optional<Block>> Answer::next() {
  OwnedChunk chunk(duckdb_fetch_chunk(state_->result.get()));
  if (chunk.get() == nullptr) {
    char const* message = duckdb_result_error(&state_->result.get());
    if (message != nullptr && *message != '\0') return std::unexpected(engine_error(message));
    return std::nullopt;
  }
  Block block;
  block.state_ = std::make_shared<Block::State>();
  block.state_->forms = state_->forms;
  for (idx_t i = 0; i < state_->forms->size(); ++i) {
    duckdb_vector vector = duckdb_data_chunk_get_vector(chunk.get(), i);
    block.state_->data.push_back(duckdb_vector_get_data(vector));
    block.state_->validity.push_back(duckdb_vector_get_validity(vector));
  }
  block.state_->chunk = std::move(chunk);
  return block;
}

std::size_t Block::rows() const { return duckdb_data_chunk_get_size(state_->chunk.get()); }
std::size_t Block::columns() const { return state_->forms->size(); }

bool Block::is_null(std::size_t row, std::size_t column) const {
  std::uint64_t* validity = state_->validity[column];
  return validity != nullptr && !duckdb_validity_row_is_valid(validity, row);
}

std::string_view Block::text(std::size_t row, std::size_t column) const {
  ensure((*state_->forms)[column].type == DUCKDB_TYPE_VARCHAR, "the column holds texts");
  auto* strings = static_cast<duckdb_string_t*>(state_->data[column]);
  return {duckdb_string_t_data(&strings[row]), duckdb_string_t_length(strings[row])};
}

Int128 Block::wide(std::size_t row, std::size_t column) const {
  return integer_cell((*state_->forms)[column].physical, state_->data[column], row);
}

std::int64_t Block::number(std::size_t row, std::size_t column) const {
  return static_cast<std::int64_t>(wide(row, column));
}

double Block::real(std::size_t row, std::size_t column) const {
  return (*state_->forms)[column].type == DUCKDB_TYPE_FLOAT
             ? static_cast<double>(cell<float>(state_->data[column], row))
             : cell<double>(state_->data[column], row);
}

bool Block::boolean(std::size_t row, std::size_t column) const { return wide(row, column) != 0; }

Date Block::date(std::size_t row, std::size_t column) const {
  return Date{static_cast<std::int32_t>(wide(row, column))};
}

std::optional<std::string> Block::printed(std::size_t row, std::size_t column) const {
  if (is_null(row, column)) return std::nullopt;
  CellForm const& form = (*state_->forms)[column];
  switch (form.type) {
    case DUCKDB_TYPE_VARCHAR: return std::string(text(row, column));
    case DUCKDB_TYPE_BOOLEAN: return boolean(row, column) ? "true" : "false";
    case DUCKDB_TYPE_DATE: return date(row, column).iso();
    case DUCKDB_TYPE_FLOAT:
    case DUCKDB_TYPE_DOUBLE: return fmt::format("{}", real(row, column));
    default: return decimal_text(wide(row, column), form.scale);
  }
}

}  // namespace tw::table
