#include <utility>

#include "tidewaiter/text.h"

namespace tw::text {

namespace {

// The first name of each encoding is the one we print. Aliases are those of the WHATWG encoding
// standard, of Windows code pages and of iconv that files and databases use.
constexpr std::pair<std::string_view, Encoding> kNames[] = {
    {"utf-8", Encoding::utf_8},
    {"utf-16le", Encoding::utf_16_le},
    {"utf-16be", Encoding::utf_16_be},
    {"windows-1251", Encoding::windows_1251},
    {"windows-1252", Encoding::windows_1252},
    {"windows-1254", Encoding::windows_1254},
    {"windows-1256", Encoding::windows_1256},
    {"koi8-r", Encoding::koi8_r},
    {"gb18030", Encoding::gb18030},
    {"big5", Encoding::big5},
    {"shift_jis", Encoding::shift_jis},
    {"utf8", Encoding::utf_8},
    {"65001", Encoding::utf_8},
    {"ascii", Encoding::utf_8},
    {"us-ascii", Encoding::utf_8},
    {"utf-16", Encoding::utf_16_le},
    {"utf16", Encoding::utf_16_le},
    {"utf16le", Encoding::utf_16_le},
    {"utf16be", Encoding::utf_16_be},
    {"unicode", Encoding::utf_16_le},
    {"ucs-2", Encoding::utf_16_le},
    {"cp1251", Encoding::windows_1251},
    {"win-1251", Encoding::windows_1251},
    {"win1251", Encoding::windows_1251},
    {"1251", Encoding::windows_1251},
    {"ansi", Encoding::windows_1252},
    {"cp1252", Encoding::windows_1252},
    {"win-1252", Encoding::windows_1252},
    {"win1252", Encoding::windows_1252},
    {"1252", Encoding::windows_1252},
    {"latin1", Encoding::windows_1252},
    {"latin-1", Encoding::windows_1252},
    {"iso-8859-1", Encoding::windows_1252},
    {"iso8859-1", Encoding::windows_1252},
    {"cp1254", Encoding::windows_1254},
    {"win-1254", Encoding::windows_1254},
    {"win1254", Encoding::windows_1254},
    {"1254", Encoding::windows_1254},
    {"latin5", Encoding::windows_1254},
    {"iso-8859-9", Encoding::windows_1254},
    {"iso8859-9", Encoding::windows_1254},
    {"cp1256", Encoding::windows_1256},
    {"win-1256", Encoding::windows_1256},
    {"win1256", Encoding::windows_1256},
    {"1256", Encoding::windows_1256},
    {"koi8r", Encoding::koi8_r},
    {"koi8", Encoding::koi8_r},
    {"cp20866", Encoding::koi8_r},
    {"gbk", Encoding::gb18030},
    {"gb2312", Encoding::gb18030},
    {"gb-18030", Encoding::gb18030},
    {"cp936", Encoding::gb18030},
    {"936", Encoding::gb18030},
    {"big-5", Encoding::big5},
    {"big5-hkscs", Encoding::big5},
    {"cp950", Encoding::big5},
    {"950", Encoding::big5},
    {"shift-jis", Encoding::shift_jis},
    {"shiftjis", Encoding::shift_jis},
    {"sjis", Encoding::shift_jis},
    {"windows-31j", Encoding::shift_jis},
    {"ms932", Encoding::shift_jis},
    {"cp932", Encoding::shift_jis},
    {"932", Encoding::shift_jis},
};

}  // namespace

std::string_view encoding_name(Encoding encoding) {
  for (auto const& [name, named] : kNames) {
    if (named == encoding) return name;
  }
  defect("every encoding has a name", std::source_location::current());
}

std::optional<Encoding> encoding_by_name(std::string_view name) {
  auto const wanted = ascii_lowered(trimmed(name));
  for (auto const& [known, encoding] : kNames) {
    if (known == wanted) return encoding;
  }
  return std::nullopt;
}

}  // namespace tw::text
