/// Search without an index: compare with every name.
#pragma once

#include <vector>

#include "tidewaiter/names.h"

namespace tw::twins {

inline std::vector<std::uint32_t> matches(std::vector<names::Name> const& listed,
                                          names::Name const& query) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < listed.size(); ++i) {
    if (names::compare(query, listed[i]).match) found.push_back(i);
  }
  return found;
}

}  // namespace tw::twins
