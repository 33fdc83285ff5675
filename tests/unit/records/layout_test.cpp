#include "records/layout.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace tw::records {
namespace {

constexpr std::string_view kLayout = R"(
name = "mine"
title = "My provider"
date_order = "dmy"
decimal_sign = ","
columns = [
  { header = "Netto", field = "net_mass_kg", unit = "t" },
  { header = "Wert", field = "invoice_value", currency = "EUR" },
  { header = "Notiz" },
]
[constants]
flow = "import"
)";

TEST(Layouts, are_read_from_toml) {
  auto const layout = parse_layout(kLayout, "mine.toml");
  ASSERT_TRUE(layout) << layout.error().text();
  EXPECT_EQ(layout->name, "mine");
  EXPECT_EQ(layout->decimal_sign, ',');
  ASSERT_EQ(layout->columns.size(), 3U);
  EXPECT_EQ(layout->columns[0].unit, "t");
  EXPECT_EQ(layout->columns[1].currency, "EUR");
  EXPECT_EQ(layout->columns[2].field, "");
  EXPECT_EQ(layout->constants.front().second, "import");
}

TEST(Layouts, with_faults_say_what_is_wrong_and_where) {
  auto const message = [](std::string_view toml) {
    auto const layout = parse_layout(toml, "x.toml");
    return layout ? std::string{"read"} : layout.error().message;
  };
  EXPECT_NE(message("name = \"x\"\ncolumns = [{header=\"a\",field=\"weight\"}]")
                .find("\"weight\" is not a field"),
            std::string::npos);
  EXPECT_NE(message("name = ").find("line 1"), std::string::npos);
  EXPECT_NE(message("columns = [{header=\"a\"}]").find("no \"name\""), std::string::npos);
  EXPECT_NE(message("name = \"x\"").find("no \"columns\""), std::string::npos);
  EXPECT_NE(message("name=\"x\"\ndate_order=\"ydm\"\ncolumns=[{header=\"a\"}]").find("date_order"),
            std::string::npos);
  EXPECT_NE(message("name=\"x\"\ncolumns=[{header=\"a\",field=\"row_id\"}]").find("row_id"),
            std::string::npos);
  EXPECT_NE(message("name=\"x\"\ncolumns=[{header=\"a\",field=\"invoice_value\",currency=\"QQ\"}]")
                .find("not a currency"),
            std::string::npos);
}

TEST(Layouts, with_letters_beyond_ascii_outside_of_quotes_are_refused_with_their_line) {
  auto const layout = parse_layout("name = \"вес # 'нетто'\" # ä\nнетто = 1\n", "x.toml");
  ASSERT_FALSE(layout);
  EXPECT_NE(layout.error().message.find("line 2"), std::string::npos) << layout.error().message;
}

TEST(Layouts, that_we_ship_can_all_be_read_and_have_names_of_their_own) {
  std::set<std::string> names;
  for (auto const& layout : shipped_layouts()) {
    EXPECT_TRUE(names.insert(layout.name).second) << layout.name;
    EXPECT_FALSE(layout.title.empty()) << layout.name;
    auto const again = parse_layout(layout_toml(layout), layout.name);
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(layout_toml(*again), layout_toml(layout));
  }
  for (auto const* name : {"ru_declaration_g", "ru_declaration_dt", "ru_declaration_boxes",
                           "eaeu_statistical_form", "panjiva_us_imports", "us_ams_summary",
                           "tr_exports", "tr_imports", "commercial_full_import"}) {
    EXPECT_TRUE(names.contains(name)) << name;
  }
}

TEST(Layouts, are_recognised_in_another_order_and_with_columns_missing) {
  for (auto const& layout : shipped_layouts()) {
    std::vector<std::string> header;
    for (auto const& rule : layout.columns) header.push_back(rule.header);
    std::ranges::reverse(header);
    header.resize(header.size() - header.size() / 6);
    header.push_back("Something new");
    auto const fit = best_shipped_layout(header);
    ASSERT_NE(fit.layout, nullptr) << layout.name;
    EXPECT_EQ(fit.layout->name, layout.name);
  }
  EXPECT_EQ(best_shipped_layout({"HS_CODE", "QUANTITY", "UNIT"}).layout, nullptr);
}

TEST(Layouts, find_the_same_header_twice_in_order) {
  Layout layout;
  layout.columns = {{"Code", "hs_code", "", ""}, {"CODE", "customs_post", "", ""}};
  EXPECT_EQ(columns_of(layout, {"code", "x", "Code"}), (std::vector<std::size_t>{0, 2}));
}

TEST(Schema, has_every_role_with_every_part_and_a_meaning_for_each_column) {
  for (auto const role : roles()) {
    for (auto const* part : {"name", "address", "country", "registration_no", "phone", "email"}) {
      EXPECT_TRUE(is_settable(std::string{role} + "_" + part));
    }
  }
  for (auto const& column : shipment_schema()) EXPECT_FALSE(field_meaning(column.name).empty());
  EXPECT_EQ(shipment_schema()[0].name, "row_id");
  EXPECT_EQ(shipment_schema()[1].name, "source_id");
}

}  // namespace
}  // namespace tw::records
