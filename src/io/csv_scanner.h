/// Finds delimiters, line ends and quotes, 64 bytes at a time.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#  include <emmintrin.h>
#endif

namespace tw::io {

class CsvScanner {
 public:
  CsvScanner(std::string_view text, char delimiter, char line_end, char quote)
      : text_(text), delimiter_(delimiter), line_end_(line_end), quote_(quote) {}

  /// The first special byte at or after `from`, or the size of the text.
  std::size_t next(std::size_t from) {
    if (from >= text_.size()) return text_.size();
    std::size_t block = from & ~std::size_t{63};
    if (block != block_) load(block);
    auto specials = specials_ & (~std::uint64_t{0} << (from & 63));
    while (specials == 0) {
      block += 64;
      if (block >= text_.size()) return text_.size();
      load(block);
      specials = specials_;
    }
    return block + static_cast<std::size_t>(std::countr_zero(specials));
  }

 private:
  void load(std::size_t block) {
    block_ = block;
    auto const left = text_.size() - block;
    if (left >= 64) {
      specials_ = specials_in(text_.data() + block);
      return;
    }
    char last[64] = {};
    std::memcpy(last, text_.data() + block, left);
    specials_ = specials_in(last) & ((std::uint64_t{1} << left) - 1);
  }

#ifdef __SSE2__
  std::uint64_t specials_in(char const* bytes) const {
    auto const delimiter = _mm_set1_epi8(delimiter_);
    auto const line_end = _mm_set1_epi8(line_end_);
    auto const quote = _mm_set1_epi8(quote_);
    std::uint64_t specials = 0;
    for (std::size_t i = 0; i < 64; i += 16) {
      auto const sixteen = _mm_loadu_si128(reinterpret_cast<__m128i const*>(bytes + i));
      auto const hits = _mm_or_si128(
          _mm_or_si128(_mm_cmpeq_epi8(sixteen, delimiter), _mm_cmpeq_epi8(sixteen, line_end)),
          _mm_cmpeq_epi8(sixteen, quote));
      specials |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(hits))) << i;
    }
    return specials;
  }
#else
  std::uint64_t specials_in(char const* bytes) const {
    std::uint64_t specials = 0;
    for (unsigned i = 0; i < 64; ++i) {
      char const c = bytes[i];
      bool const is_special = c == delimiter_ || c == line_end_ || c == quote_;
      specials |= std::uint64_t{is_special} << i;
    }
    return specials;
  }
#endif

  std::string_view text_;
  std::size_t block_ = ~std::size_t{0};
  std::uint64_t specials_ = 0;
  char delimiter_;
  char line_end_;
  char quote_;
};

}  // namespace tw::io
