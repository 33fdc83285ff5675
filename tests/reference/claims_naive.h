/// A small world of shipments in memory, the same as Parquet views, and the slow, obvious way to
/// count in it. The twin of the claims room's SQL.
#pragma once

#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "tidewaiter/claims.h"

namespace tw::reference_twin {

struct Row {
  std::string source = "a.csv";
  std::string flow = "import";
  std::string reporter = "RU";
  Date released;
  Date registered;
  std::string declaration;
  int item = 1;
  std::string origin = "CN";
  std::string dispatch = "CN";
  std::string trading = "CN";
  std::string consignor_country = "CN";
  std::uint32_t consignor = 1;
  std::uint32_t consignee = 2;
  std::uint32_t manufacturer = 3;
  std::string goods_class = "ordinary";
  std::string hs6 = "870899";
  std::int64_t net = 0;  ///< Units of 10^-6 kg.
  std::int64_t gross = 0;
  std::int64_t value = 0;  ///< Units of 10^-4 USD.
  std::int64_t pieces = 0;
  std::string status = "effective";
};

inline Date on(int year, unsigned month, unsigned day) {
  return Date::from_ymd(year, month, day).value();
}

/// A database whose views hold the rows; its file is removed with the object.
class World {
 public:
  explicit World(std::vector<Row> rows) : rows_(std::move(rows)), database_(make()) {}
  ~World() {
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
  }
  World(World const&) = delete;
  World& operator=(World const&) = delete;
  std::vector<Row> const& rows() const { return rows_; }
  table::Database const& database() const { return database_; }

 private:
  static table::Schema schema() {
    using table::Type;
    return {{"row_id", Type::uint64},
            {"source_id", Type::text},
            {"source_file", Type::text},
            {"status", Type::text},
            {"flow", Type::text},
            {"reporter_country", Type::text},
            {"released_on", Type::date},
            {"registered_on", Type::date},
            {"declaration_no", Type::text},
            {"item_no", Type::int32},
            {"country_of_origin", Type::text},
            {"country_of_dispatch", Type::text},
            {"trading_country", Type::text},
            {"country_of_destination", Type::text},
            {"consignor_country", Type::text},
            {"consignor_party", Type::int64},
            {"consignee_party", Type::int64},
            {"manufacturer_party", Type::int64},
            {"goods_class", Type::text},
            {"hs6", Type::text},
            {"hs_code", Type::text},
            {"brand", Type::text},
            {"quantity", Type::mass},
            {"net_mass_kg", Type::mass},
            {"gross_mass_kg", Type::mass},
            {"value_usd", Type::money}};
  }
  table::Database make() {
    static int made = 0;
    file_ = std::filesystem::temp_directory_path() /
            ("tidewaiter_claims_" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + "_" +
             std::to_string(++made) + ".parquet");
    table::Rows table(schema());
    std::uint64_t id = 0;
    for (auto const& row : rows_) {
      std::size_t column = 0;
      auto const text = [&](std::string_view value) { table.set(column++, value); };
      auto const number = [&](std::int64_t value) { table.set(column++, value); };
      number(static_cast<std::int64_t>(++id));
      text("sha-" + row.source), text(row.source), text(row.status), text(row.flow),
          text(row.reporter);
      table.set(column++, row.released), table.set(column++, row.registered);
      text(row.declaration), number(row.item);
      text(row.origin), text(row.dispatch), text(row.trading), text("RU"),
          text(row.consignor_country);
      number(row.consignor), number(row.consignee), number(row.manufacturer);
      text(row.goods_class), text(row.hs6), text(row.hs6 + "0000");
      ++column;  // No brand.
      number(row.pieces * 1'000'000), number(row.net), number(row.gross), number(row.value);
      table.end_row();
    }
    EXPECT_TRUE(table::write_parquet(file_, std::move(table)).has_value());
    auto database = table::Database::open({});
    EXPECT_TRUE(database.has_value());
    EXPECT_TRUE(database->add_view("shipments", {file_}, schema()).has_value());
    auto const made_view = database->execute(
        "CREATE VIEW coverage AS SELECT source_id, source_file, reporter_country, flow, "
        "strftime(released_on, '%Y-%m') AS month, count(*) AS \"rows\" FROM shipments GROUP BY "
        "ALL");
    EXPECT_TRUE(made_view.has_value()) << (made_view ? "" : made_view.error().message);
    return std::move(*database);
  }
  std::vector<Row> rows_;
  std::filesystem::path file_;
  table::Database database_;
};

/// What a claim of the plain kind (columns below, period, one measure) comes to, row by row.
struct Naive {
  Int128 net = 0, gross = 0, value = 0;
  std::set<std::string> declarations;
  std::uint64_t rows = 0;
};
inline Naive count(std::vector<Row> const& rows, claims::Claim const& claim) {
  Naive out;
  for (auto const& row : rows) {
    bool fits = row.status == "effective";
    for (auto const& filter : claim.filter.columns) {
      auto const& cell = filter.column == "goods_class"           ? row.goods_class
                         : filter.column == "country_of_origin"   ? row.origin
                         : filter.column == "country_of_dispatch" ? row.dispatch
                         : filter.column == "reporter_country"    ? row.reporter
                         : filter.column == "flow"                ? row.flow
                                                                  : row.hs6;
      bool any = false;
      for (auto const& value : filter.values) any = any || value == cell;
      fits = fits && any;
    }
    if (claim.period) {
      auto const month = row.released.month_index();
      fits = fits && month >= claim.period->first && month <= claim.period->last;
    }
    if (!fits) continue;
    out.net += row.net;
    out.gross += row.gross;
    out.value += row.value;
    out.declarations.insert(row.reporter + row.flow + row.declaration);
    ++out.rows;
  }
  return out;
}

}  // namespace tw::reference_twin
