#include "io/csv_machine.h"

namespace tw::io {

struct CsvReader::State {
  CsvMachine machine;
  std::string scratch;

  struct Unescaped {
    std::size_t cell, begin, size;
  };
  std::vector<Unescaped> unescaped;  ///< Cells whose text is in `scratch`.
};

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Collects cells as views; those with doubled quotes go through the scratch memory.
template <typename State>
struct CellViews {
  std::string_view text;
  char quote;
  State& state;
  std::vector<std::string_view>& cells;

  void plain(std::size_t begin, std::size_t end) {
    cells.push_back(text.substr(begin, end - begin));
  }

  void quoted(std::size_t begin, std::size_t end, bool has_quotes_inside) {
    auto const raw = text.substr(begin, end - begin);
    cells.push_back(raw);
    if (!has_quotes_inside) return;
    auto const start = state.scratch.size();
    for (std::size_t i = 0; i < raw.size(); ++i) {
      state.scratch += raw[i];
      if (raw[i] == quote && i + 1 < raw.size() && raw[i + 1] == quote) ++i;
    }
    state.unescaped.push_back({cells.size() - 1, start, state.scratch.size() - start});
  }
};

}  // namespace

CsvReader::CsvReader(std::string_view bytes, CsvDialect dialect, std::uint64_t base,
                     std::uint64_t line)
    : text_(bytes),
      dialect_(dialect),
      base_(base),
      line_(line),
      state_(std::make_unique<State>(State{CsvMachine(bytes, dialect), {}, {}})) {
  ensure(dialect.delimiter != dialect.quote, "a delimiter differs from the quote");
  if (base == 0 && text_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
}

CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;
CsvReader::~CsvReader() = default;

bool CsvReader::next(CsvRecord& record) {
  record.cells.clear();
  record.broken_quote = false;
  at_ = state_->machine.past_blank_lines(at_, line_);
  if (at_ >= text_.size()) return false;
  state_->scratch.clear();
  state_->unescaped.clear();
  CellViews<State> cells{text_, dialect_.quote, *state_, record.cells};
  auto const read = state_->machine.read(at_, cells);
  // Only now, because the scratch memory moves while it grows.
  for (auto const& [cell, begin, size] : state_->unescaped) {
    record.cells[cell] = std::string_view(state_->scratch).substr(begin, size);
  }
  record.span = {base_ + at_, base_ + read.end, line_};
  record.broken_quote = read.broken_quote;
  at_ = read.end;
  line_ += read.lines;
  return true;
}

}  // namespace tw::io
