#include <fmt/core.h>
#include <fmt/ranges.h>

#include "tidewaiter/parties.h"

#include "engine/stages.h"

namespace tw::engine {
namespace {

using table::Type;

enum Column : std::size_t {
  kMention,
  kName,
  kCountry,
  kRegistrationNo,
  kAddress,
  kRows,
  kPartyId,
  kCanonical,
  kConfidence,
  kReason,
};

/// A distinct mention as the shipments give it; absent parts stay absent.
struct MentionRow {
  std::string name;
  std::optional<std::string> country;
  std::optional<std::string> registration_no;
  std::string address;
  std::int64_t rows = 0;
};

std::string mentions_sql(std::vector<std::string> const& roles) {
  std::vector<std::string> parts;
  for (std::string const& role : roles) {
    parts.push_back(
        fmt::format("SELECT {0}_name AS name, {0}_country AS country, {0}_registration_no AS no, "
                    "min({0}_address) AS address, count(*) AS n FROM shipments_given "
                    "WHERE {0}_name IS NOT NULL GROUP BY ALL",
                    role));
  }
  return fmt::format(
      "SELECT name, country, no, min(address), sum(n)::BIGINT FROM ({}) GROUP BY name, country, no "
      "ORDER BY name, country NULLS FIRST, no NULLS FIRST",
      fmt::join(parts, " UNION ALL "));
}

Result<std::vector<MentionRow>> distinct_mentions(table::Database const& database) {
  std::vector<MentionRow> mentions;
  TW_TRY(auto const roles, roles_present(database));
  if (roles.empty()) return mentions;
  auto const text = [](table::Block const& block, std::size_t row, std::size_t column) {
    return block.is_null(row, column) ? std::optional<std::string>()
                                      : std::string(block.text(row, column));
  };
  TW_CHECK(
      for_each_row(database, mentions_sql(roles), [&](table::Block const& block, std::size_t row) {
        mentions.push_back({std::string(block.text(row, 0)), text(block, row, 1),
                            text(block, row, 2), text(block, row, 3).value_or(""),
                            block.number(row, 4)});
      }));
  return mentions;
}

}  // namespace

table::Schema const& mention_schema() {
  static table::Schema const schema = {
      {"mention", Type::int64},        {"name", Type::text},      {"country", Type::text},
      {"registration_no", Type::text}, {"address", Type::text},   {"rows", Type::int64},
      {"party_id", Type::int64},       {"canonical", Type::text}, {"confidence", Type::float64},
      {"reason", Type::text}};
  return schema;
}

Status make_mentions(StageContext const& context, Path const& file) {
  TW_TRY(auto const mentions, distinct_mentions(context.database));
  std::vector<parties::Mention> views;
  views.reserve(mentions.size());
  for (MentionRow const& m : mentions) {
    views.push_back({m.name, m.country ? std::string_view(*m.country) : "",
                     m.registration_no ? std::string_view(*m.registration_no) : "", m.address});
  }
  parties::Resolution const resolution = parties::resolve(views, context.job);
  TW_CHECK(context.job.go_on());
  ensure(resolution.mentions.size() == mentions.size(), "every mention belongs to a party");
  table::Rows rows(mention_schema());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    parties::Resolved const& resolved = resolution.mentions[i];
    rows.set(kMention, static_cast<std::int64_t>(i + 1));
    rows.set(kName, mentions[i].name);
    if (mentions[i].country) rows.set(kCountry, *mentions[i].country);
    if (mentions[i].registration_no) rows.set(kRegistrationNo, *mentions[i].registration_no);
    rows.set(kAddress, mentions[i].address);
    rows.set(kRows, mentions[i].rows);
    rows.set(kPartyId, static_cast<std::int64_t>(resolved.party) + 1);
    rows.set(kCanonical, mentions[resolution.canonical[resolved.party]].name);
    rows.set(kConfidence, resolved.confidence);
    rows.set(kReason, resolved.reason);
    rows.end_row();
  }
  return table::write_parquet(file, std::move(rows));
}

}  // namespace tw::engine
