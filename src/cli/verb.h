// A verb of the command line: one file each, all of them in the array of verbs.cpp.
// Private to the cli room.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/printer.h"

namespace tw::cli {

/// What a verb does once its options are read; gives the exit status.
using Action = std::function<Result<int>(Shell&)>;

/// The options of one verb are declared on `app` beside their help texts; the returned action uses
/// them. Help, man page and completion come from these declarations alone.
struct Verb {
  std::string_view name;
  std::string_view group;    ///< Heading in `--help`.
  std::string_view summary;  ///< One line.
  std::string_view example;  ///< Commands that work after `tidewaiter demo`; several lines allowed.
  Action (*declare)(CLI::App& app);
  /// For verbs with verbs of their own (`lists add`).
  std::span<Verb const> verbs = {};
};
std::span<Verb const> verbs();

/// Makes the whole tree. `chosen` receives the action of the verb that was given.
void declare_all(CLI::App& app, Globals& globals, Action& chosen);

Action declare_add(CLI::App& app);
Action declare_check(CLI::App& app);
Action declare_classify(CLI::App& app);
Action declare_compare(CLI::App& app);
Action declare_completion(CLI::App& app);
Action declare_coverage(CLI::App& app);
Action declare_demo(CLI::App& app);
Action declare_chains(CLI::App& app);
Action declare_findings(CLI::App& app);
Action declare_flags(CLI::App& app);
Action declare_flows(CLI::App& app);
Action declare_hits(CLI::App& app);
Action declare_init(CLI::App& app);
Action declare_layouts(CLI::App& app);
Action declare_layouts_guess(CLI::App& app);
Action declare_layouts_show(CLI::App& app);
Action declare_lists_add(CLI::App& app);
Action declare_lists_effect(CLI::App& app);
Action declare_lists_show(CLI::App& app);
Action declare_match(CLI::App& app);
Action declare_parties(CLI::App& app);
Action declare_rejects(CLI::App& app);
Action declare_report(CLI::App& app);
Action declare_resolve(CLI::App& app);
Action declare_run(CLI::App& app);
Action declare_show(CLI::App& app);
Action declare_simulate(CLI::App& app);
Action declare_sql(CLI::App& app);
Action declare_trace(CLI::App& app);

/// Writes roff, or Markdown, of the whole tree.
std::string man_page(CLI::App const& app);
std::string reference_markdown(CLI::App const& app);
std::string bash_completion(CLI::App const& app);
std::string zsh_completion(CLI::App const& app);

}  // namespace tw::cli
