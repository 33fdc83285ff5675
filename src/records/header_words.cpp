#include <unordered_map>

#include "tidewaiter/text.h"

#include "records/header.h"
#include "records/table_file.h"

namespace tw::records {
namespace {

constexpr std::size_t kPhraseWordsMax = 7;
constexpr std::size_t kHeaderBytesMax = 400;  // Longer cells are text, not headers.

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return hash64(s); }
};
using Dictionary = std::unordered_map<std::string, std::string_view, StringHash, std::equal_to<>>;

struct Words {
  Dictionary phrases;
  Dictionary stems;  ///< Of phrases that end in *.
};

std::string joined_words(std::string_view folded) {
  std::string out;
  for (auto const word : text::words(folded)) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

Words const& dictionary() {
  static Words const words = [] {
    Words made;
    for (auto const& row : table_rows("records/header_words.csv", 2)) {
      bool const is_stem = row[0].ends_with('*');
      auto key = joined_words(text::folded(row[0]));
      if (key.empty()) continue;
      (is_stem ? made.stems : made.phrases).try_emplace(std::move(key), row[1]);
    }
    return made;
  }();
  return words;
}

std::string_view tags_of_word(std::string_view word) {
  auto const& words = dictionary();
  if (auto const at = words.phrases.find(word); at != words.phrases.end()) return at->second;
  // Stems have at least three letters, six bytes in Cyrillic.
  for (auto length = word.size(); length >= 3; --length) {
    auto const at = words.stems.find(word.substr(0, length));
    if (at != words.stems.end()) return at->second;
  }
  return {};
}

bool is_han(std::string_view word) {
  auto rest = word;
  auto const script = text::script_of(text::next_code_point(rest));
  return script == text::Script::han || script == text::Script::kana;
}

/// "totalvalueusd" as total + value + usd: known words that cover it whole, the longest first.
bool split_glued(std::string_view word, std::vector<std::string_view>& parts, int depth = 0) {
  if (word.empty()) return true;
  if (depth > 5) return false;
  for (auto length = word.size(); length >= 2; --length) {
    auto const head = word.substr(0, length);
    bool const short_word = length < 3 && head != "hs" && head != "gt";
    if (short_word || (depth == 0 && length == word.size())) continue;
    if (auto const at = dictionary().phrases.find(head); at != dictionary().phrases.end()) {
      parts.push_back(at->second);
      if (split_glued(word.substr(length), parts, depth + 1)) return true;
      parts.pop_back();
    }
  }
  return false;
}

/// Chinese and Japanese headers have no spaces: the longest known phrase at each place.
std::size_t split_han(std::string_view word, std::vector<std::string_view>& parts) {
  std::size_t known = 0;
  while (!word.empty()) {
    std::size_t taken = 0;
    for (auto length = std::min<std::size_t>(word.size(), 30); length >= 3; --length) {
      auto const at = dictionary().phrases.find(word.substr(0, length));
      if (at == dictionary().phrases.end()) continue;
      parts.push_back(at->second);
      taken = length;
      break;
    }
    known += taken;
    if (taken == 0) {
      auto rest = word;
      (void)text::next_code_point(rest);
      taken = word.size() - rest.size();
    }
    word.remove_prefix(taken);
  }
  return known;
}

void add_tags(std::string_view tags, HeaderWords& out) {
  while (!tags.empty()) {
    auto const end = std::min(tags.find(' '), tags.size());
    auto const tag = tags.substr(0, end);
    tags.remove_prefix(std::min(end + 1, tags.size()));
    if (tag.starts_with("currency:")) {
      out.currency = tag.substr(9);
    } else if (tag.starts_with("unit:")) {
      out.unit = tag.substr(5);
    } else if (!tag.empty() && tag != "noise") {
      out.tags.emplace(tag);
    }
  }
}

/// Words from `from` on that one phrase of the dictionary covers; 0 when none does.
std::size_t longest_phrase(std::vector<std::string_view> const& words, std::size_t from,
                           std::string_view& tags) {
  auto const most = std::min(kPhraseWordsMax, words.size() - from);
  for (auto count = most; count >= 2; --count) {
    std::string phrase;
    for (std::size_t i = from; i < from + count; ++i) {
      if (!phrase.empty()) phrase += ' ';
      phrase += words[i];
    }
    if (auto const at = dictionary().phrases.find(phrase); at != dictionary().phrases.end()) {
      tags = at->second;
      return count;
    }
  }
  tags = tags_of_word(words[from]);
  return tags.empty() ? 0 : 1;
}

}  // namespace

std::string header_key(std::string_view header) {
  return joined_words(text::folded(header.substr(0, kHeaderBytesMax)));
}

HeaderWords header_words(std::string_view header) {
  HeaderWords out;
  auto const key = header_key(header);
  auto const words = text::words(key);
  if (header.find('$') != std::string_view::npos) out.currency = "USD";
  if (header.find('%') != std::string_view::npos) out.tags.emplace("no_place");
  double known = 0;
  double total = 0;
  for (std::size_t i = 0; i < words.size();) {
    std::string_view tags;
    auto const count = longest_phrase(words, i, tags);
    if (count > 0) {
      add_tags(tags, out);
      known += static_cast<double>(count);
      total += static_cast<double>(count);
      i += count;
      continue;
    }
    std::vector<std::string_view> parts;
    total += 1;
    if (is_han(words[i])) {
      auto const bytes = split_han(words[i], parts);
      known += static_cast<double>(bytes) / static_cast<double>(words[i].size());
    } else if (words[i].size() <= 40 && split_glued(words[i], parts)) {
      known += 1;
    } else {
      parts.clear();
      // Box numbers ("G022", "31") say nothing, and leave nothing unsaid.
      if (words[i].find_first_of("0123456789") != std::string_view::npos) total -= 0.8;
    }
    for (auto const part : parts) add_tags(part, out);
    ++i;
  }
  out.known_share = total > 0 ? known / total : 0;
  return out;
}

}  // namespace tw::records
