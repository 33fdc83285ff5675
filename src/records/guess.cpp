#include "records/guess.h"

#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "tidewaiter/io.h"

#include "records/cells.h"
#include "records/layout.h"
#include "records/placing.h"

namespace tw::records {
namespace {

std::vector<Placing> columns_of(Head const& head) {
  // Rows with a cell too many would show each column the values of its neighbour.
  std::vector<HeadRecord> rows;
  std::ranges::copy_if(head.rows, std::back_inserter(rows), [&](HeadRecord const& row) {
    return row.cells.size() <= head.header.cells.size();
  });
  std::vector<Placing> columns;
  for (std::size_t i = 0; i < head.header.cells.size(); ++i) {
    Placing column;
    column.column = i;
    column.header = head.header.cells[i];
    column.meaning = header_meaning(column.header);
    column.profile = profile_of(rows, i);
    columns.push_back(std::move(column));
  }
  return columns;
}

FileHints hints_of(std::vector<Placing> const& columns, std::string_view file_name) {
  auto hints = hints_of_name(file_name);
  std::vector<std::string> headers;
  std::vector<HeaderMeaning> meanings;
  for (auto const& column : columns) {
    headers.push_back(column.header);
    meanings.push_back(column.meaning);
  }
  add_header_hints(headers, meanings, hints);
  return hints;
}

/// The rules of a recognised layout take precedence over what the words of the headers say.
void take_layout(Layout const& layout, Head const& head, std::vector<Placing>& columns) {
  auto const at = columns_of(layout, head.header.cells);
  for (auto& column : columns) {
    // A guessed column must not compete with the layout's own column of the same field.
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
      bool const found = at[i] != std::string::npos;
      if (found && layout.columns[i].field == column.field) column.field.clear();
    }
  }
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    if (at[i] == std::string::npos) continue;
    auto& column = columns[at[i]];
    auto const& rule = layout.columns[i];
    column.field = rule.field;
    column.unit = rule.unit;
    column.currency = rule.currency;
    column.rank = static_cast<double>(i) / 1000;
    column.confidence = 0.99;
  }
}

/// Rules in the order of the file, but those of one field in the order in which they are read.
std::vector<ColumnRule> rules_of(std::vector<Placing> const& columns) {
  std::map<std::string, std::vector<Placing const*>> by_field;
  for (auto const& column : columns) {
    if (!column.field.empty()) by_field[column.field].push_back(&column);
  }
  for (auto& [field, sources] : by_field) {
    std::ranges::stable_sort(sources, {}, [](Placing const* c) { return c->rank; });
  }
  std::map<std::string, std::size_t> taken;
  std::vector<ColumnRule> rules;
  for (auto const& column : columns) {
    if (column.header.empty()) continue;
    auto const* source = &column;
    if (!column.field.empty()) source = by_field[column.field][taken[column.field]++];
    rules.push_back({source->header, source->field, source->unit, source->currency});
  }
  return rules;
}

/// What the numbers of the file say about its decimal sign; 0 when they say nothing.
char decimal_sign(Head const& head, std::vector<Placing> const& columns) {
  int points = 0;
  int commas = 0;
  for (auto const& column : columns) {
    auto const& field = column.field;
    bool const number = field.ends_with("_kg") || field.ends_with("_value") ||
                        field.ends_with("_usd") || field == "quantity";
    if (!number) continue;
    for (auto const& row : head.rows) {
      if (column.column >= row.cells.size()) continue;
      auto const sign = decimal_sign_of(row.cells[column.column]);
      points += sign == '.' ? 1 : 0;
      commas += sign == ',' ? 1 : 0;
    }
  }
  if (commas > points) return ',';
  if (points > 0) return '.';
  // Nothing but whole numbers and "1,234": files parted by semicolons use the decimal comma.
  return head.dialect.delimiter == ';' ? ',' : '\0';
}

std::string date_order(Head const& head, std::vector<Placing> const& columns,
                       std::string_view reporter) {
  int day_first = 0;
  int month_first = 0;
  for (auto const& column : columns) {
    if (!column.field.ends_with("_on")) continue;
    for (auto const& row : head.rows) {
      if (column.column >= row.cells.size()) continue;
      auto const order = date_order_of(row.cells[column.column]);
      day_first += order == DateOrder::dmy ? 1 : 0;
      month_first += order == DateOrder::mdy ? 1 : 0;
    }
  }
  if (month_first > day_first) return "mdy";
  if (day_first > 0) return "dmy";
  return reporter == "US" ? "mdy" : "dmy";
}

void add_constant(std::string_view field, std::string_view value, Layout& layout) {
  if (value.empty()) return;
  for (auto const& [known, text] : layout.constants) {
    if (known == field) return;
  }
  for (auto const& rule : layout.columns) {
    if (rule.field == field) return;
  }
  layout.constants.emplace_back(field, value);
}

}  // namespace

Result<GuessWithHead> guess_from_head(Head head, std::string_view file_name) {
  auto columns = columns_of(head);
  auto const hints = hints_of(columns, file_name);
  place_parties(columns, hints);
  place_values(columns, hints);
  place_rest(columns, hints);
  check_against_values(columns);
  settle(columns);
  GuessWithHead out;
  auto& guess = out.guess;
  auto const fit = best_shipped_layout(head.header.cells);
  if (fit.layout != nullptr) {
    take_layout(*fit.layout, head, columns);
    guess.based_on = fit.layout->name;
    guess.layout.constants = fit.layout->constants;
  }
  guess.layout.name = fit.layout != nullptr ? fit.layout->name : "guessed";
  guess.layout.title = fmt::format("Guessed for {}", file_name);
  guess.layout.columns = rules_of(columns);
  guess.layout.decimal_sign = decimal_sign(head, columns);
  guess.layout.date_order = date_order(head, columns, hints.reporter);
  if (fit.layout != nullptr && guess.layout.date_order == "dmy") {
    guess.layout.date_order = fit.layout->date_order;
  }
  add_constant("flow", hints.flow, guess.layout);
  add_constant("reporter_country", hints.reporter, guess.layout);
  double sum = 0;
  std::size_t placed = 0;
  for (auto const& column : columns) {
    ColumnGuess line;
    line.column = static_cast<unsigned>(column.column + 1);
    line.header = column.header;
    line.confidence = column.confidence;
    line.unit = column.unit;
    bool const shown = !column.field.empty() && !is_layout_field(column.field);
    if (shown) line.field = column.field;
    guess.columns.push_back(std::move(line));
    if (column.field.empty()) continue;
    sum += column.confidence;
    ++placed;
  }
  if (placed == 0) {
    return fail(ErrorKind::bad_input,
                fmt::format("{}: no column of the header can be placed.", file_name),
                "Write a layout by hand and give it with --layout FILE.toml (docs/mappings.md).");
  }
  guess.confidence = sum / static_cast<double>(placed);
  guess.header_line = head.header.span.line;
  out.head = std::move(head);
  return out;
}

Result<LayoutGuess> guess_layout(std::string_view bytes, std::string_view file_name) {
  TW_TRY(auto const source, SourceText::of(bytes, std::nullopt, file_name));
  TW_TRY(auto head, read_head(source, file_name));
  TW_TRY(auto found, guess_from_head(std::move(head), file_name));
  return std::move(found.guess);
}

}  // namespace tw::records
