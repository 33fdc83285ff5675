#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "report/svg.h"

namespace tw::report {
namespace {

constexpr double kWidth = 720;
constexpr double kHeight = 300;
constexpr double kLeft = 64;
constexpr double kRight = 12;
constexpr double kTop = 28;
constexpr double kBottom = 44;
constexpr std::size_t kColours = 8;  // Series behind the eighth share the last colour.
constexpr double kWideLabel = 46;    // A month's label needs so many pixels.

/// All months from the first to the last, also those without goods: a gap must be seen.
std::vector<std::string> all_months(std::vector<MonthPoint> const& points) {
  auto const index = [](std::string const& month) {
    return std::stoi(month.substr(0, 4)) * 12 + std::stoi(month.substr(5, 2)) - 1;
  };
  int first = index(points.front().month);
  int last = first;
  for (MonthPoint const& point : points) {
    first = std::min(first, index(point.month));
    last = std::max(last, index(point.month));
  }
  std::vector<std::string> months;
  for (int month = first; month <= last; ++month) months.push_back(iso_month(month));
  return months;
}

double amount(MonthPoint const& point, Measure measure) {
  return measure == Measure::net_mass ? point.net_mass_t : point.value_usd / 1e6;
}

std::string axis(double top, Measure measure) {
  std::string out = fmt::format(
      "<text class=\"axis\" x=\"4\" y=\"16\">{}</text>",
      measure == Measure::net_mass ? "net mass, t per month" : "value, million US$ per month");
  double const step = nice_step(top);
  for (double value = 0; value <= top * 1.0001; value += step) {
    double const y = kHeight - kBottom - (kHeight - kBottom - kTop) * value / top;
    out += fmt::format(
        "<line class=\"grid\" x1=\"{0}\" x2=\"{1}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\"/>"
        "<text class=\"tick\" x=\"{3}\" y=\"{4:.1f}\" text-anchor=\"end\">{5}</text>",
        kLeft, kWidth - kRight, y, kLeft - 6, y + 4, figure(value, step < 1 ? 2 : 0));
  }
  return out;
}

}  // namespace

std::string month_chart(std::vector<MonthPoint> const& points, Measure measure) {
  if (points.empty()) return {};
  auto const months = all_months(points);
  auto const series = series_in_order(points);
  std::map<std::string, std::map<std::string, MonthPoint const*>> cells;
  std::map<std::string, double> totals;
  for (MonthPoint const& point : points) {
    cells[point.month][point.series] = &point;
    totals[point.month] += amount(point, measure);
  }
  double highest = 0;
  for (auto const& [month, total] : totals) highest = std::max(highest, total);
  double const step = nice_step(highest);
  double top = step;
  while (top < highest) top += step;

  std::string out = fmt::format(
      "<svg class=\"chart\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{} by month\">", kWidth,
      kHeight, measure == Measure::net_mass ? "Net mass" : "Value");
  out += axis(top, measure);
  double const slot = (kWidth - kLeft - kRight) / static_cast<double>(months.size());
  auto const every = static_cast<std::size_t>(kWideLabel / slot) + 1;
  for (std::size_t i = 0; i < months.size(); ++i) {
    double const x = kLeft + slot * static_cast<double>(i);
    double y = kHeight - kBottom;
    for (std::size_t s = 0; s < series.size(); ++s) {
      auto const cell = cells[months[i]].find(series[s]);
      if (cell == cells[months[i]].end()) continue;
      double const value = amount(*cell->second, measure);
      double const height = (kHeight - kBottom - kTop) * value / top;
      y -= height;
      out += fmt::format(
          "<rect class=\"s{}\" x=\"{:.1f}\" y=\"{:.2f}\" width=\"{:.1f}\" height=\"{:.2f}\">"
          "<title>{} {}: {} {}, {} rows</title></rect>",
          std::min(s, kColours - 1), x + slot * 0.12, y, slot * 0.76, height, months[i],
          escaped(class_words(series[s])), figure(value, 2),
          measure == Measure::net_mass ? "t" : "million US$", cell->second->rows);
    }
    if (i % every == 0) {
      out +=
          fmt::format("<text class=\"tick\" x=\"{:.1f}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                      x + slot / 2, kHeight - kBottom + 18, months[i]);
    }
  }
  return out + "</svg>";
}

}  // namespace tw::report
