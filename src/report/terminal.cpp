#include <algorithm>

#include <fmt/core.h>

#include "tidewaiter/text.h"

#include "report/svg.h"

namespace tw::report {
namespace {

/// Left-aligned cells; numbers (marked) to the right. The widest text column gives way.
std::string aligned(std::vector<std::vector<std::string>> lines, std::vector<bool> const& right,
                    std::size_t flexible, std::size_t columns) {
  std::vector<std::size_t> widths(right.size(), 0);
  for (auto const& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      widths[i] = std::max(widths[i], text::display_width(line[i]));
    }
  }
  std::size_t taken = 2 * (widths.size() - 1);
  for (std::size_t i = 0; i < widths.size(); ++i) taken += i == flexible ? 0 : widths[i];
  std::size_t const left = columns > taken + 24 ? columns - taken : 24;
  widths[flexible] = std::min(widths[flexible], left);
  std::string out;
  for (auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      // A wide letter takes two columns: shorten until it fits.
      std::string cell = line[i];
      for (std::size_t limit = widths[i]; text::display_width(cell) > widths[i]; --limit) {
        cell = text::shortened(line[i], limit);
      }
      std::string const blanks(widths[i] - text::display_width(cell), ' ');
      bool const last = i + 1 == line.size();
      out += right[i] ? blanks + cell : last ? cell : cell + blanks;
      out += last ? "\n" : "  ";
    }
  }
  return out;
}

}  // namespace

std::string findings_text(Input const& input, std::size_t columns) {
  constexpr std::size_t kShownMax = 20;
  if (input.findings.empty()) return "No finding. That speaks only of the files that were added.\n";
  std::vector<std::vector<std::string>> lines = {
      {"score", "goods", "route", "ships", "net kg", "US$", "subject"}};
  for (std::size_t i = 0; i < std::min(kShownMax, input.findings.size()); ++i) {
    FindingLine const& f = input.findings[i];
    lines.push_back({fmt::format("{:.2f}", f.score), class_words(f.goods_class), f.route,
                     fmt::format("{}", f.shipments), f.net_mass_kg, f.value_usd, f.subject});
  }
  std::string out =
      aligned(std::move(lines), {true, false, false, true, true, true, false}, 6, columns);
  if (input.findings.size() > kShownMax) {
    out += fmt::format("... and {} more: tidewaiter findings\n", input.findings.size() - kShownMax);
  }
  return out;
}

std::string claims_text(Input const& input, std::size_t columns) {
  if (input.claims.empty()) return "No claims.\n";
  std::vector<std::vector<std::string>> lines = {{"verdict", "found", "rows", "sentence"}};
  for (ClaimLine const& claim : input.claims) {
    lines.push_back({claim.verdict, claim.value.empty() ? "-" : claim.value,
                     fmt::format("{}", claim.rows_count),
                     claim.text.empty() ? claim.id : claim.text});
  }
  return aligned(std::move(lines), {false, true, true, false}, 3, columns);
}

}  // namespace tw::report
