#include "tidewaiter/table.h"

#include <fstream>

#include <gtest/gtest.h>

namespace tw::table {
namespace {

namespace fs = std::filesystem;

/// A folder that goes with the test.
class TableTest : public testing::Test {
 protected:
  void SetUp() override {
    auto const* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() / (std::string("tw_table_") + info->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  fs::path folder_;
};

Schema const kSchema = {{"id", Type::uint64},   {"name", Type::text},   {"on", Type::date},
                        {"kg", Type::mass},     {"usd", Type::money},   {"p", Type::float64},
                        {"yes", Type::boolean}, {"absent", Type::int32}};

Rows sample(std::size_t count) {
  Rows rows(kSchema);
  for (std::size_t i = 0; i < count; ++i) {
    rows.set(0, static_cast<std::int64_t>(i));
    if (i % 3 != 0)
      rows.set(1, std::string_view(i % 2 ? "short" : "кое-что подлиннее двенадцати байт"));
    rows.set(2, *Date::from_ymd(2022, 12, 1 + static_cast<unsigned>(i % 31)));
    rows.set(3, static_cast<std::int64_t>(1'500'000 * i));
    rows.set(4, std::int64_t{25'000});
    rows.set(5, 0.25);
    rows.set(6, i % 2 == 0);
    rows.end_row();
  }
  return rows;
}

Database open() { return *Database::open({.threads = 2}); }

TEST_F(TableTest, a_written_row_is_read_back_as_it_was) {
  ASSERT_TRUE(write_parquet(folder_ / "t.parquet", sample(5000)));
  Database db = open();
  ASSERT_TRUE(db.add_view("t", {folder_ / "t.parquet"}, kSchema));
  auto answer = *db.ask("SELECT * FROM t ORDER BY id");
  std::size_t seen = 0;
  while (true) {
    auto const block = *answer.next();
    if (!block) break;
    for (std::size_t row = 0; row < block->rows(); ++row, ++seen) {
      EXPECT_EQ(block->number(row, 0), static_cast<std::int64_t>(seen));
      EXPECT_EQ(block->is_null(row, 1), seen % 3 == 0);
      EXPECT_EQ(block->number(row, 3), static_cast<std::int64_t>(1'500'000 * seen));
      EXPECT_EQ(block->boolean(row, 6), seen % 2 == 0);
      EXPECT_TRUE(block->is_null(row, 7));
    }
  }
  EXPECT_EQ(seen, 5000U);
  auto sums = *db.ask("SELECT sum(kg), sum(usd), max(\"on\"), any_value(p) FROM t");
  auto const block = *sums.next();
  EXPECT_EQ(block->printed(0, 0), decimal_text(Int128{1'500'000} * 4999 * 5000 / 2, 6));
  EXPECT_EQ(block->printed(0, 1), "12500");
  EXPECT_EQ(block->printed(0, 2), "2022-12-31");
  EXPECT_EQ(block->printed(0, 3), "0.25");
}

TEST_F(TableTest, columns_that_a_file_lacks_are_null) {
  Rows few(Schema{{"id", Type::uint64}});
  few.set(0, std::int64_t{7});
  few.end_row();
  ASSERT_TRUE(write_parquet(folder_ / "few.parquet", std::move(few)));
  ASSERT_TRUE(write_parquet(folder_ / "all.parquet", sample(3)));
  Database db = open();
  ASSERT_TRUE(db.add_view("t", {folder_ / "few.parquet", folder_ / "all.parquet"}, kSchema));
  EXPECT_EQ(*db.count("SELECT count(*) FROM t"), 4);
  EXPECT_EQ(*db.count("SELECT count(kg) FROM t"), 3);
  EXPECT_EQ(*db.count("SELECT count(absent) FROM t"), 0);
}

TEST_F(TableTest, a_view_without_files_is_an_empty_table) {
  Database db = open();
  ASSERT_TRUE(db.add_view("t", {}, kSchema));
  EXPECT_EQ(*db.count("SELECT count(*) FROM t WHERE kg > 0"), 0);
}

TEST_F(TableTest, the_same_rows_give_the_same_bytes) {
  auto const bytes = [&](char const* name) {
    EXPECT_TRUE(write_parquet(folder_ / name, sample(200'000)));
    std::ifstream in(folder_ / name, std::ios::binary);
    return sha256_hex(std::string(std::istreambuf_iterator<char>(in), {}));
  };
  EXPECT_EQ(bytes("a.parquet"), bytes("b.parquet"));
}

TEST_F(TableTest, an_unfinished_writer_leaves_no_file) {
  {
    auto writer = *ParquetWriter::create(folder_ / "t.parquet", kSchema);
    ASSERT_TRUE(writer.write(sample(10)));
  }
  EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(TableTest, a_folder_that_does_not_exist_is_an_error_and_not_a_hang) {
  auto writer = *ParquetWriter::create(folder_ / "no" / "t.parquet", kSchema);
  for (int i = 0; i < 20; ++i) (void)writer.write(sample(1000));
  auto const finished = writer.finish();
  ASSERT_FALSE(finished);
  EXPECT_EQ(finished.error().kind, ErrorKind::io_failure);
}

TEST_F(TableTest, nested_and_exotic_types_are_given_as_text) {
  Database db = open();
  auto answer = *db.ask("SELECT [1, 2] AS list, TIMESTAMP '2022-01-02 03:04:05' AS at;");
  auto const block = *answer.next();
  EXPECT_EQ(block->printed(0, 0), "[1, 2]");
  EXPECT_EQ(block->printed(0, 1), "2022-01-02 03:04:05");
}

TEST_F(TableTest, a_locked_database_reads_its_folder_and_nothing_else) {
  ASSERT_TRUE(write_parquet(folder_ / "t.parquet", sample(3)));
  std::ofstream(fs::temp_directory_path() / "tw_secret.csv") << "a\n1\n";
  Database db = open();
  ASSERT_TRUE(db.add_view("t", {folder_ / "t.parquet"}, kSchema));
  ASSERT_TRUE(db.lock_down(folder_));
  EXPECT_EQ(*db.count("SELECT count(*) FROM t"), 3);
  for (char const* sql : {"SELECT * FROM read_csv('/tmp/tw_secret.csv')", "SET threads = 4",
                          "ATTACH '/tmp/other.duckdb'", "COPY t TO '/tmp/tw_out.csv'",
                          "SET enable_external_access = true"}) {
    auto answer = db.ask(sql);
    EXPECT_FALSE(answer && answer->next()) << sql;
  }
  fs::remove(fs::temp_directory_path() / "tw_secret.csv");
}

TEST_F(TableTest, a_wrong_query_is_an_error_with_the_engine_s_words) {
  Database db = open();
  auto const answer = db.ask("SELECT nothing FROM nowhere");
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().message.find("nowhere"), std::string::npos);
}

TEST(Sql, quotes_texts_and_names) {
  EXPECT_EQ(sql_text("it's"), "'it''s'");
  EXPECT_EQ(sql_name("a\"b"), "\"a\"\"b\"");
}

TEST(RowsTest, appended_rows_stand_after_the_first_ones) {
  Rows all(kSchema);
  all.append(sample(4));
  all.append(sample(3));
  EXPECT_EQ(all.count(), 7U);
  EXPECT_TRUE(all.is_null(4, 1));
  EXPECT_EQ(all.text(5, 1), "short");
  EXPECT_EQ(all.number(6, 0), 2);
}

}  // namespace
}  // namespace tw::table
