#include "claims/numbers.h"

#include <gtest/gtest.h>

#include "claims/tokens.h"

namespace tw::claims {
namespace {

Claim claim_of(Comparator comparator, std::string number, std::string hedge = "") {
  Claim claim;
  claim.comparator = comparator;
  claim.number = std::move(number);
  claim.hedge = std::move(hedge);
  return claim;
}

TEST(Numbers, compares_exactly) {
  CheckContext const context;
  EXPECT_TRUE(bears(claim_of(Comparator::more, "12000"), "12000.000001", context));
  EXPECT_FALSE(bears(claim_of(Comparator::more, "12000"), "12000", context));
  EXPECT_TRUE(bears(claim_of(Comparator::at_least, "12000"), "12000", context));
}

TEST(Numbers, equal_means_equal_as_written) {
  CheckContext const context;
  EXPECT_TRUE(bears(claim_of(Comparator::equal, "12.4"), "12.449", context));
  EXPECT_FALSE(bears(claim_of(Comparator::equal, "12.4"), "12.46", context));
  EXPECT_FALSE(bears(claim_of(Comparator::equal, "12"), "13", context));
}

TEST(Numbers, nearly_is_below_and_about_is_around) {
  CheckContext const context;
  EXPECT_TRUE(bears(claim_of(Comparator::about, "80000", "nearly"), "79631.066", context));
  EXPECT_FALSE(bears(claim_of(Comparator::about, "80000", "nearly"), "83000", context));
  EXPECT_TRUE(bears(claim_of(Comparator::about, "80000", "about"), "83000", context));
  EXPECT_FALSE(bears(claim_of(Comparator::about, "80000"), "88000", context));
}

TEST(Numbers, divides_to_six_digits) {
  EXPECT_EQ(quotient_text(1, 3), "0.333333");
  EXPECT_EQ(quotient_text(2, 3), "0.666667");
  EXPECT_EQ(quotient_text(77, 100), "0.77");
}

TEST(Numbers, shifts_the_point) {
  EXPECT_EQ(shifted("12.5", 3), "12500");
  EXPECT_EQ(shifted("30", -2), "0.30");
  EXPECT_EQ(shifted("1.2345", 2), "123.45");
  EXPECT_EQ(shifted("0", 3), "0");
}

TEST(Numbers, reads_written_numbers) {
  auto const read = [](std::string_view text) { return number_at(tokens_of(text), 0).decimal; };
  EXPECT_EQ(read("1,000"), "1000");
  EXPECT_EQ(read("a dozen"), "12");
  EXPECT_EQ(read("two hundred"), "200");
  EXPECT_EQ(read("1.5 million"), "1500000");
  EXPECT_EQ(read("1,00"), "");
  EXPECT_EQ(read("shipments"), "");
}

}  // namespace
}  // namespace tw::claims
