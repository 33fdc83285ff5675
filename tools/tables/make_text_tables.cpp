/// Writes the tables of the `text` room as one C++ include file, from ICU's Unicode data.
/// Run by the build: `make_text_tables OUTPUT.inc`. The program itself does not link ICU.
#include <cstdlib>
#include <iostream>

#include <unicode/ucnv.h>
#include <unicode/uversion.h>

#include "fold_rules.h"
#include "latin_rules.h"
#include "letter_statistics.h"
#include "text_table_writer.h"

namespace {

using tables::kCodePoints;

// The order of text::Script in include/tidewaiter/text.h; tests/unit/text checks it.
int script_number(UScriptCode script) {
  switch (script) {
    case USCRIPT_LATIN: return 1;
    case USCRIPT_CYRILLIC: return 2;
    case USCRIPT_GREEK: return 3;
    case USCRIPT_ARMENIAN: return 4;
    case USCRIPT_GEORGIAN: return 5;
    case USCRIPT_HEBREW: return 6;
    case USCRIPT_ARABIC: return 7;
    case USCRIPT_DEVANAGARI: return 8;
    case USCRIPT_THAI: return 9;
    case USCRIPT_HAN: return 10;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_KATAKANA_OR_HIRAGANA: return 11;
    case USCRIPT_HANGUL: return 12;
    default: return 13;
  }
}

bool is_letter(UChar32 c) {
  auto const type = u_charType(c);
  return u_isalpha(c) != 0 && type != U_OTHER_SYMBOL && type != U_NON_SPACING_MARK &&
         type != U_COMBINING_SPACING_MARK && type != U_ENCLOSING_MARK;
}

// Bits as src/text/tables.h names them.
std::int64_t properties_of(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  auto const type = u_charType(c);
  bool const is_mark =
      type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK;
  auto const script = uscript_getScript(c, &status);
  bool const has_script = is_letter(c) && script != USCRIPT_COMMON && script != USCRIPT_INHERITED;
  int bits = has_script ? script_number(script) : 0;
  // The long-vowel mark is of no script to Unicode; here it goes with the kana around it.
  if (c == 0x30FC || c == 0xFF70) bits = 11;
  if (is_letter(c)) bits |= 1 << 4;
  if (type == U_DECIMAL_DIGIT_NUMBER) bits |= 1 << 5;
  if (is_mark) bits |= 1 << 6;
  auto const width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  bool const is_wide = width == U_EA_WIDE || width == U_EA_FULLWIDTH;
  bool const is_joining_jamo = c >= 0x1160 && c <= 0x11FF;
  bool const is_zero = type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
                       type == U_CONTROL_CHAR || is_joining_jamo ||
                       (type == U_FORMAT_CHAR && c != 0x00AD);
  if (is_zero) {
    bits |= 1 << 8;
  } else if (is_wide) {
    bits |= 1 << 7;
  }
  // Only scripts whose consonants ICU writes with an inherent a are joined up as Indic.
  bool const is_brahmic =
      script >= 0 &&
      (script == USCRIPT_DEVANAGARI || script == USCRIPT_BENGALI || script == USCRIPT_GURMUKHI ||
       script == USCRIPT_GUJARATI || script == USCRIPT_ORIYA || script == USCRIPT_TAMIL ||
       script == USCRIPT_TELUGU || script == USCRIPT_KANNADA || script == USCRIPT_MALAYALAM);
  if (is_brahmic) {
    switch (u_getIntPropertyValue(c, UCHAR_INDIC_SYLLABIC_CATEGORY)) {
      case U_INSC_CONSONANT: bits |= 1 << 9; break;
      case U_INSC_VOWEL_DEPENDENT: bits |= 2 << 9; break;
      case U_INSC_VIRAMA:
      case U_INSC_PURE_KILLER: bits |= 3 << 9; break;
      default: break;
    }
  }
  if (u_isUWhiteSpace(c) != 0) bits |= 1 << 11;
  bool const comes_before = script == USCRIPT_THAI && c >= 0x0E40 && c <= 0x0E44;
  if (comes_before) bits |= 1 << 12;
  return bits;
}

bool is_assigned(UChar32 c) {
  auto const type = u_charType(c);
  return type != U_UNASSIGNED && type != U_PRIVATE_USE_CHAR;
}

void write_properties(std::FILE* out) {
  std::vector<std::int64_t> properties(kCodePoints);
  std::vector<std::int64_t> lower(kCodePoints);
  for (std::uint32_t c = 0; c < kCodePoints; ++c) {
    auto const code = static_cast<UChar32>(c);
    properties[c] = properties_of(code);
    lower[c] = c == 0x0130 ? 'i' - 0x0130 : u_tolower(code) - code;
  }
  tables::write_two_stage(out, "Property", "std::uint16_t", properties);
  tables::write_two_stage(out, "Lower", "std::int32_t", lower);
}

// Fold numbers: 0 unchanged, 1 removed, 2 a space, others a text.
void write_folds(std::FILE* out, std::vector<bool>& is_folded) {
  tables::FoldRules const rules;
  tables::StringNumbers strings(3);
  std::vector<std::int64_t> folds(kCodePoints);
  for (std::uint32_t c = 0; c < kCodePoints; ++c) {
    auto const code = static_cast<UChar32>(c);
    if (!is_assigned(code)) continue;
    auto const folded = rules.folded(code);
    if (folded == icu::UnicodeString(code)) {
      is_folded[c] = true;
    } else if (folded.isEmpty()) {
      folds[c] = 1;
    } else if (folded == u" ") {
      folds[c] = 2;
    } else {
      std::string utf8;
      folded.toUTF8String(utf8);
      folds[c] = strings.number_of(utf8);
    }
  }
  tables::write_two_stage(out, "Fold", "std::uint16_t", folds);
  tables::write_strings(out, "Fold", strings.strings());
}

// Latin numbers: 0 left out, 1 a space, others a text. Only folded code points are looked up.
void write_latin(std::FILE* out, std::vector<bool> const& is_folded) {
  tables::LatinRules const rules;
  tables::StringNumbers strings(2);
  std::vector<std::int64_t> latin(kCodePoints);
  for (std::uint32_t c = 0x80; c < kCodePoints; ++c) {
    auto const code = static_cast<UChar32>(c);
    bool const is_hangul_syllable = c >= 0xAC00 && c <= 0xD7A3;  // Written by rule.
    if (!is_folded[c] || is_hangul_syllable) continue;
    auto const properties = properties_of(code);
    bool const is_letter_or_mark = (properties & (1 << 4 | 1 << 6)) != 0;
    if (!is_letter_or_mark) {
      latin[c] = 1;
      continue;
    }
    auto const text = rules.latin(code);
    if (!text.empty()) latin[c] = strings.number_of(text);
  }
  tables::write_two_stage(out, "Latin", "std::uint16_t", latin);
  tables::write_strings(out, "Latin", strings.strings());
}

// The upper halves of the one-byte encodings; 0 where a byte stands for nothing.
void write_encoding(std::FILE* out, char const* name, char const* icu_name) {
  UErrorCode status = U_ZERO_ERROR;
  auto* const converter = ucnv_open(icu_name, &status);
  if (U_FAILURE(status)) std::abort();
  std::vector<std::int64_t> upper;
  for (int byte = 0x80; byte < 0x100; ++byte) {
    char const source = static_cast<char>(byte);
    char16_t unit[4] = {};
    auto const length = ucnv_toUChars(converter, unit, 4, &source, 1, &status);
    bool const stands_for_something = length == 1 && unit[0] >= 0xA0 && unit[0] != 0xFFFD;
    upper.push_back(stands_for_something ? unit[0] : 0);
  }
  ucnv_close(converter);
  tables::write_numbers(out, "std::uint16_t", std::string("kUpper") + name, upper);
}

void write_model(std::FILE* out, tables::ModelSource const& source) {
  tables::LetterModel const model(source);
  std::string const name = source.name;
  std::vector<std::int64_t> const letters(model.letters().begin(), model.letters().end());
  tables::write_numbers(out, "char16_t", "k" + name + "Letters", letters);
  tables::write_numbers(out, "std::uint16_t", "k" + name + "PairCosts", model.costs());
}

void write_characters(std::FILE* out, char const* name,
                      std::vector<tables::Sample> const& samples) {
  std::fprintf(out, "constexpr CharacterCost k%sCosts[] = {\n", name);
  for (auto const& [c, cost] : tables::character_costs(samples)) {
    std::fprintf(out, "{%u,%lld},\n", static_cast<unsigned>(c), static_cast<long long>(cost));
  }
  std::fprintf(out, "};\n\n");
}

void write_statistics(std::FILE* out) {
  write_model(out, {"Cyrillic",
                    U"абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўј",
                    {{"ru", 4}, {"uk", 1}, {"be", 1}, {"bg", 1}}});
  write_model(out, {"Western",
                    U"abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœðþ",
                    {{"de", 2},
                     {"fr", 2},
                     {"es", 2},
                     {"pt", 2},
                     {"it", 1},
                     {"sv", 1},
                     {"da", 1},
                     {"nb", 1},
                     {"nl", 1},
                     {"fi", 1},
                     {"is", 1}}});
  write_model(out, {"Turkish", U"abcdefghijklmnopqrstuvwxyzçğıöşüâîû", {{"tr", 1}}});
  write_model(out,
              {"Arabic", U"ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکیہے", {{"ar", 3}, {"fa", 1}}});
  write_characters(out, "Simplified", {{"zh_Hans", 1}});
  write_characters(out, "Traditional", {{"zh_Hant", 1}});
  write_characters(out, "Japanese", {{"ja", 1}});
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: make_text_tables OUTPUT.inc\n";
    return 2;
  }
  auto* const out = std::fopen(argv[1], "wb");
  if (out == nullptr) {
    std::cerr << "make_text_tables: cannot write " << argv[1] << "\n";
    return 1;
  }
  std::fprintf(out, "// Made by tools/tables/make_text_tables.cpp from ICU %s. Do not edit.\n\n",
               U_ICU_VERSION);
  std::fprintf(out, "constexpr unsigned kGeneratedPageSize = %u;\n\n", tables::kPageSize);
  std::vector<bool> is_folded(kCodePoints);
  write_properties(out);
  write_folds(out, is_folded);
  write_latin(out, is_folded);
  write_encoding(out, "Windows1251", "windows-1251");
  write_encoding(out, "Windows1252", "windows-1252");
  write_encoding(out, "Windows1254", "windows-1254");
  write_encoding(out, "Windows1256", "windows-1256");
  write_encoding(out, "Koi8R", "KOI8-R");
  write_statistics(out);
  bool const is_whole = std::ferror(out) == 0;
  return std::fclose(out) == 0 && is_whole ? 0 : 1;
}
