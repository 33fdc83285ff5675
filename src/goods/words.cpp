#include "goods/words.h"

#include "tidewaiter/text.h"

namespace tw::goods {
namespace {

std::string_view cut(std::string_view text) {
  if (text.size() <= kCharactersMax) return text;
  std::string_view rest = text;
  for (std::size_t i = 0; i < kCharactersMax && !rest.empty(); ++i) text::next_code_point(rest);
  return text.substr(0, text.size() - rest.size());
}

bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

char latin_lookalike(char32_t c) {
  switch (c) {
    case U'а': return 'a';
    case U'в': return 'b';
    case U'е': return 'e';
    case U'к': return 'k';
    case U'м': return 'm';
    case U'н': return 'h';
    case U'о': return 'o';
    case U'р': return 'p';
    case U'с': return 'c';
    case U'т': return 't';
    case U'у': return 'y';
    case U'х': return 'x';
    case U'і': return 'i';
    default: return 0;
  }
}

Gap gap_of(char32_t c) {
  switch (c) {
    case U',':
    case U'(':
    case U')':
    case U'،':
    case U'、':
    case U'，': return Gap::clause;
    case U'.':
    case U';':
    case U':':
    case U'。':
    case U'؛':
    case U'!':
    case U'?': return Gap::sentence;
    default: return Gap::joined;
  }
}

struct Letter {
  char32_t c;
  bool is_cyrillic;
};

class Reader {
 public:
  explicit Reader(std::string_view folded) : rest_(folded) { list_.bytes.reserve(folded.size()); }

  WordList read() && {
    while (!rest_.empty()) {
      char32_t const c = take();
      if (is_part_of_word(c)) {
        put(c);
      } else {
        end_word();
        Gap const gap = c == U' ' ? Gap::space : gap_of(c);
        gap_ = std::max(gap_, gap);
      }
      previous_ = c;
    }
    end_word();
    return std::move(list_);
  }

 private:
  char32_t take() {
    auto const first = static_cast<unsigned char>(rest_.front());
    if (first >= 0x80) return text::next_code_point(rest_);
    rest_.remove_prefix(1);
    return first;
  }

  bool is_part_of_word(char32_t c) const {
    if (c < 0x80) {
      if ((c >= 'a' && c <= 'z') || is_ascii_digit(c)) return true;
      // A decimal mark: "7.62"; and a calibre in inches: ".308" after a space.
      bool const digit_follows =
          !rest_.empty() && is_ascii_digit(static_cast<unsigned char>(rest_[0]));
      return (c == '.' || c == ',') && digit_follows &&
             (is_ascii_digit(previous_) || (c == '.' && previous_ == ' '));
    }
    return c == U'×' || text::is_letter(c) || text::is_digit(c);
  }

  void put(char32_t c) {
    auto const script = c < 0x80 ? text::Script::latin : text::script_of(c);
    if (script == text::Script::han || script == text::Script::kana) {
      end_word();
      letters_.push_back({c, false});
      is_han_ = true;
      end_word();
      return;
    }
    if (c == U'×') c = 'x';
    if (c == ',') c = '.';
    has_digit_ |= is_ascii_digit(c);
    has_latin_ |= c >= 'a' && c <= 'z';
    bool const is_cyrillic = script == text::Script::cyrillic;
    has_cyrillic_ |= is_cyrillic;
    letters_.push_back({c, is_cyrillic});
  }

  void end_word() {
    if (letters_.empty()) return;
    bool const rewrite = has_cyrillic_ && (has_digit_ || has_latin_);
    Word word{
        .begin = static_cast<std::uint32_t>(list_.bytes.size()), .gap = gap_, .is_han = is_han_};
    for (auto const& letter : letters_) {
      char const latin = rewrite && letter.is_cyrillic ? latin_lookalike(letter.c) : char{0};
      if (latin != 0) {
        list_.bytes += latin;
      } else if (letter.c < 0x80) {
        list_.bytes += static_cast<char>(letter.c);
      } else {
        text::append_utf8(letter.c, list_.bytes);
      }
    }
    word.end = static_cast<std::uint32_t>(list_.bytes.size());
    list_.words.push_back(word);
    letters_.clear();
    has_digit_ = has_latin_ = has_cyrillic_ = is_han_ = false;
    gap_ = Gap::joined;
  }

  std::string_view rest_;
  WordList list_;
  std::vector<Letter> letters_;
  char32_t previous_ = U' ';
  Gap gap_ = Gap::joined;
  bool has_digit_ = false;
  bool has_latin_ = false;
  bool has_cyrillic_ = false;
  bool is_han_ = false;
};

}  // namespace

std::string WordList::text(std::size_t first, std::size_t last) const {
  std::string out;
  for (std::size_t i = first; i <= last; ++i) {
    if (i != first && !(words[i].is_han && words[i].gap == Gap::joined)) out += ' ';
    out += text(i);
  }
  return out;
}

WordList read_words(std::string_view text) {
  std::string const folded = text::folded(cut(text));
  return Reader(folded).read();
}

}  // namespace tw::goods
