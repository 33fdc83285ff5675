#include "cli/shell.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <sys/ioctl.h>
#include <thread>
#include <unistd.h>

#include <fmt/core.h>

#include "cli/progress.h"

namespace tw::cli {
namespace {

std::stop_source& stop_source() {
  static std::stop_source source;
  return source;
}

std::atomic<int> interrupts{0};

/// Turns the signal into a stop request outside of the handler, where taking locks is allowed.
void watch_interrupts() {
  static std::once_flag once;
  std::call_once(once, [] {
    struct sigaction action{};
    action.sa_handler = [](int) {
      if (interrupts.fetch_add(1) > 0) ::_exit(130);
    };
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    std::thread([] {
      while (interrupts.load() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(50));
      stop_source().request_stop();
    }).detach();
  });
}

std::string user_name() {
  for (char const* name : {"SUDO_USER", "USER", "LOGNAME"}) {
    if (char const* value = std::getenv(name); value != nullptr && *value != '\0') return value;
  }
  return {};
}

}  // namespace

Shell::Shell(Globals const& options)
    : globals(options), progress_(std::make_unique<TerminalProgress>(options.quiet)) {
  watch_interrupts();
}
Shell::~Shell() = default;

Job Shell::job() const {
  unsigned const threads =
      globals.threads != 0 ? globals.threads : std::max(1U, std::thread::hardware_concurrency());
  return {.threads = threads, .stop = interrupt_token(), .progress = progress_.get()};
}

engine::Act Shell::act() const {
  std::time_t const now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  return {fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1,
                      utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec),
          user_name()};
}

engine::Clock Shell::clock() const {
  return [] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
  };
}

Path Shell::workspace_folder() const {
  if (!globals.workspace.empty()) return globals.workspace;
  if (char const* folder = std::getenv("TIDEWAITER_WORKSPACE");
      folder != nullptr && *folder != '\0') {
    return folder;
  }
  std::error_code error;
  Path here = std::filesystem::current_path(error);
  for (Path folder = here; !folder.empty(); folder = folder.parent_path()) {
    if (std::filesystem::exists(folder / "manifest.json", error) &&
        std::filesystem::exists(folder / "vault", error)) {
      return folder;
    }
    if (folder == folder.root_path()) break;
  }
  return here;
}

Result<engine::Workspace> Shell::workspace() const {
  return engine::Workspace::open(workspace_folder());
}

Result<std::uint64_t> Shell::memory_bytes() const {
  std::uint64_t number = 0;
  char const* const begin = globals.memory.data();
  char const* const end = begin + globals.memory.size();
  auto const [rest, error] = std::from_chars(begin, end, number);
  std::string_view const unit(rest, static_cast<std::size_t>(end - rest));
  int const shift = unit == "G" || unit == "GB" ? 30 : unit == "M" || unit == "MB" ? 20 : -1;
  if (error != std::errc{} || shift < 0 || number == 0 || number > (std::uint64_t{1} << 20)) {
    return fail(ErrorKind::wrong_use,
                fmt::format("\"{}\" is not an amount of memory.", globals.memory),
                "Write --memory 2G or --memory 800M.");
  }
  return number << shift;
}

Result<std::optional<Date>> Shell::as_of() const {
  if (globals.as_of.empty()) return std::nullopt;
  if (auto const date = parse_iso_date(globals.as_of)) return date;
  return fail(ErrorKind::wrong_use, fmt::format("\"{}\" is not a date.", globals.as_of),
              "Write --as-of 2022-12-31.");
}

Result<table::DatabaseOptions> Shell::database_options() const {
  TW_TRY(auto const memory, memory_bytes());
  return table::DatabaseOptions{
      .threads = job().threads, .memory_bytes = memory, .spill_folder = {}};
}

void Shell::say(std::string_view text) const {
  if (!globals.quiet) progress_->note(text);
}

int report_error(Error const& error) {
  std::fflush(stdout);
  fmt::print(stderr, "tidewaiter: {}\n", error.text());
  switch (error.kind) {
    case ErrorKind::wrong_use: return 2;
    case ErrorKind::interrupted: return 130;
    default: return 1;
  }
}

std::stop_token interrupt_token() { return stop_source().get_token(); }

bool is_terminal(std::FILE* stream) { return ::isatty(::fileno(stream)) != 0; }

std::size_t terminal_columns() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) return size.ws_col;
  return 120;
}

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, " ");
  }
  return text;
}

}  // namespace tw::cli
