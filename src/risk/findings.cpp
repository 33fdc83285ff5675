// Findings: cases that reach the evidence asked for, ranked, as a table.
#include <algorithm>
#include <set>

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "risk/finding.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

using table::Type;

enum Column : std::size_t {
  kFindingId,
  kKind,
  kSubject,
  kPartyId,
  kGoodsClass,
  kOrigin,
  kDispatch,
  kDestination,
  kFirstOn,
  kLastOn,
  kShipments,
  kRows,
  kNetMass,
  kValue,
  kScore,
  kTerms,
  kFlags,
  kEntityIds,
  kAlternatives,
  kUnknown,
  kExampleRows,
  kReasons,
};

/// "R16 (consignee_email)" per source file.
using Untested = std::map<std::string, std::set<std::string>, std::less<>>;

Result<Untested> read_untested(table::Database const& database) {
  Untested untested;
  TW_TRY(auto answer, database.ask("SELECT \"row\", flag, coalesce(missing, '') FROM flags WHERE "
                                   "outcome = 'UNKNOWN' AND \"row\" IS NOT NULL ORDER BY ALL"));
  while (true) {
    TW_TRY(auto const block, answer.next());
    if (!block) return untested;
    for (std::size_t row = 0; row < block->rows(); ++row) {
      untested[std::string(block->text(row, 0))].insert(
          fmt::format("{} ({})", block->text(row, 1), block->text(row, 2)));
    }
  }
}

std::vector<std::string> untested_in(Case const& c, Untested const& untested) {
  std::set<std::string> all;
  std::string_view files = c.files;
  while (!files.empty()) {
    std::string_view const file = files.substr(0, files.find('|'));
    files.remove_prefix(std::min(file.size() + 1, files.size()));
    auto const found = untested.find(file);
    if (found != untested.end()) all.insert(found->second.begin(), found->second.end());
  }
  return {all.begin(), all.end()};
}

struct Scored {
  Case const* c = nullptr;
  std::vector<Term> terms;
  std::int64_t score = 0;
  std::string id;
};

/// Sums of a case beyond 18 digits cannot be real goods; they are left out.
std::optional<std::int64_t> in_column(std::optional<Int128> units) {
  constexpr Int128 kMost = 999'999'999'999'999'999LL;
  if (!units || *units > kMost || *units < -kMost) return std::nullopt;
  return static_cast<std::int64_t>(*units);
}

void append(Scored const& scored, Untested const& untested, table::Rows& rows) {
  Case const& c = *scored.c;
  auto const text = [&](std::size_t column, std::string const& value) {
    if (!value.empty()) rows.set(column, value);
  };
  rows.set(kFindingId, scored.id);
  rows.set(kKind, c.kind);
  rows.set(kSubject, subject_of(c));
  if (c.party_id) rows.set(kPartyId, *c.party_id);
  rows.set(kGoodsClass, leading_class(c));
  text(kOrigin, c.origin);
  text(kDispatch, c.dispatch);
  text(kDestination, c.destination);
  if (c.first_on) rows.set(kFirstOn, *c.first_on);
  if (c.last_on) rows.set(kLastOn, *c.last_on);
  rows.set(kShipments, c.shipments);
  rows.set(kRows, c.rows);
  if (auto const mass = in_column(c.net_mass)) rows.set(kNetMass, *mass);
  if (auto const value = in_column(c.value_usd)) rows.set(kValue, *value);
  rows.set(kScore, static_cast<double>(scored.score) / 1000);
  rows.set(kTerms, terms_json(scored.terms));
  std::vector<std::string> flags;
  for (FiredFlag const& flag : c.flags) flags.push_back(flag.id);
  text(kFlags, fmt::format("{}", fmt::join(flags, "|")));
  text(kEntityIds, c.entity_ids);
  rows.set(kAlternatives, alternatives_of(c));
  rows.set(kUnknown, unknown_of(c, untested_in(c, untested)));
  text(kExampleRows, c.example_rows);
  text(kReasons, reasons_of(c));
  rows.end_row();
}

}  // namespace

table::Schema const& finding_schema() {
  static table::Schema const schema = {{"finding_id", Type::text},
                                       {"kind", Type::text},
                                       {"subject", Type::text},
                                       {"party_id", Type::int64},
                                       {"goods_class", Type::text},
                                       {"country_of_origin", Type::text},
                                       {"country_of_dispatch", Type::text},
                                       {"country_of_destination", Type::text},
                                       {"first_on", Type::date},
                                       {"last_on", Type::date},
                                       {"shipments", Type::int64},
                                       {"rows", Type::int64},
                                       {"net_mass_kg", Type::mass},
                                       {"value_usd", Type::money},
                                       {"score", Type::float64},
                                       {"terms", Type::text},
                                       {"flags", Type::text},
                                       {"entity_ids", Type::text},
                                       {"alternatives", Type::text},
                                       {"unknown", Type::text},
                                       {"example_rows", Type::text},
                                       {"reasons", Type::text}};
  return schema;
}

Status write_findings(table::Database& database, Options const& options,
                      std::filesystem::path const& file, Job const& job) {
  TW_CHECK(make_rows(database, options));
  TW_TRY(auto cases, find_slips(database));
  TW_CHECK(job.go_on());
  TW_CHECK(make_scope(database));
  TW_TRY(auto others, read_cases(database));
  std::ranges::move(others, std::back_inserter(cases));
  TW_TRY(auto const untested, read_untested(database));
  TW_CHECK(job.go_on());

  auto const enough = static_cast<std::int64_t>(parameter("evidence_min") * 1000);
  std::vector<Scored> findings;
  for (Case const& c : cases) {
    auto terms = terms_of(c);
    if (evidence_of(terms) < enough) continue;
    std::int64_t const score = score_of(terms);
    findings.push_back({&c, std::move(terms), score, "finding-" + hex(hash64(c.name))});
  }
  std::ranges::stable_sort(findings, [](Scored const& a, Scored const& b) {
    return std::pair(-a.score, std::string_view(a.id)) <
           std::pair(-b.score, std::string_view(b.id));
  });
  // Two namesakes may have cases of one name: the weaker one is told apart by a number.
  std::map<std::string, int, std::less<>> seen;
  for (Scored& scored : findings) {
    if (int const before = seen[scored.id]++; before > 0)
      scored.id += fmt::format("-{}", before + 1);
  }
  table::Rows rows(finding_schema());
  for (Scored const& scored : findings) append(scored, untested, rows);
  return table::write_parquet(file, std::move(rows));
}

}  // namespace tw::risk
