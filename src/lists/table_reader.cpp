#include "lists/table_reader.h"

#include <algorithm>

#include <fmt/core.h>

#include "tidewaiter/text.h"

namespace tw::lists {
namespace {

constexpr std::size_t kDialectBytes = 64 * 1024;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

std::vector<std::string> keys_of(io::CsvRecord const& record) {
  std::vector<std::string> keys;
  keys.reserve(record.cells.size());
  for (auto const& cell : record.cells) keys.push_back(header_key(cell));
  return keys;
}

}  // namespace

std::string header_key(std::string_view header) {
  std::string key;
  char before = 0;
  for (char const c : text::trimmed(header)) {
    if (c == ' ' || c == '-' || c == '/' || c == '.' || c == '_' || c == '\t') {
      if (!key.empty() && key.back() != '_') key += '_';
    } else if (is_upper(c)) {
      if (is_lower(before)) key += '_';
      key += static_cast<char>(c | 0x20);
    } else {
      key += c;
    }
    before = c;
  }
  while (key.ends_with('_')) key.pop_back();
  // Headers in other scripts come in either case.
  return text::is_valid_utf8(key) ? text::lowered(key) : key;
}

std::vector<std::string> header_keys(std::string_view head) {
  io::CsvReader reader(head, io::detect_dialect(head));
  io::CsvRecord record;
  if (!reader.next(record)) return {};
  return keys_of(record);
}

TableReader::TableReader(std::string_view utf8, std::uint64_t line)
    : reader_(utf8, io::detect_dialect(utf8.substr(0, kDialectBytes)), 0, line) {
  if (reader_.next(record_)) keys_ = keys_of(record_);
}

std::optional<std::size_t> TableReader::column(std::string_view key) const {
  auto const found = std::ranges::find(keys_, key);
  if (found == keys_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - keys_.begin());
}

bool TableReader::next() {
  while (reader_.next(record_)) {
    // 0x1A is the end mark of files that come from DOS.
    auto const has_text = [](std::string_view cell) {
      auto const text = text::trimmed(cell);
      return !text.empty() && text != "\x1a";
    };
    if (std::ranges::any_of(record_.cells, has_text)) return true;
  }
  return false;
}

std::string_view TableReader::cell(std::size_t column) const {
  return column < record_.cells.size() ? text::trimmed(record_.cells[column]) : std::string_view();
}

std::string_view TableReader::cell(std::optional<std::size_t> column) const {
  return column ? cell(*column) : std::string_view();
}

std::string TableReader::place() const { return fmt::format("line {}", record_.span.line); }

}  // namespace tw::lists
