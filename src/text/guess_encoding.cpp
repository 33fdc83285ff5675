#include <algorithm>
#include <cmath>

#include "text/letter_model.h"
#include "text/utf8.h"

namespace tw::text {

namespace {

constexpr std::size_t kSampleBytes = std::size_t{64} << 10;
constexpr std::size_t kScanBytes = std::size_t{16} << 20;

struct Candidate {
  Encoding encoding;
  double cost;
};

std::optional<EncodingGuess> by_byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return EncodingGuess{Encoding::utf_8, 1};
  if (bytes.starts_with("\xFF\xFE")) return EncodingGuess{Encoding::utf_16_le, 1};
  if (bytes.starts_with("\xFE\xFF")) return EncodingGuess{Encoding::utf_16_be, 1};
  return std::nullopt;
}

// Text in UTF-16 holds spaces, digits and line ends, whose high byte is 0.
std::optional<EncodingGuess> by_zero_bytes(std::string_view bytes) {
  std::size_t zeros[2] = {};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\0') ++zeros[i % 2];
  }
  auto const units = bytes.size() / 2;
  auto const many = std::max(zeros[0], zeros[1]);
  auto const few = std::min(zeros[0], zeros[1]);
  if (units < 2 || many * 20 < units || few * 20 > many) return std::nullopt;
  auto const encoding = zeros[1] > zeros[0] ? Encoding::utf_16_le : Encoding::utf_16_be;
  std::size_t undecodable = 0;
  to_utf8(bytes.substr(0, units * 2), encoding, &undecodable);
  if (undecodable * 50 > units) return std::nullopt;
  return EncodingGuess{encoding, many * 4 > units ? 0.98 : 0.8};
}

struct Utf8Count {
  std::size_t sequences = 0;  // Of more than one byte.
  std::size_t bad_bytes = 0;
};

Utf8Count counted_utf8(std::string_view bytes) {
  Utf8Count count;
  auto const* at = utf8::begin_of(bytes);
  auto const* const end = utf8::end_of(bytes);
  while ((at = utf8::past_ascii(at, end)) < end) {
    auto const length = utf8::sequence_length(at, end);
    if (length > 1) ++count.sequences;
    if (length == 0) ++count.bad_bytes;
    at += length == 0 ? 1 : length;
  }
  return count;
}

// The last bytes of a cut sample may be the first of a character.
std::string_view without_cut_character(std::string_view bytes) {
  for (std::size_t cut = 1; cut <= 3 && cut <= bytes.size(); ++cut) {
    auto const lead = static_cast<unsigned char>(bytes[bytes.size() - cut]);
    if (utf8::is_trail(lead)) continue;
    std::size_t const length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    return length > cut ? bytes.substr(0, bytes.size() - cut) : bytes;
  }
  return bytes;
}

/// Two ideographs in GB18030 can be valid UTF-8 by chance; then what they say makes no sense: a
/// mark without its letter, or a letter beside one of another script.
bool makes_sense(std::string_view utf8) {
  char32_t previous = ' ';
  while (!utf8.empty()) {
    auto const c = next_code_point(utf8);
    auto const now = tables::properties(c);
    auto const before = tables::properties(previous);
    if (now.is_mark() && !before.is_letter() && !before.is_mark()) return false;
    bool const both_letters = now.is_letter() && before.is_letter();
    if (both_letters && c >= 0x80 && previous >= 0x80 && now.script() != before.script()) {
      return false;
    }
    previous = c;
  }
  return true;
}

std::optional<EncodingGuess> by_utf8_validity(std::string_view bytes) {
  auto const whole = without_cut_character(bytes);
  auto const count = counted_utf8(whole);
  if (count.bad_bytes == 0 && count.sequences == 0) {
    if (whole.size() < bytes.size()) return std::nullopt;
    return EncodingGuess{Encoding::utf_8, 1};
  }
  if (count.sequences <= 4 && !makes_sense(whole)) return std::nullopt;
  if (count.bad_bytes == 0) {
    return EncodingGuess{Encoding::utf_8, 1 - 0.1 / static_cast<double>(count.sequences)};
  }
  // A file glued together from others, or with a few broken bytes.
  if (count.sequences >= 20 * count.bad_bytes) return EncodingGuess{Encoding::utf_8, 0.9};
  return std::nullopt;
}

// How often each encoding is met among files that are not UTF-8: a judgement, not a count.
// It decides only where the bytes do not.
double prior_cost(Encoding encoding) {
  switch (encoding) {
    case Encoding::windows_1251: return 1.0;
    case Encoding::windows_1252: return 1.2;
    case Encoding::gb18030: return 1.8;
    case Encoding::windows_1254: return 2.0;
    case Encoding::big5:
    case Encoding::shift_jis:
    case Encoding::windows_1256: return 3.0;
    default: return 3.5;
  }
}

double east_asian_bytes_cost(std::string_view bytes, Encoding encoding, EastAsian language) {
  return east_asian_cost(to_utf8(bytes, encoding), language);
}

std::vector<Candidate> candidates(std::string_view bytes) {
  static LetterModel const cyrillic(tables::cyrillic_statistics());
  static LetterModel const western(tables::western_statistics());
  static LetterModel const turkish(tables::turkish_statistics());
  static LetterModel const arabic(tables::arabic_statistics());
  std::vector<Candidate> all;
  auto const add = [&](Encoding encoding, double cost) {
    all.push_back({encoding, cost + prior_cost(encoding)});
  };
  auto const one_byte = [&](Encoding encoding, LetterModel const& model) {
    add(encoding, model.cost(bytes, tables::upper_half(encoding)));
  };
  one_byte(Encoding::windows_1251, cyrillic);
  one_byte(Encoding::koi8_r, cyrillic);
  one_byte(Encoding::windows_1252, western);
  one_byte(Encoding::windows_1254, turkish);
  one_byte(Encoding::windows_1256, arabic);
  add(Encoding::gb18030, east_asian_bytes_cost(bytes, Encoding::gb18030, EastAsian::simplified));
  add(Encoding::big5, east_asian_bytes_cost(bytes, Encoding::big5, EastAsian::traditional));
  add(Encoding::shift_jis, east_asian_bytes_cost(bytes, Encoding::shift_jis, EastAsian::japanese));
  std::ranges::sort(all, {},
                    [](Candidate const& one) { return std::pair(one.cost, one.encoding); });
  return all;
}

// Lines with no high byte say nothing; without them a late foreign letter is not lost in ASCII.
std::string telling_lines(std::string_view bytes) {
  std::string lines;
  while (!bytes.empty() && lines.size() < kSampleBytes) {
    auto const end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    auto const line = bytes.substr(0, end);
    bool const is_telling = std::ranges::any_of(line, [](char c) { return (c & 0x80) != 0; });
    if (is_telling) lines += line;
    bytes.remove_prefix(end);
  }
  return lines;
}

}  // namespace

EncodingGuess guess_encoding(std::string_view bytes) {
  // Whole mapped files are given too; what shows later is counted as undecodable by to_utf8.
  bytes = bytes.substr(0, kScanBytes);
  if (auto const guess = by_byte_order_mark(bytes)) return *guess;
  auto const head = bytes.substr(0, kSampleBytes);
  if (auto const guess = by_zero_bytes(head)) return *guess;
  if (auto const guess = by_utf8_validity(bytes)) return *guess;
  auto const sample = telling_lines(bytes);
  auto const ranked = candidates(sample);
  // The models call letters independent that are not, so the odds are taken with a pinch of salt.
  constexpr double kTrust = 0.6;
  auto const decoded = to_utf8(sample, ranked[0].encoding);
  double rest = 0;
  double same = 0;
  for (auto const& [encoding, cost] : ranked) {
    auto const weight = std::exp(-kTrust * (cost - ranked[0].cost));
    constexpr double kNegligible = 1e-3;
    if (weight < kNegligible) break;
    // windows-1252 and 1254 often stand for the same text; then it does not matter which.
    bool const is_same = encoding == ranked[0].encoding || to_utf8(sample, encoding) == decoded;
    (is_same ? same : rest) += weight;
  }
  auto confidence = std::min(0.99, same / (same + rest));
  auto const high = std::ranges::count_if(sample, [](char c) { return (c & 0x80) != 0; });
  auto const ascii = static_cast<double>(sample.size()) - static_cast<double>(high);
  auto const per_byte = (ranked[0].cost - ascii * kAsciiCost) / static_cast<double>(high);
  // Random bytes cost about 9 each, text 2 to 5; a few signs in an English text say nothing.
  constexpr double kNoTextCost = 7;
  bool const has_many = static_cast<std::size_t>(high) * 5 > sample.size();
  if (has_many && per_byte > kNoTextCost) confidence *= 0.3;
  return {ranked[0].encoding, confidence};
}

}  // namespace tw::text
