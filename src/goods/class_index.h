/// Goods classes by number, in the order of class_names().
#pragma once

#include <algorithm>

#include "tidewaiter/goods.h"

namespace tw::goods {

inline constexpr std::size_t kClasses = 18;
inline constexpr std::uint8_t kOrdinaryClass = 17;

inline std::uint8_t class_index(std::string_view name) {
  auto const names = class_names();
  auto const at = std::ranges::find(names, name);
  ensure(at != names.end(), "a known goods class");
  return static_cast<std::uint8_t>(at - names.begin());
}

}  // namespace tw::goods
