#include <memory>

#include <zstd.h>

#include "io/unpackers.h"

namespace tw::io {

Status unpack_zstd(std::string_view bytes, ByteSink const& sink) {
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> const context(ZSTD_createDCtx(),
                                                                     &ZSTD_freeDCtx);
  ensure(context != nullptr, "zstd starts");
  // A frame may ask for a window of 2 GB; ours is what `zstd --ultra` makes at most.
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, 27);
  std::vector<char> buffer(ZSTD_DStreamOutSize());
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  std::size_t hint = 0;
  bool is_full = false;
  // A full buffer may hide more of the frame; a hint of 0 says that the frame is complete.
  while (in.pos < in.size || (is_full && hint != 0)) {
    ZSTD_outBuffer piece{buffer.data(), buffer.size(), 0};
    hint = ZSTD_decompressStream(context.get(), &piece, &in);
    if (ZSTD_isError(hint) != 0) return damaged("zstd", ZSTD_getErrorName(hint));
    TW_CHECK(sink({buffer.data(), piece.pos}));
    is_full = piece.pos == piece.size;
  }
  if (hint != 0) return damaged("zstd", "it ends in the middle");
  return {};
}

}  // namespace tw::io
