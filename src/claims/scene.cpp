#include "claims/scene.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace tw::claims {

Result<Cells> ask(table::Database const& database, std::string const& sql) {
  TW_TRY(auto answer, database.ask(sql));
  Cells cells;
  for (;;) {
    TW_TRY(auto const block, answer.next());
    if (!block) return cells;
    for (std::size_t row = 0; row < block->rows(); ++row) {
      auto& line = cells.emplace_back();
      for (std::size_t column = 0; column < block->columns(); ++column) {
        line.push_back(block->printed(row, column));
      }
    }
  }
}

Result<Scene> Scene::read(table::Database const& database) {
  Scene scene;
  scene.database = &database;
  TW_TRY(auto const described, ask(database, "SELECT column_name FROM (DESCRIBE shipments)"));
  for (auto const& row : described) scene.columns.insert(row[0].value_or(""));
  TW_TRY(auto const rows,
         ask(database,
             "SELECT source_id, source_file, coalesce(reporter_country, ''), coalesce(flow, ''), "
             "month, CAST(sum(\"rows\") AS BIGINT) FROM coverage WHERE month IS NOT NULL "
             "GROUP BY ALL ORDER BY ALL"));
  for (auto const& row : rows) {
    auto const text = [&](std::size_t i) { return row[i].value_or(""); };
    auto const day = parse_iso_date(text(4) + "-01");
    if (!day) continue;
    auto const count = static_cast<std::uint64_t>(std::stoull(row[5].value_or("0")));
    auto& all = scene.coverage;
    if (all.empty() ||
        std::tie(all.back().source_id, all.back().source_file, all.back().reporter,
                 all.back().flow) != std::tuple(text(0), text(1), text(2), text(3))) {
      all.push_back({.source_id = text(0),
                     .source_file = text(1),
                     .reporter = text(2),
                     .flow = text(3),
                     .months = {},
                     .rows = 0});
    }
    all.back().months.emplace_back(day->month_index(), count);
    all.back().rows += count;
  }
  return scene;
}

}  // namespace tw::claims
