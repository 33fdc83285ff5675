#include "records/file_hints.h"

#include <algorithm>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "records/table_file.h"

namespace tw::records {
namespace {

constexpr std::array<std::string_view, 16> kImportWords = {
    "import",       "imports",    "imp",      "importacion", "importaciones", "importation",
    "importations", "importacao", "ithalat",  "импорт",      "імпорт",        "进口",
    "einfuhr",      "importe",    "imported", "ввоз"};
constexpr std::array<std::string_view, 16> kExportWords = {
    "export",       "exports",    "exp",      "exportacion", "exportaciones", "exportation",
    "exportations", "exportacao", "ihracat",  "экспорт",     "експорт",       "出口",
    "ausfuhr",      "exporte",    "exported", "вывоз"};

bool among(std::span<std::string_view const> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// Runs of letters; digits and signs part words, and so does a folder.
std::vector<std::string> name_words(std::string_view file_name) {
  auto const slash = file_name.find_last_of("/\\");
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  file_name = file_name.substr(0, file_name.find('.'));
  auto const folded = text::folded(file_name);
  std::vector<std::string> words;
  std::string word;
  std::string_view rest = folded;
  while (!rest.empty()) {
    auto const c = text::next_code_point(rest);
    if (text::is_letter(c)) {
      text::append_utf8(c, word);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string reporter_in(std::vector<std::string> const& words, bool flow_known) {
  // Three words down to one: "ivory coast" before "ivory".
  for (std::size_t count = 3; count >= 1; --count) {
    for (std::size_t i = 0; i + count <= words.size(); ++i) {
      std::string name;
      for (auto j = i; j < i + count; ++j) name += (name.empty() ? "" : " ") + words[j];
      // Two or three letters are a country only beside "import" or "export", and only in front.
      bool const is_code = name.size() <= 3;
      bool const is_flow = among(kImportWords, name) || among(kExportWords, name);
      if (is_flow || (is_code && (!flow_known || i != 0))) continue;
      if (auto const country = reference::country(name)) return std::string{country->view()};
    }
  }
  return {};
}

struct LocalMoney {
  std::string_view country;
  std::string_view currency;
};

std::vector<LocalMoney> const& local_money() {
  static std::vector<LocalMoney> const all = [] {
    std::vector<LocalMoney> made;
    for (auto const& row : table_rows("records/local_currencies.csv", 2)) {
      made.push_back({row[0], row[1]});
    }
    return made;
  }();
  return all;
}

/// The country whose money the headers name, when it is one and no world currency.
std::string reporter_by_money(std::vector<HeaderMeaning> const& meanings) {
  std::string found;
  for (auto const& meaning : meanings) {
    auto const& currency = meaning.words.currency;
    if (currency.empty() || currency == "USD" || currency == "EUR" || currency == "CNY") continue;
    auto const at = std::ranges::find(local_money(), currency, &LocalMoney::currency);
    if (at == local_money().end()) continue;
    if (!found.empty() && found != at->country) return {};
    found = at->country;
  }
  return found;
}

}  // namespace

FileHints hints_of_name(std::string_view file_name) {
  FileHints hints;
  auto const words = name_words(file_name);
  bool imports = false;
  bool exports = false;
  for (auto const& word : words) {
    imports = imports || among(kImportWords, word);
    exports = exports || among(kExportWords, word);
  }
  if (imports != exports) hints.flow = imports ? "import" : "export";
  hints.reporter = reporter_in(words, imports || exports);
  return hints;
}

void add_header_hints(std::vector<std::string> const& headers,
                      std::vector<HeaderMeaning> const& meanings, FileHints& hints) {
  if (hints.flow.empty()) {
    int imports = 0;
    int exports = 0;
    for (std::size_t i = 0; i < headers.size(); ++i) {
      auto const key = header_key(headers[i]);
      auto const& meaning = meanings[i];
      if (key == "imp date" || key == "import date" || key == "ithalat tarihi") imports += 3;
      if (key == "exp date" || key == "export date" || key == "ihracat tarihi") exports += 3;
      // Each country writes its own side as importer or exporter, and the other as supplier or
      // buyer.
      if (meaning.party == "supplier") imports += 2;
      if (meaning.party == "buyer") exports += 2;
      if (meaning.party == "importer") imports += 1;
      if (meaning.party == "exporter") exports += 1;
    }
    if (imports > exports) hints.flow = "import";
    if (exports > imports) hints.flow = "export";
  }
  if (hints.reporter.empty()) hints.reporter = reporter_by_money(meanings);
}

std::string_view local_currency(std::string_view country) {
  auto const at = std::ranges::find(local_money(), country, &LocalMoney::country);
  return at == local_money().end() ? std::string_view{} : at->currency;
}

}  // namespace tw::records
