#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reference/io_csv_read.h"

namespace tw {
namespace {

using Rows = std::vector<std::vector<std::string>>;
using reference::read_whole;

Rows rows_of(std::string_view text, io::CsvDialect dialect = {}) {
  Rows rows;
  for (auto const& record : read_whole(text, dialect)) rows.push_back(record.cells);
  // The slow twin reads the same from every example below.
  EXPECT_EQ(read_whole(text, dialect), reference::slow_csv(text, dialect)) << text;
  return rows;
}

TEST(CsvReader, splits_cells_and_records) {
  EXPECT_EQ(rows_of("a,b\n1,2\n"), (Rows{{"a", "b"}, {"1", "2"}}));
}

TEST(CsvReader, reads_a_last_record_without_a_line_end) {
  EXPECT_EQ(rows_of("a,b\n1,"), (Rows{{"a", "b"}, {"1", ""}}));
}

TEST(CsvReader, takes_lf_crlf_and_lone_cr_as_line_ends) {
  Rows const rows{{"a", "b"}, {"1", "2"}};
  EXPECT_EQ(rows_of("a,b\n1,2\n"), rows);
  EXPECT_EQ(rows_of("a,b\r\n1,2\r\n"), rows);
  EXPECT_EQ(rows_of("a,b\r\r\n1,2\r\r\n"), rows);
  EXPECT_EQ(rows_of("a,b\r1,2\r", {.cr_only = true}), rows);
}

TEST(CsvReader, keeps_a_lone_cr_inside_a_cell_of_a_file_with_lf) {
  EXPECT_EQ(rows_of("a\rb,c\n"), (Rows{{"a\rb", "c"}}));
}

TEST(CsvReader, skips_blank_lines_but_counts_them) {
  auto const records = read_whole("\n\r\na,b\n\n\n1,2\n", {});
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].span, (io::Span{3, 7, 3}));
  EXPECT_EQ(records[1].span, (io::Span{9, 13, 6}));
}

TEST(CsvReader, keeps_an_embedded_newline_in_one_record) {
  auto const records = read_whole("a,\"1\n2\",c\nd\n", {});
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].cells[1], "1\n2");
  EXPECT_EQ(records[1].span.line, 3U);
}

TEST(CsvReader, keeps_delimiters_inside_quotes) {
  EXPECT_EQ(rows_of("\"a,b\",c\n"), (Rows{{"a,b", "c"}}));
}

TEST(CsvReader, undoubles_quotes) {
  EXPECT_EQ(rows_of("\"say \"\"hi\"\"\",\"\"\"\",\"\"\n"), (Rows{{"say \"hi\"", "\"", ""}}));
}

TEST(CsvReader, takes_a_quote_inside_a_plain_cell_as_it_is) {
  auto const records = read_whole("12\" pipe,OOO \"X\"\n", {});
  EXPECT_EQ(records[0].cells, (std::vector<std::string>{"12\" pipe", "OOO \"X\""}));
  EXPECT_FALSE(records[0].broken_quote);
}

TEST(CsvReader, forgives_spaces_behind_a_closing_quote) {
  EXPECT_EQ(rows_of("\"a\" ,\"b\"  \n"), (Rows{{"a", "b"}}));
}

TEST(CsvReader, keeps_quotes_that_are_not_doubled_and_marks_the_record) {
  auto const records = read_whole("\"OOO \"Shield, Sword\" Ltd\",5\n", {});
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].cells, (std::vector<std::string>{"OOO \"Shield, Sword\" Ltd", "5"}));
  EXPECT_TRUE(records[0].broken_quote);
}

TEST(CsvReader, closes_at_the_second_of_two_quotes_once_they_are_not_doubled) {
  EXPECT_EQ(rows_of("\"OOO \"Shield\"\",5\nx,y\n"), (Rows{{"OOO \"Shield\"", "5"}, {"x", "y"}}));
}

TEST(CsvReader, does_not_let_a_stray_quote_swallow_the_next_lines) {
  Rows const rows{{"\"12 pipe", "1"}, {"x", "2"}, {"y", "3"}};
  EXPECT_EQ(rows_of("\"12 pipe,1\n\"x\",2\ny,3\n"), rows);
  EXPECT_EQ(rows_of("\"12 pipe,1\nx,2\ny,3\n"), rows);
}

TEST(CsvReader, does_not_let_a_stray_quote_swallow_the_next_cell) {
  EXPECT_EQ(rows_of("\"a \"b,c,\"d\",e\n"), (Rows{{"\"a \"b", "c", "d", "e"}}));
  EXPECT_EQ(rows_of("\"a,\"b\",c\n"), (Rows{{"\"a", "b", "c"}}));
}

TEST(CsvReader, gives_up_a_quote_after_a_thousand_lines) {
  std::string text = "\"open,1\n";
  for (int i = 0; i < io::CsvReader::kQuotedLinesMax; ++i) text += "x,y\n";
  text += "z\",1\n";
  EXPECT_EQ(rows_of(text).size(), io::CsvReader::kQuotedLinesMax + 2U);
  std::string long_cell = "\"";
  for (int i = 0; i < io::CsvReader::kQuotedLinesMax; ++i) long_cell += "line\n";
  EXPECT_EQ(rows_of(long_cell + "\",b\n").size(), 1U);
}

TEST(CsvReader, skips_a_byte_order_mark_at_the_start_only) {
  auto const records = read_whole("\xEF\xBB\xBF\"a\",b\n\xEF\xBB\xBFx,y\n", {});
  EXPECT_EQ(records[0].cells[0], "a");
  EXPECT_EQ(records[0].span.begin, 3U);
  EXPECT_EQ(records[1].cells[0], "\xEF\xBB\xBFx");
}

TEST(CsvReader, skips_a_ctrl_z_at_the_end) {
  EXPECT_EQ(rows_of("a,b\r\n\x1A").size(), 1U);
  EXPECT_EQ(rows_of("a,\x1A\r\n")[0][1], "\x1A");
}

TEST(CsvReader, keeps_nul_bytes_and_bytes_that_are_not_utf8) {
  using namespace std::string_literals;
  EXPECT_EQ(rows_of("a\0b,\xCF\xF0\n"s), (Rows{{"a\0b"s, "\xCF\xF0"}}));
}

TEST(CsvReader, reads_quotes_as_plain_characters_when_told_so) {
  EXPECT_EQ(rows_of("\"a\t\"b\"\n", {.delimiter = '\t', .quote = '\0'}), (Rows{{"\"a", "\"b\""}}));
}

TEST(CsvReader, reads_nothing_from_nothing) {
  EXPECT_TRUE(rows_of("").empty());
  EXPECT_TRUE(rows_of("\n\r\n").empty());
  EXPECT_TRUE(rows_of("\xEF\xBB\xBF").empty());
}

TEST(CsvReader, gives_places_in_the_source_when_it_starts_in_the_middle) {
  io::CsvReader reader("c,d\n", {}, 100, 7);
  io::CsvRecord record;
  ASSERT_TRUE(reader.next(record));
  EXPECT_EQ(record.span, (io::Span{100, 104, 7}));
}

TEST(CsvReader, takes_a_line_of_many_stray_quotes_in_linear_time) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += ",\"a";
  EXPECT_EQ(read_whole(text, {})[0].cells.size(), 200'001U);
}

TEST(CsvParts, begin_at_records_and_count_lines) {
  std::string_view const text = "a,b\n\"1\n2\",c\nd,e\n";
  EXPECT_THAT(io::csv_parts(text, {}, 5),
              testing::ElementsAre(io::Span{0, 12, 1}, io::Span{12, 16, 4}));
}

TEST(CsvParts, of_nothing_are_none) { EXPECT_TRUE(io::csv_parts("", {}, 10).empty()); }

TEST(LineEnds, are_counted_in_blocks_and_rests) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += i % 3 == 0 ? "\n" : "x";
  EXPECT_EQ(io::line_ends(text), 3334U);
  EXPECT_EQ(io::line_ends("a\rb\n\r", {.cr_only = true}), 2U);
}

}  // namespace
}  // namespace tw
