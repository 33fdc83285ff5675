/// The form in which a cell and a table word are compared: folded, letters and digits only.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "tidewaiter/core.h"

namespace tw::reference {

/// "U. A. E." and "uae" give "uae"; "Кот-д'Ивуар" gives "котдивуар"; "ё" gives "е"; Arabic letter
/// variants of Persian and Urdu keyboards give the plain letter. O(length).
std::string lookup_key(std::string_view utf8);
/// The same over text that is already folded.
std::string lookup_key_of_folded(std::string_view folded_utf8);
/// When the key mixes Latin and Cyrillic letters: all look-alikes as Cyrillic, as Latin. Empty
/// strings when it does not mix them.
struct LookAlikes {
  std::string cyrillic;
  std::string latin;
};
LookAlikes look_alikes(std::string_view key);

struct KeyHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view key) const { return hash64(key); }
};
template <typename Value>
using KeyMap = std::unordered_map<std::string, Value, KeyHash, std::equal_to<>>;

template <typename Value>
Value const* find_key(KeyMap<Value> const& map, std::string_view key) {
  auto const found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace tw::reference
