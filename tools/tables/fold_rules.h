/// How one code point is folded: compatibility forms, case and diacritics off, scripts kept.
/// ICU gives Unicode's own data; the lists below are our choices. Used by make_text_tables only.
#pragma once

#include <memory>
#include <string>

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace tables {

struct Replacement {
  char32_t from;
  char const* to;
};

/// Marks of punctuation that ASCII has under another number, symbols that say nothing about a
/// text, and letters that one language writes in two ways.
inline constexpr Replacement kFoldChoices[] = {
    {0x2018, "'"},
    {0x2019, "'"},
    {0x201A, "'"},
    {0x201B, "'"},
    {0x02BC, "'"},
    {0x02B9, "'"},
    {0x02BB, "'"},
    {0x02BD, "'"},
    {0x02C8, "'"},
    {0x2032, "'"},
    {0x2035, "'"},
    {0x2039, "'"},
    {0x203A, "'"},
    {0x00B4, "'"},
    {0x0060, "'"},
    {0x02BE, "'"},
    {0x02BF, "'"},
    {0x201C, "\""},
    {0x201D, "\""},
    {0x201E, "\""},
    {0x201F, "\""},
    {0x00AB, "\""},
    {0x00BB, "\""},
    {0x2033, "\""},
    {0x2036, "\""},
    {0x301D, "\""},
    {0x301E, "\""},
    {0x301F, "\""},
    {0x300C, "\""},
    {0x300D, "\""},
    {0x300E, "\""},
    {0x300F, "\""},
    {0x300A, "\""},
    {0x300B, "\""},
    {0x3008, "\""},
    {0x3009, "\""},
    {0x05F3, "'"},
    {0x05F4, "\""},
    {0x05BE, "-"},
    {0x2010, "-"},
    {0x2011, "-"},
    {0x2012, "-"},
    {0x2013, "-"},
    {0x2014, "-"},
    {0x2015, "-"},
    {0x2043, "-"},
    {0x2212, "-"},
    {0x30A0, "-"},
    {0x2E3A, "-"},
    {0x2E3B, "-"},
    {0x3001, ","},
    {0x3002, "."},
    {0x060C, ","},
    {0x061B, ";"},
    {0x061F, "?"},
    {0x066A, "%"},
    {0x066B, "."},
    {0x066C, ","},
    {0x06D4, "."},
    {0x3010, "["},
    {0x3011, "]"},
    {0x3014, "("},
    {0x3015, ")"},
    {0x00D7, "x"},
    {0x2044, "/"},
    {0x2215, "/"},
    {0x00B8, ""},
    {0x00A8, ""},
    {0x00AF, ""},
    {0x2122, ""},
    {0x00AE, ""},
    {0x00A9, ""},
    {0x2120, ""},
    {0x0640, ""},
    {0x3000, " "},
    {0x2028, " "},
    {0x2029, " "},
    {0x0085, " "},
    // ё stands for е in most Russian texts that drop the dots, so both fold to е.
    {0x0401, "\u0435"},
    {0x0451, "\u0435"},
    // Persian and Urdu letters, and the Egyptian final ya, as the Arabic ones that they stand for.
    {0x06CC, "\u064A"},
    {0x0649, "\u064A"},
    {0x06A9, "\u0643"},
    {0x06C1, "\u0647"},
    {0x06D2, "\u064A"},
    {0x06C0, "\u0647"},
    {0x06D5, "\u0647"},
    {0x0671, "\u0627"},
    // Thai and Lao am: Unicode takes it apart in a way that no reader does.
    {0x0E33, "\u0E33"},
    {0x0EB3, "\u0EB3"},
    // Letters that Latin-ASCII leaves alone. Azerbaijani \u0259 is written a or e; a is commoner.
    {0x018F, "a"},
    {0x0259, "a"},
    {0x01DD, "a"},
    {0x1E9E, "ss"},
    {0x00DF, "ss"},
};

/// Letters that Unicode takes apart but that are letters of their own to those who use them.
inline bool is_kept_whole(UChar32 c) {
  switch (c) {
    case 0x0439:  // й
    case 0x0457:  // ї
    case 0x045E:  // ў
      return true;
    default: return false;
  }
}

/// Marks that are vowel points or accents: texts are compared without them. Vowel signs of
/// Indic scripts and of Thai are not among them; without those a word is another word.
inline bool is_dropped_mark(UChar32 c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0489) ||
         (c >= 0x0591 && c <= 0x05BD) || (c >= 0x05BF && c <= 0x05C7) ||
         (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
         (c >= 0x06D6 && c <= 0x06DC) || (c >= 0x06DF && c <= 0x06E4) ||
         (c >= 0x06E7 && c <= 0x06E8) || (c >= 0x06EA && c <= 0x06ED) ||
         (c >= 0x08D3 && c <= 0x08FF && c != 0x08E2) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFE20 && c <= 0xFE2F) ||
         (c >= 0xE0100 && c <= 0xE01EF);
}

class FoldRules {
 public:
  FoldRules() {
    UErrorCode status = U_ZERO_ERROR;
    compatible_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
    canonical_ = icu::Normalizer2::getNFDInstance(status);
    ascii_.reset(icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) std::abort();
  }

  /// A fixed point: folding the result gives the result.
  icu::UnicodeString folded(UChar32 c) const {
    icu::UnicodeString text(c);
    for (int round = 0; round < 4; ++round) {
      icu::UnicodeString next;
      for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        next += folded_once(text.char32At(i));
      }
      if (next == text) break;
      text = next;
    }
    return text;
  }

 private:
  icu::UnicodeString folded_once(UChar32 c) const {
    for (auto const& choice : kFoldChoices) {
      if (static_cast<char32_t>(c) == choice.from) return icu::UnicodeString::fromUTF8(choice.to);
    }
    auto const type = u_charType(c);
    if (type == U_CONTROL_CHAR) return c >= '\t' && c <= '\r' ? u" " : u"";
    if (type == U_SPACE_SEPARATOR) return u" ";
    if (type == U_FORMAT_CHAR || type == U_SURROGATE || is_dropped_mark(c)) return u"";
    if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) {
      return icu::UnicodeString(static_cast<UChar32>('0' + u_charDigitValue(c)));
    }
    icu::UnicodeString const whole(c);
    icu::UnicodeString folded;
    UErrorCode status = U_ZERO_ERROR;
    compatible_->normalize(whole, folded, status);
    // Latin-ASCII sets a fraction off with a space, so that 2½ does not become 21/2.
    if (type == U_OTHER_NUMBER && folded.indexOf(u'\u2044') >= 0) folded.insert(0, u' ');
    icu::UnicodeString bare;
    for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
      bare += without_marks(folded.char32At(i));
    }
    return bare;
  }

  icu::UnicodeString without_marks(UChar32 c) const {
    icu::UnicodeString const whole(c);
    if (is_kept_whole(c)) return whole;
    UErrorCode status = U_ZERO_ERROR;
    auto const script = uscript_getScript(c, &status);
    icu::UnicodeString bare;
    icu::UnicodeString parts;
    canonical_->normalize(whole, parts, status);
    bool dropped = false;
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
      if (is_dropped_mark(parts.char32At(i))) {
        dropped = true;
      } else {
        bare += parts.char32At(i);
      }
    }
    if (!dropped) bare = whole;
    if (script == USCRIPT_LATIN) {
      ascii_->transliterate(bare);
      bare.toLower(icu::Locale::getRoot());
    }
    return bare;
  }

  icu::Normalizer2 const* compatible_ = nullptr;
  icu::Normalizer2 const* canonical_ = nullptr;
  std::unique_ptr<icu::Transliterator> ascii_;
};

}  // namespace tables
