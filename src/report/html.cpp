#include <algorithm>

#include <fmt/core.h>
#include <kainjow/mustache.hpp>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "report/svg.h"

namespace tw::report {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

/// "SUPPORTED" gives "supported", "NOT DECIDABLE" gives "not-decidable": a CSS class.
std::string css_class(std::string_view verdict) {
  std::string name = text::ascii_lowered(verdict);
  std::ranges::replace(name, ' ', '-');
  return name;
}

/// An anchor from any text: "ru_imports_2022.csv:17" gives "row-ru_imports_2022-csv-17".
std::string anchor(std::string_view prefix, std::string_view name) {
  std::string id = std::string(prefix) + "-";
  for (char const c : name) {
    bool const plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    id += plain ? c : '-';
  }
  return id;
}

/// A list for a section; `true` under `has` lets the template leave an empty one out.
void put_list(data& parent, std::string const& name, data list) {
  parent.set("has_" + name, data(!list.list_value().empty()));
  parent.set(name, std::move(list));
}

data rows_data(std::vector<std::string> const& rows, Input const& input) {
  data list{data::type::list};
  for (std::string const& row : rows) {
    data one;
    one.set("row", row);
    bool const shown =
        std::ranges::any_of(input.rows, [&](RowLine const& r) { return r.row == row; });
    if (shown) one.set("anchor", anchor("row", row));
    list.push_back(one);
  }
  return list;
}

data texts_data(std::vector<std::string> const& texts) {
  data list{data::type::list};
  for (std::string const& text : texts) list.push_back(data("text", text));
  return list;
}

data claim_data(ClaimLine const& claim, Input const& input) {
  data one;
  one.set("id", claim.id);
  one.set("text", claim.text.empty() ? claim.id : claim.text);
  one.set("verdict", claim.verdict);
  one.set("class", css_class(claim.verdict));
  one.set("value", claim.value);
  one.set("explanation", claim.explanation);
  one.set("plausibility", claim.plausibility);
  one.set("coverage", claim.coverage);
  one.set("rows_count", fmt::format("{}", claim.rows_count));
  data readings{data::type::list};
  for (auto const& reading : claim.readings) {
    data line;
    line.set("name", reading.name);
    line.set("value", reading.value);
    line.set("supports", reading.supports ? "supports" : "does not");
    line.set("class", reading.supports ? "yes" : "no");
    line.set("rows", fmt::format("{}", reading.rows));
    readings.push_back(line);
  }
  put_list(one, "readings", std::move(readings));
  put_list(one, "rows", rows_data(claim.rows, input));
  return one;
}

data finding_data(FindingLine const& finding, Input const& input) {
  data one;
  one.set("id", finding.id);
  one.set("subject", finding.subject);
  one.set("goods_class", class_words(finding.goods_class));
  one.set("route", finding.route);
  one.set("period", finding.period);
  one.set("shipments", fmt::format("{}", finding.shipments));
  one.set("net_mass_kg", finding.net_mass_kg.empty() ? "UNKNOWN" : finding.net_mass_kg);
  one.set("value_usd", finding.value_usd.empty() ? "UNKNOWN" : finding.value_usd);
  one.set("score", fmt::format("{:.2f}", finding.score));
  one.set("alternatives", finding.alternatives);
  one.set("unknown", finding.unknown);
  data terms{data::type::list};
  for (auto const& [name, part] : finding.terms) {
    data term;
    term.set("name", class_words(name));
    term.set("part", fmt::format("{:+.2f}", part));
    terms.push_back(term);
  }
  put_list(one, "terms", std::move(terms));
  put_list(one, "flags", texts_data(finding.flags));
  put_list(one, "law", texts_data(finding.law));
  put_list(one, "rows", rows_data(finding.rows, input));
  return one;
}

data route_data(Route const& route) {
  auto const name = [](std::string const& code) {
    auto const country = reference::country(code);
    return country ? std::string(reference::country_name(*country)) : std::string("UNKNOWN");
  };
  data one;
  one.set("origin", name(route.origin));
  one.set("dispatch", name(route.dispatch));
  one.set("destination", name(route.destination));
  one.set("net_mass_t", figure(route.net_mass_t, 3));
  one.set("value_usd", figure(route.value_usd, 0));
  one.set("rows", fmt::format("{}", route.rows));
  return one;
}

data row_data(RowLine const& row) {
  data one;
  one.set("row", row.row);
  one.set("anchor", anchor("row", row.row));
  one.set("sha256", row.sha256);
  one.set("bytes", fmt::format("{} to {}", row.byte_begin, row.byte_end));
  one.set("original", row.original);
  data cells{data::type::list};
  for (auto const& [name, value] : row.cells) {
    data cell;
    cell.set("name", name);
    cell.set("value", value);
    cells.push_back(cell);
  }
  put_list(one, "cells", std::move(cells));
  return one;
}

data source_data(SourceLine const& source) {
  data one;
  one.set("file", source.file);
  one.set("sha256", source.sha256);
  one.set("rows_in", figure(static_cast<double>(source.rows_in), 0));
  one.set("rows_kept", figure(static_cast<double>(source.rows_kept), 0));
  one.set("rows_rejected", figure(static_cast<double>(source.rows_rejected), 0));
  one.set("period", source.period);
  one.set("layout", source.layout);
  return one;
}

template <typename Line, typename Make>
data list_of(std::vector<Line> const& lines, Make const& make) {
  data list{data::type::list};
  for (Line const& line : lines) list.push_back(make(line));
  return list;
}

data legend_data(std::vector<MonthPoint> const& months) {
  constexpr std::size_t kColours = 8;
  data list{data::type::list};
  auto const series = series_in_order(months);
  for (std::size_t i = 0; i < series.size(); ++i) {
    data one;
    one.set("class", fmt::format("s{}", std::min(i, kColours - 1)));
    one.set("name", class_words(series[i]));
    list.push_back(one);
  }
  return list;
}

}  // namespace

std::string html(Input const& input) {
  data page;
  page.set("style", std::string(reference::embedded("report/page.css")));
  page.set("title", input.title);
  page.set("subtitle", input.subtitle);
  page.set("as_of", input.as_of ? "Lists and law as of " + input.as_of->iso() + "." : "");
  page.set("command", input.command);
  page.set("program", input.program);
  put_list(page, "claims",
           list_of(input.claims, [&](auto const& claim) { return claim_data(claim, input); }));
  put_list(page, "findings",
           list_of(input.findings, [&](auto const& f) { return finding_data(f, input); }));
  page.set("mass_chart", month_chart(input.months, Measure::net_mass));
  page.set("value_chart", month_chart(input.months, Measure::value));
  put_list(page, "legend", legend_data(input.months));
  page.set("map", route_map(input.routes));
  put_list(page, "routes", list_of(input.routes, route_data));
  put_list(page, "evidence", list_of(input.rows, row_data));
  put_list(page, "sources", list_of(input.sources, source_data));
  put_list(page, "lists", list_of(input.lists, source_data));
  put_list(page, "coverage_notes", texts_data(input.coverage_notes));
  mustache page_template{std::string(reference::embedded("report/page.mustache"))};
  ensure(page_template.is_valid(), "the report's template can be parsed");
  page_template.set_custom_escape([](std::string const& text) { return escaped(text); });
  return page_template.render(page);
}

}  // namespace tw::report
