#include "names/palladius.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "names/lexicon.h"

namespace tw::names {
namespace {

// The rules of Palladius (Kafarov, 1888), as Russian maps and dictionaries use them: a syllable is
// an initial and a final, and each final goes with certain initials only. Written out from the
// rules; no table was copied.
struct Initial {
  std::string_view pinyin;
  std::string_view cyrillic;
};
constexpr auto kInitials = std::to_array<Initial>(
    {{"b", "б"},   {"p", "п"},  {"m", "м"},  {"f", "ф"}, {"d", "д"},  {"t", "т"}, {"n", "н"},
     {"l", "л"},   {"g", "г"},  {"k", "к"},  {"h", "х"}, {"j", "цз"}, {"q", "ц"}, {"x", "с"},
     {"zh", "чж"}, {"ch", "ч"}, {"sh", "ш"}, {"r", "ж"}, {"z", "цз"}, {"c", "ц"}, {"s", "с"}});

struct Final {
  std::string_view cyrillic;
  std::string_view pinyin;
  std::string_view initials;  ///< Those it follows, separated by spaces.
};
constexpr auto kFinals = std::to_array<Final>({
    {"а", "a", "b p m f d t n l g k h zh ch sh z c s"},
    {"о", "o", "b p m f"},
    {"э", "e", "d t n l g k h zh ch sh r z c s"},
    {"ай", "ai", "b p m d t n l g k h zh ch sh z c s"},
    {"эй", "ei", "b p m f d n l g h zh sh z"},
    {"ао", "ao", "b p m d t n l g k h zh ch sh r z c s"},
    {"оу", "ou", "p m f d t l g k h zh ch sh r z c s"},
    {"ань", "an", "b p m f d t n l g k h zh ch sh r z c s"},
    {"энь", "en", "b p m f n g k h zh ch sh r z c s"},
    {"ан", "ang", "b p m f d t n l g k h zh ch sh r z c s"},
    {"эн", "eng", "b p m f d t n l g k h zh ch sh r z c s"},
    {"ун", "ong", "d t n l g k h zh ch r z c s"},
    {"и", "i", "b p m d t n l j q x zh ch sh r"},
    {"ы", "i", "z c s"},
    {"я", "ia", "l j q x"},
    {"е", "ie", "b p m d t n l j q x"},
    {"яо", "iao", "b p m d t n l j q x"},
    {"ю", "iu", "m d n l j q x"},
    {"янь", "ian", "b p m d t n l j q x"},
    {"инь", "in", "b p m n l j q x"},
    {"ян", "iang", "n l j q x"},
    {"ин", "ing", "b p m d t n l j q x"},
    {"юн", "iong", "j q x"},
    {"у", "u", "b p m f d t n l g k h zh ch sh r z c s"},
    {"уа", "ua", "g k h zh sh"},
    {"о", "uo", "d t n l g k h zh ch sh r z c s"},
    {"уай", "uai", "g k h zh ch sh"},
    {"уй", "ui", "d t g k zh ch sh r z c s"},
    {"уэй", "ui", "h g k"},
    {"ой", "ui", "h"},
    {"уань", "uan", "d t n l g k h zh ch sh r z c s"},
    {"унь", "un", "d t l g k h zh ch sh r z c s"},
    {"уан", "uang", "g k h zh ch sh"},
    {"юй", "u", "n l j q x"},
    {"юэ", "ue", "n l j q x"},
    {"юань", "uan", "j q x"},
    {"юнь", "un", "j q x"},
    // Many write the usual Russian letter for "э" where no other syllable has it.
    {"е", "e", "g k h zh ch sh r"},
    {"ей", "ei", "b p m f d n l g h zh sh z"},
    {"ень", "en", "b p m f n g k h zh ch sh r z c s"},
    {"ен", "eng", "b p m f d t n l g k h zh ch sh r z c s"},
});

struct Syllable {
  std::string_view cyrillic;
  std::string_view pinyin;
};
constexpr auto kWithoutInitial = std::to_array<Syllable>(
    {{"а", "a"},      {"ай", "ai"},    {"ань", "an"},   {"ан", "ang"},    {"ао", "ao"},
     {"э", "e"},      {"эй", "ei"},    {"энь", "en"},   {"эн", "eng"},    {"эр", "er"},
     {"оу", "ou"},    {"я", "ya"},     {"яо", "yao"},   {"янь", "yan"},   {"ян", "yang"},
     {"е", "ye"},     {"и", "yi"},     {"инь", "yin"},  {"ин", "ying"},   {"юн", "yong"},
     {"ю", "you"},    {"юй", "yu"},    {"юэ", "yue"},   {"юань", "yuan"}, {"юнь", "yun"},
     {"ва", "wa"},    {"вай", "wai"},  {"вань", "wan"}, {"ван", "wang"},  {"вэй", "wei"},
     {"вэнь", "wen"}, {"вэн", "weng"}, {"вей", "wei"},  {"вень", "wen"},  {"во", "wo"},
     {"у", "wu"}});

// Letter sequences of Palladius that Russian words seldom or never have.
constexpr auto kMarks = std::to_array<std::string_view>(
    {"чж", "цз", "цю", "ця", "сю", "уа", "юа", "юэ", "юй", "яо", "чэ", "шэ", "жэ", "фэ", "бэ",
     "пэ", "дэ", "тэ", "гэ", "кэ", "хэ", "лэ", "нэ", "мэ", "сэ", "вэ", "уэ", "цы", "эй"});

using Table = std::unordered_map<std::string, std::string>;

Table syllables() {
  Table table;
  for (auto const& one : kWithoutInitial) table.emplace(one.cyrillic, one.pinyin);
  for (auto const& final : kFinals) {
    for (auto const initial : text::words(final.initials)) {
      auto const* const found = std::ranges::find(kInitials, initial, &Initial::pinyin);
      // The first spelling stands: "цзе" is jie.
      table.emplace(std::string(found->cyrillic).append(final.cyrillic),
                    std::string(initial).append(final.pinyin));
    }
  }
  return table;
}

constexpr std::size_t kLetter = 2;             // Bytes of a Cyrillic letter.
constexpr std::size_t kLongest = 6 * kLetter;  // "чжуань"
constexpr std::size_t kWordMax = 30 * kLetter;
constexpr std::string_view kSoft = "ь";
constexpr std::string_view kHard = "ъ";

bool starts_with_vowel(std::string_view rest) {
  constexpr std::string_view kVowels = "аеиоуыэюя";
  if (rest.size() < kLetter) return false;
  auto const letter = rest.substr(0, kLetter);
  for (std::size_t at = 0; at < kVowels.size(); at += kLetter) {
    if (kVowels.substr(at, kLetter) == letter) return true;
  }
  return false;
}

class Cut {
 public:
  explicit Cut(std::string_view word) : word_(word), dead_(word.size() + 1, false) {}

  /// The longest syllables first, back where the rest cannot be cut; each place fails only once.
  bool from(std::size_t at, PinyinWord& out) {
    if (at == word_.size()) return true;
    if (dead_[at]) return false;
    static Table const table = syllables();
    for (auto size = std::min(kLongest, word_.size() - at); size >= kLetter; size -= kLetter) {
      auto const found = table.find(std::string(word_.substr(at, size)));
      if (found == table.end()) continue;
      auto next = at + size;
      bool const hard = word_.substr(next).starts_with(kHard);
      // "н" before a vowel begins the next syllable; a hard sign says that it does not.
      bool const open_n = found->first.ends_with("н") && !hard;
      if (open_n && starts_with_vowel(word_.substr(next))) continue;
      if (hard) next += kHard.size();
      auto const length = out.pinyin.size();
      out.pinyin += found->second;
      ++out.syllables;
      if (from(next, out)) {
        out.marked = out.marked || found->first.ends_with(kSoft) || hard;
        return true;
      }
      out.pinyin.resize(length);
      --out.syllables;
    }
    dead_[at] = true;
    return false;
  }

 private:
  std::string_view word_;
  std::vector<bool> dead_;
};

bool is_known(std::vector<Piece> const& pieces, std::size_t at) {
  return lexicon().find(pieces, at).pieces > 0 ||
         (pieces.size() > 1 && lexicon().expansion(pieces[at].native) != nullptr);
}

}  // namespace

PinyinWord pinyin_of(std::string_view native) {
  PinyinWord word;
  if (native.size() % kLetter != 0 || native.size() > kWordMax) return word;
  if (!Cut(native).from(0, word)) return {};
  word.marked = word.marked || std::ranges::any_of(kMarks, [&](std::string_view mark) {
                  return native.find(mark) != std::string_view::npos;
                });
  return word;
}

std::vector<Piece> pinyin_reading(std::vector<Piece> const& pieces) {
  std::vector<Piece> reading = pieces;
  bool chinese = false;
  bool differs = false;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    Piece const& piece = pieces[at];
    if (piece.script != text::Script::cyrillic || piece.is_number) continue;
    auto const word = pinyin_of(piece.native);
    if (word.pinyin.empty()) continue;
    chinese = chinese || (word.syllables >= 2 && word.marked);
    if (is_known(pieces, at)) continue;
    auto read = make_piece(word.pinyin, text::Script::latin);
    read.glued = piece.glued;
    read.dotted = piece.dotted;
    differs = differs || read.key != piece.key;
    reading[at] = std::move(read);
  }
  // One sure word makes the name Chinese, and with it the short and plain words beside.
  if (!chinese || !differs) reading.clear();
  return reading;
}

}  // namespace tw::names
