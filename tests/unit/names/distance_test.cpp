#include "names/distance.h"

#include <string>

#include <gtest/gtest.h>

#include "reference/names_distance.h"

namespace tw::names {
namespace {

TEST(Edits, counts_inserts_deletes_replacements_and_swaps) {
  EXPECT_EQ(edits("ariteks", "ariteks", 3), 0U);
  EXPECT_EQ(edits("ariteks", "aritks", 3), 1U);
  EXPECT_EQ(edits("ariteks", "aritekss", 3), 1U);
  EXPECT_EQ(edits("ariteks", "aritaks", 3), 1U);
  EXPECT_EQ(edits("ariteks", "airteks", 3), 1U);
  EXPECT_EQ(edits("", "abc", 3), 3U);
}

TEST(Edits, says_one_more_than_the_limit_when_it_is_passed) {
  EXPECT_EQ(edits("ariteks", "xinxing", 2), 3U);
  EXPECT_EQ(edits("a", "abcdefgh", 2), 3U);
}

TEST(Edits, agrees_with_the_table_past_sixty_four_letters) {
  std::string const a = std::string(70, 'a') + "bcd";
  std::string const b = std::string(69, 'a') + "cbd";
  EXPECT_EQ(edits(a, b, 100), twins::edits(a, b));
}

}  // namespace
}  // namespace tw::names
