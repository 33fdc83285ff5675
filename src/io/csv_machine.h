/// The one place that knows where a record and its cells end; CsvReader and csv_parts share it,
/// so parts begin where records do. docs/methods/text.md tells the rules in words.
#pragma once

#include "tidewaiter/io.h"

#include "io/csv_scanner.h"

namespace tw::io {

/// Takes the cells of a record that nobody wants to see.
struct NoCells {
  void plain(std::size_t, std::size_t) {}
  void quoted(std::size_t, std::size_t, bool) {}
};

class CsvMachine {
 public:
  CsvMachine(std::string_view text, CsvDialect dialect)
      : text_(text),
        delimiter_(dialect.delimiter),
        line_end_(dialect.cr_only ? '\r' : '\n'),
        has_quotes_(dialect.quote != '\0'),
        quote_(has_quotes_ ? dialect.quote : dialect.delimiter),
        scanner_(text, delimiter_, line_end_, quote_) {}

  struct Record {
    std::size_t end = 0;      ///< One past the line end.
    std::uint64_t lines = 0;  ///< Line ends inside, the last one included.
    bool broken_quote = false;
  };

  /// The first byte at or after `at` that is no blank line; adds the blank lines to `line`.
  std::size_t past_blank_lines(std::size_t at, std::uint64_t& line) const {
    while (at < text_.size()) {
      auto const here = past_carriage_returns(at);
      if (here == text_.size()) return here;
      if (text_[here] != line_end_) break;
      at = here + 1;
      ++line;
    }
    // Ctrl-Z ended a file under CP/M and DOS; some customs systems still write it.
    bool const is_end_mark = at + 1 == text_.size() && text_[at] == '\x1A';
    return is_end_mark ? text_.size() : at;
  }

  /// Reads the record at `at`, which is not at the end of the text. `cells.plain(begin, end)` and
  /// `cells.quoted(begin, end, has_quotes_inside)` get the cells without their outer quotes.
  template <typename Cells>
  Record read(std::size_t at, Cells& cells) {
    Record record;
    while (true) {
      bool const opens = has_quotes_ && at < text_.size() && text_[at] == quote_;
      if (opens) {
        auto const cell = quoted_cell(at);
        record.broken_quote |= cell.is_broken;
        if (cell.is_closed) {
          cells.quoted(at + 1, cell.close, cell.has_quotes_inside);
          record.lines += cell.lines;
          at = cell.after;
        } else {
          at = plain_cell(at, at + 1, cells);
        }
      } else {
        at = plain_cell(at, at, cells);
      }
      if (at >= text_.size()) {
        record.end = text_.size();
        return record;
      }
      if (text_[at++] != delimiter_) {
        record.end = at;
        ++record.lines;
        return record;
      }
    }
  }

 private:
  struct QuotedCell {
    bool is_closed = false;
    bool is_broken = false;
    bool has_quotes_inside = false;
    std::size_t close = 0;    ///< The closing quote.
    std::size_t after = 0;    ///< The delimiter or line end behind it, or the end of the text.
    std::uint64_t lines = 0;  ///< Line ends inside.
  };

  std::size_t past_carriage_returns(std::size_t at) const {
    if (line_end_ == '\r') return at;
    while (at < text_.size() && text_[at] == '\r') ++at;
    return at;
  }

  template <typename Cells>
  std::size_t plain_cell(std::size_t begin, std::size_t from, Cells& cells) {
    std::size_t end = scanner_.next(from);
    // A quote inside is a plain character: 12" pipe.
    while (end < text_.size() && has_quotes_ && text_[end] == quote_) end = scanner_.next(end + 1);
    std::size_t last = end;
    bool const at_line_end = end == text_.size() || text_[end] == line_end_;
    if (at_line_end && line_end_ == '\n') {
      while (last > begin && text_[last - 1] == '\r') --last;
    }
    cells.plain(begin, last);
    return end;
  }

  /// The delimiter or line end that makes a quote before `at` a closing one; npos when none does.
  std::size_t closed_by(std::size_t at) const {
    while (at < text_.size() && text_[at] == ' ' && delimiter_ != ' ') ++at;
    if (at == text_.size() || text_[at] == delimiter_ || text_[at] == line_end_) return at;
    auto const here = past_carriage_returns(at);
    bool const is_line_end = here == text_.size() || text_[here] == line_end_;
    return here > at && is_line_end ? here : std::string_view::npos;
  }

  QuotedCell quoted_cell(std::size_t open) {
    QuotedCell cell;
    bool is_lenient = false;  // An inner quote was not doubled: "ООО "Щит", Москва".
    std::size_t lenient_from = 0;
    std::size_t at = open + 1;
    while ((at = scanner_.next(at)) < text_.size()) {
      char const c = text_[at];
      if (c != quote_) {
        if (c == line_end_) {
          if (is_lenient) return stray_until(at, lenient_from);
          if (++cell.lines > CsvReader::kQuotedLinesMax) return stray();
        }
        ++at;
        continue;
      }
      auto const after = closed_by(at + 1);
      if (after != std::string_view::npos) return closed(cell, at, after, is_lenient);
      cell.has_quotes_inside = true;
      bool const is_doubled = at + 1 < text_.size() && text_[at + 1] == quote_;
      if (is_doubled) {
        // "ООО "Щит"": once quotes are not doubled, the last of two is the closing one.
        auto const after_two = is_lenient ? closed_by(at + 2) : std::string_view::npos;
        if (after_two != std::string_view::npos) return closed(cell, at + 1, after_two, true);
        at += 2;
        continue;
      }
      // A quote that opens a cell, or any lone quote on a later line, shows that ours was stray.
      bool const opens_another = text_[at - 1] == delimiter_ && at > open + 1;
      if (opens_another) return is_lenient ? stray_until(at, lenient_from) : stray();
      bool const is_known_open = open >= no_close_from_ && at < no_close_before_;
      if (cell.lines > 0 || is_known_open) return stray();
      if (!is_lenient) lenient_from = at;
      is_lenient = true;
      ++at;
    }
    return is_lenient ? stray_until(text_.size(), lenient_from) : stray();
  }

  static QuotedCell closed(QuotedCell cell, std::size_t close, std::size_t after, bool is_broken) {
    cell.is_closed = true;
    cell.is_broken = is_broken;
    cell.close = close;
    cell.after = after;
    return cell;
  }

  static QuotedCell stray() {
    QuotedCell cell;
    cell.is_broken = true;
    return cell;
  }

  /// Remembers where no quote closes a cell, so that a line of many stray quotes costs one look.
  QuotedCell stray_until(std::size_t before, std::size_t from) {
    no_close_from_ = from;
    no_close_before_ = before;
    return stray();
  }

  std::string_view text_;
  char delimiter_;
  char line_end_;
  bool has_quotes_;
  char quote_;
  CsvScanner scanner_;
  std::size_t no_close_from_ = 0;    ///< Cells that open here ...
  std::size_t no_close_before_ = 0;  ///< ... are not closed before here once a quote is lone.
};

}  // namespace tw::io
