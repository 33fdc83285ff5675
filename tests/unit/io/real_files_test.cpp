#include <algorithm>
#include <cstdlib>

#include <gtest/gtest.h>

#include "reference/io_csv_read.h"

namespace tw {
namespace {

/// The real files under TW_SHARED_DATA whose names end so; none when there is no such folder.
std::vector<io::Path> real_files(std::initializer_list<std::string_view> endings) {
  std::vector<io::Path> files;
  auto const* const folder = std::getenv("TW_SHARED_DATA");
  if (folder == nullptr || !std::filesystem::is_directory(folder)) return files;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
    auto const name = entry.path().filename().string();
    bool const fits =
        std::ranges::any_of(endings, [&](auto ending) { return name.ends_with(ending); });
    if (fits) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

TEST(RealFiles, of_csv_read_as_the_slow_twin_reads_them_whole_and_in_parts) {
  auto const files = real_files({".csv", ".csv.gz"});
  if (files.empty()) GTEST_SKIP() << "TW_SHARED_DATA names no folder of real files";
  for (auto const& file : files) {
    auto const source = io::SourceBytes::open(file);
    ASSERT_TRUE(source) << source.error().text();
    auto const bytes = source->bytes().substr(0, 4 << 20);
    auto const dialect = io::detect_dialect(bytes);
    auto const whole = reference::read_whole(bytes, dialect);
    EXPECT_EQ(whole, reference::slow_csv(bytes, dialect)) << file;
    EXPECT_EQ(whole, reference::read_parts(bytes, dialect, 10'000)) << file;
  }
}

TEST(RealFiles, of_csv_have_the_same_number_of_columns_in_nearly_every_record) {
  auto const files = real_files({"_S.csv", "_F.csv", "Short.csv", "Full.csv"});
  if (files.empty()) GTEST_SKIP() << "TW_SHARED_DATA names no folder of real files";
  for (auto const& file : files) {
    auto const source = io::SourceBytes::open(file);
    auto const records =
        reference::read_whole(source->bytes(), io::detect_dialect(source->bytes()));
    ASSERT_GT(records.size(), 1U) << file;
    auto const columns = records.back().cells.size();
    EXPECT_GT(columns, 5U) << file;
    auto const same = std::ranges::count_if(
        records, [&](auto const& record) { return record.cells.size() == columns; });
    EXPECT_GE(same * 100, static_cast<std::ptrdiff_t>(records.size()) * 99) << file;
    EXPECT_TRUE(std::ranges::none_of(records, &reference::SlowCsvRecord::broken_quote)) << file;
  }
}

TEST(RealFiles, of_xml_are_read_to_their_end) {
  auto const files = real_files({".xml.gz", ".xml"});
  if (files.empty()) GTEST_SKIP() << "TW_SHARED_DATA names no folder of real files";
  for (auto const& file : files) {
    auto const source = io::SourceBytes::open(file);
    ASSERT_TRUE(source) << source.error().text();
    std::size_t starts = 0;
    std::size_t ends = 0;
    auto const status = io::read_xml(
        source->bytes(),
        {.start = [&](auto, auto const&) { ++starts; }, .end = [&](auto, auto) { ++ends; }});
    EXPECT_TRUE(status) << file << ": " << status.error().text();
    EXPECT_EQ(starts, ends) << file;
    EXPECT_GT(ends, 100U) << file;
  }
}

}  // namespace
}  // namespace tw
