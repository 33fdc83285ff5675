#include "names/piece.h"

#include <algorithm>

#include "names/forms.h"
#include "names/lexicon.h"
#include "names/romanise.h"
#include "names/sound_key.h"

namespace tw::names {
namespace {

constexpr std::size_t kPiecesMax = 48;

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'`' || c == 0x2BC || c == 0x2BB || c == 0x2BE || c == 0x2BF ||
         c == 0x2019 || c == 0x2018 || c == 0xB4;
}

text::Script script_of_word(std::string_view word) { return text::main_script(word); }

class Cutter {
 public:
  explicit Cutter(std::string_view folded) : rest_(folded) {}

  std::vector<Piece> run() {
    while (!rest_.empty() && found_.size() < kPiecesMax) {
      auto const c = text::next_code_point(rest_);
      if (text::is_digit(c)) {
        take(c, true);
      } else if (text::is_letter(c) || is_mark(c)) {
        take(c, false);
      } else if (is_apostrophe(c) && !word_.empty() && !in_number_ && letter_follows()) {
        continue;  // "о'єднання", "line's"
      } else if (c == U'&' && !word_.empty() && letter_follows()) {
        word_ += '&';  // "r&d"; cut again below unless the lexicon knows it.
      } else {
        close();
        glue_ = c == U'-' || c == U'/' || c == U'.';
        if (c == U'.' && !found_.empty()) found_.back().dotted = true;
      }
    }
    close();
    if (found_.size() > kPiecesMax) found_.resize(kPiecesMax);
    return std::move(found_);
  }

 private:
  static bool is_mark(char32_t c) {
    // Marks of scripts that fold keeps (Thai, Devanagari vowel signs) belong to their word.
    return c > 0x300 && text::script_of(c) == text::Script::common && !text::is_letter(c) &&
           ((c >= 0x0900 && c <= 0x0DFF) || (c >= 0x0E30 && c <= 0x0E4E));
  }

  bool letter_follows() const {
    auto rest = rest_;
    return !rest.empty() && text::is_letter(text::next_code_point(rest));
  }

  void take(char32_t c, bool digit) {
    if (!word_.empty() && digit != in_number_) {
      close();
      glue_ = true;
    }
    in_number_ = digit;
    text::append_utf8(c, word_);
  }

  void close() {
    if (word_.empty()) return;
    std::string word = std::move(word_);
    word_.clear();
    bool const glue = glue_ && !found_.empty();
    glue_ = false;
    std::size_t const before = found_.size();
    if (in_number_) {
      Piece number;
      number.latin = text::latinised(word);
      number.native = std::move(word);
      number.key = number.latin;
      number.is_number = true;
      found_.push_back(std::move(number));
    } else {
      add_word(word);
    }
    if (found_.size() > before) found_[before].glued = glue;
  }

  void add_word(std::string const& raw) {
    auto const word = without_look_alikes(raw);
    if (auto const at = word.find('&');
        at != std::string::npos && lexicon().expansion(word) == nullptr) {
      add_word(word.substr(0, at));
      add_word(word.substr(at + 1));
      return;
    }
    if (word.empty()) return;
    auto const script = script_of_word(word);
    if (script == text::Script::han) {
      add_ideographs(word);
    } else {
      found_.push_back(make_piece(word, script));
    }
  }

  // Known words (trade, 广州, 有限公司) part a run; what is left between them is one name.
  void add_ideographs(std::string_view run) {
    std::string name;
    auto const close_name = [&] {
      if (!name.empty()) found_.push_back(make_piece(name, text::Script::han));
      name.clear();
    };
    while (!run.empty()) {
      std::size_t const known = std::max(lexicon().ideographs(run), forms().ideographs(run));
      if (known > 0) {
        close_name();
        found_.push_back(make_piece(std::string(run.substr(0, known)), text::Script::han));
        run.remove_prefix(known);
        continue;
      }
      text::append_utf8(text::next_code_point(run), name);
    }
    close_name();
  }

  std::string_view rest_;
  std::string word_;
  bool in_number_ = false;
  bool glue_ = false;
  std::vector<Piece> found_;
};

}  // namespace

Piece make_piece(std::string native, text::Script script) {
  Piece piece;
  piece.latin = romanised(native, script);
  piece.key = sound_key(piece.latin);
  piece.native = std::move(native);
  piece.script = script;
  return piece;
}

std::vector<Piece> pieces(std::string_view folded) { return Cutter(folded).run(); }

}  // namespace tw::names
