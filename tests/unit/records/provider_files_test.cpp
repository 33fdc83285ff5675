// The 29 real provider files, when the folder with the shared data is at hand: no row is lost, and
// the guessed columns are those of the truth written by hand.
#include <algorithm>
#include <cstdlib>
#include <map>

#include <gtest/gtest.h>

#include "tidewaiter/io.h"
#include "tidewaiter/records.h"

namespace tw::records {
namespace {

using Path = std::filesystem::path;

std::optional<Path> samples() {
  auto const* shared = std::getenv("TW_SHARED_DATA");
  if (shared == nullptr) return std::nullopt;
  auto folder = Path{shared} / "provider_rows_sample";
  return std::filesystem::exists(folder) ? std::optional{folder} : std::nullopt;
}

/// Records below the header, counted without our reader's help: none of these files has a line
/// break inside a cell that is not quoted.
std::uint64_t records_in(std::string_view bytes) {
  std::uint64_t records = 0;
  bool quoted = false;
  bool filled = false;
  for (char const c : bytes) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) {
      records += filled ? 1 : 0;
      filled = false;
    } else if (c != '\r') {
      filled = true;
    }
  }
  return records + (filled ? 1 : 0) - 1;
}

TEST(ProviderFiles, lose_no_row) {
  auto const folder = samples();
  if (!folder) GTEST_SKIP() << "TW_SHARED_DATA/provider_rows_sample is not there";
  std::uint64_t total = 0;
  for (auto const& entry : std::filesystem::directory_iterator{*folder}) {
    if (entry.path().extension() != ".csv") continue;
    auto const name = entry.path().filename().string();
    ImportOptions options;
    options.source_file = name;
    auto const out = Path{testing::TempDir()};
    auto const got =
        import_file(entry.path(), out / "p.s", out / "p.r", options, Job{.threads = 2});
    ASSERT_TRUE(got) << name << ": " << got.error().text();
    auto const bytes = io::read_file(entry.path());
    EXPECT_EQ(got->rows_in, records_in(*bytes)) << name;
    EXPECT_EQ(got->rows_in, got->rows_kept + got->rows_rejected) << name;
    EXPECT_EQ(got->lines_skipped, 0U) << name;
    total += got->rows_in;
  }
  EXPECT_EQ(total, 4406U);
}

TEST(ProviderFiles, have_their_columns_placed_as_a_person_would) {
  auto const folder = samples();
  auto const* root = std::getenv("TW_SOURCE_DIR");
  if (!folder || root == nullptr) GTEST_SKIP() << "TW_SHARED_DATA is not there";
  auto const truth = io::read_file(Path{root} / "tests/data/records/provider_columns_truth.csv");
  ASSERT_TRUE(truth);
  io::CsvReader reader(*truth, {});
  io::CsvRecord record;
  reader.next(record);
  std::map<std::string, std::vector<ColumnGuess>> guesses;
  double placed = 0;
  double right = 0;
  while (reader.next(record)) {
    auto const file = std::string{record.cells[0]};
    if (!guesses.contains(file)) {
      auto const bytes = io::read_file(*folder / file);
      ASSERT_TRUE(bytes) << file;
      auto const guess = guess_layout(*bytes, file);
      ASSERT_TRUE(guess) << file;
      guesses[file] = guess->columns;
    }
    auto const want = "|" + std::string{record.cells[3]} + "|";
    if (want == "||" || want.find("|-|") != std::string::npos) continue;
    auto const column = std::stoul(std::string{record.cells[1]}) - 1;
    auto const got = guesses[file].at(column).field.value_or("-");
    placed += 1;
    right += want.find("|" + got + "|") != std::string::npos ? 1 : 0;
  }
  EXPECT_GE(right / placed, 0.97) << right << " of " << placed;
}

}  // namespace
}  // namespace tw::records
