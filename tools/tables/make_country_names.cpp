// Build tool: writes the names of countries in some forty languages as ICU (CLDR) knows them.
//   make_country_names OUTPUT.tsv
// Each line is name, tab, ISO 3166-1 alpha-2 code. For a language: the usual name, the short form
// ("Hong Kong") and the variant ("Czech Republic"). A name that means another country in a later
// language of the list is left out there, so the order of the languages is their rank.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>
#include <unicode/utypes.h>

namespace {

// Bengali, Burmese and Khmer are left out: without their vowel signs, which the program's fold
// takes off, too many of their names fall together (Serbia, Cyprus, Zambia).
char const* const kLanguages[] = {
    "en", "ru", "zh",      "zh_Hant", "zh_Hant_HK", "tr", "es", "fr", "de",  "ar",      "fa",
    "uk", "be", "kk",      "uz",      "uz_Cyrl",    "ky", "tg", "tk", "az",  "az_Cyrl", "hy",
    "ka", "mn", "pt",      "pt_PT",   "it",         "nl", "pl", "cs", "sk",  "hu",      "ro",
    "bg", "sr", "sr_Latn", "hr",      "sl",         "mk", "sq", "el", "lt",  "lv",      "et",
    "fi", "sv", "da",      "nb",      "is",         "he", "ur", "hi", "th",  "vi",      "id",
    "ms", "ja", "ko",      "ca",      "tt",         "ps", "ku", "ug", "fil", "sw",      "af"};

std::string utf8(UChar const* text, int32_t length) {
  std::string out;
  icu::UnicodeString(text, length).toUTF8String(out);
  return out;
}

bool is_country(std::string const& code) {
  // Old and private codes of CLDR ("ZZ", "QO", "EZ", "UN", "XA") are no countries.
  static std::set<std::string> const kKept{"XK", "EU"};
  static std::set<std::string> const kDropped{"AC", "CP", "DG", "EA", "IC", "TA", "EZ",
                                              "UN", "QO", "ZZ", "XA", "XB", "CQ"};
  if (code.size() != 2 || kDropped.contains(code)) return false;
  if (kKept.contains(code)) return true;
  for (char const* const* iso = uloc_getISOCountries(); *iso != nullptr; ++iso) {
    if (code == *iso) return true;
  }
  return false;
}

struct Names {
  std::map<std::string, std::string> code_of;  // By name in lower case.
  std::vector<std::pair<std::string, std::string>> lines;

  void add(std::string const& name, std::string const& code) {
    if (name.empty() || name.find_first_of("\t\n") != std::string::npos) return;
    if (name == code) return;
    std::string folded;
    icu::UnicodeString::fromUTF8(name).foldCase().toUTF8String(folded);
    if (code_of.emplace(folded, code).second) lines.emplace_back(name, code);
  }
};

/// One table of a language's region bundle: "Countries", "Countries%short", "Countries%variant".
/// Without fallback to the root or a parent, which are in the list on their own.
void add_table(Names& names, UResourceBundle* bundle, char const* table_name) {
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle* table = ures_getByKey(bundle, table_name, nullptr, &status);
  if (U_SUCCESS(status)) {
    UResourceBundle* item = nullptr;
    while (ures_hasNext(table)) {
      item = ures_getNextResource(table, item, &status);
      if (U_FAILURE(status)) break;
      int32_t length = 0;
      UChar const* text = ures_getString(item, &length, &status);
      if (U_FAILURE(status)) break;
      std::string const code = ures_getKey(item);
      if (is_country(code)) names.add(utf8(text, length), code);
    }
    ures_close(item);
  }
  ures_close(table);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "make_country_names OUTPUT.tsv\n";
    return 2;
  }
  Names names;
  for (auto const* language : kLanguages) {
    UErrorCode status = U_ZERO_ERROR;
    std::string const package = std::string(U_ICUDATA_NAME) + "-region";
    UResourceBundle* bundle = ures_open(package.c_str(), language, &status);
    if (U_FAILURE(status)) {
      std::cerr << "make_country_names: no region names for " << language << ": "
                << u_errorName(status) << "\n";
      return 1;
    }
    for (auto const* table : {"Countries", "Countries%short", "Countries%variant"}) {
      add_table(names, bundle, table);
    }
    ures_close(bundle);
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << "# Names of countries, made by tools/tables/make_country_names.cpp from ICU "
      << U_ICU_VERSION << " (Unicode CLDR, Unicode Licence).\n";
  for (auto const& [name, code] : names.lines) out << name << '\t' << code << '\n';
  out.flush();
  return out ? 0 : 1;
}
