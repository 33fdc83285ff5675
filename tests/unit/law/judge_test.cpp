#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tidewaiter/io.h"
#include "tidewaiter/law.h"
#include "tidewaiter/text.h"

namespace tw::law {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<std::string> split(std::string_view text, char by) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    auto const end = text.find(by);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return parts;
}

std::optional<Date> day(std::string_view text) {
  if (text.empty()) return std::nullopt;
  auto const date = parse_iso_date(text);
  EXPECT_TRUE(date) << text;
  return date;
}

// The table was written from the sources before the code (docs/methods/law.md).
TEST(Judge, agrees_with_the_table_of_lawyers_cases) {
  char const* const root = std::getenv("TW_SOURCE_DIR");
  if (root == nullptr) GTEST_SKIP() << "TW_SOURCE_DIR is not set";
  auto const bytes = io::read_file(std::filesystem::path(root) / "tests/data/law/effect_cases.csv");
  ASSERT_TRUE(bytes) << bytes.error().text();
  io::CsvReader reader(*bytes, {});
  io::CsvRecord record;
  ASSERT_TRUE(reader.next(record));
  int cases = 0;
  while (reader.next(record)) {
    auto const& cells = record.cells;
    ASSERT_EQ(cells.size(), 12U) << "line " << record.span.line;
    SCOPED_TRACE(std::string(cells[0]));
    Listing const listing{.list = std::string(cells[1]),
                          .programmes = split(cells[2], '|'),
                          .listed_on = day(cells[3]),
                          .delisted_on = day(cells[4])};
    auto const on = day(cells[5]);
    auto const act = act_by_name(cells[6]);
    ASSERT_TRUE(on && act);
    auto const finding = judge(listing, *act, cells[7], *on);
    EXPECT_EQ(restricted_name(finding.restricted), cells[8]) << finding.reason;
    EXPECT_FALSE(finding.reason.empty());
    auto const sentence = effect_sentence(listing, *on);
    for (auto const& part : split(cells[9], '|')) EXPECT_THAT(sentence, HasSubstr(part));
    for (auto const& part : split(cells[10], '|')) EXPECT_THAT(sentence, Not(HasSubstr(part)));
    ++cases;
  }
  EXPECT_GE(cases, 60);
}

TEST(Judge, takes_the_day_of_the_file_for_a_list_without_dates) {
  Listing listing{.list = "us_sdn", .programmes = {"SYRIA"}, .listed_on = {}, .delisted_on = {}};
  listing.seen_on = day("2021-07-01");
  EXPECT_EQ(judge(listing, Act::provide_funds, "US", *day("2022-12-05")).restricted,
            Restricted::yes);
  EXPECT_EQ(judge(listing, Act::provide_funds, "US", *day("2020-12-05")).restricted,
            Restricted::depends);
}

TEST(Judge, depends_when_the_actor_is_unknown) {
  Listing const listing{
      .list = "eu_269", .programmes = {}, .listed_on = day("2022-02-23"), .delisted_on = {}};
  EXPECT_EQ(judge(listing, Act::export_to, "", *day("2022-12-05")).restricted, Restricted::depends);
}

TEST(Judge, binds_the_united_kingdom_by_eu_law_only_while_a_member) {
  Listing const listing{
      .list = "eu_269", .programmes = {}, .listed_on = day("2014-03-17"), .delisted_on = {}};
  EXPECT_EQ(judge(listing, Act::provide_funds, "GB", *day("2016-01-01")).restricted,
            Restricted::yes);
  EXPECT_EQ(judge(listing, Act::provide_funds, "GB", *day("2022-12-05")).restricted,
            Restricted::no);
}

TEST(Judge, never_uses_a_word_that_acquits_or_condemns) {
  for (auto const& info : all_lists()) {
    auto const sentence = effect_sentence(info.id, {}, std::nullopt, *day("2022-12-05"));
    for (auto const* word : {"illegal", "guilty", "is legal", "cleared", "innocent"}) {
      EXPECT_THAT(sentence, Not(HasSubstr(word))) << info.id;
    }
  }
}

}  // namespace
}  // namespace tw::law
