#include <algorithm>
#include <sstream>

#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <toml++/toml.h>

#include "tidewaiter/io.h"
#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "claims/numbers.h"

namespace tw::claims {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kAdvice =
    "The form of a claim is described in docs/methods/claims.md, with an example.";

/// Words of the filter that stand for a column of another name.
constexpr std::pair<std::string_view, std::string_view> kColumnNames[] = {
    {"reporter", "reporter_country"},
    {"origin", "country_of_origin"},
    {"dispatch", "country_of_dispatch"},
    {"destination", "country_of_destination"},
    {"class", "goods_class"}};
constexpr std::string_view kRoles[] = {"consignor",    "consignee", "declarant", "carrier",
                                       "manufacturer", "buyer",     "seller",    "payer",
                                       "bank",         "notify"};

struct Reader {
  std::string name;   ///< Of the file.
  std::string claim;  ///< Which claim is being read: "claim 3 (id 1a)".

  std::unexpected<Error> refuse(std::string const& what) const {
    return fail(ErrorKind::bad_input, fmt::format("{}: {}: {}", name, claim, what),
                std::string(kAdvice));
  }

  /// A text, a number as written, or a truth value; anything else is refused.
  Result<std::string> scalar(Json const& value, std::string_view key) const {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number() || value.is_boolean()) return value.dump();
    return refuse(fmt::format("\"{}\" is not a text or a number.", key));
  }
  Result<std::string> text(Json const& value, std::string_view key) const {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number()) return value.dump();
    return refuse(fmt::format("\"{}\" is not a text.", key));
  }
  Result<std::string> decimal(Json const& value, std::string_view key) const {
    TW_TRY(auto written, scalar(value, key));
    // 12000.0 is how some programs write 12000; it claims no tenth.
    if (value.is_number_float() && written.ends_with(".0")) written.resize(written.size() - 2);
    // A JSON number may carry an exponent (1e7): read it through the exact decimal reader.
    if (!units_of(written)) {
      std::int64_t units = 0;
      if (read_decimal(written, 6, units) != DecimalRead::exact) {
        return refuse(fmt::format("\"{}\" is not a decimal number: {}.", key, written));
      }
      written = decimal_text(units, 6);
    }
    return written;
  }
  Result<std::string> country(std::string const& value, std::string_view key) const {
    auto const found = reference::country(value);
    if (!found) return refuse(fmt::format("\"{}\" names no country: \"{}\".", key, value));
    return std::string(found->view());
  }
  Result<std::vector<std::string>> values(Json const& value, std::string_view key) const {
    std::vector<std::string> out;
    auto const list = value.is_array() ? value : Json::array({value});
    if (list.empty()) return refuse(fmt::format("\"{}\" is an empty list.", key));
    for (auto const& one : list) {
      TW_TRY(auto written, scalar(one, key));
      out.push_back(std::move(written));
    }
    return out;
  }
  Result<std::vector<std::string>> countries(Json const& value, std::string_view key) const {
    TW_TRY(auto out, values(value, key));
    for (auto& one : out) {
      TW_TRY(one, country(one, key));
    }
    std::ranges::sort(out);
    return out;
  }

  Result<PartyFilter> party(Json const& value, std::string_view role) const {
    PartyFilter out;
    if (value.is_string()) {
      out.name = value.get<std::string>();
    } else if (value.is_object()) {
      for (auto const& [key, cell] : value.items()) {
        TW_TRY(auto written, text(cell, key));
        if (key == "name") {
          out.name = written;
        } else if (key == "country") {
          TW_TRY(out.country, country(written, key));
        } else if (key == "registration_no") {
          out.registration_no = written;
        } else {
          return refuse(fmt::format("\"{}\" has no field \"{}\": name, country, registration_no.",
                                    role, key));
        }
      }
    } else {
      return refuse(fmt::format("\"{}\" is neither a name nor an object.", role));
    }
    if (out == PartyFilter{}) return refuse(fmt::format("\"{}\" names nobody.", role));
    return out;
  }

  Result<Filter> filter(Json const& value, std::string_view what) const {
    Filter out;
    if (!value.is_object()) return refuse(fmt::format("\"{}\" is not an object.", what));
    for (auto const& [key, cell] : value.items()) {
      if (std::ranges::find(kRoles, key) != std::end(kRoles)) {
        TW_TRY(auto one, party(cell, key));
        out.parties.emplace_back(key, std::move(one));
        continue;
      }
      if (key == "via" || key == "nationality") {
        TW_TRY((key == "via" ? out.via : out.nationality), countries(cell, key));
        continue;
      }
      std::string column = key;
      for (auto const& [word, name_of_column] : kColumnNames) {
        if (word == key) column = name_of_column;
      }
      auto const ours = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
      };
      if (column.empty() || !std::ranges::all_of(column, ours)) {
        return refuse(fmt::format("\"{}\" is not the name of a column.", key));
      }
      bool const is_country = column.starts_with("country_of_") || column.ends_with("_country");
      ColumnFilter one{.column = column, .values = {}};
      TW_TRY(one.values, is_country ? countries(cell, key) : values(cell, key));
      out.columns.push_back(std::move(one));
    }
    std::ranges::sort(out.columns, {}, &ColumnFilter::column);
    std::ranges::sort(out.parties, {}, &std::pair<std::string, PartyFilter>::first);
    return out;
  }

  Result<int> month(Json const& value) const {
    if (value.is_string()) {
      auto const& written = value.get_ref<std::string const&>();
      // A day is taken for its month: figures are by months.
      if (auto const date = parse_iso_date(written.size() == 7 ? written + "-01" : written)) {
        return date->month_index();
      }
    }
    return refuse(fmt::format("{} in \"period\" is not a month like \"2022-07\".", value.dump()));
  }
  Result<Period> period(Json const& value) const {
    Period out;
    if (value.is_array() && value.size() == 2) {
      // null leaves a side open.
      if (!value[0].is_null()) {
        TW_TRY(out.first, month(value[0]));
      }
      if (!value[1].is_null()) {
        TW_TRY(out.last, month(value[1]));
      }
    } else {
      TW_TRY(out.first, month(value));
      out.last = out.first;
    }
    if (out.last < out.first) return refuse("\"period\" ends before it begins.");
    return out;
  }

  Result<Claim> read(Json const& value) const;
  Status field(Json const& value, std::string const& key, Claim& out) const;
};

constexpr std::string_view kMeasures[] = {
    "shipments",        "items",       "consignments",    "bills_of_lading", "net_mass_kg",
    "gross_mass_kg",    "value_usd",   "quantity",        "packages",        "share_net_mass",
    "share_gross_mass", "share_value", "share_shipments", "share_quantity",  "unit_value"};

bool is_measure(std::string_view measure) {
  auto const ours = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  return std::ranges::find(kMeasures, measure) != std::end(kMeasures) ||
         (measure.starts_with("distinct_") && measure.size() > 9 &&
          std::ranges::all_of(measure, ours));
}

Status Reader::field(Json const& value, std::string const& key, Claim& out) const {
  if (value.is_null()) return {};
  if (key == "id") {
    TW_TRY(out.id, text(value, key));
  } else if (key == "text") {
    TW_TRY(out.text, text(value, key));
  } else if (key == "filter") {
    TW_TRY(out.filter, filter(value, key));
  } else if (key == "denominator") {
    TW_TRY(out.denominator, filter(value, key));
  } else if (key == "period") {
    TW_TRY(out.period, period(value));
  } else if (key == "measure") {
    TW_TRY(out.measure, text(value, key));
    if (!is_measure(out.measure))
      return refuse(fmt::format("There is no measure \"{}\".", out.measure));
  } else if (key == "comparator") {
    TW_TRY(auto const sign, text(value, key));
    auto const comparator = comparator_of(sign == "==" ? "=" : sign);
    if (!comparator) return refuse(fmt::format("\"{}\" is no comparator: > < >= <= = ~.", sign));
    out.comparator = *comparator;
  } else if (key == "number") {
    TW_TRY(out.number, decimal(value, key));
  } else if (key == "tolerance") {
    TW_TRY(out.tolerance, decimal(value, key));
  } else if (key == "hedge") {
    TW_TRY(out.hedge, text(value, key));
  } else if (key == "kind") {
    TW_TRY(auto const kind, text(value, key));
    static constexpr std::string_view kKinds[] = {"figure", "listing", "out_of_scope", "not_data"};
    auto const found = std::ranges::find(kKinds, kind);
    if (found == std::end(kKinds)) return refuse(fmt::format("There is no kind \"{}\".", kind));
    out.kind = static_cast<Kind>(found - std::begin(kKinds));
  } else if (key == "why") {
    TW_TRY(out.why, text(value, key));
  } else if (key == "authority") {
    TW_TRY(out.authority, text(value, key));
  } else if (key == "since") {
    TW_TRY(out.since, text(value, key));
  } else if (key == "from_sentence") {
    out.from_sentence = value.is_boolean() && value.get<bool>();
  } else if (key == "sent_from") {
    out.sent_from = value.is_boolean() && value.get<bool>();
  } else if (key == "disputed_words") {
    TW_TRY(out.disputed_words, values(value, key));
  } else {
    return refuse(fmt::format("There is no field \"{}\".", key));
  }
  return {};
}

Result<Claim> Reader::read(Json const& value) const {
  if (!value.is_object()) return refuse("It is not an object.");
  Claim out;
  for (auto const& [key, cell] : value.items()) TW_CHECK(field(cell, key, out));
  bool const only_text = !out.text.empty() && !value.contains("filter") &&
                         !value.contains("measure") && !value.contains("kind");
  if (only_text) {
    auto parsed = parse_sentence(out.text);
    if (!parsed) return refuse(parsed.error().message);
    parsed->id = out.id;
    return *std::move(parsed);
  }
  if (out.kind == Kind::figure && out.measure.empty()) return refuse("\"measure\" is missing.");
  if (out.measure.starts_with("share_") && !out.denominator) {
    return refuse("A share needs a \"denominator\": the filter of the whole.");
  }
  if (out.number.empty() && out.comparator != Comparator::none)
    return refuse("\"number\" is missing.");
  return out;
}

/// How deep brackets nest outside of texts; deeper than any claim means a hostile file.
constexpr int kDepthMax = 32;
bool nests_too_deep(std::string_view json) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    char const c = json[i];
    if (in_text && c == '\\') {
      ++i;
    } else if (c == '"') {
      in_text = !in_text;
    } else if (!in_text && (c == '[' || c == '{')) {
      if (++depth > kDepthMax) return true;
    } else if (!in_text && (c == ']' || c == '}')) {
      --depth;
    }
  }
  return false;
}

Result<Json> parse_toml(std::string_view text, std::string_view name) {
  auto const bad = [&](std::string_view what) {
    return fail(ErrorKind::bad_input, fmt::format("{}: not TOML: {}", name, what),
                std::string(kAdvice));
  };
  if (auto const line = io::line_of_bare_unicode(text)) {
    return bad(fmt::format("line {}: letters beyond ASCII stand in quotes.", *line));
  }
  try {
    auto const parsed = toml::parse(text, std::string(name));
    std::ostringstream json;
    json << toml::json_formatter(parsed);
    auto value = Json::parse(json.str(), nullptr, false);
    if (value.is_discarded()) return bad("a value has no JSON form.");
    if (!value.contains("claim")) return bad("there is no [[claim]].");
    return value["claim"];
  } catch (toml::parse_error const& error) {
    return bad(fmt::format("line {}: {}", error.source().begin.line, error.description()));
  }
}

}  // namespace

Result<std::vector<Claim>> read_claims(std::string_view json_or_toml, std::string_view name) {
  auto text = text::trimmed(json_or_toml);
  if (text.starts_with("\xEF\xBB\xBF")) text = text::trimmed(text.substr(3));
  Json list;
  // A TOML file of claims starts with [[claim]] or a comment; JSON with [ {, [ ] or {.
  auto const second = text.starts_with('[') ? text::trimmed(text.substr(1)) : std::string_view();
  bool const is_json = text.starts_with('{') || second.starts_with('{') || second.starts_with(']');
  if (is_json) {
    if (nests_too_deep(text)) {
      return fail(ErrorKind::bad_input, fmt::format("{}: not a list of claims.", name),
                  std::string(kAdvice));
    }
    try {
      list = Json::parse(text);
    } catch (Json::parse_error const& error) {
      return fail(ErrorKind::bad_input, fmt::format("{}: not JSON: {}", name, error.what()),
                  std::string(kAdvice));
    }
    if (list.is_object() && list.contains("claims")) list = list["claims"];
    if (list.is_object()) list = Json::array({list});
  } else {
    TW_TRY(list, parse_toml(text, name));
  }
  if (!list.is_array()) {
    return fail(ErrorKind::bad_input, fmt::format("{}: not a list of claims.", name),
                std::string(kAdvice));
  }
  std::vector<Claim> claims;
  for (auto const& value : list) {
    Reader reader{.name = std::string(name), .claim = fmt::format("claim {}", claims.size() + 1)};
    if (value.is_object() && value.contains("id") && value["id"].is_string()) {
      reader.claim += fmt::format(" (id {})", value["id"].get<std::string>());
    }
    TW_TRY(auto claim, reader.read(value));
    if (claim.id.empty()) claim.id = std::to_string(claims.size() + 1);
    claims.push_back(std::move(claim));
  }
  return claims;
}

}  // namespace tw::claims
