#include <algorithm>
#include <cstring>

#include "io/csv_machine.h"

namespace tw::io {

namespace {

class PartCutter {
 public:
  PartCutter(std::string_view text, CsvDialect dialect)
      : text_(text),
        line_end_(dialect.cr_only ? '\r' : '\n'),
        quote_(dialect.quote),
        machine_(text, dialect) {}

  /// The first record boundary at or after `target`; `at` is a record boundary before it.
  std::size_t boundary(std::size_t at, std::size_t target) {
    while (at < target) {
      auto const quote = next_quote(at);
      // Before the next quote every line end is a record's end.
      auto const line = line_after(target - 1, quote);
      if (line != std::string_view::npos) return line;
      if (quote == text_.size()) return text_.size();
      auto const before = text_.substr(at, quote - at).rfind(line_end_);
      auto const start = before == std::string_view::npos ? at : at + before + 1;
      NoCells nobody;
      at = machine_.read(start, nobody).end;
    }
    return at;
  }

 private:
  std::size_t next_quote(std::size_t from) {
    if (quote_ == '\0') return text_.size();
    if (quote_at_ >= from && quote_at_ != std::string_view::npos) return quote_at_;
    quote_at_ = std::min(text_.find(quote_, from), text_.size());
    return quote_at_;
  }

  // One past the first line end from `from` on that lies before `limit`.
  std::size_t line_after(std::size_t from, std::size_t limit) const {
    if (from >= limit) return std::string_view::npos;
    auto const found = text_.substr(0, limit).find(line_end_, from);
    return found == std::string_view::npos ? found : found + 1;
  }

  std::string_view text_;
  char line_end_;
  char quote_;
  CsvMachine machine_;
  std::size_t quote_at_ = std::string_view::npos;
};

}  // namespace

std::vector<Span> csv_parts(std::string_view bytes, CsvDialect dialect, std::uint64_t part_bytes) {
  ensure(part_bytes > 0, "a part has at least one byte");
  PartCutter cutter(bytes, dialect);
  std::vector<Span> parts;
  std::uint64_t line = 1;
  std::size_t at = 0;
  while (at < bytes.size()) {
    auto const step = std::min<std::uint64_t>(part_bytes, bytes.size() - at);
    // As CsvReader does: a quote right behind the byte order mark opens a cell.
    bool const has_mark = at == 0 && bytes.starts_with("\xEF\xBB\xBF");
    auto const end = cutter.boundary(has_mark ? 3 : at, at + static_cast<std::size_t>(step));
    parts.push_back({at, end, line});
    line += line_ends(bytes.substr(at, end - at), dialect);
    at = end;
  }
  return parts;
}

}  // namespace tw::io
