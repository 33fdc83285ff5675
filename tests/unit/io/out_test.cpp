#include <gtest/gtest.h>

#include "tidewaiter/io.h"

namespace tw {
namespace {

using namespace std::string_view_literals;

std::string cell(std::string_view text) {
  std::string out;
  io::append_csv_cell(text, out);
  return out;
}

std::string json(std::string_view text) {
  std::string out;
  io::append_json_string(text, out);
  return out;
}

TEST(CsvOut, quotes_a_cell_only_when_it_must) {
  EXPECT_EQ(cell("plain 12.5"), "plain 12.5");
  EXPECT_EQ(cell(""), "");
  EXPECT_EQ(cell("a,b"), "\"a,b\"");
  EXPECT_EQ(cell("say \"hi\""), "\"say \"\"hi\"\"\"");
  EXPECT_EQ(cell("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(cell(" edge"), "\" edge\"");
}

TEST(CsvOut, writes_a_record_of_one_empty_cell_so_that_it_is_no_blank_line) {
  std::string out;
  std::string_view const cells[] = {""};
  io::append_csv_record(cells, out);
  EXPECT_EQ(out, "\"\"\n");
}

TEST(JsonOut, escapes_what_json_forbids) {
  EXPECT_EQ(json("a\"b\\c\n\t\r"), R"("a\"b\\c\n\t\r")");
  EXPECT_EQ(json("\x01\x1F\x7F"), "\"\\u0001\\u001f\\u007f\"");
  EXPECT_EQ(json("\0"sv), R"("\u0000")");
}

TEST(JsonOut, keeps_unicode_and_replaces_invalid_bytes) {
  EXPECT_EQ(json("щит 盾"), "\"щит 盾\"");
  EXPECT_EQ(json("a\xFFz"), "\"a\xEF\xBF\xBDz\"");
}

}  // namespace
}  // namespace tw
