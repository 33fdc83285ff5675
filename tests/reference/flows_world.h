/// Small worlds for tests of flows and risk: shipments in a few words, as the engine's views show
/// them.
#pragma once

#include <filesystem>
#include <map>
#include <set>

#include "tidewaiter/table.h"

namespace tw::reference_world {

/// One row. Party numbers stand for names: 7 is "Party 7".
struct Row {
  int source = 1;
  int line = 2;
  std::string on = "2022-10-01";
  std::string flow = "import";
  std::string reporter = "RU";
  std::string origin = "CN";
  std::string dispatch = "CN";
  std::string trading = {};
  std::string destination = "RU";
  int consignor = 1;
  int consignee = 2;
  std::string consignee_name = {};  ///< Empty: from the number.
  std::string hs = "847130";
  std::string goods_class = "ordinary";
  std::string text = "Goods of the test";
  bool sensitive = false;
  double misdeclared = 0;
  double kg = 100;
  double gross_kg = 110;
  double usd = 1000;
  double quantity = 0;
  std::string procedure = "40";
  std::string status = "effective";
  std::string declaration = {};  ///< Empty: one of its own.
};
struct Hit {
  int source = 1;
  int line = 2;
  std::string role = "consignee";
  int party = 2;
  std::string entity = "E1";
  std::string list = "us_sdn";
  double score = 0.95;
  int on_day = 1;  ///< 1 listed, 0 not, -1 unknown.
};

inline std::string file_name(int source) { return "file" + std::to_string(source) + ".csv"; }
inline std::int64_t row_id(int source, int line) {
  return (std::int64_t{source} << 32) | std::int64_t{line};
}
inline std::string row_name(int source, int line) {
  return file_name(source) + ":" + std::to_string(line);
}
inline std::string party_name(int party) { return "Party " + std::to_string(party); }

inline table::Schema const& schema() {
  using table::Type;
  static table::Schema const all = [] {
    table::Schema s = {{"row_id", Type::uint64},
                       {"source_file", Type::text},
                       {"source_line", Type::int64},
                       {"row", Type::text},
                       {"status", Type::text},
                       {"declaration_no", Type::text},
                       {"on_date", Type::date},
                       {"month", Type::text},
                       {"flow", Type::text},
                       {"reporter_country", Type::text},
                       {"procedure_code", Type::text},
                       {"goods_class", Type::text},
                       {"goods_class_probability", Type::float64},
                       {"hs6", Type::text},
                       {"hs6_guess", Type::text},
                       {"hs_code", Type::text},
                       {"sensitive", Type::boolean},
                       {"sensitive_probability", Type::float64},
                       {"misdeclared_probability", Type::float64},
                       {"control", Type::text},
                       {"goods_reason", Type::text},
                       {"goods_text", Type::text},
                       {"brand", Type::text},
                       {"net_mass_kg", Type::mass},
                       {"gross_mass_kg", Type::mass},
                       {"value_usd", Type::money},
                       {"quantity", Type::mass},
                       {"quantity_unit", Type::text},
                       {"country_of_origin", Type::text},
                       {"country_of_dispatch", Type::text},
                       {"trading_country", Type::text},
                       {"country_of_destination", Type::text},
                       {"bill_of_lading", Type::text}};
    for (char const* role : {"consignor", "consignee", "declarant", "carrier", "manufacturer",
                             "buyer", "seller", "payer", "bank", "notify"}) {
      for (char const* part : {"name", "address", "country", "registration_no", "phone", "email"}) {
        s.push_back({std::string(role) + "_" + part, Type::text});
      }
      s.push_back({std::string(role) + "_mention", Type::int64});
      s.push_back({std::string(role) + "_party", Type::int64});
    }
    return s;
  }();
  return all;
}

inline std::size_t column(std::string_view name) {
  for (std::size_t i = 0; i < schema().size(); ++i) {
    if (schema()[i].name == name) return i;
  }
  ensure(false, "a column of the test world exists");
  return 0;
}

inline std::int64_t units(double value, std::int64_t one) {
  return static_cast<std::int64_t>(value * static_cast<double>(one) + 0.5);
}

inline table::Rows shipments(std::vector<Row> const& rows) {
  table::Rows out(schema());
  auto const text = [&](std::string_view name, std::string const& value) {
    if (!value.empty()) out.set(column(name), value);
  };
  for (Row const& r : rows) {
    out.set(column("row_id"), row_id(r.source, r.line));
    text("source_file", file_name(r.source));
    out.set(column("source_line"), std::int64_t{r.line});
    text("row", row_name(r.source, r.line));
    text("status", r.status);
    text("declaration_no", r.declaration);
    out.set(column("on_date"), *parse_iso_date(r.on));
    text("month", r.on.substr(0, 7));
    text("flow", r.flow);
    text("reporter_country", r.reporter);
    text("procedure_code", r.procedure);
    text("goods_class", r.goods_class);
    out.set(column("goods_class_probability"), 0.95);
    text("hs6", r.hs);
    text("hs_code", r.hs);
    out.set(column("sensitive"), r.sensitive);
    out.set(column("sensitive_probability"), r.sensitive ? 0.95 : 0.02);
    out.set(column("misdeclared_probability"), r.misdeclared);
    text("goods_reason", "words of the text");
    text("goods_text", r.text);
    out.set(column("net_mass_kg"), units(r.kg, Mass::kOne));
    if (r.gross_kg > 0) out.set(column("gross_mass_kg"), units(r.gross_kg, Mass::kOne));
    out.set(column("value_usd"), units(r.usd, Money::kOne));
    if (r.quantity > 0) {
      out.set(column("quantity"), units(r.quantity, Mass::kOne));
      text("quantity_unit", "H87");
    }
    text("country_of_origin", r.origin);
    text("country_of_dispatch", r.dispatch);
    text("trading_country", r.trading);
    text("country_of_destination", r.destination);
    text("consignor_name", party_name(r.consignor));
    out.set(column("consignor_party"), std::int64_t{r.consignor});
    text("consignee_name", r.consignee_name.empty() ? party_name(r.consignee) : r.consignee_name);
    out.set(column("consignee_party"), std::int64_t{r.consignee});
    out.end_row();
  }
  return out;
}

inline table::Schema const& hit_schema() {
  using table::Type;
  static table::Schema const all = {
      {"row", Type::text},          {"row_id", Type::uint64},         {"role", Type::text},
      {"mention_name", Type::text}, {"party_id", Type::int64},        {"entity_id", Type::text},
      {"list", Type::text},         {"listed_name", Type::text},      {"score", Type::float64},
      {"listed_on", Type::date},    {"listed_on_day", Type::boolean}, {"effect", Type::text}};
  return all;
}

inline table::Rows hits(std::vector<Hit> const& all) {
  table::Rows out(hit_schema());
  for (Hit const& h : all) {
    out.set(0, row_name(h.source, h.line));
    out.set(1, row_id(h.source, h.line));
    out.set(2, h.role);
    out.set(3, party_name(h.party));
    out.set(4, std::int64_t{h.party});
    out.set(5, h.entity);
    out.set(6, h.list);
    out.set(7, party_name(h.party) + " as listed");
    out.set(8, h.score);
    if (h.on_day >= 0) out.set(10, h.on_day == 1);
    out.end_row();
  }
  return out;
}

/// A folder that goes when the world goes, with the views `shipments`, `hits` and `parties`.
class World {
 public:
  World(std::string const& name, std::vector<Row> const& rows, std::vector<Hit> const& listed = {},
        unsigned threads = 1)
      : folder_(std::filesystem::temp_directory_path() / ("tw_world_" + name)),
        database_(*table::Database::open({.threads = threads})) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    must(table::write_parquet(file("shipments"), shipments(rows)));
    must(table::write_parquet(file("hits"), hits(listed)));
    must(database_.add_view("shipments", {file("shipments")}, schema()));
    must(database_.add_view("hits", {file("hits")}, hit_schema()));
    must(database_.execute(
        "CREATE VIEW parties AS SELECT 'Party ' || party AS spelling, party::UINTEGER AS party_id, "
        "'Party ' || party AS canonical, 'TR' AS country, NULL::VARCHAR AS registration_no, "
        "1::BIGINT AS \"rows\", 1.0 AS confidence, '' AS reason FROM (SELECT consignor_party AS "
        "party FROM shipments UNION SELECT consignee_party FROM shipments)"));
  }
  World(World const&) = delete;
  World& operator=(World const&) = delete;
  ~World() { std::filesystem::remove_all(folder_); }

  table::Database& database() { return database_; }
  std::filesystem::path file(std::string const& name) const {
    return folder_ / (name + ".parquet");
  }
  /// The rows of a query, cells as text, "-" for NULL.
  std::vector<std::vector<std::string>> ask(std::string const& sql) const {
    std::vector<std::vector<std::string>> rows;
    auto answer = database_.ask(sql);
    if (!answer) defect(answer.error().text().c_str(), std::source_location::current());
    while (true) {
      auto const block = answer->next();
      if (!block) defect(block.error().text().c_str(), std::source_location::current());
      if (!*block) return rows;
      for (std::size_t row = 0; row < (*block)->rows(); ++row) {
        auto& cells = rows.emplace_back();
        for (std::size_t i = 0; i < (*block)->columns(); ++i) {
          cells.push_back((*block)->printed(row, i).value_or("-"));
        }
      }
    }
  }
  static void must(Status const& status) {
    if (!status) defect(status.error().text().c_str(), std::source_location::current());
  }

 private:
  std::filesystem::path folder_;
  table::Database database_;
};

}  // namespace tw::reference_world
