#include "cli/printer.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>

#include <fmt/core.h>

#include "tidewaiter/io.h"

namespace tw::cli {
namespace {

constexpr std::size_t kTableRowsMax = 10'000;  // A table longer than this is for a file.

std::string plain(Value const& value) {
  struct Visitor {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(std::string const& text) const { return text; }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(RawJson const& json) const { return json.text; }
  };
  return std::visit(Visitor{}, value);
}

/// For people: doubles are cut to three digits after the point, controls cannot move the cursor.
std::string shown(Value const& value) {
  if (auto const* number = std::get_if<double>(&value)) return fmt::format("{:.3f}", *number);
  std::string text = plain(value);
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  return text;
}

void append_json(Value const& value, std::string& out) {
  if (auto const* text = std::get_if<std::string>(&value)) {
    io::append_json_string(*text, out);
  } else if (std::holds_alternative<std::monostate>(value)) {
    out += "null";
  } else if (auto const* number = std::get_if<double>(&value)) {
    out += std::isfinite(*number) ? fmt::format("{}", *number) : "null";
  } else {
    out += plain(value);
  }
}

/// JSON text that is a number: exact decimals are carried so.
bool is_number_text(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

bool is_number(Value const& value) {
  auto const* json = std::get_if<RawJson>(&value);
  return std::holds_alternative<double>(value) || std::holds_alternative<std::int64_t>(value) ||
         (json != nullptr && is_number_text(json->text));
}

std::string padded(std::string const& text, std::size_t width, bool right) {
  std::size_t const columns = text::display_width(text);
  std::string const blanks(width > columns ? width - columns : 0, ' ');
  return right ? blanks + text : text + blanks;
}

}  // namespace

Printer::Printer(Shell const& shell) : shell_(shell) {}

Status Printer::write(std::string_view text) {
  if (!file_) {
    if (shell_.globals.out.empty()) {
      file_ = std::shared_ptr<std::FILE>(stdout, [](std::FILE*) {});
    } else {
      std::FILE* file = std::fopen(shell_.globals.out.c_str(), "wb");
      if (file == nullptr) {
        return fail(ErrorKind::io_failure,
                    shell_.globals.out + " cannot be written: " + std::strerror(errno));
      }
      file_ = std::shared_ptr<std::FILE>(file, [](std::FILE* f) { std::fclose(f); });
    }
  }
  if (std::fwrite(text.data(), 1, text.size(), file_.get()) == text.size()) return {};
  if (errno == EPIPE) return fail(ErrorKind::interrupted, "The reader of the output went away.");
  return fail(ErrorKind::io_failure,
              std::string("The output cannot be written: ") + std::strerror(errno));
}

Status Printer::print(Record const& record) {
  if (names_.empty()) {
    for (auto const& [name, value] : record) names_.push_back(name);
  }
  ++count_;
  Format const format = shell_.globals.format;
  if (format == Format::table || format == Format::parquet) {
    if (format == Format::parquet || held_.size() < kTableRowsMax) held_.push_back(record);
    return {};
  }
  std::string line;
  if (format == Format::csv) {
    if (count_ == 1) {
      for (std::size_t i = 0; i < names_.size(); ++i) {
        if (i > 0) line += ',';
        io::append_csv_cell(names_[i], line);
      }
      line += '\n';
    }
    for (std::size_t i = 0; i < record.size(); ++i) {
      if (i > 0) line += ',';
      io::append_csv_cell(plain(record[i].second), line);
    }
  } else {
    line += '{';
    for (std::size_t i = 0; i < record.size(); ++i) {
      if (i > 0) line += ',';
      io::append_json_string(record[i].first, line);
      line += ':';
      append_json(record[i].second, line);
    }
    line += '}';
  }
  line += '\n';
  return write(line);
}

Status Printer::write_table() {
  // Numbers are never cut; texts share what is left of the terminal.
  std::size_t const limit = is_terminal(stdout) ? 48 : 60;
  std::vector<std::size_t> widths;
  std::vector<bool> right;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    widths.push_back(text::display_width(names_[i]));
    right.push_back(
        std::ranges::any_of(held_, [&](Record const& r) { return is_number(r[i].second); }));
  }
  std::vector<std::vector<std::string>> cells;
  for (Record const& record : held_) {
    auto& line = cells.emplace_back();
    for (std::size_t i = 0; i < record.size(); ++i) {
      line.push_back(text::shortened(shown(record[i].second), limit));
      widths[i] = std::max(widths[i], text::display_width(line.back()));
    }
  }
  auto const line_text = [&](std::vector<std::string> const& line) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
      bool const last = i + 1 == line.size();
      text += last && !right[i] ? line[i] : padded(line[i], widths[i], right[i]);
      text += last ? "\n" : "  ";
    }
    return text;
  };
  TW_CHECK(write(line_text(names_)));
  std::vector<std::string> rule;
  for (std::size_t const width : widths) rule.emplace_back(width, '-');
  TW_CHECK(write(line_text(rule)));
  for (auto const& line : cells) TW_CHECK(write(line_text(line)));
  if (count_ > held_.size()) {
    shell_.say(fmt::format("… and {} more rows. Use --format csv or ndjson for all of them.",
                           grouped(count_ - held_.size())));
  }
  return {};
}

Status Printer::write_parquet() {
  if (shell_.globals.out.empty()) {
    return fail(ErrorKind::wrong_use, "Parquet is not for a terminal.",
                "Name a file with --out FILE.parquet.");
  }
  table::Schema schema;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    // A column is what its first value is; absent values fit every type.
    auto type = table::Type::text;
    for (Record const& record : held_) {
      Value const& value = record[i].second;
      if (std::holds_alternative<std::monostate>(value)) continue;
      if (std::holds_alternative<double>(value)) type = table::Type::float64;
      if (std::holds_alternative<std::int64_t>(value)) type = table::Type::int64;
      if (std::holds_alternative<bool>(value)) type = table::Type::boolean;
      break;
    }
    schema.push_back({names_[i], type});
  }
  table::Rows rows(schema);
  for (Record const& record : held_) {
    for (std::size_t i = 0; i < record.size(); ++i) {
      Value const& value = record[i].second;
      if (auto const* number = std::get_if<double>(&value))
        rows.set(i, *number);
      else if (auto const* whole = std::get_if<std::int64_t>(&value))
        rows.set(i, *whole);
      else if (auto const* truth = std::get_if<bool>(&value))
        rows.set(i, *truth);
      else if (!std::holds_alternative<std::monostate>(value))
        rows.set(i, plain(value));
    }
    rows.end_row();
  }
  return table::write_parquet(shell_.globals.out, std::move(rows));
}

Status Printer::finish(std::string_view when_empty) {
  if (count_ == 0) {
    if (!when_empty.empty()) shell_.say(when_empty);
    return {};
  }
  if (shell_.globals.format == Format::table) TW_CHECK(write_table());
  if (shell_.globals.format == Format::parquet) TW_CHECK(write_parquet());
  if (file_ && std::fflush(file_.get()) != 0) {
    return fail(ErrorKind::io_failure,
                std::string("The output cannot be written: ") + std::strerror(errno),
                "Free some space, or write somewhere else with --out FILE.");
  }
  return {};
}

namespace {

Value cell_value(table::Answer const& answer, table::Block const& block, std::size_t row,
                 std::size_t column, bool json) {
  auto text = block.printed(row, column);
  if (!text) return std::monostate{};
  if (json) return RawJson{*text};
  if (answer.is_boolean(column)) return block.boolean(row, column);
  if (!answer.is_numeric(column)) return *text;
  if (answer.is_real(column)) return block.real(row, column);
  // Decimals keep their exact digits: they are printed as they stand, not through a double.
  std::int64_t whole = 0;
  auto const [end, error] = std::from_chars(text->data(), text->data() + text->size(), whole);
  if (error == std::errc{} && end == text->data() + text->size()) return whole;
  return RawJson{*text};
}

}  // namespace

Status print_query(Shell const& shell, table::Database& database, std::string const& sql,
                   std::string_view when_empty, std::vector<std::string> const& json_columns) {
  if (shell.globals.format == Format::parquet && !shell.globals.out.empty()) {
    return database.copy_to_parquet(sql, shell.globals.out);
  }
  TW_TRY(auto answer, database.ask(sql));
  Printer printer(shell);
  auto const& names = answer.names();
  std::vector<bool> json;
  for (auto const& name : names) {
    json.push_back(std::ranges::find(json_columns, name) != json_columns.end());
  }
  while (true) {
    TW_CHECK(shell.job().go_on());
    TW_TRY(auto const block, answer.next());
    if (!block) break;
    for (std::size_t row = 0; row < block->rows(); ++row) {
      Record record;
      for (std::size_t i = 0; i < names.size(); ++i) {
        record.emplace_back(names[i], cell_value(answer, *block, row, i, json[i]));
      }
      TW_CHECK(printer.print(record));
    }
  }
  return printer.finish(when_empty);
}

}  // namespace tw::cli
