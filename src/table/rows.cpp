#include <bit>

#include "tidewaiter/table.h"

namespace tw::table {

std::string_view sql_type(Type type) {
  switch (type) {
    case Type::text: return "VARCHAR";
    case Type::int32: return "INTEGER";
    case Type::int64: return "BIGINT";
    case Type::uint64: return "UBIGINT";
    case Type::float64: return "DOUBLE";
    case Type::boolean: return "BOOLEAN";
    case Type::date: return "DATE";
    case Type::mass: return "DECIMAL(18,6)";
    case Type::money: return "DECIMAL(18,4)";
  }
  ensure(false, "every column type has a SQL type");
  return {};
}

Rows::Rows(Schema schema) : schema_(std::move(schema)), buffers_(schema_.size()) {}

// A buffer is filled with NULLs only when a later row sets its column, so that a row costs only
// the cells it has: a shipment has a hundred columns and fills twenty.
void Rows::pad(Buffer& buffer) const {
  ensure(buffer.numbers.size() <= count_ + 1, "a buffer is at most one row ahead");
  if (buffer.numbers.size() == count_ + 1) {
    // The cell is set again; the last value counts.
    buffer.numbers.pop_back();
    buffer.valid.pop_back();
    if (!buffer.lengths.empty()) buffer.lengths.pop_back();
  }
  buffer.numbers.resize(count_, 0);
  buffer.valid.resize(count_, false);
}

void Rows::set(std::size_t column, std::int64_t value) {
  ensure(column < buffers_.size(), "the column exists");
  Type const type = schema_[column].type;
  ensure(type != Type::text && type != Type::float64 && type != Type::boolean,
         "an integer goes into a column of integers");
  Buffer& buffer = buffers_[column];
  pad(buffer);
  buffer.numbers.push_back(value);
  buffer.valid.push_back(true);
}

void Rows::set(std::size_t column, std::string_view value) {
  ensure(column < buffers_.size(), "the column exists");
  ensure(schema_[column].type == Type::text, "a text goes into a text column");
  Buffer& buffer = buffers_[column];
  pad(buffer);
  buffer.lengths.resize(count_, 0);
  buffer.numbers.push_back(static_cast<std::int64_t>(buffer.bytes.size()));
  buffer.lengths.push_back(static_cast<std::uint32_t>(value.size()));
  buffer.valid.push_back(true);
  buffer.bytes.append(value);
}

void Rows::set(std::size_t column, double value) {
  ensure(column < buffers_.size(), "the column exists");
  ensure(schema_[column].type == Type::float64, "a double goes into a column of doubles");
  Buffer& buffer = buffers_[column];
  pad(buffer);
  buffer.numbers.push_back(std::bit_cast<std::int64_t>(value));
  buffer.valid.push_back(true);
}

void Rows::set(std::size_t column, bool value) {
  ensure(column < buffers_.size(), "the column exists");
  ensure(schema_[column].type == Type::boolean, "a truth value goes into a boolean column");
  Buffer& buffer = buffers_[column];
  pad(buffer);
  buffer.numbers.push_back(value ? 1 : 0);
  buffer.valid.push_back(true);
}

void Rows::set(std::size_t column, Date value) {
  ensure(column < buffers_.size() && schema_[column].type == Type::date,
         "a date goes into a date column");
  set(column, std::int64_t{value.days});
}

void Rows::end_row() { ++count_; }

void Rows::append(Rows const& other) {
  ensure(other.schema_.size() == schema_.size(), "rows to append have the same schema");
  for (std::size_t column = 0; column < buffers_.size(); ++column) {
    Buffer const& from = other.buffers_[column];
    if (from.numbers.empty()) continue;
    Buffer& to = buffers_[column];
    ensure(to.numbers.size() <= count_, "no row is open while rows are appended");
    to.numbers.resize(count_, 0);
    to.valid.resize(count_, false);
    if (schema_[column].type == Type::text) {
      to.lengths.resize(count_, 0);
      auto const shift = static_cast<std::int64_t>(to.bytes.size());
      for (std::int64_t const offset : from.numbers) to.numbers.push_back(offset + shift);
      to.lengths.insert(to.lengths.end(), from.lengths.begin(), from.lengths.end());
      to.lengths.resize(to.numbers.size(), 0);
      to.bytes.append(from.bytes);
    } else {
      to.numbers.insert(to.numbers.end(), from.numbers.begin(), from.numbers.end());
    }
    to.valid.insert(to.valid.end(), from.valid.begin(), from.valid.end());
  }
  count_ += other.count_;
}

void Rows::clear() {
  for (Buffer& buffer : buffers_) {
    buffer.numbers.clear();
    buffer.lengths.clear();
    buffer.valid.clear();
    buffer.bytes.clear();
  }
  count_ = 0;
}

bool Rows::is_null(std::size_t row, std::size_t column) const {
  Buffer const& buffer = buffers_[column];
  return row >= buffer.numbers.size() || !buffer.valid[row];
}

std::int64_t Rows::number(std::size_t row, std::size_t column) const {
  ensure(!is_null(row, column), "the cell holds a value");
  return buffers_[column].numbers[row];
}

double Rows::real(std::size_t row, std::size_t column) const {
  return std::bit_cast<double>(number(row, column));
}

std::string_view Rows::text(std::size_t row, std::size_t column) const {
  ensure(!is_null(row, column) && schema_[column].type == Type::text, "the cell holds a text");
  Buffer const& buffer = buffers_[column];
  return std::string_view(buffer.bytes)
      .substr(static_cast<std::size_t>(buffer.numbers[row]), buffer.lengths[row]);
}

}  // namespace tw::table
