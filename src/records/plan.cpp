#include "records/plan.h"

#include <algorithm>
#include <set>

#include <fmt/core.h>

#include "tidewaiter/reference.h"

#include "records/layout.h"

namespace tw::records {
namespace {

constexpr std::array<std::string_view, 8> kAlways = {"row_id",      "source_id",  "source_file",
                                                     "source_line", "byte_begin", "byte_end",
                                                     "status",      "cell_states"};

table::Type type_of(std::string_view field) {
  for (auto const& column : shipment_schema()) {
    if (column.name == field) return column.type;
  }
  return table::Type::text;
}

bool of_party(std::string_view field) {
  return std::ranges::any_of(roles(), [&](auto role) {
    return field.size() > role.size() && field.starts_with(role) && field[role.size()] == '_';
  });
}

Kind kind_of(std::string_view field) {
  switch (type_of(field)) {
    case table::Type::date: return Kind::date;
    case table::Type::mass: return Kind::amount;
    case table::Type::money: return Kind::money;
    case table::Type::int64: return Kind::integer;
    default: break;
  }
  if (field.ends_with("_country") || field.starts_with("country_of_")) return Kind::country;
  if (field == "hs_code") return Kind::hs_code;
  if (field.ends_with("_currency")) return Kind::currency;
  if (field == "quantity_unit" || is_layout_field(field)) return Kind::unit;
  if (field == "incoterm") return Kind::incoterm;
  if (field == "flow") return Kind::flow;
  return of_party(field) ? Kind::party_text : Kind::text;
}

Status set_unit(ColumnRule const& rule, PlanSource& source) {
  if (rule.unit.empty() || rule.field == "quantity") return {};
  if (kind_of(rule.field) == Kind::money) {
    if (rule.unit == "1000" || rule.unit == "1000000") {
      source.factor_num = rule.unit == "1000" ? 1000 : 1'000'000;
      return {};
    }
  } else if (auto const unit = reference::unit(rule.unit);
             unit && unit->dimension == reference::Dimension::mass) {
    source.factor_num = unit->factor_num;
    source.factor_den = unit->factor_den;
    return {};
  }
  return fail(ErrorKind::bad_input,
              fmt::format("\"{}\" is not a unit for column \"{}\" ({}).", rule.unit, rule.header,
                          rule.field),
              "Masses take units such as kg, t, g, lb; values take 1000 or 1000000.");
}

/// Fields that the importer may fill although no column feeds them.
void add_derived(std::set<std::string, std::less<>>& fields) {
  auto const has = [&](std::string_view field) { return fields.contains(field); };
  if (has("hs_code")) fields.insert("hs6_2022");
  if (has("invoice_value")) fields.insert("invoice_currency");
  if (has("customs_value")) fields.insert("customs_value_currency");
  if (has("invoice_value") || has("customs_value") || has("statistical_value_usd")) {
    fields.insert("value_usd");
  }
  if (has("quantity")) {
    fields.insert("quantity_unit");
    fields.insert("net_mass_kg");
  }
  if (has("incoterm")) fields.insert("incoterm_place");
  for (auto const field : kAlways) fields.emplace(field);
}

void make_schema(Plan& plan) {
  std::set<std::string, std::less<>> fields;
  for (auto const* group : {&plan.fields, &plan.money}) {
    for (auto const& field : *group) fields.insert(field.field);
  }
  add_derived(fields);
  for (auto const& column : shipment_schema()) {
    if (fields.contains(column.name)) plan.schema.push_back(column);
  }
  auto const place = [&](std::string_view name) {
    auto const at = std::ranges::find(plan.schema, name, &table::Column::name);
    return at == plan.schema.end() ? kNoColumn : static_cast<std::size_t>(at - plan.schema.begin());
  };
  for (auto* group : {&plan.fields, &plan.money}) {
    for (auto& field : *group) field.out = place(field.field);
  }
  plan.out = {.row_id = place("row_id"),
              .source_id = place("source_id"),
              .source_file = place("source_file"),
              .source_line = place("source_line"),
              .byte_begin = place("byte_begin"),
              .byte_end = place("byte_end"),
              .status = place("status"),
              .cell_states = place("cell_states"),
              .hs6 = place("hs6_2022"),
              .value_usd = place("value_usd"),
              .invoice_value = place("invoice_value"),
              .invoice_currency = place("invoice_currency"),
              .customs_value = place("customs_value"),
              .customs_value_currency = place("customs_value_currency"),
              .statistical_value_usd = place("statistical_value_usd"),
              .net_mass = place("net_mass_kg"),
              .incoterm_place = place("incoterm_place"),
              .quantity = place("quantity"),
              .quantity_unit = place("quantity_unit")};
}

/// The number of cells a record must have: behind it stand only columns that are often empty.
std::size_t least_cells(Head const& head) {
  auto least = head.header.cells.size();
  while (least > 1) {
    auto const column = least - 1;
    auto const empty = std::ranges::count_if(head.rows, [&](HeadRecord const& row) {
      return column >= row.cells.size() || is_placeholder(row.cells[column]);
    });
    bool const often = static_cast<std::size_t>(empty) * 2 >= head.rows.size() && empty > 0;
    if (!head.header.cells[column].empty() && !often) break;
    --least;
  }
  return least;
}

PlanField& field_in(Plan& plan, std::string const& name) {
  auto const kind = kind_of(name);
  auto& group = kind == Kind::money ? plan.money : plan.fields;
  auto const at = std::ranges::find(group, name, &PlanField::field);
  if (at != group.end()) return *at;
  PlanField made;
  made.field = name;
  made.kind = kind;
  group.push_back(std::move(made));
  return group.back();
}

}  // namespace

Result<Plan> make_plan(Layout const& layout, Head const& head, bool derived_constants) {
  Plan plan;
  plan.header = head.header.cells;
  plan.delimiter = head.dialect.delimiter;
  plan.decimal_sign = layout.decimal_sign;
  plan.date_order = layout.date_order == "mdy" ? DateOrder::mdy : DateOrder::dmy;
  auto const columns = columns_of(layout, plan.header);
  std::set<std::size_t> placed;
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    auto const& rule = layout.columns[i];
    if (columns[i] == std::string::npos || rule.field.empty()) continue;
    PlanSource source;
    source.column = columns[i];
    source.currency = rule.currency;
    TW_CHECK(set_unit(rule, source));
    if (rule.field == "quantity" && !rule.unit.empty()) {
      field_in(plan, "quantity_unit").constant = rule.unit;
    }
    field_in(plan, rule.field).sources.push_back(std::move(source));
    placed.insert(columns[i]);
  }
  if (placed.empty()) {
    return fail(ErrorKind::bad_input,
                fmt::format("No column of layout \"{}\" stands in the file.", layout.name),
                "See what the file holds with: tidewaiter layouts guess FILE");
  }
  for (auto const& [name, value] : layout.constants) {
    auto& field = field_in(plan, name);
    field.constant = value;
    field.constant_is_derived = derived_constants;
  }
  for (std::size_t i = 0; i < plan.header.size(); ++i) {
    if (!placed.contains(i) && !plan.header[i].empty()) plan.unplaced.push_back(plan.header[i]);
  }
  plan.cells_min = least_cells(head);
  make_schema(plan);
  return plan;
}

}  // namespace tw::records
