/// How one folded code point is written in Latin letters: ICU's Any-Latin, then the scholars'
/// diacritics written out as newspapers and customs forms do (š as sh). Where custom differs from
/// ICU the choice stands below, in the open. Used by make_text_tables only.
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

/// Cyrillic after BGN/PCGN 1947, simplified: no apostrophes, e and ё always e. Ukrainian,
/// Belarusian, Serbian, Macedonian and Kazakh letters have their national values.
inline constexpr Replacement kLatinChoices[] = {
    {U'а', "a"},
    {U'б', "b"},
    {U'в', "v"},
    {U'г', "g"},
    {U'д', "d"},
    {U'е', "e"},
    {U'ж', "zh"},
    {U'з', "z"},
    {U'и', "i"},
    {U'й', "y"},
    {U'к', "k"},
    {U'л', "l"},
    {U'м', "m"},
    {U'н', "n"},
    {U'о', "o"},
    {U'п', "p"},
    {U'р', "r"},
    {U'с', "s"},
    {U'т', "t"},
    {U'у', "u"},
    {U'ф', "f"},
    {U'х', "kh"},
    {U'ц', "ts"},
    {U'ч', "ch"},
    {U'ш', "sh"},
    {U'щ', "shch"},
    {U'ъ', ""},
    {U'ы', "y"},
    {U'ь', ""},
    {U'э', "e"},
    {U'ю', "yu"},
    {U'я', "ya"},
    {U'ґ', "g"},
    {U'є', "ye"},
    {U'і', "i"},
    {U'ї', "i"},
    {U'ў', "u"},
    {U'ђ', "dj"},
    {U'ј', "j"},
    {U'љ', "lj"},
    {U'њ', "nj"},
    {U'ћ', "c"},
    {U'џ', "dz"},
    {U'ѕ', "dz"},
    {U'ә', "a"},
    {U'ғ', "g"},
    {U'қ', "q"},
    {U'ң', "n"},
    {U'ө', "o"},
    {U'ұ', "u"},
    {U'ү', "u"},
    {U'һ', "h"},
    {U'ҳ', "h"},
    {U'ҷ', "j"},
    {U'ӣ', "i"},
    {U'ӯ', "u"},
    {U'ҹ', "j"},
    {U'ҝ', "g"},
    {U'җ', "j"},
    {U'ѣ', "e"},
    {U'ѳ', "f"},
    {U'ѵ', "i"},
    {U'ӏ', ""},
    {U'ҡ', "q"},
    {U'ҙ', "z"},
    {U'ҫ', "s"},
    {U'ӈ', "n"},
    // Hebrew: ש as sh and צ as ts, the usual way; ICU's Latin-ASCII leaves s and z.
    {U'ש', "sh"},
    {U'צ', "ts"},
    {U'ץ', "ts"},
    {U'ו', "v"},
    {U'ח', "kh"},
    // Armenian: ւ is v after other letters than ո; ու is written u by the reader of the table.
    {U'ւ', "v"},
    {U'ը', "y"},
    {U'խ', "kh"},
    {U'ծ', "ts"},
    {U'ձ', "dz"},
    {U'ղ', "gh"},
    {U'ճ', "ch"},
    {U'ջ', "j"},
    {U'ց', "ts"},
    {U'չ', "ch"},
    {U'շ', "sh"},
    {U'ժ', "zh"},
    {U'ռ', "r"},
    {U'ր', "r"},
    {U'հ', "h"},
    {U'յ', "y"},
    {U'օ', "o"},
    {U'ք', "k"},
    // Thai after the Royal Institute's general system of 1999, letter by letter.
    {U'ก', "k"},
    {U'ข', "kh"},
    {U'ฃ', "kh"},
    {U'ค', "kh"},
    {U'ฅ', "kh"},
    {U'ฆ', "kh"},
    {U'ง', "ng"},
    {U'จ', "ch"},
    {U'ฉ', "ch"},
    {U'ช', "ch"},
    {U'ซ', "s"},
    {U'ฌ', "ch"},
    {U'ญ', "y"},
    {U'ฎ', "d"},
    {U'ฏ', "t"},
    {U'ฐ', "th"},
    {U'ฑ', "th"},
    {U'ฒ', "th"},
    {U'ณ', "n"},
    {U'ด', "d"},
    {U'ต', "t"},
    {U'ถ', "th"},
    {U'ท', "th"},
    {U'ธ', "th"},
    {U'น', "n"},
    {U'บ', "b"},
    {U'ป', "p"},
    {U'ผ', "ph"},
    {U'ฝ', "f"},
    {U'พ', "ph"},
    {U'ฟ', "f"},
    {U'ภ', "ph"},
    {U'ม', "m"},
    {U'ย', "y"},
    {U'ร', "r"},
    {U'ฤ', "rue"},
    {U'ล', "l"},
    {U'ว', "w"},
    {U'ศ', "s"},
    {U'ษ', "s"},
    {U'ส', "s"},
    {U'ห', "h"},
    {U'ฬ', "l"},
    {U'อ', "o"},
    {U'ฮ', "h"},
    {U'ะ', "a"},
    {U'\u0E31', "a"},
    {U'า', "a"},
    {U'\u0E34', "i"},
    {U'\u0E35', "i"},
    {U'\u0E36', "ue"},
    {U'\u0E37', "ue"},
    {U'\u0E38', "u"},
    {U'\u0E39', "u"},
    {U'เ', "e"},
    {U'แ', "ae"},
    {U'โ', "o"},
    {U'ใ', "ai"},
    {U'ไ', "ai"},
    {U'\u0E33', "am"},
    // Ideographs whose usual reading in names of firms and places is not ICU's first one.
    {U'长', "chang"},
    {U'長', "chang"},
    {U'都', "du"},
    {U'地', "di"},
    {U'曾', "zeng"},
    {U'佛', "fo"},
    {U'埔', "pu"},
    {U'轧', "zha"},
    {U'軋', "zha"},
    // Greek letters that Latin-ASCII would cut short.
    {U'χ', "ch"},
    {U'ψ', "ps"},
    {U'η', "i"},
    {U'υ', "y"},
    {U'ξ', "x"},
    {U'ω', "o"},
};

/// Letters with the diacritics of scholars, and what is written for them in plain Latin.
inline constexpr Replacement kScholarly[] = {
    {U'š', "sh"}, {U'ś', "sh"}, {U'ṣ', "sh"}, {U'ž', "zh"}, {U'č', "ch"}, {U'ŝ', "sh"},
    {U'ǆ', "j"},  {U'ṁ', "n"},  {U'ṃ', "n"},  {U'ǰ', "j"},  {U'ĵ', "j"},
};

class LatinRules {
 public:
  LatinRules() {
    UErrorCode status = U_ZERO_ERROR;
    latin_.reset(icu::Transliterator::createInstance("Any-Latin", UTRANS_FORWARD, status));
    ascii_.reset(icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) std::abort();
  }

  /// Lower-case ASCII letters and digits; empty when nothing is known of `c`.
  std::string latin(UChar32 c) const {
    for (auto const& choice : kLatinChoices) {
      if (static_cast<char32_t>(c) == choice.from) return choice.to;
    }
    icu::UnicodeString text(c);
    latin_->transliterate(text);
    // Arabic's ṣ is an s to everybody; the Indic one is an sh.
    UErrorCode status = U_ZERO_ERROR;
    auto const script = uscript_getScript(c, &status);
    if (script != USCRIPT_ARABIC && script != USCRIPT_HAN && script != USCRIPT_SYRIAC) {
      write_out(text);
    }
    if (is_indic(script)) text = indic(text);
    ascii_->transliterate(text);
    text.toLower(icu::Locale::getRoot());
    std::string plain;
    for (int32_t i = 0; i < text.length(); ++i) {
      char16_t const unit = text[i];
      bool const is_plain = (unit >= u'a' && unit <= u'z') || (unit >= u'0' && unit <= u'9');
      if (is_plain) plain += static_cast<char>(unit);
    }
    return plain;
  }

 private:
  static bool is_indic(UScriptCode script) {
    switch (script) {
      case USCRIPT_DEVANAGARI:
      case USCRIPT_BENGALI:
      case USCRIPT_GURMUKHI:
      case USCRIPT_GUJARATI:
      case USCRIPT_ORIYA:
      case USCRIPT_TAMIL:
      case USCRIPT_TELUGU:
      case USCRIPT_KANNADA:
      case USCRIPT_MALAYALAM: return true;
      default: return false;
    }
  }

  /// ISO 15919 writes c and ch where everybody writes ch and chh.
  static icu::UnicodeString indic(icu::UnicodeString const& text) {
    if (text.startsWith(u"c") && !text.startsWith(u"ch")) {
      return icu::UnicodeString(u"ch").append(text, 1, text.length() - 1);
    }
    if (text.startsWith(u"r\u0325")) return u"ri";
    return text;
  }

  static void write_out(icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    auto const* const composed = icu::Normalizer2::getNFCInstance(status);
    text = composed->normalize(text, status);
    icu::UnicodeString plain;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
      UChar32 const c = u_tolower(text.char32At(i));
      char const* written = nullptr;
      for (auto const& rule : kScholarly) {
        if (static_cast<char32_t>(c) == rule.from) written = rule.to;
      }
      if (written != nullptr) {
        plain += icu::UnicodeString::fromUTF8(written);
      } else {
        plain += text.char32At(i);
      }
    }
    text = plain;
  }

  std::unique_ptr<icu::Transliterator> latin_;
  std::unique_ptr<icu::Transliterator> ascii_;
};

}  // namespace tables
