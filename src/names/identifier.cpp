#include "names/identifier.h"

#include <algorithm>
#include <array>
#include <span>

namespace tw::names {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int digit(char c) { return c - '0'; }

bool all_the_same(std::string_view text) {
  return text.find_first_not_of(text.front()) == std::string_view::npos;
}

int weighted(std::string_view digits, std::span<int const> weights) {
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += digit(digits[i]) * weights[i];
  return sum;
}

constexpr std::array<int, 11> kInn = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
constexpr std::string_view kUsccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

int remainder(std::string_view digits, int modulus) {
  int rest = 0;
  for (char const c : digits) rest = (rest * 10 + digit(c)) % modulus;
  return rest;
}

struct Label {
  std::string_view word;
  std::string_view type;
};
// As they stand in folded text. "bin" and "ein" are words too: a number must follow.
constexpr auto kLabels = std::to_array<Label>({
    {"инн/кпп", "INN"},
    {"инн", "INN"},
    {"inn", "INN"},
    {"огрнип", "OGRN"},
    {"огрн", "OGRN"},
    {"ogrn", "OGRN"},
    {"кпп", "KPP"},
    {"kpp", "KPP"},
    {"uscc", "USCC"},
    {"usci", "USCC"},
    {"统一社会信用代码", "USCC"},
    {"vkn", "VKN"},
    {"vergi no", "VKN"},
    {"vergi numarasi", "VKN"},
    {"v.no", "VKN"},
    {"ein", "EIN"},
    {"lei", "LEI"},
    {"imo number", "IMO"},
    {"imo no", "IMO"},
    {"imo", "IMO"},
    {"swift/bic", "BIC"},
    {"swift", "BIC"},
    {"bic", "BIC"},
    {"бик", "BIC"},
    {"бин/иин", "BIN"},
    {"бин", "BIN"},
    {"bin", "BIN"},
    {"иин", "BIN"},
    {"iin", "BIN"},
    {"єдрпоу", "EDRPOU"},
    {"едрпоу", "EDRPOU"},
    {"edrpou", "EDRPOU"},
    {"унп", "UNP"},
    {"unp", "UNP"},
    {"окпо", ""},
    {"okpo", ""},
    {"tax id", ""},
    {"taxid", ""},
    {"vat", ""},
    {"reg no", ""},
    {"registration no", ""},
    {"tin", ""},
    {"voen", ""},
});

bool is_code_char(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); }
bool is_word_byte(char c) { return is_code_char(c) || (static_cast<unsigned char>(c) & 0x80) != 0; }

std::string upper_code(std::string_view text) {
  std::string code;
  for (char const c : text) {
    if (c >= 'a' && c <= 'z') code += static_cast<char>(c - 'a' + 'A');
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) code += c;
  }
  return code;
}

std::size_t digits_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }));
}

bool holds(std::string_view type, std::string_view value) {
  if (type == "INN") return is_valid_inn(value);
  if (type == "OGRN") return is_valid_ogrn(value);
  if (type == "USCC") return is_valid_uscc(value);
  if (type == "VKN") return is_valid_vkn(value);
  if (type == "BIN") return is_valid_bin(value);
  if (type == "EDRPOU") return is_valid_edrpou(value);
  if (type == "LEI") return is_valid_lei(value);
  if (type == "IMO") return is_valid_imo(value);
  return false;
}

std::optional<Identifier> bare(std::string_view code) {
  auto const as = [&](std::string_view type) {
    return Identifier{std::string(type), std::string(code), true};
  };
  if (all_digits(code)) {
    if (code.size() == 7 && is_valid_imo(code)) return as("IMO");
    if ((code.size() == 10 || code.size() == 12) && is_valid_inn(code)) return as("INN");
    if (code.size() == 10 && is_valid_vkn(code)) return as("VKN");
    if (code.size() == 12 && is_valid_bin(code)) return as("BIN");
    if ((code.size() == 13 || code.size() == 15) && is_valid_ogrn(code)) return as("OGRN");
  }
  if (code.size() == 18 && is_valid_uscc(code)) return as("USCC");
  if (code.size() == 20 && is_valid_lei(code)) return as("LEI");
  return std::nullopt;
}

/// The label at `at` of a folded text, when it stands alone.
Label const* label_at(std::string_view folded, std::size_t at) {
  if (at > 0 && is_word_byte(folded[at - 1])) return nullptr;
  for (auto const& label : kLabels) {
    if (!folded.substr(at).starts_with(label.word)) continue;
    auto const end = at + label.word.size();
    bool const han = label.type == "USCC" && label.word.size() > 8;
    if (end >= folded.size() || !is_word_byte(folded[end]) || han ||
        (folded[end] >= '0' && folded[end] <= '9')) {
      return &label;
    }
  }
  return nullptr;
}

/// End of a code that starts at `at`: letters, digits, and single hyphens or spaces between digits.
std::size_t code_end(std::string_view folded, std::size_t at) {
  std::size_t end = at;
  while (end < folded.size()) {
    if (is_code_char(folded[end])) {
      ++end;
    } else if (folded[end] == '-' && end + 1 < folded.size() && is_code_char(folded[end + 1])) {
      ++end;
    } else {
      break;
    }
  }
  return end;
}

}  // namespace

bool is_valid_inn(std::string_view digits) {
  if (!all_digits(digits) || (digits.size() != 10 && digits.size() != 12)) return false;
  if (all_the_same(digits)) return false;
  auto const check = [&](std::size_t length) {
    auto const weights = std::span(kInn).last(length);
    return weighted(digits, weights) % 11 % 10 == digit(digits[length]);
  };
  return digits.size() == 10 ? check(9) : check(10) && check(11);
}

bool is_valid_ogrn(std::string_view digits) {
  if (!all_digits(digits) || (digits.size() != 13 && digits.size() != 15)) return false;
  int const modulus = digits.size() == 13 ? 11 : 13;
  return digits.front() != '0' &&
         remainder(digits.substr(0, digits.size() - 1), modulus) % 10 == digit(digits.back());
}

bool is_valid_uscc(std::string_view code) {
  if (code.size() != 18 || digits_in(code.substr(0, 8)) < 7) return false;
  int sum = 0;
  int weight = 1;
  for (std::size_t i = 0; i < 17; ++i) {
    auto const value = kUsccAlphabet.find(code[i]);
    if (value == std::string_view::npos) return false;
    sum += static_cast<int>(value) * weight;
    weight = weight * 3 % 31;
  }
  return kUsccAlphabet[static_cast<std::size_t>((31 - sum % 31) % 31)] == code[17];
}

bool is_valid_vkn(std::string_view digits) {
  if (!all_digits(digits) || digits.size() != 10 || all_the_same(digits)) return false;
  int sum = 0;
  for (int i = 0; i < 9; ++i) {
    int const shifted = (digit(digits[static_cast<std::size_t>(i)]) + 9 - i) % 10;
    sum += shifted == 9 ? 9 : shifted * (1 << (9 - i)) % 9;
  }
  return (10 - sum % 10) % 10 == digit(digits[9]);
}

bool is_valid_bin(std::string_view digits) {
  if (!all_digits(digits) || digits.size() != 12 || all_the_same(digits)) return false;
  int first = 0;
  int second = 0;
  for (int i = 0; i < 11; ++i) {
    int const value = digit(digits[static_cast<std::size_t>(i)]);
    first += value * (i + 1);
    second += value * ((i + 2) % 11 + 1);
  }
  int const check = first % 11 == 10 ? second % 11 : first % 11;
  return check == digit(digits[11]);
}

bool is_valid_edrpou(std::string_view digits) {
  if (!all_digits(digits) || digits.size() != 8) return false;
  int const number = std::stoi(std::string(digits));
  bool const middle = number >= 30000000 && number <= 60000000;
  int first = 0;
  int second = 0;
  for (int i = 0; i < 7; ++i) {
    int const weight = middle ? (i + 6) % 7 + 1 : i + 1;
    first += digit(digits[static_cast<std::size_t>(i)]) * weight;
    second += digit(digits[static_cast<std::size_t>(i)]) * (weight + 2);
  }
  int check = first % 11;
  if (check == 10) check = second % 11 % 10;
  return check == digit(digits[7]);
}

bool is_valid_lei(std::string_view code) {
  if (code.size() != 20 || !all_digits(code.substr(18))) return false;
  int rest = 0;
  for (char const c : code) {
    if (c >= '0' && c <= '9') {
      rest = (rest * 10 + digit(c)) % 97;
    } else if (c >= 'A' && c <= 'Z') {
      rest = (rest * 100 + (c - 'A' + 10)) % 97;
    } else {
      return false;
    }
  }
  return rest == 1;
}

bool is_valid_imo(std::string_view digits) {
  if (!all_digits(digits) || digits.size() != 7 || digits.front() == '0') return false;
  int sum = 0;
  for (int i = 0; i < 6; ++i) sum += digit(digits[static_cast<std::size_t>(i)]) * (7 - i);
  return sum % 10 == digit(digits[6]);
}

std::optional<Identifier> identifier(std::string_view text) {
  if (text.size() > 200) return std::nullopt;
  auto folded = text::folded(text);
  if (auto found = take_identifiers(folded); !found.empty()) return found.front();
  auto const trimmed = text::trimmed(text);
  // US employer numbers have a form and no check digit.
  if (trimmed.size() == 10 && trimmed[2] == '-' && digits_in(trimmed) == 9) {
    return Identifier{"EIN", upper_code(trimmed), false};
  }
  bool const is_code = std::ranges::all_of(trimmed, [](char c) {
    return is_code_char(c) || (c >= 'A' && c <= 'Z') || c == ' ' || c == '-' || c == '.';
  });
  return is_code ? bare(upper_code(trimmed)) : std::nullopt;
}

std::vector<Identifier> take_identifiers(std::string& folded) {
  std::vector<Identifier> found;
  std::string left;
  left.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    if (auto const* label = label_at(folded, at)) {
      std::size_t begin = at + label->word.size();
      while (begin < folded.size() &&
             std::string_view(" :#.-№=").find(folded[begin]) != std::string_view::npos) {
        ++begin;
      }
      auto const end = code_end(folded, begin);
      auto code = upper_code(std::string_view(folded).substr(begin, end - begin));
      if (code.size() >= 5 &&
          (digits_in(code) >= 5 || (label->type == "BIC" && code.size() >= 8))) {
        bool const checked = holds(label->type, code);
        found.push_back({std::string(label->type), std::move(code), checked});
        left += ' ';
        at = end;
        continue;
      }
    }
    bool const starts_word = at == 0 || !is_word_byte(folded[at - 1]);
    if (starts_word && is_code_char(folded[at])) {
      std::size_t end = at;
      while (end < folded.size() && is_code_char(folded[end])) ++end;
      auto const code = upper_code(std::string_view(folded).substr(at, end - at));
      bool const long_number = all_digits(code) && code.size() >= 7;
      bool const coded = (code.size() == 18 || code.size() == 20) && digits_in(code) >= 8;
      if (long_number || coded) {
        if (auto number = bare(code)) found.push_back(std::move(*number));
        left += ' ';
        at = end;
        continue;
      }
      left.append(folded, at, end - at);
      at = end;
      continue;
    }
    left += folded[at++];
  }
  folded = std::move(left);
  std::ranges::sort(found);
  auto const repeated = std::ranges::unique(found);
  found.erase(repeated.begin(), repeated.end());
  return found;
}

}  // namespace tw::names
