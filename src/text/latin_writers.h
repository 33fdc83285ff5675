/// Scripts whose letters cannot be written one by one. Each writer takes folded code points in
/// their order and appends Latin letters.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tw::text {

/// A run of Hangul syllables, after the Revised Romanisation of 2000 with its assimilations
/// (신라 "silla"), no hyphens.
void append_hangul(std::span<char32_t const> run, std::string& out);
/// A run of kana, Hepburn without long vowels (ショッピング "shoppingu").
void append_kana(std::span<char32_t const> run, std::string& out);

/// The reading of an ideograph beside its neighbours where it differs from the one in the table
/// (银行 "yin hang", 行 "xing"); empty where it does not.
std::string_view han_reading(char32_t before, char32_t ideograph, char32_t after);

}  // namespace tw::text
