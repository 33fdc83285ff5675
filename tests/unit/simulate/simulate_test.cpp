#include "tidewaiter/simulate.h"

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tidewaiter/io.h"

#include "simulate/firms.h"

namespace tw::simulate {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::string contents(fs::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream all;
  all << stream.rdbuf();
  return all.str();
}

/// A world of a few thousand rows in a folder that goes away.
struct Made {
  explicit Made(std::uint64_t seed, unsigned threads = 1, std::uint64_t rows = 20'000)
      : folder(fs::temp_directory_path() /
               ("tidewaiter_world_" + std::to_string(seed) + "_" + std::to_string(threads))) {
    fs::remove_all(folder);
    Job job;
    job.threads = threads;
    auto made = simulate({.preset = "article", .rows = rows, .seed = seed}, folder, job);
    EXPECT_TRUE(made.has_value()) << (made ? "" : made.error().text());
    if (made) world = *made;
  }
  ~Made() { fs::remove_all(folder); }
  fs::path folder;
  World world;
};

/// Records of a file by physical line, as an independent reader sees them.
std::map<std::uint64_t, std::vector<std::string>> records(std::string const& bytes,
                                                          char delimiter) {
  std::map<std::uint64_t, std::vector<std::string>> out;
  io::CsvReader reader(bytes, {.delimiter = delimiter});
  io::CsvRecord record;
  while (reader.next(record)) {
    EXPECT_FALSE(record.broken_quote);
    out.emplace(record.span.line,
                std::vector<std::string>(record.cells.begin(), record.cells.end()));
  }
  return out;
}

/// Units of 10^-3 or 10^-2 from a cell of the file.
std::int64_t units(std::string cell, int scale) {
  std::ranges::replace(cell, ',', '.');
  std::int64_t value = 0;
  EXPECT_EQ(read_decimal(cell, scale, value), DecimalRead::exact) << cell;
  return value;
}

TEST(Simulate, writes_every_row_and_its_sums) {
  Made const made(1);
  auto const truth = Json::parse(contents(made.world.truth));
  std::uint64_t rows = 0;
  struct Columns {
    char delimiter;
    std::size_t count, net, usd;
  };
  Columns const columns[] = {{',', 36, 27, 35}, {';', 30, 22, 27}, {',', 32, 23, 31}};
  for (std::size_t i = 0; i < 3; ++i) {
    auto const all = records(contents(made.world.records[i]), columns[i].delimiter);
    Int128 net = 0;
    Int128 usd = 0;
    for (auto const& [line, cells] : all) {
      ASSERT_EQ(cells.size(), columns[i].count) << made.world.records[i] << ":" << line;
      if (line == 1) continue;
      net += units(cells[columns[i].net], 3);
      usd += units(cells[columns[i].usd], 2);
    }
    auto const& file = truth["files"][i];
    EXPECT_EQ(file["rows"].get<std::uint64_t>(), all.size() - 1);
    EXPECT_EQ(file["net_mass_kg"].get<std::string>(), decimal_text(net, 3));
    EXPECT_EQ(file["value_usd"].get<std::string>(), decimal_text(usd, 2));
    rows += all.size() - 1;
  }
  EXPECT_EQ(made.world.rows, rows);
  EXPECT_GE(rows, 20'000U);
}

TEST(Simulate, planted_rows_stand_where_the_truth_says) {
  Made const made(2);
  auto const truth = Json::parse(contents(made.world.truth));
  std::map<std::string, std::map<std::uint64_t, std::vector<std::string>>> files;
  files["ru_imports_2022.csv"] = records(contents(made.world.records[0]), ',');
  files["tr_exports_2022.csv"] = records(contents(made.world.records[1]), ';');
  files["commercial_en_2022.csv"] = records(contents(made.world.records[2]), ',');
  ASSERT_GT(truth["planted"].size(), 150U);
  for (auto const& planted : truth["planted"]) {
    auto const row = planted["row"].get<std::string>();
    auto const colon = row.find(':');
    auto const& cells = files.at(row.substr(0, colon)).at(std::stoull(row.substr(colon + 1)));
    EXPECT_EQ(cells[0], planted["declaration_no"].get<std::string>()) << row;
    EXPECT_THAT(cells, testing::Contains(planted["hs_code"].get<std::string>())) << row;
  }
}

TEST(Simulate, the_articles_facts_hold_in_every_seed) {
  for (std::uint64_t seed = 3; seed < 9; ++seed) {
    Made const made(seed, 1, 3'000);
    auto const claims = Json::parse(contents(made.world.truth))["claims"];
    EXPECT_EQ(claims["1a"]["value"], "12");
    EXPECT_GT(std::stod(claims["1b"]["value"].get<std::string>()), 12'000);
    auto const december = std::stod(claims["18a"]["value"].get<std::string>());
    EXPECT_GT(december, 79'000);
    EXPECT_LT(december, 80'000);
    auto const dollars = std::stod(claims["18b"]["value"].get<std::string>());
    EXPECT_NEAR(dollars, 1e7, 1e5);
    EXPECT_NEAR(dollars / december, 125, 2);
    auto const direct = std::stod(claims["19b"]["value"].get<std::string>());
    EXPECT_GT(direct, 0.7);
    EXPECT_LT(direct, 0.85);
    EXPECT_EQ(claims["9"]["value"], "1000");
    EXPECT_EQ(claims["21c"]["value"], "1");
  }
}

TEST(Simulate, the_same_options_give_the_same_bytes_with_any_threads) {
  Made const one(7, 1, 40'000);
  Made const two(7, 3, 40'000);
  for (auto const& entry : fs::directory_iterator(one.folder)) {
    EXPECT_EQ(contents(entry.path()), contents(two.folder / entry.path().filename()))
        << entry.path();
  }
  Made const other(8, 1, 40'000);
  EXPECT_NE(contents(one.world.records[0]), contents(other.world.records[0]));
}

TEST(Simulate, spellings_of_the_truth_are_those_in_the_files) {
  Made const made(4);
  auto const truth = Json::parse(contents(made.world.truth));
  std::set<std::string> told;
  for (auto const& party : truth["parties"]) {
    for (auto const& spelling : party["spellings"]) told.insert(spelling.get<std::string>());
  }
  std::set<std::string> found;
  auto const collect = [&](std::size_t file, char delimiter,
                           std::initializer_list<std::size_t> columns) {
    for (auto const& [line, cells] : records(contents(made.world.records[file]), delimiter)) {
      if (line == 1) continue;
      for (auto const column : columns) {
        if (!cells[column].empty()) found.insert(cells[column]);
      }
    }
  };
  collect(0, ',', {7, 10, 13, 24});
  collect(1, ';', {6, 9, 18});
  collect(2, ',', {7, 10, 19});
  EXPECT_EQ(found, told);
}

TEST(Simulate, declaration_numbers_belong_to_one_importer) {
  Made const made(5);
  std::map<std::string, std::string> importer_of;
  for (auto const& [line, cells] : records(contents(made.world.records[0]), ',')) {
    auto const [held, is_new] = importer_of.emplace(cells[0], cells[11]);
    EXPECT_EQ(held->second, cells[11]) << line;
  }
}

TEST(Simulate, listed_firms_are_marked_in_rows) {
  Made const made(6);
  auto const truth = Json::parse(contents(made.world.truth));
  auto const list = contents(made.world.lists.at(0));
  ASSERT_GT(truth["hits"].size(), 50U);
  for (auto const& hit : truth["hits"]) {
    EXPECT_NE(list.find(hit["entity_id"].get<std::string>()), std::string::npos);
  }
}

TEST(Simulate, the_copy_is_ten_times_too_heavy_in_december_only) {
  Made const made(1);
  auto const copy = records(contents(made.world.copies.at(0)), ',');
  std::map<std::pair<std::string, std::string>, std::string> originals;
  for (auto const& [line, cells] : records(contents(made.world.records[0]), ',')) {
    originals[{cells[0], cells[1]}] = cells[27];
  }
  for (auto const& [line, cells] : copy) {
    if (line == 1) continue;
    bool const december = cells[3].starts_with("2022-12");
    EXPECT_EQ(units(cells[23], 3),
              units(originals.at({cells[0], cells[1]}), 3) * (december ? 10 : 1));
  }
  EXPECT_GT(copy.size(), 40U);
}

TEST(Simulate, refuses_what_it_cannot_do) {
  EXPECT_EQ(simulate({.preset = "nothing"}, fs::temp_directory_path() / "tw_x", {}).error().kind,
            ErrorKind::wrong_use);
  EXPECT_EQ(simulate({.rows = 1'000'000'000}, fs::temp_directory_path() / "tw_x", {}).error().kind,
            ErrorKind::wrong_use);
  EXPECT_EQ(simulate({.rows = 10}, "/proc/no_such_place/world", {}).error().kind,
            ErrorKind::io_failure);
}

TEST(Simulate, stops_when_asked) {
  std::stop_source stop;
  stop.request_stop();
  Job job;
  job.stop = stop.get_token();
  auto const folder = fs::temp_directory_path() / "tidewaiter_world_stopped";
  auto const made = simulate({.rows = 10'000}, folder, job);
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().kind, ErrorKind::interrupted);
  fs::remove_all(folder);
}

TEST(Simulate, works_without_ordinary_rows) {
  Made const made(9, 1, 0);
  EXPECT_GT(made.world.rows, 150U);
}

TEST(TaxNumbers, carry_valid_check_digits) {
  EXPECT_TRUE(is_valid_inn("7707083893"));  // A published bank's number.
  EXPECT_FALSE(is_valid_inn("7707083894"));
  for (std::uint64_t i = 1; i < 2'000; ++i) {
    EXPECT_TRUE(is_valid_inn(inn_of(mixed(i))));
    EXPECT_TRUE(is_valid_vkn(vkn_of(mixed(i))));
  }
}

}  // namespace
}  // namespace tw::simulate
