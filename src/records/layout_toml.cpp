#include <algorithm>

#include <fmt/core.h>
#include <toml++/toml.h>

#include "tidewaiter/io.h"
#include "tidewaiter/reference.h"

#include "records/layout.h"

namespace tw::records {
namespace {

std::unexpected<Error> wrong(std::string_view file, std::string const& what) {
  return fail(ErrorKind::bad_input, fmt::format("{}: {}", file, what),
              "docs/mappings.md describes the form of a layout.");
}

/// A string without control characters, so that every layout prints as one-line strings.
Result<std::string> text_of(toml::node_view<toml::node const> node, std::string_view key,
                            std::string_view file, std::string fallback = {}) {
  if (!node) return fallback;
  auto const value = node.value_exact<std::string>();
  if (!value) return wrong(file, fmt::format("\"{}\" is not a text.", key));
  return *value;
}

Result<ColumnRule> rule_of(toml::table const& table, std::string_view file) {
  ColumnRule rule;
  TW_TRY(rule.header, text_of(table["header"], "header", file));
  TW_TRY(rule.field, text_of(table["field"], "field", file));
  TW_TRY(rule.unit, text_of(table["unit"], "unit", file));
  TW_TRY(rule.currency, text_of(table["currency"], "currency", file));
  if (rule.header.empty()) return wrong(file, "a column has no \"header\".");
  if (!rule.field.empty() && !is_settable(rule.field)) {
    return wrong(file, fmt::format("\"{}\" is not a field of the schema.", rule.field));
  }
  bool const of_row = rule.currency == kInvoiceCurrency;
  if (!rule.currency.empty() && !of_row && !reference::currency(rule.currency)) {
    return wrong(file, fmt::format("\"{}\" is not a currency.", rule.currency));
  }
  return rule;
}

Status read_columns(toml::table const& root, std::string_view file, Layout& layout) {
  auto const* columns = root["columns"].as_array();
  if (columns == nullptr || columns->empty()) return wrong(file, "there are no \"columns\".");
  for (auto const& node : *columns) {
    auto const* table = node.as_table();
    if (table == nullptr) return wrong(file, "an entry of \"columns\" is not a table.");
    TW_TRY(auto rule, rule_of(*table, file));
    layout.columns.push_back(std::move(rule));
  }
  return {};
}

Status read_constants(toml::table const& root, std::string_view file, Layout& layout) {
  if (!root.contains("constants")) return {};
  auto const* constants = root["constants"].as_table();
  if (constants == nullptr) return wrong(file, "\"constants\" is not a table.");
  for (auto const& [key, value] : *constants) {
    auto const text = value.value_exact<std::string>();
    if (!text || !is_settable(key.str())) {
      return wrong(file, fmt::format("the constant \"{}\" is not a field with a text.", key.str()));
    }
    layout.constants.emplace_back(std::string{key.str()}, *text);
  }
  return {};
}

/// A TOML basic string.
std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\u{:04X}", byte);
    } else {
      out += c;
    }
  }
  return out + '"';
}

Result<Layout> layout_of(toml::table const& root, std::string_view file) {
  Layout layout;
  TW_TRY(layout.name, text_of(root["name"], "name", file));
  TW_TRY(layout.title, text_of(root["title"], "title", file));
  TW_TRY(layout.date_order, text_of(root["date_order"], "date_order", file, "ymd"));
  TW_TRY(auto const sign, text_of(root["decimal_sign"], "decimal_sign", file));
  if (layout.name.empty()) return wrong(file, "the layout has no \"name\".");
  auto const& order = layout.date_order;
  if (order != "ymd" && order != "dmy" && order != "mdy") {
    return wrong(file, "\"date_order\" is none of ymd, dmy, mdy.");
  }
  if (!sign.empty() && sign != "." && sign != ",") {
    return wrong(file, "\"decimal_sign\" is neither \".\" nor \",\".");
  }
  layout.decimal_sign = sign.empty() ? '\0' : sign.front();
  TW_CHECK(read_constants(root, file, layout));
  TW_CHECK(read_columns(root, file, layout));
  return layout;
}

}  // namespace

Result<Layout> parse_layout(std::string_view toml_text, std::string_view file_name) {
  if (auto const line = io::line_of_bare_unicode(toml_text)) {
    return wrong(file_name,
                 fmt::format("line {}: a letter beyond ASCII stands outside of quotes.", *line));
  }
  // toml++ throws; nothing it throws leaves this file.
  try {
    auto const root = toml::parse(toml_text, file_name);
    return layout_of(root, file_name);
  } catch (toml::parse_error const& error) {
    return wrong(file_name,
                 fmt::format("line {}: {}", error.source().begin.line, error.description()));
  }
}

std::string layout_toml(Layout const& layout) {
  auto out = fmt::format("name = {}\ntitle = {}\ndate_order = {}\n", toml_string(layout.name),
                         toml_string(layout.title), toml_string(layout.date_order));
  if (layout.decimal_sign != 0) {
    out += fmt::format("decimal_sign = \"{}\"\n", layout.decimal_sign);
  }
  // Columns come before [constants]: what follows a table's head belongs to the table.
  out += "\n# One line per column of the file; a column without a field has no place.\n";
  out += "columns = [\n";
  for (auto const& rule : layout.columns) {
    out += fmt::format("  {{ header = {}", toml_string(rule.header));
    if (!rule.field.empty()) out += fmt::format(", field = {}", toml_string(rule.field));
    if (!rule.unit.empty()) out += fmt::format(", unit = {}", toml_string(rule.unit));
    if (!rule.currency.empty()) out += fmt::format(", currency = {}", toml_string(rule.currency));
    out += " },\n";
  }
  out += "]\n";
  if (!layout.constants.empty()) {
    out += "\n[constants]\n";
    auto constants = layout.constants;
    std::ranges::sort(constants);
    for (auto const& [field, value] : constants) {
      out += fmt::format("{} = {}\n", field, toml_string(value));
    }
  }
  return out;
}

std::span<Layout const> shipped_layouts() {
  static std::vector<Layout> const all = [] {
    std::vector<Layout> made;
    for (auto const path : reference::embedded_paths("layouts/")) {
      auto layout = parse_layout(reference::embedded(path), path);
      ensure(layout.has_value(), "every shipped layout can be read");
      made.push_back(std::move(*layout));
    }
    std::ranges::sort(made, {}, &Layout::name);
    return made;
  }();
  return all;
}

}  // namespace tw::records
