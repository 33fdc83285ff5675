#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "tidewaiter/io.h"

namespace tw {
namespace {

/// An empty folder of its own for each test.
class Files : public testing::Test {
 protected:
  Files() {
    std::string pattern = testing::TempDir() + "tw_io_XXXXXX";
    folder_ = mkdtemp(pattern.data());
  }
  ~Files() override { std::filesystem::remove_all(folder_); }

  io::Path path(char const* name) const { return folder_ / name; }
  io::Path file(char const* name, std::string_view bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }
  std::size_t count() const {
    auto const all = std::filesystem::directory_iterator(folder_);
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
  }

  io::Path folder_;
};

TEST_F(Files, are_mapped_and_read) {
  auto const place = file("a.csv", "a,b\n");
  EXPECT_EQ(io::MappedFile::open(place)->bytes(), "a,b\n");
  EXPECT_EQ(io::read_file(place).value(), "a,b\n");
}

TEST_F(Files, may_be_empty) {
  auto const place = file("empty", "");
  EXPECT_EQ(io::MappedFile::open(place)->bytes(), "");
  EXPECT_EQ(io::read_file(place).value(), "");
  EXPECT_EQ(io::SourceBytes::open(place)->bytes(), "");
}

TEST_F(Files, that_do_not_exist_are_named_with_the_cause) {
  auto const opened = io::MappedFile::open(path("none.csv"));
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, ErrorKind::not_found);
  EXPECT_EQ(opened.error().message, path("none.csv").string() + " does not exist.");
}

TEST_F(Files, that_are_folders_are_an_error) {
  auto const opened = io::MappedFile::open(folder_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, ErrorKind::bad_input);
  EXPECT_TRUE(opened.error().message.contains("is a directory"));
  EXPECT_FALSE(io::read_file(folder_));
  EXPECT_FALSE(io::copy_file_hashed(folder_, path("copy"), {}));
}

TEST_F(Files, that_are_pipes_are_an_error_and_do_not_hang) {
  ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_FALSE(io::MappedFile::open(path("pipe")));
}

TEST_F(Files, move_their_mapping) {
  auto first = io::MappedFile::open(file("a", "one"));
  auto second = io::MappedFile::open(file("b", "two"));
  *first = std::move(*second);
  EXPECT_EQ(first->bytes(), "two");
  io::MappedFile const third = std::move(*first);
  EXPECT_EQ(third.bytes(), "two");
  EXPECT_EQ(first->bytes(), "");
}

TEST_F(Files, are_replaced_whole) {
  auto const place = file("table", "old");
  ASSERT_TRUE(io::write_file_atomically(place, "new"));
  EXPECT_EQ(io::read_file(place).value(), "new");
  EXPECT_EQ(count(), 1U);
}

TEST_F(Files, stay_as_they_were_when_the_folder_is_missing) {
  auto const written = io::write_file_atomically(path("no/where"), "new");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().kind, ErrorKind::not_found);
}

TEST_F(Files, leave_no_part_when_a_folder_stands_in_the_way) {
  std::filesystem::create_directory(path("taken"));
  EXPECT_FALSE(io::write_file_atomically(path("taken"), "new"));
  EXPECT_EQ(count(), 1U);
}

TEST_F(Files, are_copied_with_their_hash) {
  std::string const bytes(3'000'000, 'x');
  auto const hash = io::copy_file_hashed(file("from", bytes), path("to"), {});
  EXPECT_EQ(hash.value(), sha256_hex(bytes));
  EXPECT_EQ(io::read_file(path("to")).value(), bytes);
}

TEST_F(Files, are_not_copied_after_a_stop) {
  std::stop_source stop;
  stop.request_stop();
  auto const hash = io::copy_file_hashed(file("from", "x"), path("to"), {.stop = stop.get_token()});
  ASSERT_FALSE(hash);
  EXPECT_EQ(hash.error().kind, ErrorKind::interrupted);
  EXPECT_EQ(count(), 1U);
}

// /dev/full says "no space" to every write.
TEST_F(Files, of_a_full_disk_are_an_error_that_says_so) {
  if (access("/dev/full", W_OK) != 0) GTEST_SKIP() << "no /dev/full here";
  auto const written = io::append_to_file("/dev/full", "x");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().kind, ErrorKind::io_failure);
  EXPECT_TRUE(written.error().message.contains("No space left on device"));
  EXPECT_TRUE(written.error().advice.contains("Free some space"));
}

TEST_F(Files, are_appended_to) {
  ASSERT_TRUE(io::append_to_file(path("log"), "one\n"));
  ASSERT_TRUE(io::append_to_file(path("log"), "two\n"));
  EXPECT_EQ(io::read_file(path("log")).value(), "one\ntwo\n");
}

}  // namespace
}  // namespace tw
