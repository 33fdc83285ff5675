// show, trace, check, report: from a figure to its rows, and what is made of them.
#include <fmt/core.h>
#include <fmt/ranges.h>

#include "tidewaiter/io.h"
#include "tidewaiter/reference.h"

#include "cli/lines_in.h"
#include "cli/verb.h"

namespace tw::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kRowsShownMax = 20;

RawJson readings_json(claims::CheckedClaim const& checked) {
  Json json = Json::array();
  for (claims::Reading const& reading : checked.readings) {
    Json one = {
        {"name", reading.name}, {"meaning", reading.meaning}, {"default", reading.is_default}};
    one["value"] = reading.value ? Json(*reading.value) : Json(nullptr);
    one["unit"] = reading.unit;
    one["rows"] = reading.rows;
    one["supports"] = reading.supports ? Json(*reading.supports) : Json(nullptr);
    json.push_back(std::move(one));
  }
  return {json.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

Result<Record> check_record(engine::Workspace const& workspace,
                            claims::CheckedClaim const& checked) {
  std::vector<std::string> rows;
  if (!checked.rows_where.empty()) {
    TW_TRY(rows, workspace.rows_where(checked.rows_where, kRowsShownMax));
  }
  Json const refs = {{"where", checked.rows_where}, {"count", checked.rows}, {"first", rows}};
  Value value;
  if (checked.value) value = RawJson{*checked.value};
  return Record{{"id", checked.claim.id},
                {"text", checked.claim.text},
                {"verdict", std::string(claims::verdict_name(checked.verdict))},
                {"value", value},
                {"unit", checked.unit},
                {"reason", checked.reason},
                {"value_by_reading", readings_json(checked)},
                {"rows_ref", RawJson{refs.dump(-1, ' ', false, Json::error_handler_t::replace)}},
                {"plausibility", checked.plausibility},
                {"coverage", checked.coverage}};
}

/// One claim for a person.
std::string claim_text(claims::CheckedClaim const& checked, std::vector<std::string> const& rows) {
  std::string text =
      fmt::format("{}  {}\n", claims::verdict_name(checked.verdict),
                  checked.claim.text.empty() ? checked.claim.id : checked.claim.text);
  if (checked.value) text += fmt::format("  found     {} {}\n", *checked.value, checked.unit);
  text += fmt::format("  because   {}\n", checked.reason);
  for (claims::Reading const& reading : checked.readings) {
    text +=
        fmt::format("  {} {:>16} {:<12} {}{}\n", reading.is_default ? "reading * " : "reading   ",
                    reading.value.value_or("not known"), reading.unit, reading.name,
                    !reading.supports   ? ""
                    : *reading.supports ? "  (supports)"
                                        : "  (does not)");
  }
  if (!checked.default_why.empty()) text += fmt::format("  * default {}\n", checked.default_why);
  if (!checked.plausibility.empty()) text += fmt::format("  plausible {}\n", checked.plausibility);
  if (!checked.coverage.empty()) text += fmt::format("  coverage  {}\n", checked.coverage);
  if (!rows.empty()) {
    text += fmt::format("  rows      {} in all: {}{}\n", grouped(checked.rows),
                        fmt::join(rows, " "), checked.rows > rows.size() ? " …" : "");
  }
  return text;
}

Result<int> parse_only(Shell& shell, std::string const& file, std::string const& sentence) {
  std::vector<Case> cases;
  if (!file.empty()) {
    TW_TRY(cases, read_cases(file));
  } else {
    cases.push_back({1, {{"id", "1"}, {"text", sentence}}});
  }
  Printer printer(shell);
  for (Case const& c : cases) {
    auto const claim = claims::parse_sentence(c.text("text"));
    Value parsed;
    if (claim) parsed = RawJson{claims::claim_json(*claim)};
    TW_CHECK(printer.print({{"id", c.id()},
                            {"parsed", parsed},
                            {"reason", claim ? std::string() : claim.error().text()}}));
  }
  TW_CHECK(printer.finish(""));
  return 0;
}

}  // namespace

Action declare_check(CLI::App& app) {
  struct Options {
    std::string sentence;
    std::string claims;
    std::string sentences;
    bool parse_only = false;
  };
  auto const options = std::make_shared<Options>();
  app.add_option("SENTENCE", options->sentence, "An English sentence with a number");
  app.add_option("--claims", options->claims, "Claims as JSON or TOML (docs/methods/claims.md)")
      ->type_name("FILE");
  app.add_flag("--parse-only", options->parse_only, "Show how sentences are understood");
  app.add_option("--sentences", options->sentences, "NDJSON or CSV with id, text, for --parse-only")
      ->type_name("FILE");
  return [options](Shell& shell) -> Result<int> {
    if (options->sentence.empty() && options->claims.empty() && options->sentences.empty()) {
      return fail(ErrorKind::wrong_use, "There is nothing to check.",
                  "Give a sentence in quotes, or a file with --claims FILE.");
    }
    if (options->parse_only || !options->sentences.empty()) {
      return parse_only(shell, options->sentences, options->sentence);
    }
    std::vector<claims::Claim> claims;
    if (!options->claims.empty()) {
      TW_TRY(auto const text, io::read_file(options->claims));
      TW_TRY(claims, claims::read_claims(text, options->claims));
    } else {
      TW_TRY(auto claim, claims::parse_sentence(options->sentence));
      claims.push_back(std::move(claim));
    }
    TW_TRY(auto const workspace, shell.workspace());
    TW_TRY(auto const checked, workspace.check(claims, shell.job()));
    Printer printer(shell);
    for (claims::CheckedClaim const& one : checked) {
      if (shell.globals.format != Format::table) {
        TW_TRY(auto const record, check_record(workspace, one));
        TW_CHECK(printer.print(record));
        continue;
      }
      std::vector<std::string> rows;
      if (!one.rows_where.empty()) {
        TW_TRY(rows, workspace.rows_where(one.rows_where, 5));
      }
      fmt::print("{}\n", claim_text(one, rows));
    }
    TW_CHECK(printer.finish(""));
    return 0;
  };
}

Action declare_show(CLI::App& app) {
  auto const row = std::make_shared<std::string>();
  app.add_option("ROW", *row, "FILE:LINE, as the other verbs name rows")->required();
  return [row](Shell& shell) -> Result<int> {
    TW_TRY(auto const workspace, shell.workspace());
    TW_TRY(auto const found, workspace.row(*row));
    if (shell.globals.format == Format::table) {
      fmt::print("{}  sha256 {}  bytes {} to {}\n\n{}\n\n", found.row, found.sha256,
                 found.byte_begin, found.byte_end, text::trimmed(found.bytes));
      for (auto const& [field, value] : found.cells) fmt::print("  {:<28} {}\n", field, value);
      return 0;
    }
    Json cells = Json::object();
    for (auto const& [field, value] : found.cells) cells[field] = value;
    Printer printer(shell);
    TW_CHECK(printer.print(
        {{"row", found.row},
         {"sha256", found.sha256},
         {"byte_begin", static_cast<std::int64_t>(found.byte_begin)},
         {"byte_end", static_cast<std::int64_t>(found.byte_end)},
         {"bytes", found.bytes},
         {"cells", RawJson{cells.dump(-1, ' ', false, Json::error_handler_t::replace)}}}));
    TW_CHECK(printer.finish(""));
    return 0;
  };
}

namespace {

/// The condition that a trace subject means: an HS code, a party number, or a name.
std::string trace_condition(std::string const& subject) {
  if (auto const digits = reference::hs_digits(subject); digits && subject.size() >= 4) {
    return "hs_code LIKE " + table::sql_text(*digits + "%");
  }
  std::vector<std::string> roles;
  for (std::string_view const role : records::roles()) {
    roles.push_back(
        fmt::format("{}_party IN (SELECT party_id FROM parties WHERE "
                    "contains(lower(spelling), lower({})))",
                    role, table::sql_text(subject)));
  }
  return fmt::format("({})", fmt::join(roles, " OR "));
}

}  // namespace

Action declare_trace(CLI::App& app) {
  auto const subject = std::make_shared<std::string>();
  auto const limit = std::make_shared<std::uint64_t>(200);
  app.add_option("SUBJECT", *subject, "Part of a party's name, an HS code, or a row FILE:LINE")
      ->required();
  app.add_option("--limit", *limit, "At most so many rows (default: 200)")->type_name("N");
  return [subject, limit](Shell& shell) -> Result<int> {
    TW_TRY(auto const workspace, shell.workspace());
    TW_TRY(auto const options, shell.database_options());
    TW_TRY(auto database, workspace.database(options));
    std::string where = trace_condition(*subject);
    if (auto const colon = subject->rfind(':'); colon != std::string::npos) {
      where = fmt::format(
          "\"row\" = {0} OR declaration_no = (SELECT declaration_no FROM shipments "
          "WHERE \"row\" = {0})",
          table::sql_text(*subject));
    }
    TW_CHECK(print_query(
        shell, database,
        fmt::format("SELECT \"row\", on_date, country_of_origin AS origin, consignor_name, "
                    "country_of_dispatch AS dispatch, consignee_name, country_of_destination AS "
                    "destination, goods_class, hs_code, net_mass_kg, value_usd, goods_text "
                    "FROM shipments WHERE status = 'effective' AND ({}) ORDER BY on_date, row_id "
                    "LIMIT {}",
                    where, *limit),
        "No row names it. That speaks only of the files that were added."));
    return 0;
  };
}

Action declare_report(CLI::App& app) {
  struct Options {
    std::string to;
    std::string claims;
    std::string title = "Findings";
  };
  auto const options = std::make_shared<Options>();
  app.add_option("--to", options->to, "HTML file to write")->required()->type_name("FILE.html");
  app.add_option("--claims", options->claims, "Claims to check in the report")->type_name("FILE");
  app.add_option("--title", options->title, "Title of the page");
  return [options](Shell& shell) -> Result<int> {
    TW_TRY(auto const workspace, shell.workspace());
    std::vector<claims::CheckedClaim> checked;
    if (!options->claims.empty()) {
      TW_TRY(auto const text, io::read_file(options->claims));
      TW_TRY(auto const claims, claims::read_claims(text, options->claims));
      TW_TRY(checked, workspace.check(claims, shell.job()));
    }
    TW_TRY(auto const as_of, shell.as_of());
    TW_TRY(auto const input,
           workspace.report_input(
               checked, {.title = options->title,
                         .command = fmt::format(
                             "tidewaiter report --to {}{}", Path(options->to).filename().string(),
                             options->claims.empty()
                                 ? ""
                                 : " --claims " + Path(options->claims).filename().string()),
                         .as_of = as_of}));
    TW_CHECK(io::write_file_atomically(options->to, report::html(input)));
    shell.say(fmt::format("Wrote {}. Open it in a browser; it needs no network.", options->to));
    return 0;
  };
}

}  // namespace tw::cli
