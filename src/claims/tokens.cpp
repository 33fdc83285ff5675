#include "claims/tokens.h"

#include <algorithm>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

namespace tw::claims {
namespace {

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0;
}
bool opens_quote(char32_t c) { return c == U'"' || c == 0x201C || c == 0xAB || c == 0x201E; }
bool closes_quote(char32_t c) { return c == U'"' || c == 0x201D || c == 0xBB || c == 0x201C; }
bool is_currency(char32_t c) { return c == U'$' || c == U'%'; }
/// Joins words and numbers: "1,000", "12.5", "A.Ş.", "dual-use", "R&D".
bool is_inner(char32_t c) {
  return c == U'-' || c == U'.' || c == U',' || c == U'&' || c == U'\'' || c == 0x2019 || c == U'/';
}
bool is_dash(std::string_view text) { return text == "–" || text == "—" || text == "-"; }

void push(Tokens& tokens, std::string text, bool quoted) {
  if (text.empty()) return;
  Token token;
  while (text.size() > 1 && (text.back() == ',' || text.back() == '.' || text.back() == '\'')) {
    // An abbreviation keeps its last point ("Ltd." loses it, "A.S." keeps it); a comma is noted.
    if (text.back() == '.' && std::ranges::count(text, '.') > 1) break;
    token.comma_after = token.comma_after || text.back() == ',';
    text.pop_back();
  }
  auto rest = std::string_view(text);
  auto const first = text::next_code_point(rest);
  token.capital = text::is_letter(first) &&
                  (text::lower(first) != first || text::script_of(first) == text::Script::han ||
                   text::script_of(first) == text::Script::arabic);
  token.lower = text::folded(text);
  token.text = std::move(text);
  token.quoted = quoted;
  tokens.push_back(std::move(token));
}

/// "80t", "12kg", "10m", "US$": a number and its unit written as one word become two.
void push_split(Tokens& tokens, std::string const& text, bool quoted) {
  if (!quoted && !text.empty() && text[0] >= '0' && text[0] <= '9') {
    auto const letters = std::ranges::find_if(
        text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    auto const at = static_cast<std::size_t>(letters - text.begin());
    auto const rest = text.substr(at);
    for (std::string_view const unit :
         {"t", "kg", "m", "mn", "bn", "k", "tons", "tonnes", "th", "st"}) {
      if (at != text.size() && text::ascii_lowered(text::trimmed(rest)).starts_with(unit) &&
          rest.size() <= unit.size() + 1) {
        push(tokens, text.substr(0, at), quoted);
        push(tokens, rest, quoted);
        return;
      }
    }
  }
  // "Turkish-made" and "Chinese-origin" are two words; "dual-use" is one.
  if (auto const hyphen = text.find('-'); !quoted && hyphen != std::string::npos) {
    auto const after = text::ascii_lowered(text.substr(hyphen + 1));
    if (after.starts_with("made") || after.starts_with("produced") ||
        after.starts_with("manufactured")) {
      push(tokens, text.substr(0, hyphen), quoted);
      push(tokens, text.substr(hyphen + 1), quoted);
      return;
    }
  }
  push(tokens, text, quoted);
}

constexpr std::string_view kForms[] = {"ltd",  "inc",     "llc",   "jsc",   "gmbh", "co",
                                       "corp", "limited", "fze",   "fzco",  "plc",  "spa",
                                       "as",   "a.s.",    "l.l.c", "s.r.l."};

bool is_form(Token const& token) {
  return std::ranges::find(kForms, token.lower) != std::end(kForms);
}

}  // namespace

Tokens tokens_of(std::string_view sentence) {
  Tokens tokens;
  std::string word;
  bool quoted = false;
  auto const flush = [&] {
    push_split(tokens, word, quoted);
    word.clear();
  };
  for (auto rest = sentence; !rest.empty();) {
    auto const c = text::next_code_point(rest);
    if (is_space(c)) {
      flush();
    } else if (quoted ? closes_quote(c) : opens_quote(c)) {
      flush();
      quoted = !quoted;
    } else if (is_currency(c)) {
      // "US$10m": the letters before the sign say only which dollars.
      if (word == "US" || word == "us") word.clear();
      flush();
      text::append_utf8(c, word);
      flush();
    } else if (text::is_letter(c) || text::is_digit(c) || is_inner(c)) {
      text::append_utf8(c, word);
    } else if (c == 0x2013 || c == 0x2014) {
      flush();
      word = "-";
      flush();
    } else {
      flush();
    }
  }
  flush();
  std::erase_if(tokens, [](Token const& t) {
    return t.lower.empty() || t.lower == "," || t.lower == "." || t.lower == "'";
  });
  for (auto& token : tokens) {
    if (is_dash(token.text)) token.lower = "-";
  }
  return tokens;
}

std::string phrase(Tokens const& tokens, std::size_t at, std::size_t count) {
  std::string text;
  for (std::size_t i = at; i < at + count; ++i) {
    if (i != at) text += ' ';
    text += tokens[i].lower;
  }
  return text;
}

Found longest(Tokens const& tokens, std::size_t at, WordKind kind) {
  auto const& lexicon = Lexicon::shipped();
  auto const most = std::min(lexicon.longest_phrase(), tokens.size() - at);
  for (auto count = most; count > 0; --count) {
    if (auto value = lexicon.find(kind, phrase(tokens, at, count)))
      return {count, *std::move(value)};
  }
  return {};
}

Found country_at(Tokens const& tokens, std::size_t at) {
  auto const start = at;
  if (at < tokens.size() && tokens[at].lower == "the") ++at;
  if (at >= tokens.size() || !tokens[at].capital || tokens[at].quoted) return {};
  for (std::size_t count = std::min<std::size_t>(5, tokens.size() - at); count > 0; --count) {
    // A country's name ends in a capital: "Turkey by" is none.
    if (!tokens[at + count - 1].capital) continue;
    if (Lexicon::shipped().find(WordKind::nation, phrase(tokens, at, count)) &&
        phrase(tokens, at, count) != "hong kong") {
      continue;
    }
    std::string name;
    for (auto i = at; i < at + count; ++i) name += (name.empty() ? "" : " ") + tokens[i].text;
    if (auto const found = reference::country(name)) {
      return {at + count - start, std::string(found->view())};
    }
  }
  return {};
}

Found name_at(Tokens const& tokens, std::size_t at) {
  Found found;
  for (auto i = at; i < tokens.size(); ++i) {
    auto const& token = tokens[i];
    bool const first = i == at;
    bool const fits =
        token.quoted || token.capital ||
        (!first && (token.lower == "&" || is_form(token) ||
                    (token.lower[0] >= '0' && token.lower[0] <= '9' && token.lower.size() < 3)));
    if (!fits) break;
    // A name ends with its quotation; only a legal form stands before one: ООО "Щит".
    if (!first && tokens[i - 1].quoted && !token.quoted) break;
    if (!first && token.quoted && !tokens[i - 1].quoted && tokens[i - 1].text.size() > 8) break;
    found.value += (first ? "" : " ") + token.text;
    found.count = i - at + 1;
    bool const next_is_form = i + 1 < tokens.size() && is_form(tokens[i + 1]);
    if (token.comma_after && !next_is_form) break;
  }
  return found;
}

}  // namespace tw::claims
