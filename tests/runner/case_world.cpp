#include "runner/case_world.h"

#include <map>

#include <fmt/core.h>

#include "tidewaiter/io.h"

namespace tw::cases {
namespace {

constexpr char const* kRowColumn = "row";

/// The short words of case tables for columns of the schema.
std::string field_of(std::string const& header) {
  static std::map<std::string, std::string> const kShort = {
      {"origin", "country_of_origin"},
      {"dispatch", "country_of_dispatch"},
      {"destination", "country_of_destination"},
      {"trading", "trading_country"},
      {"consignor", "consignor_name"},
      {"consignee", "consignee_name"},
      {"manufacturer", "manufacturer_name"},
      {"seller", "seller_name"},
      {"buyer", "buyer_name"},
      {"consignee_no", "consignee_registration_no"},
      {"consignor_no", "consignor_registration_no"},
      {"reporter", "reporter_country"}};
  auto const found = kShort.find(header);
  return found == kShort.end() ? header : found->second;
}

std::string csv_text(Grid const& grid, std::string const& without) {
  std::string out;
  auto const line = [&](std::vector<std::string> const& cells) {
    bool first = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (grid.header[i] == without) continue;
      if (!first) out += ',';
      first = false;
      io::append_csv_cell(cells[i], out);
    }
    out += '\n';
  };
  line(grid.header);
  for (auto const& row : grid.rows) line(row);
  return out;
}

records::Layout layout_of(Grid const& grid) {
  records::Layout layout;
  layout.name = "case";
  layout.title = "Rows of a case";
  for (std::string const& header : grid.header) {
    if (header == kRowColumn) continue;
    layout.columns.push_back(
        {.header = header, .field = field_of(header), .unit = "", .currency = ""});
  }
  return layout;
}

}  // namespace

Result<engine::Workspace> make_world(Case const& one, std::filesystem::path const& folder) {
  engine::Act const act{"2023-03-17T10:00:00Z", "test"};
  std::filesystem::create_directories(folder / "in");
  TW_TRY(auto workspace, engine::Workspace::init(folder / "workspace", act));
  Job const job{.threads = 2};
  TW_CHECK(io::write_file_atomically(folder / "in" / "rows.csv", csv_text(one.rows, kRowColumn)));
  engine::AddOptions options;
  options.layout = layout_of(one.rows);
  TW_CHECK(workspace.add(folder / "in" / "rows.csv", options, act, job));
  if (one.list) {
    TW_CHECK(io::write_file_atomically(folder / "in" / "list.csv", csv_text(*one.list, "")));
    TW_CHECK(workspace.add_list(folder / "in" / "list.csv", {}, act, job));
  }
  TW_CHECK(workspace.run({}, act, job));
  return workspace;
}

}  // namespace tw::cases
