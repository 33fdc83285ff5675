#include "io/descriptor.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include <fmt/core.h>

namespace tw::io {

namespace {

ErrorKind kind_of(int number) {
  return number == ENOENT || number == ENOTDIR ? ErrorKind::not_found : ErrorKind::io_failure;
}

std::string advice_for(int number) {
  switch (number) {
    case ENOENT:
    case ENOTDIR: return "Check the path.";
    case EACCES:
    case EPERM:
    case EROFS: return "Check who may use the file and its folder.";
    case ENOSPC:
    case EDQUOT: return "Free some space and try again; nothing was changed.";
    case EFBIG: return "The file system does not take files of this size.";
    case EISDIR: return "Name a file, not a folder.";
    case EMFILE:
    case ENFILE: return "Close other programs or raise the limit of open files.";
    default: return "";
  }
}

}  // namespace

Error system_error(std::string_view verb, Path const& path) {
  int const number = errno;
  auto const cause = std::generic_category().message(number);
  if (number == ENOENT && verb == "open") {
    return {ErrorKind::not_found, fmt::format("{} does not exist.", path.string()),
            advice_for(number)};
  }
  return {kind_of(number), fmt::format("Cannot {} {}: {}.", verb, path.string(), cause),
          advice_for(number)};
}

Result<Descriptor> Descriptor::open(Path const& path, int flags, unsigned mode) {
  int number = -1;
  do {
    number = ::open(path.c_str(), flags | O_CLOEXEC, mode);
  } while (number < 0 && errno == EINTR);
  if (number < 0) return std::unexpected(system_error("open", path));
  return Descriptor(number);
}

Result<Descriptor> Descriptor::open_for_reading(Path const& path) {
  return open(path, O_RDONLY | O_NONBLOCK);
}

Status Descriptor::write_all(std::string_view bytes, Path const& path) const {
  // Linux takes at most 2 GiB at once.
  constexpr std::size_t kPieceBytes = std::size_t{1} << 30;
  while (!bytes.empty()) {
    auto const count = ::write(number_, bytes.data(), std::min(bytes.size(), kPieceBytes));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::unexpected(system_error("write", path));
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

Result<std::size_t> Descriptor::regular_size(Path const& path) const {
  struct stat about{};
  if (fstat(number_, &about) != 0) return std::unexpected(system_error("examine", path));
  if (S_ISDIR(about.st_mode)) {
    return fail(ErrorKind::bad_input, fmt::format("{} is a directory, not a file.", path.string()),
                "Name the files inside it.");
  }
  if (!S_ISREG(about.st_mode)) {
    return fail(ErrorKind::bad_input, fmt::format("{} is not a regular file.", path.string()),
                "Copy its contents to a file first.");
  }
  return static_cast<std::size_t>(about.st_size);
}

bool Descriptor::close() {
  if (number_ < 0) return true;
  return ::close(std::exchange(number_, -1)) == 0;
}

}  // namespace tw::io
