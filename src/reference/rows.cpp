#include "reference/rows.h"

#include <algorithm>

#include "tidewaiter/reference.h"

namespace tw::reference {
namespace {

/// Takes one field off `line`; returns false when it was the last one.
bool take_field(std::string_view& line, std::string& field) {
  field.clear();
  bool const is_quoted = line.starts_with('"');
  std::size_t at = is_quoted ? 1 : 0;
  for (; at < line.size(); ++at) {
    char const c = line[at];
    if (is_quoted && c == '"') {
      if (at + 1 < line.size() && line[at + 1] == '"') {
        ++at;
      } else {
        ++at;
        break;
      }
    } else if (!is_quoted && c == ',') {
      break;
    }
    field += c;
  }
  ensure(at == line.size() || line[at] == ',', "a field of our tables ends at a comma");
  bool const more = at < line.size();
  line.remove_prefix(more ? at + 1 : at);
  return more;
}

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  std::string field;
  bool more = true;
  while (more) {
    more = take_field(line, field);
    fields.push_back(field);
  }
  return fields;
}

}  // namespace

OwnTable::OwnTable(std::string_view path) { read(embedded(path)); }

OwnTable OwnTable::from_text(std::string_view text) {
  OwnTable table;
  table.read(text);
  return table;
}

void OwnTable::read(std::string_view text) {
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    auto fields = fields_of(line);
    if (header_.empty()) {
      header_ = std::move(fields);
      continue;
    }
    ensure(fields.size() == header_.size(), "a row of our tables has as many fields as its header");
    rows_.push_back(std::move(fields));
  }
}

std::size_t OwnTable::column(std::string_view name) const {
  auto const found = std::ranges::find(header_, name);
  ensure(found != header_.end(), "our table has the column that is asked for");
  return static_cast<std::size_t>(found - header_.begin());
}

std::int64_t own_number(std::string_view text) {
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  ensure(error == std::errc{} && end == text.data() + text.size(),
         "a number of our tables is a whole number");
  return value;
}

double own_real(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  ensure(error == std::errc{} && end == text.data() + text.size(),
         "a number of our tables is a decimal number");
  return value;
}

std::vector<std::string_view> own_list(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    auto const end = std::min(text.find('|'), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::optional<Date> own_date(std::string_view text) {
  if (text.empty()) return std::nullopt;
  auto const date = parse_iso_date(text);
  ensure(date.has_value(), "a date of our tables is written as 2022-12-31");
  return date;
}

}  // namespace tw::reference
