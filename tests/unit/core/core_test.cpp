#include "tidewaiter/core.h"

#include <atomic>

#include <gtest/gtest.h>

namespace tw {
namespace {

std::int64_t units(std::string_view text, int scale) {
  std::int64_t value = 0;
  EXPECT_EQ(read_decimal(text, scale, value), DecimalRead::exact) << text;
  return value;
}

TEST(Decimal, reads_digits_around_the_point) {
  EXPECT_EQ(units("12.5", 6), 12'500'000);
  EXPECT_EQ(units("-0.000001", 6), -1);
  EXPECT_EQ(units("+7", 4), 70'000);
  EXPECT_EQ(units(".5", 1), 5);
  EXPECT_EQ(units("1.5e3", 0), 1500);
  EXPECT_EQ(units("2.3E-2", 4), 230);
}

TEST(Decimal, rounds_half_away_from_zero_and_says_so) {
  std::int64_t value = 0;
  EXPECT_EQ(read_decimal("0.00005", 4, value), DecimalRead::rounded);
  EXPECT_EQ(value, 1);
  EXPECT_EQ(read_decimal("-0.00005", 4, value), DecimalRead::rounded);
  EXPECT_EQ(value, -1);
  EXPECT_EQ(read_decimal("0.00004999999999999999999999999999999999999999", 4, value),
            DecimalRead::rounded);
  EXPECT_EQ(value, 0);
}

TEST(Decimal, refuses_what_is_no_number_or_too_large) {
  std::int64_t value = 0;
  for (char const* text : {"", "-", ".", "1,5", "1.2.3", "12 kg", "1e", "0x10", "NaN"}) {
    EXPECT_EQ(read_decimal(text, 4, value), DecimalRead::malformed) << text;
  }
  EXPECT_EQ(read_decimal("1000000000000000", 4, value), DecimalRead::overflow);
  EXPECT_EQ(read_decimal("1e90", 4, value), DecimalRead::overflow);
}

TEST(Decimal, prints_without_trailing_zeros) {
  EXPECT_EQ(decimal_text(12'500'000, 6), "12.5");
  EXPECT_EQ(decimal_text(-1, 6), "-0.000001");
  EXPECT_EQ(decimal_text(0, 4), "0");
  EXPECT_EQ(decimal_text(70'000, 4), "7");
  EXPECT_EQ(decimal_text(100, 0), "100");
}

TEST(Decimal, multiplies_with_one_rounding) {
  EXPECT_EQ(multiply_units(15'000, 15'000, 4), 22'500);
  EXPECT_EQ(multiply_units(1, 5'000, 4), 1);
  EXPECT_FALSE(multiply_units(900'000'000'000'000'000, 20'000, 4));
}

TEST(Date, reads_and_prints_iso_dates_only) {
  ASSERT_TRUE(parse_iso_date("2022-12-31"));
  EXPECT_EQ(parse_iso_date("2022-12-31")->iso(), "2022-12-31");
  EXPECT_EQ(parse_iso_date("1970-01-01")->days, 0);
  EXPECT_EQ(parse_iso_date("2022-12-31")->month_index(), 2022 * 12 + 11);
  EXPECT_EQ(iso_month(2022 * 12 + 11), "2022-12");
  for (char const* text : {"", "2022-2-1", "2022-02-30", "2022/02/01", "20220201", "2022-13-01"}) {
    EXPECT_FALSE(parse_iso_date(text)) << text;
  }
}

TEST(Sha256, gives_the_published_digest_of_abc) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(ParallelChunks, visits_every_item_once_whatever_the_threads) {
  for (unsigned const threads : {1U, 2U, 16U}) {
    std::vector<std::atomic<int>> seen(1003);
    parallel_chunks(seen.size(), 10, threads, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) ++seen[i];
    });
    for (auto const& count : seen) EXPECT_EQ(count, 1);
  }
}

TEST(Job, refuses_to_go_on_after_a_stop) {
  std::stop_source source;
  Job const job{.stop = source.get_token()};
  EXPECT_TRUE(job.go_on());
  source.request_stop();
  ASSERT_FALSE(job.go_on());
  EXPECT_EQ(job.go_on().error().kind, ErrorKind::interrupted);
}

TEST(Result, passes_an_error_up_through_try) {
  auto const inner = []() -> Result<int> { return fail(ErrorKind::not_found, "x"); };
  auto const outer = [&]() -> Result<int> {
    TW_TRY(auto const value, inner());
    return value + 1;
  };
  EXPECT_EQ(outer().error().message, "x");
}

TEST(EnsureDeathTest, stops_the_program_and_names_what_must_hold) {
  EXPECT_DEATH(ensure(false, "the sky is up"), "the sky is up");
}

}  // namespace
}  // namespace tw
