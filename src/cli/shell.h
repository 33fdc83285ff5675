// What every verb is given: options that mean the same everywhere, streams, progress, the clock.
// Private to the cli room.
#pragma once

#include <cstdio>

#include "tidewaiter/engine.h"

namespace tw::cli {

using Path = std::filesystem::path;

enum class Format { table, csv, ndjson, parquet };

/// Options of all commands.
struct Globals {
  std::string workspace;
  Format format = Format::table;
  std::string out;       ///< File for the data instead of standard output.
  unsigned threads = 0;  ///< 0: as many as the machine has.
  std::string memory = "2G";
  std::string as_of;
  bool quiet = false;
};

class TerminalProgress;

/// The world outside, for one command.
class Shell {
 public:
  explicit Shell(Globals const& options);
  ~Shell();

  Job job() const;
  engine::Act act() const;
  engine::Clock clock() const;
  /// The folder named by --workspace, TIDEWAITER_WORKSPACE, or the nearest folder above that is
  /// one.
  Path workspace_folder() const;
  Result<engine::Workspace> workspace() const;
  Result<std::uint64_t> memory_bytes() const;
  Result<std::optional<Date>> as_of() const;
  Result<table::DatabaseOptions> database_options() const;

  /// A message for a person, to standard error, unless --quiet.
  void say(std::string_view text) const;

  Globals const& globals;

 private:
  std::unique_ptr<TerminalProgress> progress_;
};

/// Prints "tidewaiter: message\nadvice" and gives the exit status that fits.
int report_error(Error const& error);
/// The stop token that Ctrl-C pulls. A second Ctrl-C ends the process at once.
std::stop_token interrupt_token();
bool is_terminal(std::FILE* stream);
std::size_t terminal_columns();

/// "1 204 331": thousands set apart by a thin blank, for people.
std::string grouped(std::uint64_t number);

}  // namespace tw::cli
