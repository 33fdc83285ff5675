#include <fstream>

#include <gtest/gtest.h>

#include "tidewaiter/evidence.h"

namespace tw::evidence {
namespace {

TEST(RowName, is_a_file_and_a_line) {
  auto const name = parse_row_name("imports: 2022.csv:17");
  ASSERT_TRUE(name);
  EXPECT_EQ(name->file, "imports: 2022.csv");
  EXPECT_EQ(name->line, 17U);
  EXPECT_EQ(parse_row_name("book.xlsx#Sheet1:3")->file, "book.xlsx#Sheet1");
  for (char const* text : {"", ":", "a.csv", "a.csv:", "a.csv:0", "a.csv:x", "a.csv:1x", ":4"}) {
    EXPECT_FALSE(parse_row_name(text)) << text;
  }
}

TEST(Citation, gives_the_bytes_of_its_range_and_notices_a_changed_file) {
  auto const file = std::filesystem::temp_directory_path() / "tw_citation.csv";
  std::ofstream(file) << "a,b\n1,2\n";
  Citation const citation{
      .file = "x.csv", .sha256 = "ab", .line = 2, .byte_begin = 4, .byte_end = 8};
  EXPECT_EQ(*cited_bytes(file, citation), "1,2\n");
  EXPECT_TRUE(verify_source(file, sha256_hex("a,b\n1,2\n")));
  std::ofstream(file) << "a,b\n1,3\n";
  EXPECT_FALSE(verify_source(file, sha256_hex("a,b\n1,2\n")));
  std::ofstream(file) << "a";
  EXPECT_FALSE(cited_bytes(file, citation));
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace tw::evidence
