#include <gmock/gmock.h>

#include "lists/dates.h"
#include "unit/lists/real_lists.h"

namespace tw::lists {
namespace {

using testing::HasSubstr;

TEST(ReadList, names_the_formats_it_reads_for_an_unknown_one) {
  for (std::string_view const bytes :
       {"just some words\nand more of them\n", "<html><body>404</body></html>",
        "{\"error\": \"not found\"}", "a,b,c\n1,2,3\n", "\x89PNG\r\n\x1a\n\0\0\0"}) {
    auto const reading = read_list(bytes, Job{});
    ASSERT_FALSE(reading) << bytes;
    EXPECT_EQ(reading.error().kind, ErrorKind::bad_input);
    EXPECT_THAT(reading.error().advice, HasSubstr("US Consolidated Screening List"));
    EXPECT_THAT(reading.error().advice, HasSubstr("UN Security Council"));
  }
}

TEST(ReadList, calls_an_empty_file_empty) {
  for (std::string_view const bytes : {"", "\xEF\xBB\xBF", " \r\n\n"}) {
    auto const reading = read_list(bytes, Job{});
    ASSERT_FALSE(reading);
    EXPECT_THAT(reading.error().message, HasSubstr("empty"));
  }
}

TEST(ReadList, calls_a_list_without_entries_so) {
  auto const reading = read_list("entity_id,name\n", Job{});
  ASSERT_FALSE(reading);
  EXPECT_THAT(reading.error().message, HasSubstr("no entry"));
}

TEST(ReadList, reads_behind_a_byte_order_mark_and_from_utf_16) {
  EXPECT_EQ(read_ok("\xEF\xBB\xBFname,country\nA LLC,RU\n").entries.size(), 1U);
  std::string wide = "\xFF\xFE";
  for (char const c : std::string_view("name,country\nA LLC,RU\n")) {
    wide += c;
    wide += '\0';
  }
  EXPECT_EQ(read_ok(wide).entries.at(0).names[0].name, "A LLC");
}

TEST(ReadList, repairs_bytes_that_are_no_utf_8_and_says_so) {
  auto const reading = read_ok("name,country\nA\xFF LLC,RU\nB LLC,CN\n");
  EXPECT_EQ(reading.entries.size(), 2U);
  EXPECT_EQ(reading.notes.size(), 1U);
}

TEST(ReadList, stops_when_asked_to) {
  std::stop_source source;
  source.request_stop();
  auto const reading = read_list("name,country\nA,RU\n", Job{.stop = source.get_token()});
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().kind, ErrorKind::interrupted);
}

TEST(ReadDay, reads_the_days_that_lists_write) {
  auto const iso = [](std::string_view text, DayOrder order = DayOrder::day_first) {
    auto const day = read_day(text, order);
    return day ? day->iso() : "absent";
  };
  EXPECT_EQ(iso("2021-12-16"), "2021-12-16");
  EXPECT_EQ(iso("2021-12-16T00:00:09Z"), "2021-12-16");
  EXPECT_EQ(iso("2015-04-07-04:00"), "2015-04-07");
  EXPECT_EQ(iso("20211216"), "2021-12-16");
  EXPECT_EQ(iso("16 Dec 2021"), "2021-12-16");
  EXPECT_EQ(iso("25 November 2025"), "2025-11-25");
  EXPECT_EQ(iso("12.9.2014"), "2014-09-12");
  EXPECT_EQ(iso("04/05/2022"), "2022-05-04");
  EXPECT_EQ(iso("04/05/2022", DayOrder::month_first), "2022-04-05");
}

TEST(ReadDay, guesses_no_day) {
  for (std::string_view const text :
       {"", "1970", "circa 1970", "2021-12", "Dec 2021", "31.2.2020", "between 1960 and 1963",
        "00/00/2020", "2021-13-01", "1 2 3 4"}) {
    EXPECT_FALSE(read_day(text)) << text;
  }
}

}  // namespace
}  // namespace tw::lists
