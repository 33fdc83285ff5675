/// Sound keys: one Latin spelling for the usual romanisations of a word.
#pragma once

#include <string>
#include <string_view>

namespace tw::names {

/// From lower-case ASCII letters; other characters are left out. "khabarovskiy", "habarovskij" and
/// "Khabarovsky" give the same key. The alphabet of keys is [a-z] with S for sh, C for ch, J for zh
/// and dzh. O(length).
std::string sound_key(std::string_view latin);
/// The consonants of a key in order, with near sounds merged: survives wrong or missing vowels.
std::string skeleton(std::string_view key);
/// The key without a Slavic ending, the adjective's "sk", or an English plural. Never shorter
/// than four letters.
std::string_view stem(std::string_view key);

}  // namespace tw::names
