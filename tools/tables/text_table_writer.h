/// Two-stage tables over all code points, written as C++ source: an index of pages, and the
/// distinct pages. A lookup is two loads. Used by make_text_tables only.
#pragma once

#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace tables {

inline constexpr std::uint32_t kCodePoints = 0x110000;
inline constexpr std::uint32_t kPageSize = 128;

/// Strings numbered in the order of their first use.
class StringNumbers {
 public:
  /// Numbers below `reserved` are special and have no string.
  explicit StringNumbers(std::uint32_t reserved) : strings_(reserved) {}

  std::uint32_t number_of(std::string const& text) {
    auto const [place, is_new] =
        numbers_.try_emplace(text, static_cast<std::uint32_t>(strings_.size()));
    if (is_new) strings_.push_back(text);
    return place->second;
  }
  std::vector<std::string> const& strings() const { return strings_; }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> strings_;
};

inline void write_numbers(std::FILE* out, char const* type, std::string const& name,
                          std::vector<std::int64_t> const& numbers) {
  std::fprintf(out, "constexpr %s %s[] = {", type, name.c_str());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    std::fprintf(out, "%s%lld,", i % 24 == 0 ? "\n" : "", static_cast<long long>(numbers[i]));
  }
  std::fprintf(out, "\n};\n\n");
}

/// Writes `k<name>Index` and `k<name>Pages`; `values` has one number for each code point.
inline void write_two_stage(std::FILE* out, std::string const& name, char const* type,
                            std::vector<std::int64_t> const& values) {
  std::map<std::vector<std::int64_t>, std::int64_t> page_numbers;
  std::vector<std::int64_t> index;
  std::vector<std::int64_t> pages;
  for (std::uint32_t begin = 0; begin < kCodePoints; begin += kPageSize) {
    std::vector<std::int64_t> page(values.begin() + begin, values.begin() + begin + kPageSize);
    auto const number = static_cast<std::int64_t>(page_numbers.size());
    auto const [place, is_new] = page_numbers.try_emplace(page, number);
    if (is_new) pages.insert(pages.end(), page.begin(), page.end());
    index.push_back(place->second);
  }
  write_numbers(out, "std::uint16_t", "k" + name + "Index", index);
  write_numbers(out, type, "k" + name + "Pages", pages);
}

inline std::string quoted(std::string const& bytes) {
  std::string text = "\"";
  char octal[8];
  for (char const byte : bytes) {
    std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned char>(byte));
    text += octal;
  }
  return text + "\"";
}

/// Writes the strings of at most 7 bytes as `{"bytes", length}`, so that a copy is one 8-byte
/// move; longer ones as `{"", 255}` with their text in `k<name>Long`, found by number.
inline void write_strings(std::FILE* out, std::string const& name,
                          std::vector<std::string> const& strings) {
  std::fprintf(out, "constexpr ShortText k%sTexts[] = {\n", name.c_str());
  for (auto const& text : strings) {
    bool const is_short = text.size() <= 7;
    std::fprintf(out, "{%s,%d},\n", is_short ? quoted(text).c_str() : "\"\"",
                 is_short ? static_cast<int>(text.size()) : 255);
  }
  std::fprintf(out, "};\n\nconstexpr LongText k%sLong[] = {\n", name.c_str());
  for (std::size_t i = 0; i < strings.size(); ++i) {
    if (strings[i].size() > 7) {
      std::fprintf(out, "{%zu,std::string_view(%s,%zu)},\n", i, quoted(strings[i]).c_str(),
                   strings[i].size());
    }
  }
  // One past the last, so that the list is never empty.
  std::fprintf(out, "{%zu,std::string_view()},\n};\n\n", strings.size());
}

}  // namespace tables
