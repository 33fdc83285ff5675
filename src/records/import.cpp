#include "records/import.h"

#include <algorithm>

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "tidewaiter/io.h"

#include "records/guess.h"
#include "records/row_builder.h"

namespace tw::records {
namespace {

constexpr std::uint64_t kPartBytes = std::uint64_t{2} << 20;
constexpr std::size_t kHeadersShown = 12;

struct Part {
  std::optional<table::Rows> shipments;
  std::optional<table::Rows> rejects;
  PartCounts counts;
};

/// Everything that is the same for all parts of one file.
struct FileWork {
  Plan const& plan;
  SourceText const& source;
  Head const& head;
  ImportOptions const& options;
};

Part read_part(FileWork const& work, io::Span const& span) {
  auto const body = work.source.text().substr(work.head.body_begin);
  auto const text = body.substr(span.begin, span.end - span.begin);
  bool const utf8 = !work.source.cells_need_decoding() && text::is_valid_utf8(text);
  auto builder = RowBuilder(work.plan, work.source, work.options, utf8);
  auto const base = work.source.base() + work.head.body_begin + span.begin;
  io::CsvReader reader(text, work.head.dialect, base, work.head.body_line - 1 + span.line);
  io::CsvRecord record;
  while (reader.next(record)) builder.add(record);
  return {std::move(builder.shipments), std::move(builder.rejects), std::move(builder.counts)};
}

struct Writers {
  table::ParquetWriter shipments;
  table::ParquetWriter rejects;

  Status write(std::vector<Part>& parts) {
    for (auto& part : parts) {
      TW_CHECK(shipments.write(std::move(*part.shipments)));
      TW_CHECK(rejects.write(std::move(*part.rejects)));
    }
    parts.clear();
    return {};
  }
};

/// Reads parts side by side, in waves, and writes the wave before while the next is read. The
/// order of the rows is that of the file whatever the number of threads.
Result<PartCounts> read_all(FileWork const& work, Writers& writers, std::uint64_t part_bytes,
                            Job const& job) {
  auto const body = work.source.text().substr(work.head.body_begin);
  auto const spans = io::csv_parts(body, work.head.dialect, part_bytes);
  auto const wave = std::size_t{2} * std::max(1U, job.threads);
  PartCounts counts;
  std::vector<Part> done;
  for (std::size_t at = 0; at < spans.size(); at += wave) {
    TW_CHECK(job.go_on());
    auto const count = std::min(wave, spans.size() - at);
    std::vector<Part> parts(count);
    Status written;
    parallel_chunks(count + 1, 1, job.threads, [&](std::size_t begin, std::size_t end) {
      for (auto i = begin; i < end; ++i) {
        if (i == 0)
          written = writers.write(done);
        else
          parts[i - 1] = read_part(work, spans[at + i - 1]);
      }
    });
    TW_CHECK(written);
    for (auto const& part : parts) counts.add(part.counts);
    done = std::move(parts);
    job.advance(spans[at + count - 1].end - spans[at].begin);
  }
  TW_CHECK(writers.write(done));
  return counts;
}

void add_notes(Plan const& plan, PartCounts const& counts, ImportReport& report) {
  if (!plan.unplaced.empty()) {
    auto const shown = std::min(plan.unplaced.size(), kHeadersShown);
    auto const names = std::span{plan.unplaced}.first(shown);
    report.notes.push_back(fmt::format("{} columns have no place: {}{}", plan.unplaced.size(),
                                       fmt::join(names, ", "),
                                       shown < plan.unplaced.size() ? ", ..." : ""));
  }
  for (auto const& [field, unused] : counts.unused) {
    report.notes.push_back(fmt::format("{} cells of {} were left out as unknown: \"{}\"",
                                       unused.count, field, fmt::join(unused.examples, "\", \"")));
  }
  if (counts.values_without_currency > 0) {
    report.notes.push_back(
        fmt::format("{} values have no currency, so value_usd is unknown in their rows; set "
                    "invoice_currency in the layout's constants if you know it",
                    counts.values_without_currency));
  }
}

struct Bound {
  Plan plan;
  Head head;
  std::string layout_name;
};

Result<Bound> bind_layout(SourceText const& source, ImportOptions const& options) {
  Bound bound;
  if (options.layout) {
    TW_TRY(bound.head, read_head(source, options.source_file, &*options.layout));
    TW_TRY(bound.plan, make_plan(*options.layout, bound.head, false));
    bound.layout_name = options.layout->name;
    return bound;
  }
  TW_TRY(auto head, read_head(source, options.source_file));
  TW_TRY(auto found, guess_from_head(std::move(head), options.source_file));
  bound.head = std::move(found.head);
  TW_TRY(bound.plan, make_plan(found.guess.layout, bound.head, found.guess.based_on.empty()));
  bound.layout_name = found.guess.layout.name;
  return bound;
}

}  // namespace

Result<ImportReport> import_parts(std::string_view bytes, Path const& shipments_file,
                                  Path const& rejects_file, ImportOptions const& options,
                                  std::uint64_t part_bytes, Job const& job) {
  TW_TRY(auto const source, SourceText::of(bytes, options.encoding, options.source_file));
  TW_TRY(auto const bound, bind_layout(source, options));
  TW_TRY(auto shipments, table::ParquetWriter::create(shipments_file, bound.plan.schema));
  TW_TRY(auto rejects, table::ParquetWriter::create(rejects_file, reject_schema()));
  Writers writers{std::move(shipments), std::move(rejects)};
  FileWork const work{bound.plan, source, bound.head, options};
  job.begin(fmt::format("add {}", options.source_file), source.text().size(), "bytes");
  auto const counts = read_all(work, writers, part_bytes, job);
  job.end();
  if (!counts) return std::unexpected(counts.error());
  TW_TRY(auto const kept, writers.shipments.finish());
  TW_TRY(auto const rejected, writers.rejects.finish());
  ensure(kept == counts->rows_kept && rejected == counts->rows_rejected,
         "as many rows are written as were read");
  ImportReport report;
  report.rows_kept = kept;
  report.rows_rejected = rejected;
  report.rows_in = kept + rejected;
  report.lines_skipped = counts->lines_skipped + bound.head.lines_above;
  report.first_on = counts->first_on;
  report.last_on = counts->last_on;
  report.layout = bound.layout_name;
  report.encoding = text::encoding_name(source.encoding());
  add_notes(bound.plan, *counts, report);
  return report;
}

Result<ImportReport> import_file(Path const& source, Path const& shipments_file,
                                 Path const& rejects_file, ImportOptions const& options,
                                 Job const& job) {
  TW_TRY(auto const opened, io::SourceBytes::open(source));
  return import_parts(opened.bytes(), shipments_file, rejects_file, options, kPartBytes, job);
}

}  // namespace tw::records
