#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/core.h>

#include "tidewaiter/reference.h"

#include "report/svg.h"

namespace tw::report {
namespace {

// The plane of the embedded outlines: degrees of longitude, and negated latitude.
struct Point {
  double x = 0;
  double y = 0;
};

std::optional<Point> point_of(std::string const& code) {
  auto const country = reference::country(code);
  if (code.size() != 2 || !country) return std::nullopt;
  auto const place = reference::country_place(*country);
  if (!place) return std::nullopt;
  return Point{place->longitude, -place->latitude};
}

struct Leg {
  Point from;
  Point to;
  double net_mass_t = 0;
  std::string title;
  bool onward = false;  ///< The second leg of a route through a third country.
};

struct Frame {
  double left = 180, top = 90, right = -180, bottom = -90;
  void take(Point p) {
    left = std::min(left, p.x);
    right = std::max(right, p.x);
    top = std::min(top, p.y);
    bottom = std::max(bottom, p.y);
  }
};

/// The part of the world that the routes touch, at least 60 degrees wide, twice as wide as high.
Frame framed(Frame frame) {
  double const width =
      std::max({(frame.right - frame.left) * 1.25, (frame.bottom - frame.top) * 2.6, 60.0});
  double const height = width / 2;
  double const x = (frame.left + frame.right) / 2;
  double const y = (frame.top + frame.bottom) / 2;
  return {x - width / 2, y - height / 2, x + width / 2, y + height / 2};
}

/// A curve that bends to its left, so that a way there and a way back do not cover each other.
std::string curve(Leg const& leg, double width) {
  double const dx = leg.to.x - leg.from.x;
  double const dy = leg.to.y - leg.from.y;
  double const x = (leg.from.x + leg.to.x) / 2 + dy * 0.18;
  double const y = (leg.from.y + leg.to.y) / 2 - dx * 0.18;
  return fmt::format(
      "<path class=\"{}\" d=\"M{:.2f} {:.2f}Q{:.2f} {:.2f} {:.2f} {:.2f}\" stroke-width=\"{:.2f}\" "
      "marker-end=\"url(#arrow)\"><title>{}</title></path>",
      leg.onward ? "leg onward" : "leg", leg.from.x, leg.from.y, x, y, leg.to.x, leg.to.y, width,
      escaped(leg.title));
}

std::string outlines() {
  std::string out;
  std::string_view rest = reference::embedded("generated/world_map.tsv");
  while (!rest.empty()) {
    auto const end = std::min(rest.find('\n'), rest.size());
    std::string_view const line = rest.substr(0, end);
    rest = rest.substr(std::min(end + 1, rest.size()));
    auto const tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    out += fmt::format("<path class=\"land\" d=\"{}\"/>", line.substr(tab + 1));
  }
  return out;
}

/// The legs of all routes; legs of several routes between the same places are one.
std::vector<Leg> legs_of(std::vector<Route> const& routes, std::map<std::string, Point>& places) {
  std::map<std::tuple<std::string, std::string, bool>, Leg> legs;
  for (Route const& route : routes) {
    std::vector<std::string> stops;
    for (std::string const& stop : {route.origin, route.dispatch, route.destination}) {
      if (!stop.empty() && (stops.empty() || stops.back() != stop) && point_of(stop)) {
        stops.push_back(stop);
      }
    }
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
      bool const onward = i > 0;
      Leg& leg = legs[{stops[i], stops[i + 1], onward}];
      leg.from = *point_of(stops[i]);
      leg.to = *point_of(stops[i + 1]);
      leg.onward = onward;
      leg.net_mass_t += route.net_mass_t;
      places[stops[i]] = leg.from;
      places[stops[i + 1]] = leg.to;
    }
  }
  std::vector<Leg> all;
  for (auto& [key, leg] : legs) {
    leg.title = fmt::format("{} to {}: {} t", std::get<0>(key), std::get<1>(key),
                            figure(leg.net_mass_t, 1));
    all.push_back(leg);
  }
  return all;
}

}  // namespace

std::string route_map(std::vector<Route> const& routes) {
  std::map<std::string, Point> places;
  auto const legs = legs_of(routes, places);
  if (legs.empty()) return {};
  Frame touched;
  double heaviest = 0;
  for (Leg const& leg : legs) {
    touched.take(leg.from);
    touched.take(leg.to);
    heaviest = std::max(heaviest, leg.net_mass_t);
  }
  Frame const frame = framed(touched);
  double const width = frame.right - frame.left;
  double const unit = width / 720;  // One pixel of a map that is 720 wide.
  std::string out = fmt::format(
      "<svg class=\"map\" viewBox=\"{:.2f} {:.2f} {:.2f} {:.2f}\" role=\"img\" aria-label=\"Route "
      "map\"><defs><marker id=\"arrow\" viewBox=\"0 0 6 6\" refX=\"5\" refY=\"3\" "
      "markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
      "<path class=\"tip\" d=\"M0 0L6 3L0 6Z\"/></marker></defs><g stroke-width=\"{:.3f}\">{}</g>",
      frame.left, frame.top, width, frame.bottom - frame.top, unit * 0.6, outlines());
  // The marker's size is in the plane's degrees.
  auto const replace = [&](std::string_view what, std::string const& with) {
    if (auto const at = out.find(what); at != std::string::npos) out.replace(at, what.size(), with);
  };
  replace("markerWidth=\"8\"", fmt::format("markerWidth=\"{:.2f}\"", unit * 9));
  replace("markerHeight=\"8\"", fmt::format("markerHeight=\"{:.2f}\"", unit * 9));
  for (Leg const& leg : legs) {
    double const share = heaviest > 0 ? std::sqrt(leg.net_mass_t / heaviest) : 0;
    out += curve(leg, unit * (1.2 + 5 * share));
  }
  for (auto const& [code, place] : places) {
    out += fmt::format(
        "<circle class=\"place\" cx=\"{:.2f}\" cy=\"{:.2f}\" r=\"{:.2f}\"/><text class=\"place\" "
        "x=\"{:.2f}\" y=\"{:.2f}\" font-size=\"{:.2f}\">{}</text>",
        place.x, place.y, unit * 3.5, place.x + unit * 6, place.y - unit * 5, unit * 13,
        escaped(reference::country_name(*reference::country(code))));
  }
  return out + "</svg>";
}

}  // namespace tw::report
