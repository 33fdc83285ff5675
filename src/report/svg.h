// Plots as SVG text. Private to the report room.
#pragma once

#include "tidewaiter/report.h"

namespace tw::report {

/// For text and attribute values of HTML and SVG; invalid UTF-8 becomes U+FFFD.
std::string escaped(std::string_view text);

/// Which figure of a month is drawn.
enum class Measure { net_mass, value };
/// Stacked bars by month, one colour per goods class; "" when there is nothing to draw.
std::string month_chart(std::vector<MonthPoint> const& months, Measure measure);
/// Class number of a series, for colours: the same in every plot of a page.
std::vector<std::string> series_in_order(std::vector<MonthPoint> const& months);

/// Routes over country outlines; "" when no route has a known place.
std::string route_map(std::vector<Route> const& routes);

/// A step of 1, 2 or 5 times a power of ten that cuts `top` into about four.
double nice_step(double top);
/// "1 234.5": thousands apart by a narrow space, at most `digits` after the point.
std::string figure(double number, int digits);

/// The words of a goods class: "body_armour" gives "body armour".
std::string class_words(std::string_view goods_class);

}  // namespace tw::report
