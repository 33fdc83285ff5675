/// Which words of two names stand for each other.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "tidewaiter/names.h"

#include "names/policy.h"

namespace tw::names {

constexpr std::size_t kTokensMax = 32;  ///< Words of a name that are compared; more are ignored.

/// Words [a_begin, a_begin + a_count) of one name stand for words of the other.
struct Link {
  Feature how = Feature::word_exact;
  std::uint8_t a_begin = 0;
  std::uint8_t a_count = 1;
  std::uint8_t b_begin = 0;
  std::uint8_t b_count = 1;
  std::uint8_t edits = 0;
  float quality = 0;  ///< 0 to 1.
};

struct Alignment {
  std::array<Link, kTokensMax> links;
  std::size_t count = 0;
  std::uint32_t left_a = 0;  ///< Bit i: word i of `a` has no counterpart.
  std::uint32_t left_b = 0;
  std::span<Link const> all() const { return {links.data(), count}; }
};

/// How one word stands for another; quality 0 when it does not. Symmetric.
Link link_of(Token const& a, Token const& b, bool persons);

/// Best first, each word once; then joined words and acronyms among what is left.
Alignment align(std::span<Token const> a, std::span<Token const> b, bool persons);

}  // namespace tw::names
