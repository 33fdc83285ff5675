#include <cerrno>
#include <sys/mman.h>
#include <unistd.h>

#include "tidewaiter/io.h"

#include "io/descriptor.h"

namespace tw::io {

Result<MappedFile> MappedFile::open(Path const& path) {
  TW_TRY(auto const file, Descriptor::open_for_reading(path));
  TW_TRY(auto const size, file.regular_size(path));
  return map(file.number(), size, path);
}

Result<MappedFile> MappedFile::map(int descriptor, std::size_t size, Path const& path) {
  MappedFile mapped;
  if (size == 0) return mapped;
  void* const data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (data == MAP_FAILED) return std::unexpected(system_error("map", path));
  // Files are read from front to back; a failed hint costs nothing.
  madvise(data, size, MADV_SEQUENTIAL);
  mapped.data_ = static_cast<char const*>(data);
  mapped.size_ = size;
  return mapped;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) munmap(const_cast<char*>(data_), size_);
}

std::string_view MappedFile::bytes() const {
  return data_ == nullptr ? std::string_view{} : std::string_view(data_, size_);
}

Result<std::string> read_file(Path const& path) {
  TW_TRY(auto const file, Descriptor::open_for_reading(path));
  TW_TRY(auto const size, file.regular_size(path));
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    auto const count = ::read(file.number(), bytes.data() + filled, size - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::unexpected(system_error("read", path));
    if (count == 0) break;  // The file became shorter meanwhile.
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace tw::io
