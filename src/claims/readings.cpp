#include "claims/readings.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "claims/numbers.h"

namespace tw::claims {
namespace {

/// What a share is a share of: "share_net_mass" -> net_mass_kg.
std::string_view base_measure(std::string_view measure) {
  if (measure == "share_net_mass") return "net_mass_kg";
  if (measure == "share_gross_mass") return "gross_mass_kg";
  if (measure == "share_value") return "value_usd";
  if (measure == "share_quantity") return "quantity";
  if (measure == "share_shipments") return "shipments";
  return measure;
}

bool counts_shipments(Claim const& claim) { return base_measure(claim.measure) == "shipments"; }

std::string_view count_word(CountBy count) {
  switch (count) {
    case CountBy::declarations: return "declarations";
    case CountBy::items: return "items";
    case CountBy::bills_of_lading: return "bills of lading";
    case CountBy::consignments: return "consignments";
  }
  return "declarations";
}

CountBy counted_by(Claim const& claim, Choices const& choices) {
  if (claim.measure == "items") return CountBy::items;
  if (claim.measure == "bills_of_lading") return CountBy::bills_of_lading;
  if (claim.measure == "consignments") return CountBy::consignments;
  return choices.count;
}

std::string count_sql(CountBy count, Scene const& scene, Where const& where,
                      Choices const& choices) {
  // One reporter's number means nothing in another's books; a row without a number stands alone.
  std::string const place =
      "coalesce(reporter_country, '') || '|' || coalesce(flow, '') || '|' || ";
  auto const given = [&](std::string_view column) {
    return scene.has(column) ? std::string(column) + ", " : std::string();
  };
  switch (count) {
    case CountBy::items: return "count(*)";
    case CountBy::bills_of_lading:
      return scene.has("bill_of_lading") ? "count(DISTINCT bill_of_lading)" : "NULL";
    case CountBy::consignments: {
      auto const day = where.date(choices.date);
      if (day.empty() || !scene.has("consignor_party") || !scene.has("consignee_party"))
        return "NULL";
      return fmt::format(
          "count(DISTINCT {}coalesce(CAST(consignor_party AS VARCHAR), 'row ' || row_id)"
          " || '|' || coalesce(CAST(consignee_party AS VARCHAR), '') || '|' || "
          "coalesce(CAST({} AS VARCHAR), ''))",
          place, day);
    }
    case CountBy::declarations: break;
  }
  return fmt::format("count(DISTINCT {}coalesce({}{}'row ' || row_id))", place,
                     given("declaration_no"), given("bill_of_lading"));
}

std::string aggregate_sql(Claim const& claim, Variant const& variant, Scene const& scene,
                          Where const& where) {
  auto const measure = base_measure(claim.measure);
  if (measure.starts_with("distinct_")) {
    auto const column = measure.substr(9);
    return scene.has(column) ? fmt::format("count(DISTINCT {})", table::sql_name(column)) : "NULL";
  }
  auto const column = measured_column(claim, variant.choices);
  if (column.empty()) {
    return count_sql(counted_by(claim, variant.choices), scene, where, variant.choices);
  }
  return scene.has(column) ? fmt::format("sum({})", column) : "NULL";
}

Variant variant_of(Choices const& base, std::string name, std::string meaning, bool open,
                   std::function<void(Choices&)> const& change) {
  Variant variant{
      .choices = base, .name = std::move(name), .meaning = std::move(meaning), .open = open};
  change(variant.choices);
  return variant;
}

void add_count_variants(Plan& plan, Claim const& claim, Scene const& scene) {
  if (!counts_shipments(claim)) return;
  auto const base = plan.variants.front().choices;  // A copy: the vector grows.
  bool const open = claim.from_sentence;
  plan.variants.push_back(variant_of(base, "items",
                                     "Each item line of a declaration is a shipment.", open,
                                     [](Choices& c) { c.count = CountBy::items; }));
  if (scene.has("bill_of_lading")) {
    plan.variants.push_back(variant_of(base, "bills of lading",
                                       "Each transport document is a shipment.", open,
                                       [](Choices& c) { c.count = CountBy::bills_of_lading; }));
  }
  if (scene.has("consignor_party") && scene.has("consignee_party")) {
    plan.variants.push_back(variant_of(base, "same-day consignments",
                                       "All that one firm sent another on one day is a shipment.",
                                       open, [](Choices& c) { c.count = CountBy::consignments; }));
  }
}

void add_mass_variant(Plan& plan, Claim const& claim) {
  auto const measure = base_measure(claim.measure);
  auto const base = plan.variants.front().choices;  // A copy: the vector grows.
  if (measure == "net_mass_kg") {
    plan.variants.push_back(variant_of(base, "gross mass", "With packaging.", claim.from_sentence,
                                       [](Choices& c) { c.mass = "gross_mass_kg"; }));
  } else if (measure == "gross_mass_kg") {
    plan.variants.push_back(variant_of(base, "net mass", "Without packaging.", claim.from_sentence,
                                       [](Choices& c) { c.mass = "net_mass_kg"; }));
  }
}

void add_country_variants(Plan& plan, Claim const& claim) {
  auto const base = plan.variants.front().choices;  // A copy: the vector grows.
  if (!claim.filter.nationality.empty()) {
    static constexpr std::tuple<NationBy, std::string_view, std::string_view> kNations[] = {
        {NationBy::origin, "by country of origin", "The country in which the goods were made."},
        {NationBy::dispatch, "by country of dispatch", "The country whence the goods were sent."},
        {NationBy::consignor, "by the sender's country",
         "The country in which the consignor is seated."}};
    for (auto const& [nation, name, meaning] : kNations) {
      if (nation == base.nation) continue;
      plan.variants.push_back(variant_of(base, std::string(name), std::string(meaning), true,
                                         [chosen = nation](Choices& c) { c.nation = chosen; }));
    }
  }
  if (!claim.filter.via.empty()) {
    plan.variants.push_back(variant_of(base, "via the trading country",
                                       "The country of the seller in the contract.", true,
                                       [](Choices& c) { c.via = ViaBy::trading; }));
    plan.variants.push_back(variant_of(base, "via dispatch or trading country",
                                       "Either of the two columns.", true,
                                       [](Choices& c) { c.via = ViaBy::either; }));
  }
}

void add_side_variants(Plan& plan, Claim const& claim, Scene const& scene) {
  if (claim.filter.column("flow") != nullptr || claim.filter.column("reporter_country") != nullptr)
    return;
  auto const holds = [&](bool imports) {
    return std::ranges::any_of(scene.coverage, [&](Coverage const& c) {
      return imports ? c.flow == "import" : c.flow.ends_with("export");
    });
  };
  if (!holds(true) || !holds(false)) return;
  auto const base = plan.variants.front().choices;  // A copy: the vector grows.
  for (auto const& [side, name, meaning] :
       {std::tuple(Side::imports, "import records only", "As the importing side recorded it."),
        std::tuple(Side::exports, "export records only", "As the exporting side recorded it.")}) {
    if (base.side == side) continue;
    plan.variants.push_back(variant_of(base, name, meaning, claim.from_sentence,
                                       [chosen = side](Choices& c) { c.side = chosen; }));
  }
}

void add_source_variants(Plan& plan, Scene const& scene, bool repeats) {
  if (!repeats) return;
  auto const base = plan.variants.front().choices;  // A copy: the vector grows.
  plan.variants.push_back(variant_of(base, "every row of every file",
                                     "Declarations that stand in two files count twice.", false,
                                     [](Choices& c) { c.each_once = false; }));
  std::set<std::string> seen;
  for (auto const& coverage : scene.coverage) {
    if (!seen.insert(coverage.source_id).second) continue;
    plan.variants.push_back(variant_of(base, "only " + coverage.source_file, "As this file has it.",
                                       false, [&](Choices& c) {
                                         c.each_once = false;
                                         c.source_id = coverage.source_id;
                                       }));
  }
}

std::string why_default(Claim const& claim, Choices const& choices, bool repeats) {
  std::vector<std::string> why;
  if (counts_shipments(claim))
    why.push_back("a shipment is a declaration, the unit that customs counts");
  if (base_measure(claim.measure) == "net_mass_kg") {
    why.push_back("mass is net, the unit of trade statistics");
  }
  if (!claim.filter.nationality.empty())
    why.push_back("goods are of the country they were made in");
  if (!claim.filter.via.empty())
    why.push_back("goods went via the country they were dispatched from");
  if (claim.period)
    why.push_back("a row belongs to the month of its release, else of its registration");
  if (choices.side == Side::imports)
    why.push_back("import records alone, for export records show the same goods again");
  if (repeats)
    why.push_back(
        "a declaration that stands in several files counts once, as in the fullest of them");
  if (why.empty()) return "The claim leaves nothing open.";
  auto text = fmt::format("{}.", fmt::join(why, "; "));
  text[0] = static_cast<char>(text[0] - 32);
  return text;
}

}  // namespace

std::string measured_column(Claim const& claim, Choices const& choices) {
  auto const measure = base_measure(claim.measure);
  if (!choices.mass.empty()) return choices.mass;
  for (std::string_view const column :
       {"net_mass_kg", "gross_mass_kg", "value_usd", "quantity", "packages"}) {
    if (measure == column) return std::string(column);
  }
  return measure == "unit_value" ? "value_usd" : "";
}

std::string unit_of(Claim const& claim, Choices const& choices) {
  if (claim.measure.starts_with("share_")) return "share";
  if (claim.measure.starts_with("distinct_")) return claim.measure.substr(9);
  if (claim.measure == "unit_value") return "USD/kg";
  if (claim.measure == "value_usd") return "USD";
  if (claim.measure.ends_with("_kg")) return "kg";
  if (claim.measure == "quantity") return "units";
  if (claim.measure == "packages") return "packages";
  return std::string(count_word(counted_by(claim, choices)));
}

Choices default_choices(Claim const& claim, Scene const& scene) {
  Choices choices;
  // Goods that went via a third country were dispatched there: "sent" then means made.
  if (claim.sent_from && claim.filter.via.empty()) choices.nation = NationBy::dispatch;
  bool const says_side =
      claim.filter.column("flow") != nullptr || claim.filter.column("reporter_country") != nullptr;
  if (!claim.from_sentence || says_side) return choices;
  // A sentence seldom says whose records it means; the importer's are nearest to arrival.
  auto const* to = claim.filter.column("country_of_destination");
  bool const imports = std::ranges::any_of(scene.coverage, [&](Coverage const& c) {
    return c.flow == "import" &&
           (to == nullptr || std::ranges::find(to->values, c.reporter) != to->values.end());
  });
  choices.side = imports ? Side::imports : Side::exports;
  return choices;
}

Result<bool> has_repeats(Claim const& claim, Scene const& scene, Where const& where,
                         Choices const& choices) {
  if (!scene.has("declaration_no") || !scene.has("source_id")) return false;
  auto plain = choices;
  plain.each_once = false;
  TW_TRY(
      auto const cells,
      ask(*scene.database,
          fmt::format("SELECT count(*) FROM (SELECT 1 FROM shipments WHERE {} AND declaration_no "
                      "IS NOT NULL GROUP BY reporter_country, flow, declaration_no HAVING "
                      "count(DISTINCT source_id) > 1)",
                      where.of(claim.filter, claim.period, plain))));
  return cells[0][0] != "0";
}

Plan plan_of(Claim const& claim, Scene const& scene, bool repeats) {
  Plan plan;
  auto choices = default_choices(claim, scene);
  choices.each_once = repeats;
  plan.variants.push_back({.choices = choices,
                           .name = unit_of(claim, choices),
                           .meaning = "As the claim is usually meant.",
                           .open = false});
  add_count_variants(plan, claim, scene);
  add_mass_variant(plan, claim);
  add_country_variants(plan, claim);
  if (claim.period && scene.has("registered_on")) {
    plan.variants.push_back(variant_of(
        choices, "by day of registration", "The month in which the declaration was registered.",
        claim.from_sentence, [](Choices& c) { c.date = DateBy::registered; }));
  }
  add_side_variants(plan, claim, scene);
  add_source_variants(plan, scene, repeats);
  plan.default_why = why_default(claim, choices, repeats);
  return plan;
}

Result<Reading> evaluate(Claim const& claim, Variant const& variant, Scene const& scene,
                         Where const& where, std::uint64_t& unfilled) {
  auto const aggregate = aggregate_sql(claim, variant, scene, where);
  auto const column = measured_column(claim, variant.choices);
  auto const filled = !column.empty() && scene.has(column) ? fmt::format("count({})", column)
                                                           : std::string("count(*)");
  auto const figures = [&](Filter const& filter) {
    return ask(*scene.database,
               fmt::format("SELECT {}, count(*), {}{} FROM shipments WHERE {}", aggregate, filled,
                           claim.measure == "unit_value" ? ", sum(net_mass_kg)" : "",
                           where.of(filter, claim.period, variant.choices)));
  };
  Reading reading{.name = variant.name,
                  .meaning = variant.meaning,
                  .is_default = false,
                  .value = {},
                  .unit = unit_of(claim, variant.choices),
                  .rows = 0,
                  .supports = {},
                  .where = where.of(claim.filter, claim.period, variant.choices)};
  TW_TRY(auto const cells, figures(claim.filter));
  reading.rows = std::stoull(cells[0][1].value_or("0"));
  auto const rows_filled = std::stoull(cells[0][2].value_or("0"));
  unfilled = reading.rows - rows_filled;
  if (aggregate == "NULL" || (reading.rows > 0 && rows_filled == 0)) return reading;
  reading.value = cells[0][0].value_or("0");
  if (claim.measure == "unit_value" || claim.measure.starts_with("share_")) {
    std::optional<std::string> whole;
    if (claim.measure == "unit_value") {
      whole = cells[0][3];
    } else {
      TW_TRY(auto const all, figures(*claim.denominator));
      whole = all[0][0];
    }
    auto const part = units_of(*reading.value);
    auto const divisor = units_of(whole.value_or("0"));
    reading.value.reset();
    if (part && divisor && *divisor > 0) reading.value = quotient_text(*part, *divisor);
  }
  return reading;
}

}  // namespace tw::claims
