#include <fmt/core.h>

#include "io/unpackers.h"

namespace tw::io {

Status LimitedSink::operator()(std::string_view piece) {
  passed_ += piece.size();
  if (passed_ > limit_) {
    return fail(ErrorKind::bad_input,
                fmt::format("The packed file unfolds to more than {} bytes.", limit_),
                "Unpack it yourself if it is what you expect.");
  }
  return sink_(piece);
}

ByteSink appending_to(std::string& out) {
  return [&out](std::string_view piece) -> Status {
    out += piece;
    return {};
  };
}

std::unexpected<Error> damaged(std::string_view format, std::string_view detail) {
  return fail(ErrorKind::bad_input, fmt::format("The {} file is damaged: {}.", format, detail),
              "Fetch it again, or unpack what can be saved.");
}

Compression compression_of(std::string_view first_bytes) {
  using namespace std::string_view_literals;
  if (first_bytes.starts_with("\x1F\x8B\x08"sv)) return Compression::gzip;
  if (first_bytes.starts_with("\x28\xB5\x2F\xFD"sv)) return Compression::zstd;
  // The first local file, or the end record of an archive without files.
  bool const is_zip =
      first_bytes.starts_with("PK\x03\x04"sv) || first_bytes.starts_with("PK\x05\x06"sv);
  return is_zip ? Compression::zip : Compression::none;
}

Status decompress(std::string_view bytes, std::uint64_t limit, ByteSink const& sink) {
  LimitedSink limited(limit, sink);
  ByteSink const into = std::ref(limited);
  switch (compression_of(bytes)) {
    case Compression::gzip: return gunzip(bytes, into);
    case Compression::zstd: return unpack_zstd(bytes, into);
    case Compression::zip: return unzip(bytes, into);
    case Compression::none: break;
  }
  return into(bytes);
}

Result<std::string> decompressed(std::string_view bytes, std::uint64_t limit) {
  std::string out;
  TW_CHECK(decompress(bytes, limit, appending_to(out)));
  return out;
}

}  // namespace tw::io
