#include <fstream>
#include <memory>

#include <gtest/gtest.h>
#include <zip.h>
#include <zlib.h>
#include <zstd.h>

#include "tidewaiter/io.h"

namespace tw {
namespace {

constexpr std::uint64_t kLimit = 1 << 20;

std::string gzip(std::string_view text) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

std::string zip(std::vector<std::pair<std::string, std::string>> const& files) {
  auto* const source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  auto* const archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  zip_source_keep(source);
  for (auto const& [name, text] : files) {
    if (name.ends_with('/')) {
      zip_dir_add(archive, name.c_str(), 0);
      continue;
    }
    auto* const member = zip_source_buffer(archive, text.data(), text.size(), 0);
    zip_file_add(archive, name.c_str(), member, ZIP_FL_ENC_UTF_8);
  }
  EXPECT_EQ(zip_close(archive), 0);
  EXPECT_EQ(zip_source_open(source), 0);
  zip_source_seek(source, 0, SEEK_END);
  std::string out(static_cast<std::size_t>(zip_source_tell(source)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  zip_source_read(source, out.data(), out.size());
  zip_source_close(source);
  zip_source_free(source);
  return out;
}

TEST(Decompressed, finds_the_format_by_its_first_bytes) {
  EXPECT_EQ(io::compression_of(gzip("x")), io::Compression::gzip);
  EXPECT_EQ(io::compression_of(zstd("x")), io::Compression::zstd);
  EXPECT_EQ(io::compression_of(zip({{"a", "x"}})), io::Compression::zip);
  EXPECT_EQ(io::compression_of("a,b\n"), io::Compression::none);
  EXPECT_EQ(io::compression_of(""), io::Compression::none);
}

TEST(Decompressed, gives_the_plain_bytes) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += static_cast<char>('a' + i % 26);
  EXPECT_EQ(io::decompressed(gzip(text), kLimit).value(), text);
  EXPECT_EQ(io::decompressed(zstd(text), kLimit).value(), text);
  EXPECT_EQ(io::decompressed(zip({{"folder/", ""}, {"folder/a.csv", text}}), kLimit).value(), text);
  EXPECT_EQ(io::decompressed(text, kLimit).value(), text);
  EXPECT_EQ(io::decompressed(gzip(""), kLimit).value(), "");
  EXPECT_EQ(io::decompressed(zstd(""), kLimit).value(), "");
}

TEST(Decompressed, joins_the_members_of_a_gzip_and_the_frames_of_a_zstd_file) {
  EXPECT_EQ(io::decompressed(gzip("one,") + gzip("two"), kLimit).value(), "one,two");
  EXPECT_EQ(io::decompressed(zstd("one,") + zstd("two"), kLimit).value(), "one,two");
}

TEST(Decompressed, ignores_padding_behind_a_gzip_member) {
  EXPECT_EQ(io::decompressed(gzip("one") + std::string(512, '\0'), kLimit).value(), "one");
}

TEST(Decompressed, refuses_a_bomb) {
  std::string const zeros(10 * kLimit, '\0');
  for (auto const& packed : {gzip(zeros), zstd(zeros), zip({{"a", zeros}})}) {
    auto const unpacked = io::decompressed(packed, kLimit);
    ASSERT_FALSE(unpacked);
    EXPECT_TRUE(unpacked.error().message.contains("more than 1048576 bytes"));
  }
}

TEST(Decompressed, takes_exactly_the_limit) {
  std::string const zeros(kLimit, '\0');
  for (auto const& packed : {gzip(zeros), zstd(zeros), zip({{"a", zeros}})}) {
    EXPECT_EQ(io::decompressed(packed, kLimit)->size(), kLimit);
  }
}

TEST(Decompressed, says_that_a_cut_file_is_damaged) {
  std::string text;
  for (unsigned i = 0; i < 100'000; ++i) text += static_cast<char>(i * 2654435761U >> 13);
  for (auto const& packed : {gzip(text), zstd(text), zip({{"a", text}})}) {
    for (auto const size : {packed.size() / 2, packed.size() - 1, std::size_t{20}}) {
      auto const unpacked = io::decompressed(packed.substr(0, size), kLimit);
      ASSERT_FALSE(unpacked) << size;
      EXPECT_TRUE(unpacked.error().message.contains("damaged")) << unpacked.error().message;
    }
  }
}

TEST(Decompressed, refuses_a_zip_of_two_files_and_names_them) {
  auto const unpacked = io::decompressed(zip({{"a.csv", "1"}, {"b.csv", "2"}}), kLimit);
  ASSERT_FALSE(unpacked);
  EXPECT_TRUE(unpacked.error().message.contains("a.csv, b.csv"));
}

TEST(ZipMembers, are_listed_and_read_by_name) {
  auto const packed = zip({{"xl/", ""}, {"xl/a.xml", "<a/>"}, {"b.csv", "1"}});
  auto const members = io::zip_members(packed);
  ASSERT_EQ(members->size(), 2U);
  EXPECT_EQ((*members)[0].name, "xl/a.xml");
  EXPECT_EQ((*members)[0].size, 4U);
  EXPECT_EQ(io::zip_member(packed, "xl/a.xml", kLimit).value(), "<a/>");
  EXPECT_EQ(io::zip_member(packed, "none", kLimit).error().kind, ErrorKind::not_found);
}

TEST(SourceBytes, gives_the_same_bytes_of_plain_and_packed_files) {
  for (auto const& bytes : {std::string("a,b\n"), gzip("a,b\n"), zstd("a,b\n")}) {
    auto const path = testing::TempDir() + "tw_source_bytes";
    std::ofstream(path, std::ios::binary) << bytes;
    auto const source = io::SourceBytes::open(path);
    EXPECT_EQ(source->bytes(), "a,b\n");
    auto const scratched = io::SourceBytes::open(path, kLimit, testing::TempDir());
    EXPECT_EQ(scratched->bytes(), "a,b\n");
    std::filesystem::remove(path);
  }
}

TEST(SourceBytes, names_the_packed_file_that_is_too_large) {
  auto const path = testing::TempDir() + "tw_source_bomb.gz";
  std::ofstream(path, std::ios::binary) << gzip(std::string(2 * kLimit, '\0'));
  for (io::Path const& scratch : {io::Path(), io::Path(testing::TempDir())}) {
    auto const source = io::SourceBytes::open(path, kLimit, scratch);
    ASSERT_FALSE(source);
    EXPECT_TRUE(source.error().message.starts_with(path));
  }
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace tw
