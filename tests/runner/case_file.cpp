#include "runner/case_file.h"

#include <fmt/core.h>

#include "tidewaiter/text.h"

namespace tw::cases {
namespace {

std::vector<std::string> cells(std::string_view line) {
  std::vector<std::string> parts;
  line = text::trimmed(line);
  line.remove_prefix(1);
  while (!line.empty()) {
    auto const bar = line.find('|');
    parts.emplace_back(text::trimmed(line.substr(0, bar)));
    line = bar == std::string_view::npos ? std::string_view{} : line.substr(bar + 1);
  }
  return parts;
}

}  // namespace

Result<std::vector<Case>> parse_cases(std::string_view rest, std::string const& file) {
  std::vector<Case> cases;
  Grid* grid = nullptr;
  std::uint64_t number = 0;
  while (!rest.empty()) {
    auto const end = rest.find('\n');
    std::string_view const line = text::trimmed(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    auto const wrong = [&](std::string_view why) {
      return fail(ErrorKind::bad_input, fmt::format("{}:{}: {}", file, number, why));
    };
    if (line.starts_with('|')) {
      if (grid == nullptr) return wrong("a table stands below nothing");
      auto row = cells(line);
      if (grid->header.empty()) {
        grid->header = std::move(row);
      } else if (row.size() != grid->header.size()) {
        return wrong(fmt::format("{} cells below {} headers", row.size(), grid->header.size()));
      } else {
        grid->rows.push_back(std::move(row));
      }
      continue;
    }
    auto const colon = line.find(':');
    if (colon == std::string_view::npos) return wrong("a line names what follows with a colon");
    std::string const what(text::trimmed(line.substr(0, colon)));
    std::string const after(text::trimmed(line.substr(colon + 1)));
    if (what == "case") {
      cases.push_back({.file = file,
                       .line = number,
                       .title = after,
                       .rows = {},
                       .list = {},
                       .expectations = {}});
      grid = nullptr;
    } else if (cases.empty()) {
      return wrong("a case begins with \"case: title\"");
    } else if (what == "rows") {
      grid = &cases.back().rows;
    } else if (what == "list") {
      grid = &cases.back().list.emplace();
    } else if (what.starts_with("expect ")) {
      cases.back().expectations.push_back({number, what.substr(7), after, {}});
      grid = &cases.back().expectations.back().grid;
    } else {
      return wrong(fmt::format("\"{}\" is not rows, list or expect", what));
    }
  }
  return cases;
}

}  // namespace tw::cases
