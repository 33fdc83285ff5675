#include <map>

#include <fmt/core.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "tidewaiter/law.h"

#include "engine/entries.h"
#include "engine/stages.h"

namespace tw::engine {
namespace {

using table::Type;

/// Below the threshold a match is only *possibly* the entry; it is shown, but no hit.
constexpr double kPossibleScore = 0.5;
constexpr std::size_t kMatchesMax = 10;

struct MentionName {
  std::int64_t mention = 0;
  std::string name;
  std::string country;
  std::string registration_no;
  std::vector<Match> matches;
};

Result<std::vector<MentionName>> mention_names(table::Database const& database) {
  std::vector<MentionName> names;
  TW_CHECK(for_each_row(
      database,
      "SELECT mention, name, coalesce(country, ''), coalesce(registration_no, '') FROM mentions "
      "ORDER BY mention",
      [&](table::Block const& block, std::size_t row) {
        names.push_back({block.number(row, 0),
                         std::string(block.text(row, 1)),
                         std::string(block.text(row, 2)),
                         std::string(block.text(row, 3)),
                         {}});
      }));
  return names;
}

std::string reasons_json(Match const& match) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (auto const& [feature, detail] : match.reasons) {
    json.push_back({{"feature", feature}, {"detail", detail}});
  }
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void append(table::Rows& rows, std::int64_t mention, Match const& match) {
  lists::Entry const& entry = *match.entry;
  rows.set(0, mention);
  rows.set(1, entry.entity_id);
  rows.set(2, entry.list);
  rows.set(3, match.matched_name);
  rows.set(4, match.score);
  rows.set(5, match.match);
  if (entry.listed_on) rows.set(6, *entry.listed_on);
  if (entry.delisted_on) rows.set(7, *entry.delisted_on);
  rows.set(8, fmt::format("{}", fmt::join(entry.programmes, "|")));
  rows.set(9, reasons_json(match));
  rows.end_row();
}

std::string hits_sql(std::vector<std::string> const& roles) {
  std::vector<std::string> parts;
  for (std::string const& role : roles) {
    parts.push_back(fmt::format(
        "SELECT s.\"row\", s.row_id, '{0}' AS role, s.{0}_name AS mention_name, "
        "s.{0}_party AS party_id, h.entity_id, h.list, h.listed_name, h.score, "
        "h.listed_on, h.delisted_on, h.programmes, s.on_date "
        "FROM shipments s JOIN mention_hits h ON s.{0}_mention = h.mention WHERE h.match",
        role));
  }
  return fmt::format("{} ORDER BY row_id, role, score DESC, entity_id",
                     fmt::join(parts, " UNION ALL "));
}

/// Effect sentences; they repeat for every row of a firm on a day.
class Effects {
 public:
  std::string const& sentence(std::string const& list, std::string const& programmes,
                              std::optional<Date> listed_on, std::optional<Date> delisted_on,
                              Date on) {
    auto [place, fresh] = known_.try_emplace({list, programmes, listed_on, delisted_on, on});
    if (fresh) {
      std::vector<std::string> split;
      for (std::size_t at = 0; at < programmes.size();) {
        std::size_t const bar = std::min(programmes.find('|', at), programmes.size());
        split.push_back(programmes.substr(at, bar - at));
        at = bar + 1;
      }
      place->second = law::effect_sentence({.list = list,
                                            .programmes = std::move(split),
                                            .listed_on = listed_on,
                                            .delisted_on = delisted_on},
                                           on);
    }
    return place->second;
  }

 private:
  using Key = std::tuple<std::string, std::string, std::optional<Date>, std::optional<Date>, Date>;
  std::map<Key, std::string> known_;
};

/// Whether the entry was in force on the row's day; absent when the list gives no date.
std::optional<bool> listed_on_day(std::optional<Date> listed_on, std::optional<Date> delisted_on,
                                  std::optional<Date> on) {
  if (!on) return std::nullopt;
  if (delisted_on && *delisted_on <= *on) return false;
  if (!listed_on) return std::nullopt;
  return *listed_on <= *on;
}

}  // namespace

table::Schema const& mention_hit_schema() {
  static table::Schema const schema = {{"mention", Type::int64},   {"entity_id", Type::text},
                                       {"list", Type::text},       {"listed_name", Type::text},
                                       {"score", Type::float64},   {"match", Type::boolean},
                                       {"listed_on", Type::date},  {"delisted_on", Type::date},
                                       {"programmes", Type::text}, {"reasons", Type::text}};
  return schema;
}

Status make_mention_hits(StageContext const& context, Path const& file) {
  TW_TRY(auto entries, read_entries(context.database));
  TW_TRY(auto mentions, mention_names(context.database));
  table::Rows rows(mention_hit_schema());
  if (!entries.empty()) {
    Screener const screener(std::move(entries), context.job);
    parallel_chunks(
        mentions.size(), 256, context.job.threads, [&](std::size_t begin, std::size_t end) {
          for (std::size_t i = begin; i < end; ++i) {
            if (context.job.stop.stop_requested()) return;
            MentionName& m = mentions[i];
            m.matches = screener.search(
                {.name = m.name, .country = m.country, .registration_no = m.registration_no},
                kPossibleScore, kMatchesMax);
          }
        });
    TW_CHECK(context.job.go_on());
    for (MentionName const& m : mentions) {
      for (Match const& match : m.matches) append(rows, m.mention, match);
    }
  }
  return table::write_parquet(file, std::move(rows));
}

table::Schema const& hit_schema() {
  static table::Schema const schema = {
      {"row", Type::text},          {"row_id", Type::uint64},         {"role", Type::text},
      {"mention_name", Type::text}, {"party_id", Type::int64},        {"entity_id", Type::text},
      {"list", Type::text},         {"listed_name", Type::text},      {"score", Type::float64},
      {"listed_on", Type::date},    {"listed_on_day", Type::boolean}, {"effect", Type::text}};
  return schema;
}

Status make_hits(StageContext const& context, Path const& file) {
  TW_TRY(auto const roles, roles_present(context.database));
  table::Rows rows(hit_schema());
  if (roles.empty()) return table::write_parquet(file, std::move(rows));
  Effects effects;
  auto const date = [](table::Block const& block, std::size_t row, std::size_t column) {
    return block.is_null(row, column) ? std::optional<Date>() : block.date(row, column);
  };
  auto const take = [&](table::Block const& block, std::size_t row) {
    auto const listed_on = date(block, row, 9);
    auto const on = date(block, row, 12);
    auto const delisted_on = date(block, row, 10);
    auto const in_force = listed_on_day(listed_on, delisted_on, on);
    rows.set(0, block.text(row, 0));
    rows.set(1, block.number(row, 1));
    rows.set(2, block.text(row, 2));
    rows.set(3, block.text(row, 3));
    if (!block.is_null(row, 4)) rows.set(4, block.number(row, 4));
    rows.set(5, block.text(row, 5));
    rows.set(6, block.text(row, 6));
    rows.set(7, block.text(row, 7));
    rows.set(8, block.real(row, 8));
    if (listed_on) rows.set(9, *listed_on);
    if (in_force) rows.set(10, *in_force);
    rows.set(11, effects.sentence(std::string(block.text(row, 6)),
                                  block.is_null(row, 11) ? "" : std::string(block.text(row, 11)),
                                  listed_on, delisted_on, on.value_or(listed_on.value_or(Date{}))));
    rows.end_row();
  };
  TW_CHECK(for_each_row(context.database, hits_sql(roles), take));
  return table::write_parquet(file, std::move(rows));
}

}  // namespace tw::engine
