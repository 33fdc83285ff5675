#include "goods/code_prior.h"

#include <algorithm>

#include "tidewaiter/reference.h"

namespace tw::goods {
namespace {

/// Strengths of the concept's entries that the code meets, most specific first.
struct Meeting {
  double exact = 0;
  double heading = 0;
  bool chapter = false;
};

Meeting meet(Concept const& c, DeclaredCode code) {
  Meeting meeting;
  for (auto const& entry : c.hs) {
    std::uint32_t const heading = entry.hs6 / 100;
    if (heading / 100 == code.heading / 100) meeting.chapter = true;
    if (heading != code.heading) continue;
    if (entry.is_heading) {
      meeting.exact = std::max(meeting.exact, entry.strength);
    } else if (code.hs6 == 0 || entry.hs6 == code.hs6) {
      // A code of four digits meets every subheading under it.
      meeting.exact = std::max(meeting.exact, entry.strength);
    } else {
      meeting.heading = std::max(meeting.heading, entry.strength);
    }
  }
  return meeting;
}

constexpr double kUsualStrength = 0.1;  ///< From here on a code is a proper one for the concept.

}  // namespace

DeclaredCode read_code(std::string_view hs_code) {
  auto const digits = reference::hs_digits(hs_code);
  if (!digits || digits->size() < 4) return {};
  auto const number = [&](std::size_t n) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < n; ++i) {
      value = value * 10 + static_cast<std::uint32_t>((*digits)[i] - '0');
    }
    return value;
  };
  return {.hs6 = digits->size() >= 6 ? number(6) : 0, .heading = number(4)};
}

double code_likelihood(Concept const& c, DeclaredCode code, CodeWeights const& weights) {
  Meeting const meeting = meet(c, code);
  double likelihood = weights.elsewhere;
  if (meeting.chapter) likelihood = weights.chapter;
  likelihood = std::max(likelihood, meeting.heading * weights.heading_share);
  return std::max(likelihood, meeting.exact);
}

double code_fits(Concept const& c, DeclaredCode code) {
  Meeting const meeting = meet(c, code);
  if (meeting.exact >= kUsualStrength) return 1.0;
  if (meeting.exact > 0) return 0.6;
  if (meeting.heading > 0) return 0.7;
  return meeting.chapter ? 0.2 : 0.0;
}

}  // namespace tw::goods
