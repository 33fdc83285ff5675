// Which rows belong to which finding, and what the tables say of each.
#include <fmt/core.h>

#include "risk/finding.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

/// A row that names several listed parties belongs to the first role here.
constexpr std::string_view kRoleRank =
    "CASE role WHEN 'consignee' THEN 1 WHEN 'buyer' THEN 2 WHEN 'consignor' THEN 3 "
    "WHEN 'seller' THEN 4 WHEN 'manufacturer' THEN 5 WHEN 'payer' THEN 6 WHEN 'bank' THEN 7 "
    "WHEN 'notify' THEN 8 WHEN 'carrier' THEN 9 ELSE 10 END";

/// One listed party per row. A firm on several lists has an entity in each: the first of them
/// names it. A row whose finding would be about returns has a key of its own.
std::string scope_sql() {
  return fmt::format(
      "CREATE OR REPLACE TABLE risk_scope AS "
      "WITH active AS (SELECT *, coalesce(party_id::VARCHAR, mention_name) AS who FROM hits "
      "WHERE listed_on_day IS NOT false), "
      "names AS (SELECT who, min(entity_id) AS entity FROM active GROUP BY who), "
      "firsts AS (SELECT a.row_id, n.entity, a.role, a.party_id FROM active a JOIN names n USING "
      "(who) QUALIFY row_number() OVER (PARTITION BY a.row_id ORDER BY {0}, n.entity, a.party_id) "
      "= 1), "
      "r AS (SELECT * FROM risk_rows) "
      "SELECT r.row_id, CASE WHEN f.row_id IS NOT NULL THEN concat_ws('|', 'listed', f.entity, "
      "f.role, r.alternative) ELSE concat_ws('|', 'goods', r.goods_class, "
      "coalesce(r.consignee_party::VARCHAR, r.consignee_name, '?'), "
      "coalesce(r.country_of_origin, '?'), coalesce(r.country_of_dispatch, '?'), r.alternative) "
      "END AS key, f.entity, f.role, coalesce(f.party_id, r.consignee_party)::BIGINT AS party_id, "
      "coalesce(r.reporter_country, r.source_file) || ' ' || coalesce(r.flow, '') AS side, "
      "s.source_no IS NOT NULL AS slipped FROM r LEFT JOIN firsts f ON r.row_id = f.row_id "
      "LEFT JOIN risk_slips s ON r.source_no = s.source_no AND r.month = s.month AND "
      "r.goods_class = s.goods_class AND r.country_of_origin IS NOT DISTINCT FROM s.origin "
      "AND r.mission WHERE f.row_id IS NOT NULL OR (r.bound AND r.mission)",
      kRoleRank);
}

/// The same goods in the files of another office, where the consignee's name could not be resolved
/// to one party (another script, no number): most rows of a case there have a row here of the same
/// class, origin, dispatch and mass within the days that a journey takes. They join the case here.
/// Masses are compared in classes of a thousandth, with the neighbouring ones.
constexpr std::string_view kMirrors =
    "CREATE OR REPLACE TABLE risk_mirrors AS "
    "WITH r AS (SELECT c.key, c.row_id, c.side, q.goods_class, q.country_of_origin AS origin, "
    "q.country_of_dispatch AS dispatch, q.on_date, "
    "round(ln(q.net_mass_kg::DOUBLE) * 1000)::BIGINT AS weight, "
    "coalesce(q.flow = 'import' AND q.reporter_country = q.destination, false) AS home "
    "FROM risk_scope c JOIN risk_rows q ON c.row_id = q.row_id "
    "WHERE c.entity IS NULL AND q.net_mass_kg > 0 AND q.alternative IS NULL), "
    "away AS (SELECT *, unnest([weight - 1, weight, weight + 1]) AS near FROM r WHERE key NOT IN "
    "(SELECT key FROM r WHERE home)), "
    "pairs AS (SELECT a.key AS away_key, h.key AS home_key, count(DISTINCT a.row_id) AS n FROM "
    "away "
    "a JOIN r h ON h.home AND a.goods_class = h.goods_class AND a.near = h.weight "
    "AND a.origin IS NOT DISTINCT FROM h.origin AND a.dispatch IS NOT DISTINCT FROM h.dispatch "
    "AND abs(a.on_date - h.on_date) <= 45 GROUP BY ALL), "
    "sizes AS (SELECT key, count(*) AS n FROM r GROUP BY key) "
    "SELECT p.away_key, p.home_key FROM pairs p JOIN sizes s ON p.away_key = s.key "
    "WHERE 2 * p.n > s.n QUALIFY row_number() OVER (PARTITION BY p.away_key ORDER BY p.n DESC, "
    "p.home_key) = 1";
constexpr std::string_view kJoinMirrors =
    "CREATE OR REPLACE TABLE risk_scope AS SELECT c.* REPLACE (coalesce(m.home_key, c.key) AS key) "
    "FROM risk_scope c LEFT JOIN risk_mirrors m ON c.key = m.away_key";

/// Customs of both ends, and sellers of data, tell of the same goods: the sums of a case are those
/// of the one side that tells most (an importing office unless others tell a quarter more); rows in
/// a slipped month count only where there are no others.
constexpr std::string_view kSides =
    "CREATE OR REPLACE TABLE risk_sides AS SELECT key, arg_max(side, (sound, kg, usd, side)) AS "
    "side, bool_or(sound) AS sound FROM (SELECT c.key, c.side, count(*) FILTER (NOT c.slipped) > 0 "
    "AS sound, coalesce(sum(r.net_mass_kg) FILTER (NOT c.slipped), 0)::DOUBLE * CASE WHEN "
    "bool_or(r.flow = 'import') THEN 1.25 ELSE 1.0 END AS kg, coalesce(sum(r.value_usd) FILTER "
    "(NOT c.slipped), 0) AS usd FROM risk_scope c JOIN risk_rows r ON c.row_id = r.row_id "
    "GROUP BY c.key, c.side) GROUP BY key";

std::string joined(std::string_view column, std::string_view filter = "true") {
  return fmt::format("coalesce(string_agg(DISTINCT {0}, '|' ORDER BY {0}) FILTER ({1}), '')",
                     column, filter);
}

std::string cases_sql() {
  return fmt::format(
      "WITH joined AS (SELECT c.key, c.entity, c.role, c.party_id, c.side = d.side AND NOT "
      "(c.slipped AND d.sound) AS counted, "
      "c.slipped, r.* FROM risk_scope c JOIN risk_sides d ON c.key = d.key JOIN risk_rows r ON "
      "c.row_id = r.row_id), "
      "canonical AS (SELECT party_id::BIGINT AS party_id, min(canonical) AS name FROM parties "
      "GROUP BY ALL), "
      "cases AS (SELECT key, min(entity) AS entity, min(role) AS role, arg_max(party_id, (counted, "
      "-party_id)) AS party_id, "
      "min(on_date) AS first_on, max(on_date) AS last_on, "
      "count(DISTINCT (source_no, coalesce(declaration_no, row_id::VARCHAR))) FILTER (counted) AS "
      "shipments, count(*) AS n, count(*) FILTER (NOT counted) AS mirrors, "
      "sum(net_mass_kg) FILTER (counted) AS kg, sum(value_usd) FILTER (counted) AS usd, "
      "{0} AS origin, {1} AS dispatch, {2} AS destination, {3} AS files, {4} AS codes, "
      "coalesce(min(alternative), '') AS alternative, mode(consignor_party ORDER BY "
      "consignor_party) AS sender, count(DISTINCT consignor_party) AS senders, "
      "min(consignor_name) AS any_sender, min(consignee_name) AS any_consignee, "
      "array_to_string(list(\"row\" ORDER BY counted DESC, value_usd DESC NULLS LAST, row_id)"
      "[1:12], '|') AS examples, count(*) FILTER (misdeclared_probability >= {5} AND goods_class "
      "<> 'ordinary') AS hidden, min(goods_class) AS goods_class FROM joined GROUP BY key) "
      "SELECT key, entity, role, c.party_id, first_on, last_on, shipments, n, mirrors, kg, usd, "
      "origin, dispatch, destination, files, codes, alternative, "
      "coalesce(s.name, any_sender, ''), senders, "
      "coalesce(p.name, any_consignee, ''), examples, hidden, goods_class FROM cases c "
      "LEFT JOIN canonical p ON c.party_id = p.party_id "
      "LEFT JOIN canonical s ON c.sender = s.party_id ORDER BY key",
      joined("country_of_origin"), joined("country_of_dispatch"), joined("destination"),
      joined("source_file"), joined("hs6", "mission"), parameter_text("misdeclared_min"));
}

std::string cell(table::Block const& block, std::size_t row, std::size_t column) {
  return block.is_null(row, column) ? std::string() : std::string(block.text(row, column));
}

Case read_case(table::Block const& block, std::size_t row) {
  Case c;
  c.key = cell(block, row, 0);
  bool const listed = !block.is_null(row, 1);
  c.rows = block.number(row, 7);
  c.kind = listed                                ? "listed_party"
           : 2 * block.number(row, 21) >= c.rows ? "hidden_goods"
                                                 : "sensitive_goods";
  c.role = cell(block, row, 2);
  if (!block.is_null(row, 3)) c.party_id = block.number(row, 3);
  if (!block.is_null(row, 4)) c.first_on = block.date(row, 4);
  if (!block.is_null(row, 5)) c.last_on = block.date(row, 5);
  c.shipments = block.number(row, 6);
  c.mirror_rows = block.number(row, 8);
  if (!block.is_null(row, 9)) c.net_mass = block.wide(row, 9);
  if (!block.is_null(row, 10)) c.value_usd = block.wide(row, 10);
  c.origin = cell(block, row, 11);
  c.dispatch = cell(block, row, 12);
  c.destination = cell(block, row, 13);
  c.files = cell(block, row, 14);
  c.declared_hs6 = cell(block, row, 15);
  c.alternative = cell(block, row, 16);
  c.sender = cell(block, row, 17);
  c.senders = block.number(row, 18);
  c.party = cell(block, row, 19);
  c.example_rows = cell(block, row, 20);
  c.name = listed ? c.key
                  : fmt::format("goods|{}|{}|{}|{}|{}", cell(block, row, 22), c.party, c.origin,
                                c.dispatch, c.alternative);
  return c;
}

using Places = std::map<std::string, std::size_t, std::less<>>;

/// Calls `take(case, block, row)` for each answer row whose first column is a case's key.
template <typename Take>
Status for_each_part(table::Database const& database, std::string const& sql, Places const& places,
                     std::vector<Case>& cases, Take take) {
  TW_TRY(auto answer, database.ask(sql));
  while (true) {
    TW_TRY(auto const block, answer.next());
    if (!block) return {};
    for (std::size_t row = 0; row < block->rows(); ++row) {
      auto const place = places.find(block->text(row, 0));
      if (place != places.end()) take(cases[place->second], *block, row);
    }
  }
}

constexpr std::string_view kFlags =
    "SELECT c.key, f.flag, max(f.strength), count(DISTINCT f.row_id), "
    "arg_max(coalesce(f.detail, ''), (f.strength, coalesce(f.detail, ''))) FROM risk_scope c "
    "JOIN flags f ON c.row_id = f.row_id WHERE f.outcome = 'fires' GROUP BY c.key, f.flag "
    "ORDER BY c.key, f.flag";
constexpr std::string_view kClasses =
    "SELECT c.key, r.goods_class, avg(r.sensitive_probability), count(*) FROM risk_scope c "
    "JOIN risk_rows r ON c.row_id = r.row_id WHERE r.mission GROUP BY c.key, r.goods_class "
    "ORDER BY c.key, r.goods_class";
constexpr std::string_view kListings =
    "SELECT c.key, h.list, max(h.score * CASE WHEN h.listed_on_day THEN 1.0 ELSE 0.7 END)::DOUBLE, "
    "string_agg(DISTINCT h.entity_id, '|' ORDER BY h.entity_id) FROM risk_scope c "
    "JOIN hits h ON c.row_id = h.row_id WHERE c.entity IS NOT NULL AND h.listed_on_day IS NOT "
    "false GROUP BY c.key, h.list ORDER BY c.key, h.list";

}  // namespace

Status make_scope(table::Database& database) {
  TW_CHECK(database.execute(scope_sql()));
  TW_CHECK(database.execute(std::string(kMirrors)));
  TW_CHECK(database.execute(std::string(kJoinMirrors)));
  return database.execute(std::string(kSides));
}

Result<std::vector<Case>> read_cases(table::Database const& database) {
  std::vector<Case> cases;
  Places places;
  TW_TRY(auto answer, database.ask(cases_sql()));
  while (true) {
    TW_TRY(auto const block, answer.next());
    if (!block) break;
    for (std::size_t row = 0; row < block->rows(); ++row) {
      cases.push_back(read_case(*block, row));
      places[cases.back().key] = cases.size() - 1;
    }
  }
  TW_CHECK(for_each_part(database, std::string(kFlags), places, cases,
                         [](Case& c, table::Block const& block, std::size_t row) {
                           c.flags.push_back({cell(block, row, 1), block.real(row, 2),
                                              block.number(row, 3), cell(block, row, 4)});
                         }));
  TW_CHECK(for_each_part(database, std::string(kClasses), places, cases,
                         [](Case& c, table::Block const& block, std::size_t row) {
                           double const p = block.is_null(row, 2) ? 1 : block.real(row, 2);
                           c.classes.push_back({cell(block, row, 1), p, block.number(row, 3)});
                         }));
  TW_CHECK(for_each_part(database, std::string(kListings), places, cases,
                         [](Case& c, table::Block const& block, std::size_t row) {
                           std::string const list = cell(block, row, 1);
                           c.listing = std::max(
                               c.listing, list_share(list) * std::min(1.0, block.real(row, 2)));
                           c.lists += (c.lists.empty() ? "" : "|") + list;
                           c.entity_ids += (c.entity_ids.empty() ? "" : "|") + cell(block, row, 3);
                         }));
  // What was set aside as returns and the like is told where the rest is told.
  for (Case const& aside : cases) {
    if (aside.alternative.empty()) continue;
    std::string const rest = aside.key.substr(0, aside.key.size() - aside.alternative.size() - 1);
    auto const place = places.find(rest);
    if (place != places.end()) cases[place->second].alternative_elsewhere += aside.rows;
  }
  return cases;
}

}  // namespace tw::risk
