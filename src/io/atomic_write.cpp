#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

#include <fmt/core.h>

#include "io/descriptor.h"

namespace tw::io {

namespace {

/// A file under a temporary name beside its place. Removed again unless it was put in place.
class NewFile {
 public:
  static Result<NewFile> create(Path const& place) {
    // The process number keeps two programs apart, the counter two files of one program.
    for (unsigned attempt = 0; attempt < 1000; ++attempt) {
      auto temporary = place;
      temporary += fmt::format(".part-{}-{}", getpid(), attempt);
      auto file = Descriptor::open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0666);
      if (file) return NewFile(std::move(*file), place, std::move(temporary));
      if (errno != EEXIST) return std::unexpected(std::move(file).error());
    }
    return fail(ErrorKind::io_failure,
                fmt::format("No free temporary name beside {}.", place.string()),
                "Remove the .part- files of earlier runs.");
  }
  NewFile(NewFile&& other) noexcept
      : file_(std::move(other.file_)),
        place_(std::move(other.place_)),
        temporary_(std::exchange(other.temporary_, {})) {}
  NewFile& operator=(NewFile&&) = delete;
  ~NewFile() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
  }

  Status write(std::string_view bytes) { return file_.write_all(bytes, place_); }

  /// Syncs the bytes, renames, and syncs the folder, so that a power cut leaves old or new.
  Status put_in_place() {
    bool const is_safe = ::fsync(file_.number()) == 0 && file_.close();
    if (!is_safe) return std::unexpected(system_error("write", place_));
    if (std::rename(temporary_.c_str(), place_.c_str()) != 0) {
      return std::unexpected(system_error("replace", place_));
    }
    temporary_.clear();
    auto const folder = place_.has_parent_path() ? place_.parent_path() : Path(".");
    TW_TRY(auto const opened, Descriptor::open(folder, O_RDONLY | O_DIRECTORY));
    // Some network file systems cannot sync a folder; they say EINVAL.
    if (::fsync(opened.number()) != 0 && errno != EINVAL) {
      return std::unexpected(system_error("sync", folder));
    }
    return {};
  }

 private:
  NewFile(Descriptor file, Path place, Path temporary)
      : file_(std::move(file)), place_(std::move(place)), temporary_(std::move(temporary)) {}

  Descriptor file_;
  Path place_;
  Path temporary_;
};

}  // namespace

Status write_file_atomically(Path const& path, std::string_view bytes) {
  TW_TRY(auto file, NewFile::create(path));
  TW_CHECK(file.write(bytes));
  return file.put_in_place();
}

Status append_to_file(Path const& path, std::string_view bytes) {
  TW_TRY(auto const file, Descriptor::open(path, O_WRONLY | O_CREAT | O_APPEND, 0666));
  TW_CHECK(file.write_all(bytes, path));
  // A device or pipe cannot be synced and says EINVAL.
  if (::fsync(file.number()) != 0 && errno != EINVAL) {
    return std::unexpected(system_error("sync", path));
  }
  return {};
}

Result<std::string> copy_file_hashed(Path const& from, Path const& to, Job const& job) {
  TW_TRY(auto const source, Descriptor::open_for_reading(from));
  TW_CHECK(source.regular_size(from));
  TW_TRY(auto copy, NewFile::create(to));
  Sha256 hash;
  std::string buffer(std::size_t{1} << 20, '\0');
  while (true) {
    TW_CHECK(job.go_on());
    auto const count = ::read(source.number(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::unexpected(system_error("read", from));
    if (count == 0) break;
    auto const piece = std::string_view(buffer).substr(0, static_cast<std::size_t>(count));
    hash.update(piece);
    TW_CHECK(copy.write(piece));
    job.advance(piece.size());
  }
  TW_CHECK(copy.put_in_place());
  return hash.finish();
}

}  // namespace tw::io
