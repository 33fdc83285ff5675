#include "engine/lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tidewaiter/io.h"

namespace tw::engine {

Result<Lock> Lock::take(Path const& folder) {
  Path const file = folder / "lock";
  int const descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) {
    return fail(ErrorKind::io_failure,
                "The workspace " + folder.string() + " cannot be written: " + std::strerror(errno),
                "Check its permissions and the free space of the disk.");
  }
  Lock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    return fail(ErrorKind::conflict,
                "Another tidewaiter command is writing to " + folder.string() + ".",
                "Wait until it is done; reading commands work meanwhile.");
  }
  return lock;
}

Lock::~Lock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Status append_audit(Path const& folder, Act const& act, std::string_view action,
                    std::vector<std::pair<std::string, std::string>> const& details) {
  Path const file = folder / "audit.log";
  std::string previous;
  if (std::filesystem::exists(file)) {
    TW_TRY(auto const log, io::read_file(file));
    auto const end = log.find_last_not_of('\n');
    auto const begin = end == std::string::npos ? end : log.rfind('\n', end);
    std::string_view const last =
        end == std::string::npos
            ? std::string_view{}
            : std::string_view(log).substr(begin == std::string::npos ? 0 : begin + 1);
    previous = sha256_hex(last.substr(0, last.find('\n')));
  }
  nlohmann::ordered_json line = {{"at", act.at}, {"actor", act.actor}, {"action", action}};
  for (auto const& [name, value] : details) line[name] = value;
  line["previous"] = previous;
  std::string const text =
      line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  int const descriptor = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
  bool const written =
      descriptor >= 0 &&
      ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      ::fsync(descriptor) == 0;
  if (descriptor >= 0) ::close(descriptor);
  if (written) return {};
  return fail(ErrorKind::io_failure, file.string() + " cannot be written: " + std::strerror(errno),
              "Check free space and permissions.");
}

}  // namespace tw::engine
