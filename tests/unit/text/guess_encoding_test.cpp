#include <gtest/gtest.h>

#include "tidewaiter/text.h"

namespace tw {
namespace {

using text::Encoding;

struct Sample {
  Encoding encoding;
  char const* text;
};

// Short on purpose: a header line or one cell is often all that is not ASCII.
constexpr Sample kSamples[] = {
    {Encoding::windows_1251, "Москва"},
    {Encoding::windows_1251, "ООО Щит"},
    {Encoding::windows_1251, "НАИМЕНОВАНИЕ ТОВАРА"},
    {Encoding::windows_1251, "Вес нетто, кг;Страна происхождения;Цена"},
    {Encoding::windows_1251, "бронежилет защитный"},
    {Encoding::windows_1251, "Отримувач;Країна походження;Київ"},
    {Encoding::koi8_r, "Москва"},
    {Encoding::koi8_r, "ООО Щит"},
    {Encoding::koi8_r, "НАИМЕНОВАНИЕ ТОВАРА"},
    {Encoding::koi8_r, "Вес нетто, кг;Страна происхождения;Цена"},
    {Encoding::koi8_r, "бронежилет защитный"},
    {Encoding::windows_1252, "Straße, München"},
    {Encoding::windows_1252, "Société générale à responsabilité limitée"},
    {Encoding::windows_1252, "São Paulo; importação"},
    {Encoding::windows_1252, "COMPAÑÍA ESPAÑOLA"},
    {Encoding::windows_1254, "Dış Ticaret Limited Şirketi"},
    {Encoding::windows_1254, "GÖNDERİCİ;ALICI;MENŞE ÜLKE"},
    {Encoding::windows_1254, "İstanbul, Kağıthane"},
    {Encoding::windows_1256, "شركة الخليج للتجارة العامة"},
    {Encoding::windows_1256, "بلد المنشأ"},
    {Encoding::windows_1256, "الشارقة"},
    {Encoding::gb18030, "有限公司"},
    {Encoding::gb18030, "深圳市大疆创新科技有限公司"},
    {Encoding::gb18030, "商品名称,数量,原产国"},
    {Encoding::gb18030, "防弹衣"},
    {Encoding::big5, "有限公司"},
    {Encoding::big5, "台灣積體電路製造股份有限公司"},
    {Encoding::big5, "品名,數量,原產地"},
    {Encoding::shift_jis, "株式会社"},
    {Encoding::shift_jis, "ソニー株式会社"},
    {Encoding::shift_jis, "品名、数量、原産国"},
    {Encoding::shift_jis, "トヨタ自動車"},
};

TEST(GuessEncoding, is_right_on_short_samples) {
  for (auto const& [encoding, sample] : kSamples) {
    auto const bytes = text::from_utf8(sample, encoding);
    ASSERT_TRUE(bytes) << sample;
    auto const guess = text::guess_encoding(*bytes);
    EXPECT_EQ(text::encoding_name(guess.encoding), text::encoding_name(encoding)) << sample;
    auto const row = "id,name,kg\r\n1," + *bytes + ",12.5\r\n2,plain ASCII text,7\r\n";
    EXPECT_EQ(text::encoding_name(text::guess_encoding(row).encoding),
              text::encoding_name(encoding))
        << sample;
  }
}

TEST(GuessEncoding, is_sure_of_marks_and_of_ascii) {
  EXPECT_EQ(text::guess_encoding("plain, 12.5").confidence, 1);
  EXPECT_EQ(text::guess_encoding("\xEF\xBB\xBFx").encoding, Encoding::utf_8);
  EXPECT_EQ(text::guess_encoding("\xFF\xFEx").encoding, Encoding::utf_16_le);
  EXPECT_EQ(text::guess_encoding("\xFE\xFFx").encoding, Encoding::utf_16_be);
  EXPECT_EQ(text::guess_encoding("").encoding, Encoding::utf_8);
}

TEST(GuessEncoding, knows_utf_8_even_when_the_sample_is_cut) {
  std::string const text = "Наименование товара";
  for (std::size_t size = 2; size <= text.size(); ++size) {
    EXPECT_EQ(text::guess_encoding(std::string_view(text).substr(0, size)).encoding,
              Encoding::utf_8)
        << size;
  }
}

TEST(GuessEncoding, takes_utf_8_with_a_few_broken_bytes_for_utf_8) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "щит,";
  EXPECT_EQ(text::guess_encoding(text + "\xFF").encoding, Encoding::utf_8);
}

TEST(GuessEncoding, finds_utf_16_without_a_mark) {
  for (auto const encoding : {Encoding::utf_16_le, Encoding::utf_16_be}) {
    for (auto const* const sample : {"name,kg\n", "Наименование товара;кг\r\n1;2\r\n"}) {
      auto const bytes = text::from_utf8(sample, encoding);
      EXPECT_EQ(text::guess_encoding(*bytes).encoding, encoding) << sample;
    }
  }
}

TEST(GuessEncoding, is_unsure_of_bytes_that_are_no_text) {
  std::string noise;
  for (unsigned i = 0; i < 5000; ++i) noise += static_cast<char>(i * 2654435761U >> 24 | 1U);
  EXPECT_LT(text::guess_encoding(noise).confidence, 0.5);
}

TEST(GuessEncoding, finds_a_foreign_letter_late_in_the_file) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "1,plain,2\n";
  EXPECT_EQ(text::guess_encoding(text + "\xCC\xEE\xF1\xEA\xE2\xE0\n").encoding,
            Encoding::windows_1251);
}

}  // namespace
}  // namespace tw
