#include "report/svg.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/core.h>

#include "tidewaiter/text.h"

namespace tw::report {

std::string escaped(std::string_view raw) {
  std::string out;
  for (char const c : text::repaired_utf8(raw)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

double nice_step(double top) {
  if (!(top > 0)) return 1;
  double const rough = top / 4;
  double const power = std::pow(10.0, std::floor(std::log10(rough)));
  for (double const factor : {1.0, 2.0, 5.0}) {
    if (rough <= factor * power) return factor * power;
  }
  return 10 * power;
}

std::string figure(double number, int digits) {
  std::string text = fmt::format("{:.{}f}", number, digits);
  std::size_t point = std::min(text.find('.'), text.size());
  if (point != text.size()) {
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    point = std::min(text.find('.'), text.size());
  }
  std::size_t const first = text.starts_with('-') ? 1 : 0;
  for (std::size_t at = point; at > first + 3;) {
    at -= 3;
    text.insert(at, "\u202f");  // Narrow no-break space.
  }
  return text;
}

std::string class_words(std::string_view goods_class) {
  std::string words(goods_class);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::vector<std::string> series_in_order(std::vector<MonthPoint> const& months) {
  std::map<std::string, double> sums;
  for (MonthPoint const& point : months) sums[point.series] += point.value_usd + point.net_mass_t;
  std::vector<std::string> series;
  for (auto const& [name, sum] : sums) series.push_back(name);
  std::ranges::stable_sort(series, [&](auto const& a, auto const& b) { return sums[a] > sums[b]; });
  return series;
}

}  // namespace tw::report
