#include "records/row_builder.h"

#include <algorithm>

#include <fmt/core.h>

#include "records/junk.h"
#include "records/repair.h"

namespace tw::records {
namespace {

constexpr std::size_t kExamplesMax = 3;
constexpr std::size_t kRejectTextMax = 4000;

void widen(std::optional<Date> const& date, PartCounts& counts) {
  if (!date) return;
  if (!counts.first_on || *date < *counts.first_on) counts.first_on = date;
  if (!counts.last_on || *date > *counts.last_on) counts.last_on = date;
}

std::string raw_text(io::CsvRecord const& record) {
  std::string out;
  for (auto const cell : record.cells) {
    if (!out.empty()) out += '|';
    out += cell;
    if (out.size() > kRejectTextMax) break;
  }
  return out.substr(0, kRejectTextMax);
}

}  // namespace

void PartCounts::add(PartCounts const& later) {
  rows_kept += later.rows_kept;
  rows_rejected += later.rows_rejected;
  lines_skipped += later.lines_skipped;
  values_without_currency += later.values_without_currency;
  widen(later.first_on, *this);
  widen(later.last_on, *this);
  for (auto const& [field, more] : later.unused) {
    auto& mine = unused[field];
    mine.count += more.count;
    for (auto const& example : more.examples) {
      bool const known = std::ranges::find(mine.examples, example) != mine.examples.end();
      if (!known && mine.examples.size() < kExamplesMax) mine.examples.push_back(example);
    }
  }
}

RowBuilder::RowBuilder(Plan const& plan, SourceText const& source, ImportOptions const& options,
                       bool part_is_utf8)
    : shipments(plan.schema),
      rejects(reject_schema()),
      plan_(plan),
      source_(source),
      options_(options),
      part_is_utf8_(part_is_utf8),
      out_(plan.schema.size()),
      scratch_(plan.header.size() + 1),
      codes_(plan.schema.size()) {}

std::string_view RowBuilder::cell(std::size_t column) {
  auto const& cells = record_->cells;
  if (column >= cells.size()) return {};
  if (part_is_utf8_) return trimmed_cell(cells[column]);
  return trimmed_cell(source_.cell(cells[column], scratch_[column]));
}

void RowBuilder::put(std::size_t out, std::string_view text) {
  if (out == kNoColumn) return;
  out_[out] = {Out::Type::text, text, 0};
}

void RowBuilder::put(std::size_t out, std::int64_t number) {
  if (out == kNoColumn) return;
  out_[out] = {Out::Type::number, {}, number};
}

void RowBuilder::mark(std::string_view field, std::string_view state) {
  if (!states_.empty()) states_ += ';';
  states_ += field;
  states_ += '=';
  states_ += state;
}

void RowBuilder::note_unused(std::string_view field, std::string_view text) {
  mark(field, "conflicting");
  auto& unused = counts.unused[std::string{field}];
  unused.count += 1;
  bool const known = std::ranges::find(unused.examples, text) != unused.examples.end();
  if (!known && unused.examples.size() < kExamplesMax) unused.examples.emplace_back(text);
}

void RowBuilder::fail_cell(std::size_t column, std::string_view text, std::string reason) {
  if (fault_) return;
  fault_ = Fault{plan_.header[column], std::string{text}, std::move(reason)};
}

std::optional<std::string> RowBuilder::shape_fault(io::CsvRecord const& record) const {
  auto const expected = plan_.header.size();
  auto const& cells = record.cells;
  for (auto i = expected; i < cells.size(); ++i) {
    if (!text::trimmed(cells[i]).empty()) {
      return fmt::format("The record has {} cells where the header has {}.", cells.size(),
                         expected);
    }
  }
  if (cells.size() < plan_.cells_min) {
    return fmt::format("The record has only {} cells where the header has {}.", cells.size(),
                       expected);
  }
  return std::nullopt;
}

std::optional<Date> RowBuilder::day() const {
  for (auto const& day : days_) {
    if (day) return day;
  }
  return std::nullopt;
}

void RowBuilder::start(io::CsvRecord const& record) {
  record_ = &record;
  std::ranges::fill(out_, Out{});
  states_.clear();
  fault_.reset();
  invoice_currency_ = {};
  quantity_unit_ = net_unit_ = gross_unit_ = std::nullopt;
  days_ = {};
  mass_of_quantity_.reset();
  has_goods_or_party_ = false;
}

void RowBuilder::add(io::CsvRecord const& record) {
  if (is_junk_record(record.cells, plan_.header)) {
    counts.lines_skipped += 1;
    return;
  }
  start(record);
  auto const shape = shape_fault(record);
  if (!shape) {
    finish();
    return;
  }
  if (auto const repair = repaired_cells(record.cells, plan_)) {
    io::CsvRecord const whole{record.span, repair->cells, record.broken_quote};
    start(whole);
    for (auto const& field : plan_.fields) {
      auto const fed = std::ranges::find(field.sources, repair->column, &PlanSource::column);
      if (fed != field.sources.end()) mark(field.field, "derived");
    }
    finish();
    return;
  }
  write_reject({{}, raw_text(record), *shape});
}

void RowBuilder::finish() {
  read_fields();
  fill_net_mass();
  read_money();
  if (!fault_ && !has_goods_or_party_) {
    fault_ = Fault{{}, raw_text(*record_), "The record names neither goods nor a party."};
  }
  if (fault_) {
    write_reject(*fault_);
  } else {
    write_row();
  }
}

void RowBuilder::write_row() {
  auto const [begin, end] = source_.original(record_->span);
  auto const& out = plan_.out;
  auto const line = record_->span.line;
  put(out.row_id, static_cast<std::int64_t>((std::uint64_t{options_.source_no} << 32U) | line));
  put(out.source_id, options_.source_id);
  put(out.source_file, options_.source_file);
  put(out.source_line, static_cast<std::int64_t>(line));
  put(out.byte_begin, static_cast<std::int64_t>(begin));
  put(out.byte_end, static_cast<std::int64_t>(end));
  if (out_[out.status].type == Out::Type::none) put(out.status, std::string_view{"effective"});
  if (!states_.empty()) put(out.cell_states, states_);
  for (std::size_t i = 0; i < out_.size(); ++i) {
    auto const& value = out_[i];
    if (value.type == Out::Type::text) shipments.set(i, value.text);
    if (value.type == Out::Type::number) shipments.set(i, value.number);
  }
  shipments.end_row();
  counts.rows_kept += 1;
  widen(day(), counts);
}

void RowBuilder::write_reject(Fault const& fault) {
  auto const [begin, end] = source_.original(record_->span);
  auto const line = record_->span.line;
  rejects.set(0, static_cast<std::int64_t>((std::uint64_t{options_.source_no} << 32U) | line));
  rejects.set(1, std::string_view{options_.source_id});
  rejects.set(2, std::string_view{options_.source_file});
  rejects.set(3, static_cast<std::int64_t>(line));
  rejects.set(4, static_cast<std::int64_t>(begin));
  rejects.set(5, static_cast<std::int64_t>(end));
  if (!fault.column.empty()) rejects.set(6, std::string_view{fault.column});
  std::string decoded;
  auto const text =
      fault.column.empty() ? source_.cell(fault.text, decoded) : std::string_view{fault.text};
  rejects.set(7, text);
  rejects.set(8, std::string_view{fault.reason});
  rejects.end_row();
  counts.rows_rejected += 1;
}

}  // namespace tw::records
