#include <clocale>

#include <fmt/core.h>

#include "tidewaiter/cli.h"

#include "cli/verb.h"

namespace tw::cli {
namespace {

/// The longest verb path that was typed, for the hint after a wrong use.
std::string typed_verb(CLI::App const& app) {
  std::string path = app.get_name();
  for (CLI::App const* sub : app.get_subcommands()) path += " " + typed_verb(*sub);
  return path;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("", "tidewaiter");
  Globals globals;
  Action action;
  declare_all(app, globals, action);
  try {
    app.parse(argc, argv);
  } catch (CLI::Success const& success) {
    return app.exit(success);  // --help and --version
  } catch (CLI::ParseError const& error) {
    fmt::print(stderr, "tidewaiter: {}\nSee: {} --help\n", error.what(), typed_verb(app));
    return 2;
  }
  ensure(action != nullptr, "every verb has an action");
  Shell shell(globals);
  auto const status = action(shell);
  if (!status) return report_error(status.error());
  return *status;
}

}  // namespace tw::cli
