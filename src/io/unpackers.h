/// One packed format each, piece by piece into a sink that knows the limit.
#pragma once

#include "tidewaiter/io.h"

namespace tw::io {

/// All members of a gzip file, one after the other (RFC 1952).
Status gunzip(std::string_view bytes, ByteSink const& sink);
/// All frames of a zstd file (RFC 8878).
Status unpack_zstd(std::string_view bytes, ByteSink const& sink);
/// The single file of a zip archive.
Status unzip(std::string_view bytes, ByteSink const& sink);

/// Passes on at most `limit` bytes; more are an error.
class LimitedSink {
 public:
  LimitedSink(std::uint64_t limit, ByteSink const& sink) : limit_(limit), sink_(sink) {}
  Status operator()(std::string_view piece);

 private:
  std::uint64_t limit_;
  ByteSink const& sink_;
  std::uint64_t passed_ = 0;
};
/// Collects the pieces in `out`.
ByteSink appending_to(std::string& out);

/// The error that all three give.
std::unexpected<Error> damaged(std::string_view format, std::string_view detail);

}  // namespace tw::io
