#include <fmt/core.h>

#include "engine/stages.h"

namespace tw::engine {

using table::Type;

table::Schema const& label_schema() {
  static table::Schema const schema = [] {
    table::Schema columns = {{"row_id", Type::uint64}, {"hs6", Type::text}};
    // The text and code of the goods table are the shipment's own columns already.
    for (auto const& column : goods_schema()) {
      if (column.name != "goods_text" && column.name != "hs_code" && column.name != "controls") {
        columns.push_back(column);
      }
    }
    for (std::string_view const role : records::roles()) {
      columns.push_back({std::string(role) + "_mention", Type::int64});
      columns.push_back({std::string(role) + "_party", Type::int64});
    }
    return columns;
  }();
  return schema;
}

/// Spreads what was found out about distinct texts and mentions over the rows.
Status make_labels(StageContext const& context, Path const& file) {
  TW_TRY(auto const roles, roles_present(context.database));
  std::string select = "SELECT s.row_id, coalesce(s.hs6_2022, left(s.hs_code, 6)) AS hs6";
  for (auto const& column : goods_schema()) {
    if (column.name != "goods_text" && column.name != "hs_code" && column.name != "controls") {
      select += fmt::format(", g.{0}", column.name);
    }
  }
  std::string joins =
      " LEFT JOIN goods g ON s.goods_text IS NOT DISTINCT FROM g.goods_text "
      "AND s.hs_code IS NOT DISTINCT FROM g.hs_code";
  for (std::string const& role : roles) {
    select += fmt::format(", {0}.mention AS {0}_mention, {0}.party_id AS {0}_party", role);
    joins += fmt::format(
        " LEFT JOIN mentions {0} ON s.{0}_name = {0}.name "
        "AND s.{0}_country IS NOT DISTINCT FROM {0}.country "
        "AND s.{0}_registration_no IS NOT DISTINCT FROM {0}.registration_no",
        role);
  }
  return context.database.copy_to_parquet(
      select + " FROM shipments_given s" + joins + " ORDER BY s.row_id", file);
}

}  // namespace tw::engine
