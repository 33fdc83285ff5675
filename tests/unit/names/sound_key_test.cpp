#include "names/sound_key.h"

#include <gtest/gtest.h>

#include "names/romanise.h"

namespace tw::names {
namespace {

TEST(SoundKey, common_romanisations_of_one_russian_word_agree) {
  EXPECT_EQ(sound_key("khabarovskiy"), sound_key("habarovskij"));
  EXPECT_EQ(sound_key("khabarovsky"), sound_key("khabarovskii"));
  EXPECT_EQ(sound_key("rosoboronexport"), sound_key("rosoboroneksport"));
  EXPECT_EQ(sound_key("solovyev"), sound_key("solovev"));
  EXPECT_EQ(sound_key("yevgeniy"), sound_key("evgeny"));
  EXPECT_EQ(sound_key("alexey"), sound_key("aleksei"));
  EXPECT_EQ(sound_key("yuri"), sound_key("iurii"));
  EXPECT_EQ(sound_key("rossiya"), sound_key("rossija"));
  EXPECT_EQ(sound_key("shchit"), sound_key("schit"));
  EXPECT_EQ(sound_key("romanoff"), sound_key("romanov"));
}

TEST(SoundKey, cyrillic_and_its_romanisation_agree) {
  auto const key = [](std::string_view cyrillic) {
    return sound_key(romanised(cyrillic, text::Script::cyrillic));
  };
  EXPECT_EQ(key("рособоронэкспорт"), sound_key("rosoboronexport"));
  EXPECT_EQ(key("радиосвязь"), sound_key("radiosviaz"));
  EXPECT_EQ(key("техкрим"), sound_key("tekhkrim"));
  EXPECT_EQ(key("харьков"), sound_key("kharkov"));
}

TEST(SoundKey, other_names_stay_apart) {
  EXPECT_NE(sound_key("karitex"), sound_key("ariteks"));
  EXPECT_NE(sound_key("sstc"), sound_key("stc"));
}

TEST(SoundKey, an_empty_or_foreign_text_gives_nothing) {
  EXPECT_EQ(sound_key(""), "");
  EXPECT_EQ(sound_key("!?"), "");
}

TEST(Skeleton, survives_other_vowels) {
  EXPECT_EQ(skeleton(sound_key("muhammad")), skeleton(sound_key("mohamed")));
  EXPECT_EQ(skeleton(sound_key("srvces")), skeleton(sound_key("services")));
}

TEST(Stem, adjectives_and_their_towns_share_it) {
  EXPECT_EQ(stem(sound_key("khabarovskiy")), stem(sound_key("khabarovsk")));
  EXPECT_EQ(stem(sound_key("kumertausskoe")), stem(sound_key("kumertau")));
}

TEST(Romanise, look_alike_letters_take_the_script_of_the_rest) {
  EXPECT_EQ(without_look_alikes("pocнeфть"), "роснефть");  // Latin p, o, c, e.
  EXPECT_EQ(without_look_alikes("ariteks"), "ariteks");
}

}  // namespace
}  // namespace tw::names
