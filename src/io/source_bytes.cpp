#include <fcntl.h>
#include <unistd.h>

#include <fmt/core.h>

#include "tidewaiter/io.h"

#include "io/descriptor.h"

namespace tw::io {

namespace {

/// A file without a name: it goes when it is closed, even if we are killed.
Result<Descriptor> nameless_file(Path const& folder) {
  auto made = Descriptor::open(folder, O_TMPFILE | O_RDWR, 0600);
  if (made) return made;
  // Some file systems cannot; then a name is made and taken away at once.
  auto name = (folder / "unpacked-XXXXXX").string();
  int const number = mkstemp(name.data());
  if (number < 0) return std::unexpected(system_error("write to", folder));
  ::unlink(name.c_str());
  return Descriptor::own(number);
}

}  // namespace

Result<SourceBytes> SourceBytes::open(Path const& path, std::uint64_t limit, Path const& scratch) {
  TW_TRY(auto packed, MappedFile::open(path));
  SourceBytes source;
  source.compression_ = compression_of(packed.bytes());
  if (source.compression_ == Compression::none) {
    source.mapped_ = std::move(packed);
    return source;
  }
  auto const with_path = [&](Error error) {
    error.message = fmt::format("{}: {}", path.string(), error.message);
    return std::unexpected(std::move(error));
  };
  if (scratch.empty()) {
    auto unpacked = decompressed(packed.bytes(), limit);
    if (!unpacked) return with_path(std::move(unpacked).error());
    source.unpacked_ = std::move(*unpacked);
    return source;
  }
  TW_TRY(auto const file, nameless_file(scratch));
  auto const written = decompress(packed.bytes(), limit, [&](std::string_view piece) {
    return file.write_all(piece, scratch);
  });
  if (!written) return with_path(written.error());
  TW_TRY(auto const size, file.regular_size(scratch));
  TW_TRY(auto mapped, MappedFile::map(file.number(), size, scratch));
  source.mapped_ = std::move(mapped);
  return source;
}

std::string_view SourceBytes::bytes() const {
  return mapped_ ? mapped_->bytes() : std::string_view(unpacked_);
}

}  // namespace tw::io
