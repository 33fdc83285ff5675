// Measures lookups on real files, which stay outside the repository (TW_SHARED_DATA).
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "tidewaiter/reference.h"

namespace tw::reference {
namespace {

std::filesystem::path shared_data() {
  auto const* folder = std::getenv("TW_SHARED_DATA");
  return folder == nullptr ? std::filesystem::path{} : std::filesystem::path(folder);
}

/// Fields of one CSV line; quoted fields may hold commas, records with newlines come out short and
/// are skipped by the caller.
std::vector<std::string> fields_of(std::string const& line) {
  std::vector<std::string> fields(1);
  bool is_quoted = false;
  for (char const c : line) {
    if (c == '"') {
      is_quoted = !is_quoted;
    } else if (c == ',' && !is_quoted) {
      fields.emplace_back();
    } else if (c != '\r') {
      fields.back() += c;
    }
  }
  return fields;
}

struct Cells {
  std::multiset<std::string> countries;
  std::multiset<std::string> units;
  std::multiset<std::string> currencies;
};

void read_cells(std::filesystem::path const& file, Cells& cells) {
  static std::set<std::string> const kUnits{"UNIT",
                                            "UNIT 2",
                                            "UNIT_EN",
                                            "STD UNIT",
                                            "COMERCIAL_UNIT",
                                            "UNIT_OF_QUANTITY",
                                            "ADDITIONAL_MEASUREMENT_UNIT"};
  static std::set<std::string> const kCurrencies{"CURRENCY", "CURRENCY_CODE", "CONTRACT_CURRENCY",
                                                 "FOREIGN_CURRENCY", "INVOICE CURRENCY"};
  std::ifstream in(file);
  std::string line;
  if (!std::getline(in, line)) return;
  auto const header = fields_of(line);
  while (std::getline(in, line)) {
    auto const fields = fields_of(line);
    if (fields.size() != header.size()) continue;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (fields[i].empty() || fields[i] == "NULL") continue;
      bool const is_country = header[i].find("COUNTRY") != std::string::npos &&
                              header[i].find("TRANS") == std::string::npos;
      if (is_country) cells.countries.insert(fields[i]);
      if (kUnits.contains(header[i])) cells.units.insert(fields[i]);
      if (kCurrencies.contains(header[i])) cells.currencies.insert(fields[i]);
    }
  }
}

template <typename Lookup>
std::set<std::string> unresolved(std::multiset<std::string> const& cells, Lookup lookup) {
  std::set<std::string> left;
  for (auto const& cell : cells) {
    if (!lookup(cell)) left.insert(cell);
  }
  return left;
}

TEST(RealFiles, every_country_unit_and_currency_cell_resolves) {
  auto const folder = shared_data() / "provider_rows_sample";
  if (shared_data().empty() || !std::filesystem::exists(folder)) {
    GTEST_SKIP() << "TW_SHARED_DATA names no folder with provider_rows_sample.";
  }
  Cells cells;
  for (auto const& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".csv") read_cells(entry.path(), cells);
  }
  EXPECT_GT(cells.countries.size(), 2500U);
  // What the files themselves leave open: other and unspecified countries.
  EXPECT_EQ(unresolved(cells.countries, country),
            (std::set<std::string>{"OC", "OTHER COUNTRY", "ZZ"}));
  EXPECT_EQ(unresolved(cells.units, unit), std::set<std::string>{});
  // "RS" is a rupee of which state?
  EXPECT_EQ(unresolved(cells.currencies, currency), std::set<std::string>{"RS"});
}

TEST(RealFiles, names_of_the_united_nations_resolve_and_none_to_a_wrong_country) {
  auto const file = shared_data() / "entities_reference" / "country_codes_multilingual.csv";
  if (shared_data().empty() || !std::filesystem::exists(file)) {
    GTEST_SKIP() << "TW_SHARED_DATA names no folder with entities_reference.";
  }
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  auto const header = fields_of(line);
  auto const code = std::find(header.begin(), header.end(), "ISO3166-1-Alpha-2") - header.begin();
  std::size_t names = 0;
  std::size_t found = 0;
  while (std::getline(in, line)) {
    auto const fields = fields_of(line);
    if (fields.size() != header.size()) continue;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      bool const is_name =
          header[i].starts_with("UNTERM") || header[i].starts_with("official_name");
      if (!is_name || fields[i].empty()) continue;
      ++names;
      auto const answer = country(fields[i]);
      if (!answer) continue;
      ++found;
      EXPECT_EQ(answer->view(), fields[static_cast<std::size_t>(code)]) << fields[i];
    }
  }
  EXPECT_GT(names, 3500U);
  std::cout << "  " << found << " of " << names << " names resolve\n";
  EXPECT_GT(static_cast<double>(found), 0.96 * static_cast<double>(names));
}

}  // namespace
}  // namespace tw::reference
