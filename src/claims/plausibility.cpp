#include "claims/plausibility.h"

#include <cmath>

#include <fmt/format.h>

namespace tw::claims {
namespace {

double real(std::optional<std::string> const& text) {
  double value = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), value);
  return value;
}

/// 125.4, 12.5, 0.031: three digits are enough to see a slip.
std::string short_number(double value) {
  return std::abs(value) >= 1000 ? fmt::format("{:.0f}", value) : fmt::format("{:.3g}", value);
}

/// Decades between a unit value and the usual one, when both are known.
std::optional<double> decades(double unit_value, double usual) {
  if (unit_value <= 0 || usual <= 0) return std::nullopt;
  return std::log10(unit_value / usual);
}

/// Files and months whose unit value is off by ten: a whole file is seldom dear by chance.
Result<std::string> slipped_files(Scene const& scene, Where const& where, Claim const& claim,
                                  Choices choices, double usual, double distance) {
  choices.each_once = false;
  choices.source_id.clear();
  choices.side = Side::as_said;
  auto const day = where.date(choices.date);
  if (day.empty() || !scene.has("source_file")) return std::string();
  TW_TRY(auto const cells,
         ask(*scene.database,
             fmt::format("SELECT source_file, strftime({}, '%Y-%m') AS month, "
                         "CAST(sum(value_usd) AS DOUBLE) / CAST(sum(net_mass_kg) AS DOUBLE) "
                         "FROM shipments WHERE {} AND value_usd > 0 AND net_mass_kg > 0 "
                         "GROUP BY 1, 2 HAVING count(*) >= 3 ORDER BY 1, 2",
                         day, where.of(claim.filter, claim.period, choices))));
  std::string named;
  for (auto const& row : cells) {
    auto const off = decades(real(row[2]), usual);
    if (!off || std::abs(std::abs(*off) - 1) > distance) continue;
    named +=
        fmt::format(" In {} of {} the mass looks ten times too {}: {} USD/kg.", row[1].value_or(""),
                    row[0].value_or(""), *off < 0 ? "great" : "small", short_number(real(row[2])));
  }
  return named;
}

/// Rows of the same kind of goods, to learn what is usual; each declaration once, for a bad copy of
/// a file must not tell what is usual.
std::string peers(Claim const& claim, Scene const& scene, Where const& where,
                  Choices const& choices) {
  for (std::string_view const column : {"goods_class", "hs6"}) {
    auto const* given = claim.filter.column(column);
    if (given == nullptr || !scene.has(column)) continue;
    Choices alike;
    alike.each_once = choices.each_once;
    return where.of(Filter{.columns = {*given}, .parties = {}, .via = {}, .nationality = {}}, {},
                    alike);
  }
  return {};
}

}  // namespace

Result<std::string> plausibility(Claim const& claim, std::optional<std::string> const& value,
                                 Scene const& scene, Where const& where, Choices const& choices,
                                 CheckContext const& context) {
  bool const is_mass = claim.measure == "net_mass_kg" || claim.measure == "gross_mass_kg";
  bool const is_value = claim.measure == "value_usd";
  auto const alike = peers(claim, scene, where, choices);
  if ((!is_mass && !is_value) || alike.empty() || !value || !scene.has("value_usd") ||
      !scene.has("net_mass_kg")) {
    return std::string();
  }
  TW_TRY(auto const usual_cells,
         ask(*scene.database,
             fmt::format("SELECT median(CAST(value_usd AS DOUBLE) / CAST(net_mass_kg AS DOUBLE)), "
                         "count(*) FROM shipments WHERE {} AND value_usd > 0 AND net_mass_kg > 0",
                         alike)));
  TW_TRY(auto const cells,
         ask(*scene.database,
             fmt::format("SELECT CAST(sum(net_mass_kg) AS DOUBLE), CAST(sum(value_usd) AS DOUBLE) "
                         "FROM shipments WHERE {} AND value_usd > 0 AND net_mass_kg > 0",
                         where.of(claim.filter, claim.period, choices))));
  double const usual = real(usual_cells[0][0]);
  double const mass = real(cells[0][0]);
  double const dollars = real(cells[0][1]);
  if (usual <= 0 || mass <= 0 || dollars <= 0) return std::string();
  auto line = fmt::format("{} kg for {} USD is {} USD/kg; the median of such goods is {} USD/kg.",
                          short_number(mass), short_number(dollars), short_number(dollars / mass),
                          short_number(usual));
  double const number = claim.number.empty() ? 0 : real(claim.number);
  double const claimed = is_mass ? (number > 0 ? dollars / number : 0) : number / mass;
  auto const off = decades(claimed, usual);
  auto const rows_off = decades(dollars / mass, usual);
  if (off && rows_off && std::abs(std::abs(*off) - 1) <= context.slip_distance &&
      std::abs(*rows_off) < 0.5) {
    line += fmt::format(
        " The claim's {} would make it {} USD/kg, about ten times too {}: a slip of "
        "the decimal point is likely.",
        claim.number, short_number(claimed), *off < 0 ? "cheap" : "dear");
  } else if (rows_off && std::abs(std::abs(*rows_off) - 1) <= context.slip_distance) {
    line += fmt::format(
        " The rows are about ten times too {}: a slip of the decimal point in them "
        "is likely.",
        *rows_off < 0 ? "cheap" : "dear");
  }
  TW_TRY(auto const files,
         slipped_files(scene, where, claim, choices, usual, context.slip_distance));
  return line + files;
}

}  // namespace tw::claims
