#include <algorithm>

#include <gtest/gtest.h>

#include "tidewaiter/reference.h"

#include "reference/rows.h"

namespace tw::reference {
namespace {

TEST(OwnTable, reads_quoted_fields_and_skips_comments) {
  auto const table =
      OwnTable::from_text("# comment\nname,code\n\"KOREA, REPUBLIC OF\",KR\r\n\"a\"\"b\",\n");
  ASSERT_EQ(table.size(), 2U);
  EXPECT_EQ(table.cell(0, table.column("name")), "KOREA, REPUBLIC OF");
  EXPECT_EQ(table.cell(0, table.column("code")), "KR");
  EXPECT_EQ(table.cell(1, 0), "a\"b");
  EXPECT_EQ(table.cell(1, 1), "");
}

TEST(OwnTableDeathTest, stops_at_a_row_with_a_field_too_many) {
  EXPECT_DEATH(OwnTable::from_text("a,b\n1,2,3\n"), "as many fields");
}

TEST(OwnList, splits_at_bars) {
  EXPECT_EQ(own_list("a|b c|d"), (std::vector<std::string_view>{"a", "b c", "d"}));
  EXPECT_TRUE(own_list("").empty());
}

TEST(Embedded, holds_every_table_under_its_path) {
  EXPECT_TRUE(embedded("reference/countries.csv").find("TR,TUR,792,Turkey") !=
              std::string_view::npos);
  auto const paths = embedded_paths("reference/");
  EXPECT_GE(paths.size(), 12U);
  EXPECT_TRUE(std::ranges::is_sorted(paths));
  EXPECT_EQ(embedded_paths("generated/country_names.tsv").size(), 1U);
  EXPECT_TRUE(embedded_paths("no such folder/").empty());
}

TEST(EmbeddedDeathTest, stops_at_a_name_that_is_not_there) {
  EXPECT_DEATH(embedded("reference/nothing.csv"), "embedded file");
}

}  // namespace
}  // namespace tw::reference
