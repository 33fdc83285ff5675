#include <algorithm>
#include <limits>

#include <zlib.h>

#include "io/unpackers.h"

namespace tw::io {

namespace {

class Inflater {
 public:
  // 15 bits of window, 16 for the gzip wrapper.
  Inflater() { ensure(inflateInit2(&stream_, 15 + 16) == Z_OK, "zlib starts"); }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(Inflater const&) = delete;
  Inflater& operator=(Inflater const&) = delete;
  z_stream& stream() { return stream_; }

 private:
  z_stream stream_{};
};

}  // namespace

Status gunzip(std::string_view bytes, ByteSink const& sink) {
  Inflater inflater;
  auto& stream = inflater.stream();
  std::vector<char> buffer(std::size_t{1} << 18);
  bool at_member_start = true;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  std::size_t left = bytes.size();
  while (true) {
    if (stream.avail_in == 0) {
      stream.avail_in =
          static_cast<uInt>(std::min<std::size_t>(left, std::numeric_limits<uInt>::max()));
      left -= stream.avail_in;
    }
    if (stream.avail_in == 0 && at_member_start) return {};
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    int const status = inflate(&stream, Z_NO_FLUSH);
    auto const count = buffer.size() - stream.avail_out;
    TW_CHECK(sink({buffer.data(), count}));
    at_member_start = status == Z_STREAM_END;
    if (at_member_start) {
      // gzip itself ignores what follows the last member when it is no member.
      auto const rest =
          std::string_view(reinterpret_cast<char const*>(stream.next_in), stream.avail_in + left);
      if (compression_of(rest) != Compression::gzip) return {};
      inflateReset(&stream);
    } else if (status == Z_BUF_ERROR ||
               (status == Z_OK && stream.avail_in == 0 && left == 0 && count < buffer.size())) {
      return damaged("gzip", "it ends in the middle");
    } else if (status != Z_OK) {
      return damaged("gzip", stream.msg != nullptr ? stream.msg : "its data make no sense");
    }
  }
}

}  // namespace tw::io
