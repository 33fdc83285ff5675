#include <map>
#include <memory>

#include <gtest/gtest.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "tidewaiter/text.h"

// Our tables against ICU itself, code point by code point and on whole words.

namespace tw {
namespace {

using text::Script;

class Icu : public testing::Test {
 protected:
  Icu() {
    UErrorCode status = U_ZERO_ERROR;
    latin_.reset(icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower",
                                                     UTRANS_FORWARD, status));
    EXPECT_TRUE(U_SUCCESS(status));
  }

  /// Letters, digits and spaces only.
  std::string latin(std::string_view utf8) const {
    auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
    latin_->transliterate(text);
    std::string out;
    text.toUTF8String(out);
    return plain(std::move(out));
  }

  static std::string plain(std::string text) {
    std::erase_if(text, [](char c) {
      return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ');
    });
    return text;
  }

  std::unique_ptr<icu::Transliterator> latin_;
};

std::string utf8(char32_t c) {
  std::string out;
  text::append_utf8(c, out);
  return out;
}

/// Scripts whose letters we write after other customs than ICU's; docs/methods/text.md lists them.
bool is_written_by_own_rules(Script script) {
  switch (script) {
    case Script::cyrillic:
    case Script::hebrew:
    case Script::armenian:
    case Script::thai:
    case Script::hangul:
    case Script::devanagari:
    case Script::other: return true;
    default: return false;
  }
}

TEST_F(Icu, agrees_letter_by_letter_where_we_follow_it) {
  std::map<Script, int> compared;
  std::map<Script, std::string> different;
  for (char32_t c = 0x80; c < 0x30000; ++c) {
    auto const script = text::script_of(c);
    bool const is_assigned = u_charType(static_cast<UChar32>(c)) != U_UNASSIGNED;
    if (!is_assigned || script == Script::common || is_written_by_own_rules(script)) continue;
    auto const letter = utf8(c);
    auto const folded = text::folded(letter);
    if (folded.starts_with("η")) continue;  // i today; ICU writes the e of antiquity.
    ++compared[script];
    if (plain(text::latinised(letter)) != latin(folded)) different[script] += letter;
  }
  EXPECT_GT(compared[Script::han], 60'000);
  EXPECT_GT(compared[Script::latin], 1'000);
  EXPECT_EQ(different[Script::latin], "");
  EXPECT_EQ(different[Script::georgian], "");
  EXPECT_EQ(different[Script::arabic], "");
  EXPECT_EQ(different[Script::han], "佛地埔曾軋轧都長长\uFA26");
  EXPECT_EQ(different[Script::greek], "ϷϸϺϻ");
  // Small letters that say nothing alone.
  EXPECT_EQ(different[Script::kana], "っッヵヶｯ");
}

TEST_F(Icu, agrees_on_case_and_kind_of_every_code_point) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    auto const code = static_cast<UChar32>(c);
    auto const lower = c == 0x130 ? U'i' : static_cast<char32_t>(u_tolower(code));
    ASSERT_EQ(text::lower(c), lower) << code;
    ASSERT_EQ(text::is_digit(c), u_charType(code) == U_DECIMAL_DIGIT_NUMBER) << code;
  }
}

TEST_F(Icu, agrees_on_words) {
  for (std::string_view const word :
       {"深圳市大疆创新科技有限公司", "საქართველოს ბანკი", "شركة الخليج للتجارة", "Ουρανός",
        "ソニー", "キャノン", "マッチ", "しんじゅく", "Nguyễn Văn Đức", "Łódź"}) {
    auto const ours = text::latinised(word);
    EXPECT_EQ(ours, latin(text::folded(word))) << word;
  }
}

}  // namespace
}  // namespace tw
