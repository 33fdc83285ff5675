#include "cli/verb.h"

namespace tw::cli {
namespace {

constexpr std::array<Verb, 2> kLayoutVerbs = {{
    {"guess", "", "Propose a layout for a file, to be edited and given back with --layout",
     "tidewaiter layouts guess tidewaiter-demo/world/tr_exports_2022.csv > my_layout.toml",
     declare_layouts_guess},
    {"show", "", "Print a shipped layout as TOML", "tidewaiter layouts show tr_exports",
     declare_layouts_show},
}};

constexpr std::array<Verb, 3> kListVerbs = {{
    {"add", "", "Add official or own lists to the workspace",
     "tidewaiter lists add tidewaiter-demo/world/watchlist.csv --workspace "
     "tidewaiter-demo/workspace",
     declare_lists_add},
    {"show", "", "Show the lists of the workspace, or one entry with what its listing means",
     "tidewaiter lists show --workspace tidewaiter-demo/workspace", declare_lists_show},
    {"effect", "", "Say what a list forbids, to whom, since when, by which paragraph",
     "tidewaiter lists effect us_entity_list --as-of 2022-12-31", declare_lists_effect},
}};

constexpr std::array<Verb, 25> kVerbs = {{
    {"demo", "Start", "Make the world of the 2023 article and run everything on it",
     "tidewaiter demo", declare_demo},
    {"init", "Start", "Make a workspace", "tidewaiter init my-workspace", declare_init},
    {"add", "Records", "Add customs files to the workspace",
     "tidewaiter add tidewaiter-demo/world/ru_imports_2022.csv --workspace my-workspace",
     declare_add},
    {"layouts", "Records", "Show the shipped layouts; guess one for a file", "tidewaiter layouts",
     declare_layouts, kLayoutVerbs},
    {"rejects", "Records", "Show the rows that could not be read, with file, line and reason",
     "tidewaiter rejects --workspace tidewaiter-demo/workspace", declare_rejects},
    {"coverage", "Records", "Show which months, flows and columns the files hold",
     "tidewaiter coverage --workspace tidewaiter-demo/workspace", declare_coverage},
    {"lists", "Lists and law", "Add, show and explain sanctions and export-control lists",
     "tidewaiter lists show --workspace tidewaiter-demo/workspace", nullptr, kListVerbs},
    {"compare", "Names and goods", "Compare pairs of names",
     "echo '{\"id\":1,\"query\":{\"name\":\"ООО Ромашка\"},\"candidate\":{\"name\":\"Romashka "
     "LLC\"}}' | tidewaiter compare --pairs - --format ndjson",
     declare_compare},
    {"match", "Names and goods", "Screen names against lists",
     "tidewaiter match \"Rosoboronexport\" --against tidewaiter-demo/world/watchlist.csv",
     declare_match},
    {"classify", "Names and goods", "Say what a declared good is, whatever its code says",
     "tidewaiter classify \"бронежилет 6Б45, класс защиты Бр5\"", declare_classify},
    {"resolve", "Names and goods", "Group names that mean the same party",
     "printf 'id,name\\n1,ООО Ромашка\\n2,Romashka LLC\\n' | tidewaiter resolve --names -",
     declare_resolve},
    {"run", "Work", "Classify, resolve, screen, trace and test everything that was added",
     "tidewaiter run --workspace tidewaiter-demo/workspace", declare_run},
    {"hits", "Answers", "Show which rows name listed parties, with the legal effect",
     "tidewaiter hits --workspace tidewaiter-demo/workspace", declare_hits},
    {"parties", "Answers", "Show every spelling and the party it belongs to",
     "tidewaiter parties --workspace tidewaiter-demo/workspace", declare_parties},
    {"flows", "Answers", "Sum rows, mass and value by month, route, party and class",
     "tidewaiter flows --by country_of_dispatch --goods-class body_armour --workspace "
     "tidewaiter-demo/workspace",
     declare_flows},
    {"chains", "Answers", "Show goods that came to a party and left it within a lag",
     "tidewaiter chains --workspace tidewaiter-demo/workspace", declare_chains},
    {"flags", "Answers", "Show the red flags that fire, with rows and missing columns",
     "tidewaiter flags --workspace tidewaiter-demo/workspace", declare_flags},
    {"findings", "Answers", "Show what deserves a person's time, best first",
     "tidewaiter findings --workspace tidewaiter-demo/workspace", declare_findings},
    {"check", "Answers", "Check a sentence or a file of claims against the rows",
     "tidewaiter check \"12 shipments of drone parts from Chinese companies reached Russia in "
     "2022\" --workspace tidewaiter-demo/workspace",
     declare_check},
    {"show", "Evidence", "Print the original bytes of a row and every cell made from them",
     "tidewaiter show ru_imports_2022.csv:2 --workspace tidewaiter-demo/workspace", declare_show},
    {"trace", "Evidence", "Follow a party, an HS code or a row through the files",
     "tidewaiter trace 880730 --workspace tidewaiter-demo/workspace", declare_trace},
    {"report", "Evidence", "Write a self-contained HTML report",
     "tidewaiter report --to report.html --workspace tidewaiter-demo/workspace", declare_report},
    {"sql", "Evidence", "Ask in SQL, read-only and sandboxed",
     "tidewaiter sql \"SELECT month, sum(net_mass_kg) FROM shipments GROUP BY month ORDER BY "
     "month\" --workspace tidewaiter-demo/workspace",
     declare_sql},
    {"simulate", "More", "Make a world of invented firms with planted truth",
     "tidewaiter simulate --rows 1000 --seed 7 my-world", declare_simulate},
    {"completion", "More", "Print shell completion for bash or zsh, or the man page",
     "tidewaiter completion bash > ~/.local/share/bash-completion/completions/tidewaiter",
     declare_completion},
}};

void declare_verb(CLI::App& parent, Verb const& verb, Action& chosen) {
  CLI::App* app = parent.add_subcommand(std::string(verb.name), std::string(verb.summary));
  app->group(std::string(verb.group));
  app->description("Example:\n  " + std::string(verb.example) + "\n\n" + std::string(verb.summary) +
                   ".");
  // The one line of the parent's help is the summary, without the example.
  app->fallthrough();
  for (Verb const& inner : verb.verbs) declare_verb(*app, inner, chosen);
  if (verb.declare == nullptr) {
    app->require_subcommand(1);
    return;
  }
  Action const action = verb.declare(*app);
  app->final_callback([&chosen, action, app] {
    if (app->get_subcommands().empty()) chosen = action;
  });
}

/// The parent's help shows each verb's summary, not its example.
class HelpFormat : public CLI::Formatter {
 public:
  std::string make_subcommand(CLI::App const* sub) const override {
    std::string description = sub->get_description();
    auto const summary = description.rfind("\n\n");
    if (summary != std::string::npos) description = description.substr(summary + 2);
    std::stringstream out;
    CLI::detail::format_help(out, sub->get_display_name(true), description, get_column_width());
    return out.str();
  }
};

}  // namespace

std::span<Verb const> verbs() { return kVerbs; }

void declare_all(CLI::App& app, Globals& globals, Action& chosen) {
  app.formatter(std::make_shared<HelpFormat>());
  app.get_formatter()->column_width(22);
  app.description(
      "Example:\n  tidewaiter demo\n\n"
      "Tidewaiter takes customs records and watch lists, and tells which controlled goods reached\n"
      "which restricted buyers, through whom, with the rows that prove every figure.");
  app.require_subcommand(1);
  app.set_version_flag("--version",
                       "tidewaiter " TW_VERSION " (DuckDB " + table::engine_version() + ")");
  std::map<std::string, Format> const formats = {{"table", Format::table},
                                                 {"csv", Format::csv},
                                                 {"ndjson", Format::ndjson},
                                                 {"parquet", Format::parquet}};
  app.add_option("--workspace", globals.workspace,
                 "Folder of the workspace (else TIDEWAITER_WORKSPACE, else the nearest above)")
      ->type_name("DIR");
  app.add_option("--format", globals.format, "Form of the data: table, csv, ndjson or parquet")
      ->transform(CLI::CheckedTransformer(formats, CLI::ignore_case).description(""))
      ->type_name("FORM");
  app.add_option("--out", globals.out, "Write the data to this file")->type_name("FILE");
  app.add_option("--as-of", globals.as_of, "Lists and law as of this day")->type_name("DATE");
  app.add_option("--threads", globals.threads, "Threads to use (default: all cores)")
      ->type_name("N");
  app.add_option("--memory", globals.memory, "Memory for the database engine (default: 2G)")
      ->type_name("SIZE");
  app.add_flag("--quiet", globals.quiet, "No progress and no messages but errors");
  for (Verb const& verb : kVerbs) declare_verb(app, verb, chosen);
}

}  // namespace tw::cli
