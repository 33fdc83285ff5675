// simulate, demo: worlds of invented firms, and the whole job on one of them.
#include <fmt/core.h>

#include "tidewaiter/io.h"
#include "tidewaiter/simulate.h"

#include "cli/verb.h"

namespace tw::cli {
namespace {

namespace fs = std::filesystem;

std::shared_ptr<simulate::Options> world_options(CLI::App& app) {
  auto const options = std::make_shared<simulate::Options>();
  std::vector<std::string> presets;
  for (std::string_view const preset : simulate::presets()) presets.emplace_back(preset);
  app.add_option("--preset", options->preset, "Kind of world (default: article)")
      ->check(CLI::IsMember(presets))
      ->type_name("NAME");
  app.add_option("--rows", options->rows, "Innocent background rows (default: 200000)")
      ->type_name("N");
  app.add_option("--seed", options->seed, "The same seed makes the same bytes (default: 1)")
      ->type_name("N");
  return options;
}

/// What a demo folder was made with; another demo with the same options starts from it.
std::string demo_mark(simulate::Options const& options) {
  return fmt::format("tidewaiter {} demo preset={} rows={} seed={}\n", TW_VERSION, options.preset,
                     options.rows, options.seed);
}

/// An earlier demo of the same options is used again; one of others is replaced; anything else is
/// not ours to touch.
Status prepare_folder(Path const& folder, std::string const& mark) {
  std::error_code error;
  if (!fs::exists(folder, error)) return {};
  auto const known = io::read_file(folder / "demo.txt");
  if (known && *known == mark) return {};
  if (!known && !fs::is_empty(folder, error)) {
    return fail(ErrorKind::wrong_use, folder.string() + " exists and is no demo folder.",
                "Name another with --dir DIR.");
  }
  fs::remove_all(folder, error);
  if (error) {
    return fail(ErrorKind::io_failure, folder.string() + " cannot be replaced: " + error.message());
  }
  return {};
}

Result<simulate::World> make_world(Shell& shell, simulate::Options const& options,
                                   Path const& folder) {
  shell.say(fmt::format("Making the world of the article (seed {}, {} background rows) ...",
                        options.seed, grouped(options.rows)));
  return simulate::simulate(options, folder, shell.job());
}

Result<engine::Workspace> fill_workspace(Shell& shell, Path const& folder,
                                         simulate::World const& world) {
  std::error_code error;
  fs::remove_all(folder, error);
  TW_TRY(auto workspace, engine::Workspace::init(folder, shell.act()));
  for (Path const& file : world.records) {
    TW_TRY(auto const added, workspace.add(file, {}, shell.act(), shell.job()));
    records::ImportReport const& report = added.source.report;
    shell.say(fmt::format("added {}: {} rows, {} kept, {} rejected", added.source.file,
                          grouped(report.rows_in), grouped(report.rows_kept),
                          grouped(report.rows_rejected)));
  }
  for (Path const& file : world.lists) {
    TW_TRY(auto const added, workspace.add_list(file, {}, shell.act(), shell.job()));
    shell.say(fmt::format("added {}: {} list entries", added.version.file,
                          grouped(added.version.records - added.version.rejected)));
  }
  return workspace;
}

}  // namespace

Action declare_simulate(CLI::App& app) {
  auto const options = world_options(app);
  auto const folder = std::make_shared<std::string>();
  app.add_option("DIR", *folder, "Folder to write the world to")->required();
  return [options, folder](Shell& shell) -> Result<int> {
    TW_TRY(auto const world, simulate::simulate(*options, *folder, shell.job()));
    for (auto const& files : {world.records, world.lists}) {
      for (Path const& file : files) fmt::print("{}\n", file.string());
    }
    fmt::print("{}\n{}\n", world.claims.string(), world.truth.string());
    shell.say(fmt::format("{} rows written.", grouped(world.rows)));
    return 0;
  };
}

Action declare_demo(CLI::App& app) {
  auto const options = world_options(app);
  auto const folder_name = std::make_shared<std::string>("tidewaiter-demo");
  app.add_option("--dir", *folder_name, "Folder for world, workspace and report")->type_name("DIR");
  return [options, folder_name](Shell& shell) -> Result<int> {
    Path const folder = *folder_name;
    std::string const mark = demo_mark(*options);
    TW_CHECK(prepare_folder(folder, mark));
    std::error_code error;
    Path const claims_file = folder / "world" / "claims.json";
    if (!fs::exists(folder / "demo.txt", error)) {
      TW_TRY(auto const world, make_world(shell, *options, folder / "world"));
      TW_TRY(auto const filled, fill_workspace(shell, folder / "workspace", world));
      // The mark comes last: a demo that was cut short is made anew.
      TW_CHECK(io::write_file_atomically(folder / "demo.txt", mark));
    }
    TW_TRY(auto workspace, engine::Workspace::open(folder / "workspace"));
    TW_TRY(auto const memory, shell.memory_bytes());
    TW_TRY(auto const stages,
           workspace.run({.memory_bytes = memory}, shell.act(), shell.job(), shell.clock()));
    double seconds = 0;
    for (auto const& stage : stages) seconds += stage.seconds;
    shell.say(fmt::format("ran {} stages in {:.1f} s", stages.size(), seconds));
    TW_TRY(auto const text, io::read_file(claims_file));
    TW_TRY(auto const claims, claims::read_claims(text, claims_file.string()));
    TW_TRY(auto const checked, workspace.check(claims, shell.job()));
    TW_TRY(auto const input,
           workspace.report_input(
               checked, {.title = "The world of the article",
                         .command = fmt::format("tidewaiter demo --preset {} --rows {} --seed {}",
                                                options->preset, options->rows, options->seed),
                         .as_of = {}}));
    std::size_t const columns = terminal_columns();
    fmt::print("\nFindings\n\n{}\nClaims\n\n{}\n", report::findings_text(input, columns),
               report::claims_text(input, columns));
    Path const page = folder / "report.html";
    TW_CHECK(io::write_file_atomically(page, report::html(input)));
    std::fflush(stdout);
    shell.say(fmt::format(
        "Report: {0}\n\nWhat to do next:\n"
        "  open {0} in a browser\n"
        "  tidewaiter findings --workspace {1}\n"
        "  tidewaiter check \"more than 12 t of Chinese body armour went via Turkey by the end of "
        "2022\" --workspace {1}\n"
        "  tidewaiter show ru_imports_2022.csv:2 --workspace {1}\n"
        "  tidewaiter init my-workspace, then add your own files",
        page.string(), (folder / "workspace").string()));
    return 0;
  };
}

}  // namespace tw::cli
