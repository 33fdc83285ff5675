/// text: Unicode, scripts, encodings and spelling folds.
/// Answers what characters stand there and how they may be written in Latin letters.
/// Knows nothing of names, goods or languages' meaning.
#pragma once

#include "tidewaiter/core.h"

namespace tw::text {

// --- UTF-8 ------------------------------------------------------------------------------------

constexpr char32_t kReplacement = 0xFFFD;

/// Takes one code point off the front of `rest`; an invalid byte gives kReplacement and is one
/// byte long, so the loop always ends. `rest` must not be empty.
char32_t next_code_point(std::string_view& rest);
void append_utf8(char32_t code_point, std::string& out);
bool is_valid_utf8(std::string_view bytes);
/// Every invalid byte replaced by U+FFFD.
std::string repaired_utf8(std::string_view bytes);
/// At most `columns` code points of the text, "…" at the end when cut.
std::string shortened(std::string_view utf8, std::size_t columns);
/// Columns that a terminal gives the text (wide CJK counts 2, combining marks 0).
std::size_t display_width(std::string_view utf8);

// --- Encodings --------------------------------------------------------------------------------

enum class Encoding {
  utf_8,
  utf_16_le,
  utf_16_be,
  windows_1251,
  windows_1252,
  windows_1254,
  windows_1256,
  koi8_r,
  gb18030,
  big5,
  shift_jis,
};
/// "windows-1251"; and back, by common aliases in any case.
std::string_view encoding_name(Encoding encoding);
std::optional<Encoding> encoding_by_name(std::string_view name);

struct EncodingGuess {
  Encoding encoding = Encoding::utf_8;
  double confidence = 0;  ///< 0 to 1; 1 for a byte order mark or pure ASCII.
};
/// From the first bytes of a file, by validity and letter statistics. 64 KiB are enough as a rule;
/// up to 16 MiB are searched for a first letter outside ASCII.
EncodingGuess guess_encoding(std::string_view bytes);
/// Bytes of `encoding` as UTF-8, without a byte order mark. Undecodable bytes become U+FFFD and
/// are counted in `undecodable` when given.
std::string to_utf8(std::string_view bytes, Encoding encoding, std::size_t* undecodable = nullptr);
/// The way back, without a byte order mark; nullopt when a letter has no bytes in `encoding` or
/// the text is not valid UTF-8. For finding and undoing text that was decoded wrongly.
std::optional<std::string> from_utf8(std::string_view utf8, Encoding encoding);

// --- Scripts ----------------------------------------------------------------------------------

enum class Script : std::uint8_t {
  common,
  latin,
  cyrillic,
  greek,
  armenian,
  georgian,
  hebrew,
  arabic,
  devanagari,
  thai,
  han,
  kana,
  hangul,
  other,
};
std::string_view script_name(Script script);
/// `common` for digits, punctuation, spaces and marks.
Script script_of(char32_t code_point);
/// The script of most letters; `common` when there are none.
Script main_script(std::string_view utf8);

// --- Folds ------------------------------------------------------------------------------------

bool is_letter(char32_t code_point);
bool is_digit(char32_t code_point);
/// Lower case, code point by code point, independent of locale ("İ" gives "i", "I" gives "i").
char32_t lower(char32_t code_point);
std::string lowered(std::string_view utf8);
/// Compatibility-folded lower case: full width to ASCII, diacritics off, "ß" to "ss", "ı" to "i",
/// typographic quotes and dashes to ASCII, control and format characters off, one space between
/// words. Scripts stay as they are. The form in which texts are compared.
std::string folded(std::string_view utf8);
/// `folded`, then every script in Latin letters: ASCII only, one space between words. Tables are
/// made from ICU at build time (tools/tables); unknown characters are left out.
/// Russian is romanised in one standard way; alternatives are the `names` room's work.
std::string latinised(std::string_view utf8);

/// Words of a folded text: runs of letters and digits; each CJK ideograph run is one word.
std::vector<std::string_view> words(std::string_view folded_text);

/// ASCII white space off both ends.
std::string_view trimmed(std::string_view text);
/// ASCII lower case of ASCII letters only; for header names, options and codes.
std::string ascii_lowered(std::string_view text);

}  // namespace tw::text
