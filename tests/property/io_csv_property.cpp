#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/io_csv_read.h"

namespace tw {
namespace {

using reference::read_parts;
using reference::read_whole;

/// Bytes among which quotes, delimiters and line ends are common.
rc::Gen<std::string> csv_like_text() {
  auto const byte = rc::gen::weightedOneOf<char>({
      {6, rc::gen::element('a', 'b', ' ', '\xD0', '1')},
      {4, rc::gen::just('"')},
      {3, rc::gen::element(',', ';')},
      {2, rc::gen::just('\n')},
      {1, rc::gen::just('\r')},
      {1, rc::gen::element('\0', '\x1A', '\t')},
  });
  return rc::gen::scale(4.0, rc::gen::container<std::string>(byte));
}

rc::Gen<io::CsvDialect> dialects() {
  return rc::gen::build<io::CsvDialect>(
      rc::gen::set(&io::CsvDialect::delimiter, rc::gen::element(',', ';')),
      rc::gen::set(&io::CsvDialect::quote, rc::gen::weightedElement<char>({{9, '"'}, {1, '\0'}})),
      rc::gen::set(&io::CsvDialect::cr_only,
                   rc::gen::weightedElement<bool>({{8, false}, {2, true}})));
}

RC_GTEST_PROP(CsvReader, agrees_with_its_slow_twin, ()) {
  auto const text = *csv_like_text();
  auto const dialect = *dialects();
  RC_ASSERT(read_whole(text, dialect) == reference::slow_csv(text, dialect));
}

RC_GTEST_PROP(CsvParts, give_the_records_of_the_whole, ()) {
  auto const text = *csv_like_text();
  auto const dialect = *dialects();
  auto const part_bytes = *rc::gen::inRange<std::uint64_t>(1, 200);
  RC_ASSERT(read_parts(text, dialect, part_bytes) == read_whole(text, dialect));
}

RC_GTEST_PROP(CsvParts, cover_every_byte_once, ()) {
  auto const text = *csv_like_text();
  auto const parts = io::csv_parts(text, {}, *rc::gen::inRange<std::uint64_t>(1, 200));
  std::uint64_t at = 0;
  for (auto const& part : parts) {
    RC_ASSERT(part.begin == at);
    RC_ASSERT(part.end > part.begin);
    at = part.end;
  }
  RC_ASSERT(at == text.size());
}

RC_GTEST_PROP(CsvReader, gives_back_what_was_written, ()) {
  auto const cell = rc::gen::container<std::string>(
      rc::gen::element('a', ',', '"', '\n', '\r', ' ', '\t', ';', '\xD0', '\0', '\x1A'));
  auto const record = rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(cell));
  auto const table = *rc::gen::container<std::vector<std::vector<std::string>>>(record);
  auto const delimiter = *rc::gen::element(',', ';', '\t', '|');
  std::string text;
  for (auto const& cells : table) {
    std::vector<std::string_view> const views(cells.begin(), cells.end());
    io::append_csv_record(views, text, delimiter);
  }
  std::vector<std::vector<std::string>> read;
  for (auto& row : read_whole(text, {.delimiter = delimiter})) {
    RC_ASSERT(!row.broken_quote);
    read.push_back(std::move(row.cells));
  }
  RC_ASSERT(read == table);
}

RC_GTEST_PROP(CsvReader, spans_follow_one_another_and_name_the_line, ()) {
  auto const text = *csv_like_text();
  std::uint64_t end = 0;
  for (auto const& record : read_whole(text, {})) {
    RC_ASSERT(record.span.begin >= end);
    RC_ASSERT(record.span.line ==
              1 + io::line_ends(std::string_view(text).substr(0, record.span.begin)));
    end = record.span.end;
  }
  RC_ASSERT(end <= text.size());
}

}  // namespace
}  // namespace tw
