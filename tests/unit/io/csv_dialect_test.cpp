#include <gtest/gtest.h>

#include "tidewaiter/io.h"

namespace tw {
namespace {

char delimiter_of(std::string_view head) { return io::detect_dialect(head).delimiter; }

TEST(DetectDialect, finds_each_delimiter) {
  EXPECT_EQ(delimiter_of("a,b,c\n1,2,3\n4,5,6\n"), ',');
  EXPECT_EQ(delimiter_of("a;b;c\n1;2;3\n4;5;6\n"), ';');
  EXPECT_EQ(delimiter_of("a\tb\tc\n1\t2\t3\n4\t5\t6\n"), '\t');
  EXPECT_EQ(delimiter_of("a|b|c\n1|2|3\n4|5|6\n"), '|');
}

TEST(DetectDialect, is_not_misled_by_decimal_commas) {
  EXPECT_EQ(delimiter_of("name;kg;usd\nx;1,5;2,50\ny;3,5;4,75\nz;1,0;2,00\n"), ';');
}

TEST(DetectDialect, is_not_misled_by_commas_in_texts) {
  EXPECT_EQ(delimiter_of("id\tgoods\n1\tpumps, new, steel\n2\tvalves, old\n3\tpipes, a, b\n"),
            '\t');
  EXPECT_EQ(delimiter_of("id|goods|kg\n1|a;b,c|5\n2|d;e,f|6\n"), '|');
}

TEST(DetectDialect, ignores_delimiters_in_quotes) {
  EXPECT_EQ(delimiter_of("\"a;b;c;d\",x\n\"e;f;g;h\",y\n\"i;j;k;l\",z\n"), ',');
}

TEST(DetectDialect, looks_past_title_rows) {
  EXPECT_EQ(delimiter_of("Imports, 2022, all posts\n\nid;name;kg\n1;x;2\n2;y;3\n3;z;4\n"), ';');
}

TEST(DetectDialect, finds_files_with_lone_crs) {
  auto const dialect = io::detect_dialect("a;b\r1;2\r");
  EXPECT_TRUE(dialect.cr_only);
  EXPECT_EQ(dialect.delimiter, ';');
  EXPECT_FALSE(io::detect_dialect("a;b\r\n1;2\r\n").cr_only);
}

TEST(DetectDialect, falls_back_on_the_comma) {
  EXPECT_EQ(delimiter_of(""), ',');
  EXPECT_EQ(delimiter_of("one column\nonly\n"), ',');
}

TEST(DetectDialect, reads_a_single_record) { EXPECT_EQ(delimiter_of("a;b;c"), ';'); }

}  // namespace
}  // namespace tw
