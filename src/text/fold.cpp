#include "text/composition.h"
#include "text/tables.h"
#include "text/utf8.h"

namespace tw::text {

namespace {

// 0 for what is dropped, ' ' for white space.
constexpr std::array<char, 128> kAsciiFolds = [] {
  std::array<char, 128> folds{};
  for (std::size_t i = 0x20; i < 0x7F; ++i) folds[i] = static_cast<char>(i);
  for (std::size_t i = 'A'; i <= 'Z'; ++i) folds[i] = static_cast<char>(i - 'A' + 'a');
  for (std::size_t i = '\t'; i <= '\r'; ++i) folds[i] = ' ';
  folds['`'] = '\'';
  return folds;
}();

class Folder {
 public:
  explicit Folder(std::size_t size) { out_.reserve(size + 8); }

  void ascii(unsigned char byte) {
    char const folded = kAsciiFolds[byte];
    if (folded == ' ') {
      space();
    } else if (folded != 0) {
      out_ += folded;
    }
  }

  void code_point(char32_t c) {
    auto const number = tables::fold_number(c);
    switch (number) {
      case tables::kFoldSame: put(c); break;
      case tables::kFoldSpace: space(); break;
      case tables::kFoldNothing: compose(c); break;
      default: text(tables::fold_text(number));
    }
  }

  std::string finish() {
    if (!out_.empty() && out_.back() == ' ') out_.pop_back();
    return std::move(out_);
  }

 private:
  void space() {
    if (!out_.empty() && out_.back() != ' ') out_ += ' ';
  }

  // Joins `c` to the end of the text when the two are one letter.
  bool compose(char32_t c) {
    if (out_.empty() || !may_join_before(c)) return false;
    auto const last = utf8::last_of(out_);
    auto const joined = composed(last.code_point, c);
    if (joined == 0) return false;
    out_.resize(last.begin);
    append_utf8(joined, out_);
    return true;
  }

  void put(char32_t c) {
    if (may_join_before(c) && (compose(c) || is_voicing_mark(c))) return;
    append_utf8(c, out_);
  }

  void text(std::string_view folded) {
    bool const is_plain =
        folded.find(' ') == std::string_view::npos && static_cast<unsigned char>(folded[0]) < 0xE1;
    if (is_plain) {
      out_ += folded;
      return;
    }
    while (!folded.empty()) {
      auto const c = next_code_point(folded);
      if (c == ' ') {
        space();
      } else {
        put(c);
      }
    }
  }

  std::string out_;
};

}  // namespace

std::string folded(std::string_view utf8) {
  Folder folder(utf8.size());
  auto const* at = utf8::begin_of(utf8);
  auto const* const end = utf8::end_of(utf8);
  while (at < end) {
    if (*at < 0x80) {
      folder.ascii(*at++);
    } else {
      folder.code_point(utf8::take(at, end));
    }
  }
  return folder.finish();
}

}  // namespace tw::text
