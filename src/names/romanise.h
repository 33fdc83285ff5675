/// One word in Latin letters, as names are usually written.
#pragma once

#include <string>
#include <string_view>

#include "tidewaiter/text.h"

namespace tw::names {

/// Lower-case ASCII letters and digits of one folded word. Cyrillic follows passport habit (kh, ts,
/// zh), other scripts text::latinised without spaces.
std::string romanised(std::string_view folded_word, text::Script script);
/// A word that mixes Latin and Cyrillic look-alikes ("РOCTEX") in the script of most of its
/// letters; other words as they are.
std::string without_look_alikes(std::string_view folded_word);
/// Whether the script writes no short vowels.
bool omits_vowels(text::Script script);

}  // namespace tw::names
