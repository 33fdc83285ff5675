/// Registration numbers: check digits, and numbers inside a mention.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tidewaiter/names.h"

namespace tw::names {

bool is_valid_inn(std::string_view digits);     ///< Russia, 10 or 12 digits.
bool is_valid_ogrn(std::string_view digits);    ///< Russia, 13 or 15 digits.
bool is_valid_uscc(std::string_view code);      ///< China, GB 32100-2015.
bool is_valid_vkn(std::string_view digits);     ///< Turkey, 10 digits.
bool is_valid_bin(std::string_view digits);     ///< Kazakhstan, 12 digits.
bool is_valid_edrpou(std::string_view digits);  ///< Ukraine, 8 digits.
bool is_valid_lei(std::string_view code);       ///< ISO 17442, ISO 7064 mod 97-10.
bool is_valid_imo(std::string_view digits);     ///< Ships, 7 digits.

/// Takes registration numbers with their labels out of a folded text; long digit runs without a
/// label go too, and are kept when a check confirms them.
std::vector<Identifier> take_identifiers(std::string& folded);

}  // namespace tw::names
