// What the "expect" lines of a case mean, one function each, in one visible array.
#include <algorithm>
#include <array>

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "tidewaiter/text.h"

#include "runner/case_world.h"

namespace tw::cases {
namespace {

using Table = std::vector<std::vector<std::string>>;

struct Question {
  Case const& one;
  Expectation const& expect;
  engine::Workspace const& workspace;
  table::Database const& database;
};
using Failures = std::vector<std::string>;

Result<Table> ask(table::Database const& database, std::string const& sql) {
  TW_TRY(auto answer, database.ask(sql));
  Table table;
  while (true) {
    TW_TRY(auto const block, answer.next());
    if (!block) return table;
    for (std::size_t row = 0; row < block->rows(); ++row) {
      auto& line = table.emplace_back();
      for (std::size_t i = 0; i < block->columns(); ++i) {
        line.push_back(block->printed(row, i).value_or(""));
      }
    }
  }
}

/// The label of the row that stands on a line of rows.csv: `a` for the first.
std::string label_of(Case const& one, std::uint64_t line) {
  auto const column = std::ranges::find(one.rows.header, "row");
  std::size_t const row = line - 2;
  if (column == one.rows.header.end() || row >= one.rows.rows.size()) return std::to_string(line);
  return one.rows.rows[row][static_cast<std::size_t>(column - one.rows.header.begin())];
}

std::string labels(Case const& one, std::string const& lines) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < lines.size();) {
    std::size_t const comma = std::min(lines.find(',', at), lines.size());
    names.push_back(label_of(one, std::stoull(lines.substr(at, comma - at))));
    at = comma + 1;
  }
  std::ranges::sort(names);
  return fmt::format("{}", fmt::join(names, " "));
}

std::string shown(Table table) {
  std::ranges::sort(table);
  std::string out;
  for (auto const& line : table) out += fmt::format("\n    | {} |", fmt::join(line, " | "));
  return out.empty() ? " nothing" : out;
}

Failures compared(Table wanted, Table got) {
  std::ranges::sort(wanted);
  std::ranges::sort(got);
  if (wanted == got) return {};
  return {fmt::format("expected{}\n  but found{}", shown(wanted), shown(got))};
}

/// "flows by dispatch": the grid's first column is the key; net_mass_kg, value_usd and rows follow.
Result<Failures> flows_by(Question const& q) {
  std::string const key = q.expect.what.substr(std::string_view("flows by ").size());
  std::string const column =
      key == "dispatch" || key == "origin" || key == "destination" ? "country_of_" + key : key;
  std::string columns = fmt::format("coalesce({}, '')", column);
  for (std::size_t i = 1; i < q.expect.grid.header.size(); ++i) {
    std::string const& name = q.expect.grid.header[i];
    columns += name == "rows" ? ", string_agg(source_line, ',' ORDER BY source_line)"
                              : fmt::format(", sum({})", name);
  }
  TW_TRY(auto got, ask(q.database, fmt::format("SELECT {} FROM shipments WHERE status = "
                                               "'effective' GROUP BY {}",
                                               columns, column)));
  for (auto& line : got) {
    for (std::size_t i = 1; i < line.size(); ++i) {
      if (q.expect.grid.header[i] == "rows") line[i] = labels(q.one, line[i]);
    }
  }
  return compared(q.expect.grid.rows, std::move(got));
}

/// "shipments": columns of the view for each labelled row.
Result<Failures> shipments(Question const& q) {
  Failures failures;
  for (auto const& wanted : q.expect.grid.rows) {
    for (std::size_t i = 1; i < wanted.size(); ++i) {
      TW_TRY(auto const got,
             ask(q.database, fmt::format("SELECT source_line, {} FROM shipments ORDER BY row_id",
                                         table::sql_name(q.expect.grid.header[i]))));
      for (auto const& line : got) {
        if (label_of(q.one, std::stoull(line[0])) != wanted[0] || line[1] == wanted[i]) continue;
        failures.push_back(fmt::format("row {}: {} is \"{}\", not \"{}\"", wanted[0],
                                       q.expect.grid.header[i], line[1], wanted[i]));
      }
    }
  }
  return failures;
}

/// "hits": | row | role | entity_id | listed_on_day |, in the order of the grid's header.
Result<Failures> hits(Question const& q) {
  std::string columns;
  for (std::string const& name : q.expect.grid.header) {
    columns += columns.empty() ? "" : ", ";
    columns += name == "row" ? "split_part(\"row\", ':', 2)" : name;
  }
  TW_TRY(auto got, ask(q.database, "SELECT " + columns + " FROM hits"));
  for (auto& line : got) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (q.expect.grid.header[i] == "row") line[i] = label_of(q.one, std::stoull(line[i]));
    }
  }
  return compared(q.expect.grid.rows, std::move(got));
}

/// parties: "A" = "B", or "A" <> "B".
Result<Failures> parties(Question const& q) {
  std::vector<std::string> quoted;
  for (std::size_t at = q.expect.rest.find('"'); at != std::string::npos;) {
    std::size_t const end = q.expect.rest.find('"', at + 1);
    if (end == std::string::npos) break;
    quoted.push_back(q.expect.rest.substr(at + 1, end - at - 1));
    at = q.expect.rest.find('"', end + 1);
  }
  if (quoted.size() != 2) {
    return fail(ErrorKind::bad_input, "parties: needs two names in quotes");
  }
  bool const same = q.expect.rest.find("<>") == std::string::npos;
  TW_TRY(auto const got,
         ask(q.database, fmt::format("SELECT count(DISTINCT party_id), count(DISTINCT spelling) "
                                     "FROM parties WHERE spelling IN ({}, {})",
                                     table::sql_text(quoted[0]), table::sql_text(quoted[1]))));
  if (got[0][1] != "2") return Failures{"a name stands in no row: " + q.expect.rest};
  if ((got[0][0] == "1") == same) return Failures{};
  return Failures{fmt::format("\"{}\" and \"{}\" are {} party", quoted[0], quoted[1],
                              same ? "not one" : "one")};
}

/// rejects: | row | column |
Result<Failures> rejects(Question const& q) {
  TW_TRY(auto got, ask(q.database, "SELECT source_line, \"column\" FROM rejects"));
  for (auto& line : got) line[0] = label_of(q.one, std::stoull(line[0]));
  return compared(q.expect.grid.rows, std::move(got));
}

/// claim: sentence, with | verdict | value |
Result<Failures> claim(Question const& q) {
  TW_TRY(auto const parsed, claims::parse_sentence(q.expect.rest));
  TW_TRY(auto const checked, q.workspace.check(std::span(&parsed, 1), {.threads = 1}));
  Table got = {{}};
  for (std::string const& name : q.expect.grid.header) {
    got[0].push_back(name == "verdict" ? std::string(claims::verdict_name(checked[0].verdict))
                                       : checked[0].value.value_or(""));
  }
  auto failures = compared(q.expect.grid.rows, got);
  if (!failures.empty()) failures.push_back(checked[0].reason);
  return failures;
}

struct Kind {
  std::string_view name;  ///< The first words of the line.
  Result<Failures> (*test)(Question const&);
};
constexpr std::array<Kind, 6> kKinds = {{{"flows by ", flows_by},
                                         {"shipments", shipments},
                                         {"hits", hits},
                                         {"parties", parties},
                                         {"rejects", rejects},
                                         {"claim", claim}}};

}  // namespace

Result<std::vector<std::string>> failures(Case const& one, engine::Workspace const& workspace) {
  TW_TRY(auto const database, workspace.database({.threads = 1}));
  std::vector<std::string> all;
  for (Expectation const& expect : one.expectations) {
    auto const kind = std::ranges::find_if(
        kKinds, [&](Kind const& k) { return expect.what.starts_with(k.name); });
    if (kind == kKinds.end()) {
      return fail(ErrorKind::bad_input, fmt::format("{}:{}: nothing is known of \"expect {}\"",
                                                    one.file, expect.line, expect.what));
    }
    TW_TRY(auto const found, kind->test({one, expect, workspace, database}));
    for (std::string const& failure : found) {
      all.push_back(fmt::format("{}:{}: {}", one.file, expect.line, failure));
    }
  }
  return all;
}

}  // namespace tw::cases
