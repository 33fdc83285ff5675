#include "risk/tables.h"

#include <set>

#include "tidewaiter/reference.h"
#include "tidewaiter/table.h"

namespace tw::risk {
namespace {

/// For a list that lists.psv does not name, such as one of the user's own.
constexpr double kOtherListShare = 0.6;

double number(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  ensure(error == std::errc() && end == text.data() + text.size(),
         "numbers of data/flags are numbers");
  return value;
}

std::vector<std::string_view> const* find_row(
    std::vector<std::vector<std::string_view>> const& rows, std::string_view key) {
  for (auto const& row : rows) {
    if (row[0] == key) return &row;
  }
  return nullptr;
}

}  // namespace

std::vector<std::vector<std::string_view>> table_rows(std::string_view name, std::size_t columns) {
  std::string_view bytes = reference::embedded("flags/" + std::string(name));
  std::vector<std::vector<std::string_view>> rows;
  while (!bytes.empty()) {
    std::size_t const end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (line.empty() || line.starts_with('#')) continue;
    auto& row = rows.emplace_back();
    while (row.size() + 1 < columns && line.find('|') != std::string_view::npos) {
      row.push_back(line.substr(0, line.find('|')));
      line.remove_prefix(line.find('|') + 1);
    }
    row.push_back(line);
    ensure(row.size() == columns, "a row of data/flags has all its cells");
  }
  return rows;
}

double parameter(std::string_view name) { return number(parameter_text(name)); }

std::string parameter_text(std::string_view name) {
  static auto const rows = table_rows("parameters.psv", 4);
  auto const* row = find_row(rows, name);
  ensure(row != nullptr, "a parameter stands in data/flags/parameters.psv");
  return std::string((*row)[1]);
}

std::string word_pattern(std::string_view use) {
  std::string pattern;
  for (auto const& row : table_rows("words.psv", 3)) {
    if (row[0] != use) continue;
    if (!pattern.empty()) pattern += '|';
    pattern += row[2];
  }
  ensure(!pattern.empty(), "a use of words stands in data/flags/words.psv");
  return "(?:" + pattern + ")";
}

std::string group_list(std::string_view group, std::string_view other_group) {
  // Groups have hardly changed since the spring of 2022; one day serves all rows.
  auto const on = Date::from_ymd(static_cast<int>(parameter("country_groups_year")), 12, 31);
  std::set<reference::Country> members;
  for (std::string_view const name : {group, other_group}) {
    if (name.empty()) continue;
    for (auto const country : reference::group_members(name, *on)) members.insert(country);
  }
  std::string list;
  for (auto const country : members) {
    list += (list.empty() ? "" : ", ") + table::sql_text(country.view());
  }
  return list.empty() ? "''" : list;
}

FlagWeight flag_weight(std::string_view flag) {
  static auto const rows = table_rows("weights.psv", 3);
  auto const* row = find_row(rows, flag);
  ensure(row != nullptr, "every flag stands in data/flags/weights.psv");
  return {(*row)[1], number((*row)[2])};
}

ClassWords class_words(std::string_view goods_class) {
  static auto const rows = table_rows("goods.psv", 5);
  auto const* row = find_row(rows, goods_class);
  if (row == nullptr) row = find_row(rows, "ordinary");
  return {number((*row)[1]), (*row)[2], (*row)[3], (*row)[4]};
}

double list_share(std::string_view list) {
  static auto const rows = table_rows("lists.psv", 2);
  auto const* row = find_row(rows, list);
  return row == nullptr ? kOtherListShare : number((*row)[1]);
}

}  // namespace tw::risk
