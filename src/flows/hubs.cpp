#include "flows/hubs.h"

#include <cstdlib>
#include <map>

namespace tw::flows {
namespace {

/// Two customs offices rarely write the same day or the same weight to the gram.
constexpr std::int32_t kMirrorDaysMax = 45;
constexpr double kMirrorMassShare = 0.005;

constexpr std::string_view kSql =
    "WITH legs AS MATERIALIZED (SELECT row_id, consignor_party AS a, consignee_party AS b, hs6, "
    "on_date, net_mass_kg FROM shipments WHERE status = 'effective' AND consignor_party IS NOT "
    "NULL "
    "AND consignee_party IS NOT NULL AND consignor_party <> consignee_party AND hs6 IS NOT NULL "
    "AND net_mass_kg > 0 AND on_date IS NOT NULL), "
    "hubs AS MATERIALIZED ((SELECT DISTINCT b AS party, hs6 FROM legs) INTERSECT "
    "(SELECT DISTINCT a, hs6 FROM legs)), "
    "lots AS (SELECT h.party, h.hs6, false AS leaves, l.row_id, l.a AS other FROM legs l "
    "JOIN hubs h ON l.b = h.party AND l.hs6 = h.hs6 UNION ALL "
    "SELECT h.party, h.hs6, true, l.row_id, l.b FROM legs l "
    "JOIN hubs h ON l.a = h.party AND l.hs6 = h.hs6) "
    "SELECT t.party::BIGINT, t.hs6, t.leaves, t.other::BIGINT, s.on_date, s.net_mass_kg, "
    "s.\"row\", "
    "coalesce(s.reporter_country, '') || ' ' || coalesce(s.flow, '') || ' ' || "
    "CASE WHEN s.reporter_country IS NULL THEN s.source_file ELSE '' END, "
    "coalesce(s.goods_class, ''), coalesce(s.country_of_origin, ''), "
    "coalesce(s.country_of_dispatch, ''), coalesce(s.country_of_destination, '') "
    "FROM lots t JOIN shipments s ON t.row_id = s.row_id ORDER BY t.party, t.hs6, t.row_id";

bool same_mass(std::int64_t a, std::int64_t b) {
  return static_cast<double>(std::abs(a - b)) <=
         kMirrorMassShare * static_cast<double>(std::max(a, b));
}

}  // namespace

void merge_mirror_lots(std::vector<HubLot>& lots) {
  std::ranges::sort(lots, {}, [](HubLot const& lot) {
    return std::tuple(lot.lot.on, lot.lot.mass, std::string_view(lot.rows));
  });
  std::map<std::int64_t, std::vector<std::size_t>> of_other;
  std::vector<HubLot> merged;
  std::vector<std::string> sides;  // Of each merged lot: all sides that wrote it.
  for (HubLot& lot : lots) {
    auto& earlier = of_other[lot.other];
    auto const mirror = std::ranges::find_if(earlier, [&](std::size_t i) {
      return lot.lot.on - merged[i].lot.on <= kMirrorDaysMax &&
             sides[i].find("|" + lot.side + "|") == std::string::npos &&
             same_mass(merged[i].lot.mass, lot.lot.mass);
    });
    if (mirror != earlier.end()) {
      merged[*mirror].rows += "|" + lot.rows;
      sides[*mirror] += lot.side + "|";
      continue;
    }
    std::erase_if(earlier,
                  [&](std::size_t i) { return lot.lot.on - merged[i].lot.on > kMirrorDaysMax; });
    earlier.push_back(merged.size());
    sides.push_back("|" + lot.side + "|");
    merged.push_back(std::move(lot));
  }
  lots = std::move(merged);
}

Result<std::vector<Hub>> read_hubs(table::Database const& database, Job const& job) {
  std::vector<Hub> hubs;
  TW_TRY(auto answer, database.ask(std::string(kSql)));
  while (true) {
    TW_CHECK(job.go_on());
    TW_TRY(auto const block, answer.next());
    if (!block) break;
    for (std::size_t row = 0; row < block->rows(); ++row) {
      std::int64_t const party = block->number(row, 0);
      if (hubs.empty() || hubs.back().party != party || hubs.back().hs6 != block->text(row, 1)) {
        hubs.push_back({party, std::string(block->text(row, 1)), {}, {}});
      }
      auto& lots = block->boolean(row, 2) ? hubs.back().out : hubs.back().in;
      lots.push_back({{block->date(row, 4).days, block->number(row, 5)},
                      block->number(row, 3),
                      std::string(block->text(row, 7)),
                      std::string(block->text(row, 6)),
                      std::string(block->text(row, 8)),
                      std::string(block->text(row, 9)),
                      std::string(block->text(row, 10)),
                      std::string(block->text(row, 11))});
    }
  }
  return hubs;
}

}  // namespace tw::flows
