// coverage, rejects, hits, parties, flows, chains, flags, findings, sql: what a workspace answers.
#include <fmt/core.h>
#include <fmt/ranges.h>

#include "cli/verb.h"

namespace tw::cli {
namespace {

/// Opens the workspace and its views; says so when `run` has something to do.
Result<table::Database> open_views(Shell& shell, bool needs_run) {
  TW_TRY(auto const workspace, shell.workspace());
  if (needs_run && !workspace.is_current()) {
    shell.say("note: files were added since the last run, or there was none. Run: tidewaiter run");
  }
  TW_TRY(auto const options, shell.database_options());
  return workspace.database(options);
}

/// A verb that prints one query: SELECT `columns` FROM `view`, best or first rows first.
struct Listing {
  std::string_view columns;
  std::string_view view;
  std::string_view order;
  std::string_view when_empty;
  bool needs_run = true;
  std::vector<std::string> json_columns = {};
};

struct Limits {
  std::uint64_t limit = 0;
  std::string where;
};

std::shared_ptr<Limits> limit_option(CLI::App& app) {
  auto const limits = std::make_shared<Limits>();
  app.add_option("--limit", limits->limit, "At most so many lines (default: all)")->type_name("N");
  return limits;
}

Status print_listing(Shell& shell, Listing const& listing, Limits const& limits) {
  TW_TRY(auto database, open_views(shell, listing.needs_run));
  std::string sql = fmt::format("SELECT {} FROM {}", listing.columns, listing.view);
  if (!limits.where.empty()) sql += " WHERE " + limits.where;
  sql += fmt::format(" ORDER BY {}", listing.order);
  if (limits.limit > 0) sql += fmt::format(" LIMIT {}", limits.limit);
  return print_query(shell, database, sql, listing.when_empty, listing.json_columns);
}

}  // namespace

Action declare_coverage(CLI::App& app) {
  auto const by = std::make_shared<std::string>("month");
  app.add_option("--by", *by, "One line per month (default), file, or column")
      ->check(CLI::IsMember({"month", "file", "column"}))
      ->type_name("WHAT");
  return [by](Shell& shell) -> Result<int> {
    TW_TRY(auto database, open_views(shell, false));
    std::string sql =
        "SELECT source_file AS file, reporter_country, flow, month, \"rows\" FROM coverage "
        "ORDER BY file, reporter_country, flow, month";
    if (*by == "file") {
      sql =
          "SELECT source_file AS file, any_value(source_id) AS sha256, count(*) AS \"rows\", "
          "count(*) FILTER (status = 'effective') AS effective, min(on_date) AS first_on, "
          "max(on_date) AS last_on, count(DISTINCT month) AS months, sum(net_mass_kg) AS "
          "net_mass_kg, sum(value_usd) AS value_usd FROM shipments_given "
          "GROUP BY source_file, row_id >> 32 ORDER BY row_id >> 32";
    } else if (*by == "column") {
      std::vector<std::string> parts;
      for (auto const& column : records::shipment_schema()) {
        parts.push_back(
            fmt::format("SELECT source_file AS file, '{0}' AS \"column\", "
                        "count({0}) AS filled, count(*) AS \"rows\" "
                        "FROM shipments_given GROUP BY source_file",
                        column.name));
      }
      sql = fmt::format("SELECT * FROM ({}) WHERE filled > 0 ORDER BY ALL",
                        fmt::join(parts, " UNION ALL "));
    }
    TW_CHECK(print_query(shell, database, sql, "No rows yet. Add files with: tidewaiter add FILE"));
    return 0;
  };
}

Action declare_rejects(CLI::App& app) {
  auto const limits = limit_option(app);
  return [limits](Shell& shell) -> Result<int> {
    TW_CHECK(print_listing(shell,
                           {.columns = "source_file || ':' || source_line AS \"row\", \"column\", "
                                       "text, reason, byte_begin, byte_end",
                            .view = "rejects",
                            .order = "row_id",
                            .when_empty = "No row was rejected.",
                            .needs_run = false},
                           *limits));
    return 0;
  };
}

Action declare_hits(CLI::App& app) {
  auto const limits = limit_option(app);
  return [limits](Shell& shell) -> Result<int> {
    TW_CHECK(print_listing(
        shell,
        {.columns = "\"row\", role, mention_name, entity_id, list, listed_name, score, listed_on, "
                    "listed_on_day, effect",
         .view = "hits",
         .order = "row_id, role, score DESC, entity_id",
         .when_empty = "No row names a listed party. That is no clearance: it speaks only of the "
                       "lists that were added."},
        *limits));
    return 0;
  };
}

Action declare_parties(CLI::App& app) {
  auto const limits = limit_option(app);
  return [limits](Shell& shell) -> Result<int> {
    TW_CHECK(print_listing(shell,
                           {.columns = "spelling, party_id, canonical, country, registration_no, "
                                       "\"rows\", confidence, reason",
                            .view = "parties",
                            .order = "party_id, \"rows\" DESC, spelling",
                            .when_empty = "No party is named in the rows."},
                           *limits));
    return 0;
  };
}

Action declare_flows(CLI::App& app) {
  struct Options {
    std::vector<std::string> by = {"month"};
    std::string goods_class;
    std::string origin;
    std::string dispatch;
    std::string destination;
  };
  auto const options = std::make_shared<Options>();
  app.add_option("--by", options->by,
                 "Columns to sum by: month, reporter_country, flow, country_of_origin, "
                 "country_of_dispatch, trading_country, country_of_destination, goods_class, "
                 "control, consignor_party, consignee_party (default: month)")
      ->check(CLI::IsMember({"month", "reporter_country", "flow", "country_of_origin",
                             "country_of_dispatch", "trading_country", "country_of_destination",
                             "goods_class", "control", "consignor_party", "consignee_party"}))
      ->delimiter(',')
      ->type_name("COLUMN,...");
  app.add_option("--goods-class", options->goods_class, "Only this goods class")
      ->type_name("CLASS");
  app.add_option("--origin", options->origin, "Only this country of origin")->type_name("ISO2");
  app.add_option("--dispatch", options->dispatch, "Only this country of dispatch")
      ->type_name("ISO2");
  app.add_option("--destination", options->destination, "Only this country of destination")
      ->type_name("ISO2");
  return [options](Shell& shell) -> Result<int> {
    TW_TRY(auto database, open_views(shell, true));
    std::string where = "true";
    for (auto const& [column, value] : {std::pair("goods_class", options->goods_class),
                                        {"country_of_origin", options->origin},
                                        {"country_of_dispatch", options->dispatch},
                                        {"country_of_destination", options->destination}}) {
      if (!value.empty()) where += fmt::format(" AND {} = {}", column, table::sql_text(value));
    }
    std::string const keys = fmt::format("{}", fmt::join(options->by, ", "));
    TW_CHECK(print_query(
        shell, database,
        // Declarations are left out: one with goods of two classes stands in two cells of the cube.
        fmt::format("SELECT {0}, sum(\"rows\")::BIGINT AS \"rows\", sum(net_mass_kg) AS "
                    "net_mass_kg, sum(gross_mass_kg) AS gross_mass_kg, sum(value_usd) AS value_usd "
                    "FROM flows WHERE {1} GROUP BY {0} ORDER BY {0}",
                    keys, where),
        "No rows match."));
    return 0;
  };
}

Action declare_chains(CLI::App& app) {
  auto const limits = limit_option(app);
  return [limits](Shell& shell) -> Result<int> {
    TW_CHECK(print_listing(shell,
                           {.columns = "*",
                            .view = "chains",
                            .order = "p, quantity_out DESC, chain_id",
                            .when_empty = "No goods were seen to come to a party and leave it "
                                          "again; both legs must be in the files."},
                           *limits));
    return 0;
  };
}

Action declare_flags(CLI::App& app) {
  auto const limits = limit_option(app);
  auto const flag = std::make_shared<std::string>();
  app.add_option("--flag", *flag, "Only this flag, for instance R26")->type_name("ID");
  return [limits, flag](Shell& shell) -> Result<int> {
    if (!flag->empty()) limits->where = "flag = " + table::sql_text(*flag);
    TW_CHECK(print_listing(shell,
                           {.columns = "*",
                            .view = "flags",
                            .order = "flag, outcome, row_id",
                            .when_empty = "No flag fires, and none is unknown."},
                           *limits));
    return 0;
  };
}

Action declare_findings(CLI::App& app) {
  auto const limits = limit_option(app);
  return [limits](Shell& shell) -> Result<int> {
    bool const table = shell.globals.format == Format::table;
    TW_CHECK(print_listing(
        shell,
        {.columns = table ? "finding_id, kind, subject, goods_class, country_of_origin AS origin, "
                            "country_of_dispatch AS dispatch, country_of_destination AS "
                            "destination, first_on, last_on, shipments, net_mass_kg, value_usd, "
                            "score, flags"
                          : "*",
         .view = "findings",
         .order = "score DESC, finding_id",
         .when_empty = "No finding. That is no clearance: see tidewaiter coverage for what the "
                       "files can show.",
         .json_columns = {"terms"}},
        *limits));
    return 0;
  };
}

Action declare_sql(CLI::App& app) {
  auto const query = std::make_shared<std::string>();
  app.add_option("QUERY", *query,
                 "A SELECT over shipments, rejects, coverage, parties, hits, flows, chains, flags, "
                 "findings, entries")
      ->required();
  return [query](Shell& shell) -> Result<int> {
    TW_TRY(auto const workspace, shell.workspace());
    TW_TRY(auto const options, shell.database_options());
    if (shell.globals.format == Format::parquet) {
      // Queries run in a sandbox that may write nowhere.
      return fail(ErrorKind::wrong_use, "A query's answer is written as table, csv or ndjson.",
                  "Use --format csv --out FILE.csv.");
    }
    TW_TRY(auto database, workspace.sandbox(options));
    TW_CHECK(print_query(shell, database, *query, "No rows."));
    return 0;
  };
}

}  // namespace tw::cli
