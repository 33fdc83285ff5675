#include "tidewaiter/io.h"

#ifdef __SSE2__
#  include <emmintrin.h>
#endif

namespace tw::io {

namespace {

#ifdef __SSE2__
// Counts whole blocks of 16 in the 16 bytes of a register, summed up before any of them can
// overflow.
std::uint64_t count_blocks(std::string_view bytes, char wanted) {
  auto const* at = bytes.data();
  auto blocks = bytes.size() / 16;
  auto const pattern = _mm_set1_epi8(wanted);
  auto const zero = _mm_setzero_si128();
  auto total = zero;
  while (blocks > 0) {
    auto const batch = blocks < 255 ? blocks : 255;
    auto counts = zero;
    for (std::size_t i = 0; i < batch; ++i, at += 16) {
      auto const sixteen = _mm_loadu_si128(reinterpret_cast<__m128i const*>(at));
      counts = _mm_sub_epi8(counts, _mm_cmpeq_epi8(sixteen, pattern));
    }
    total = _mm_add_epi64(total, _mm_sad_epu8(counts, zero));
    blocks -= batch;
  }
  alignas(16) std::uint64_t halves[2];
  _mm_store_si128(reinterpret_cast<__m128i*>(halves), total);
  return halves[0] + halves[1];
}
#else
std::uint64_t count_blocks(std::string_view bytes, char wanted) {
  std::uint64_t count = 0;
  for (char const c : bytes.substr(0, bytes.size() / 16 * 16)) count += c == wanted ? 1 : 0;
  return count;
}
#endif

}  // namespace

std::uint64_t line_ends(std::string_view bytes, CsvDialect dialect) {
  char const wanted = dialect.cr_only ? '\r' : '\n';
  auto count = count_blocks(bytes, wanted);
  for (char const c : bytes.substr(bytes.size() / 16 * 16)) count += c == wanted ? 1 : 0;
  return count;
}

}  // namespace tw::io
