#include <algorithm>

#include "text/latin_writers.h"
#include "text/tables.h"
#include "text/utf8.h"

namespace tw::text {

namespace {

using tables::IndicPart;

bool is_hangul_syllable(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

class LatinWriter {
 public:
  explicit LatinWriter(std::string_view folded)
      : at_(utf8::begin_of(folded)), end_(utf8::end_of(folded)) {
    out_.reserve(folded.size() * 2);
  }

  std::string written() && {
    while (at_ < end_) {
      if (*at_ < 0x80) {
        ascii(static_cast<char>(*at_++));
      } else {
        other();
      }
    }
    end_indic();
    end_thai();
    if (!out_.empty() && out_.back() == ' ') out_.pop_back();
    return std::move(out_);
  }

 private:
  void ascii(char c) {
    end_indic();
    end_thai();
    if (c == ' ') {
      space();
    } else {
      out_ += c;
    }
    last_ = 0;
  }

  void space() {
    if (!out_.empty() && out_.back() != ' ') out_ += ' ';
  }

  void other() {
    auto const* const here = at_;
    auto const c = utf8::take(at_, end_);
    auto const properties = tables::properties(c);
    auto const script = static_cast<Script>(properties.script());
    if (indic_ != Indic::none && !properties.is_mark() && !properties.is_letter()) end_indic();
    switch (script) {
      case Script::han: ideograph(c); break;
      case Script::hangul:
      case Script::kana: run(here, script); break;
      case Script::greek: greek(c); break;
      case Script::armenian: armenian(c); break;
      default:
        if (properties.indic() != IndicPart::none) {
          indic(c, properties.indic());
        } else if (properties.is_written_before()) {
          end_thai();
          thai_vowel_ = c;
        } else {
          plain(c, properties.is_letter());
        }
    }
    last_ = c;
  }

  std::string_view text_of(char32_t c) {
    auto const number = tables::latin_number(c);
    return number > tables::kLatinSpace ? tables::latin_text(number) : std::string_view{};
  }

  char32_t next() const {
    auto const* at = at_;
    return at < end_ ? utf8::take(at, end_) : 0;
  }

  void plain(char32_t c, bool is_letter) {
    auto const number = tables::latin_number(c);
    if (number == tables::kLatinSpace) {
      end_indic();
      end_thai();
      space();
      return;
    }
    if (number == tables::kLatinNothing) return;
    auto const text = tables::latin_text(number);
    // अं: an independent vowel or a nasal mark ends the wait for a vowel sign.
    if (indic_ != Indic::none) indic_ = is_letter ? Indic::none : Indic::open;
    out_ += text;
    if (is_letter) end_thai();
  }

  void ideograph(char32_t c) {
    end_indic();
    auto syllable = han_reading(last_, c, next());
    if (syllable.empty()) syllable = text_of(c);
    if (syllable.empty()) return;
    space();
    out_ += syllable;
    out_ += ' ';
  }

  void run(unsigned char const* here, Script script) {
    end_indic();
    std::u32string letters;
    at_ = here;
    while (at_ < end_) {
      auto const* const before = at_;
      auto const c = utf8::take(at_, end_);
      bool const belongs = static_cast<Script>(tables::properties(c).script()) == script &&
                           (script == Script::kana || is_hangul_syllable(c));
      if (!belongs) {
        at_ = letters.empty() ? at_ : before;
        if (letters.empty()) out_ += text_of(c);  // Jamo that make no syllable.
        break;
      }
      letters += c;
    }
    if (script == Script::kana) {
      append_kana(letters, out_);
    } else {
      append_hangul(letters, out_);
    }
  }

  // ου is ou, αυ au, γγ ng: as ELOT 743, which passports follow, but υ always u after a vowel.
  void greek(char32_t c) {
    bool const after_vowel = last_ == U'α' || last_ == U'ε' || last_ == U'η' || last_ == U'ο';
    bool const nasal = last_ == U'γ' && (c == U'γ' || c == U'ξ' || c == U'χ') && !out_.empty();
    if (c == U'υ' && after_vowel) {
      out_ += 'u';
      return;
    }
    if (nasal) out_.back() = 'n';
    out_ += text_of(c);
  }

  // ու is u.
  void armenian(char32_t c) {
    if (c == U'ւ' && last_ == U'ո' && out_.ends_with('o')) {
      out_.back() = 'u';
      return;
    }
    out_ += text_of(c);
  }

  // A consonant is spoken with an a unless a vowel sign or a killer follows.
  void indic(char32_t c, IndicPart part) {
    auto const text = text_of(c);
    if (part == IndicPart::consonant) {
      indic_ = indic_ == Indic::killed || indic_ == Indic::none ? Indic::first : Indic::later;
      out_ += text;
      return;
    }
    if (indic_ == Indic::first || indic_ == Indic::later) {
      if (out_.ends_with('a')) out_.pop_back();
    }
    out_ += text;
    indic_ = part == IndicPart::vowel_killer ? Indic::killed : Indic::open;
  }

  // The a of a word's last consonant is silent (राम is Ram) unless the word is one letter or the
  // consonant closes a cluster (मिश्र is Mishra).
  void end_indic() {
    if (indic_ == Indic::later && out_.ends_with('a')) out_.pop_back();
    indic_ = Indic::none;
  }

  void end_thai() {
    if (thai_vowel_ == 0) return;
    out_ += text_of(thai_vowel_);
    thai_vowel_ = 0;
  }

  /// What stands at the end of an Indic word so far.
  enum class Indic { none, first, later, open, killed };

  unsigned char const* at_;
  unsigned char const* end_;
  std::string out_;
  char32_t last_ = 0;
  char32_t thai_vowel_ = 0;
  Indic indic_ = Indic::none;
};

}  // namespace

std::string latinised(std::string_view utf8) {
  auto text = folded(utf8);
  bool const is_ascii = std::ranges::all_of(text, [](char c) { return (c & 0x80) == 0; });
  if (is_ascii) return text;
  return LatinWriter(text).written();
}

}  // namespace tw::text
