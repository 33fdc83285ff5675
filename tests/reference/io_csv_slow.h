/// Slow, obvious twin of io::CsvReader: one byte after the other, whole records in memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tidewaiter/io.h"

namespace tw::reference {

struct SlowCsvRecord {
  io::Span span;
  std::vector<std::string> cells;
  bool broken_quote = false;

  bool operator==(SlowCsvRecord const&) const = default;
};

class SlowCsv {
 public:
  SlowCsv(std::string_view text, io::CsvDialect dialect) : text_(text), dialect_(dialect) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  std::vector<SlowCsvRecord> records() {
    std::vector<SlowCsvRecord> all;
    while (skip_blank_lines()) all.push_back(record());
    return all;
  }

 private:
  bool is_end(std::size_t at) const { return at >= text_.size(); }
  char line_end() const { return dialect_.cr_only ? '\r' : '\n'; }

  /// The line end at `at`, with the CRs before it: its length, 0 when there is none. The end of
  /// the text counts as one when CRs stand before it.
  std::size_t line_end_length(std::size_t at) const {
    if (dialect_.cr_only) return !is_end(at) && text_[at] == '\r' ? 1 : 0;
    std::size_t end = at;
    while (!is_end(end) && text_[end] == '\r') ++end;
    if (is_end(end)) return end - at;
    return text_[end] == '\n' ? end - at + 1 : 0;
  }

  bool is_cell_end(std::size_t at) const {
    return is_end(at) || text_[at] == dialect_.delimiter || line_end_length(at) > 0;
  }

  bool skip_blank_lines() {
    while (!is_end(at_) && line_end_length(at_) > 0) {
      auto const length = line_end_length(at_);
      if (text_[at_ + length - 1] == line_end()) ++line_;
      at_ += length;
    }
    if (at_ + 1 == text_.size() && text_[at_] == '\x1A') return false;
    return !is_end(at_);
  }

  SlowCsvRecord record() {
    SlowCsvRecord record;
    record.span.begin = at_;
    record.span.line = line_;
    while (true) {
      bool const opens = dialect_.quote != '\0' && !is_end(at_) && text_[at_] == dialect_.quote;
      if (!opens || !quoted_cell(record)) plain_cell(record);
      if (!is_end(at_) && text_[at_] == dialect_.delimiter) {
        ++at_;
        continue;
      }
      auto const length = line_end_length(at_);
      if (length > 0 && text_[at_ + length - 1] == line_end()) ++line_;
      at_ += length;
      record.span.end = at_;
      return record;
    }
  }

  void plain_cell(SlowCsvRecord& record) {
    auto const begin = at_;
    while (!is_cell_end(at_)) ++at_;
    record.cells.emplace_back(text_.substr(begin, at_ - begin));
  }

  /// Whether the quote at `at` closes a cell; then where the cell ends.
  std::optional<std::size_t> closes(std::size_t at) const {
    ++at;
    while (!is_end(at) && text_[at] == ' ') ++at;
    if (is_cell_end(at)) return at;
    return std::nullopt;
  }

  /// False, with the record marked, when the opening quote is a plain character.
  bool quoted_cell(SlowCsvRecord& record) {
    auto const open = at_;
    char const quote = dialect_.quote;
    std::string cell;
    bool is_lenient = false;
    int lines = 0;
    for (auto at = open + 1; !is_end(at); ++at) {
      char const c = text_[at];
      bool const next_is_quote = at + 1 < text_.size() && text_[at + 1] == quote;
      if (c == line_end()) {
        ++lines;
        if (is_lenient || lines > io::CsvReader::kQuotedLinesMax) break;
      } else if (c == quote && closes(at)) {
        return accepted(record, cell, *closes(at), is_lenient, lines);
      } else if (c == quote && next_is_quote) {
        if (is_lenient && closes(at + 1)) {
          return accepted(record, cell + quote, *closes(at + 1), true, lines);
        }
        ++at;
      } else if (c == quote) {
        bool const opens_another = at > open + 1 && text_[at - 1] == dialect_.delimiter;
        if (opens_another || lines > 0) break;
        is_lenient = true;
      }
      cell += c;
    }
    record.broken_quote = true;
    return false;
  }

  bool accepted(SlowCsvRecord& record, std::string const& cell, std::size_t end, bool is_broken,
                int lines) {
    record.cells.push_back(cell);
    record.broken_quote |= is_broken;
    line_ += static_cast<std::uint64_t>(lines);
    at_ = end;
    return true;
  }

  std::string_view text_;
  io::CsvDialect dialect_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
};

inline std::vector<SlowCsvRecord> slow_csv(std::string_view text, io::CsvDialect dialect) {
  return SlowCsv(text, dialect).records();
}

}  // namespace tw::reference
