#include <fmt/core.h>

#include "tidewaiter/records.h"

namespace tw::records {
namespace {

using table::Type;

struct Field {
  std::string_view name;
  Type type;
  std::string_view meaning;
};

constexpr std::array<std::string_view, 10> kRoles = {
    "consignor", "consignee", "declarant", "carrier", "manufacturer",
    "buyer",     "seller",    "payer",     "bank",    "notify"};

constexpr std::array<Field, 18> kHead = {{
    {"row_id", Type::uint64, "Source number and physical line: unique in a workspace."},
    {"source_id", Type::text, "SHA-256 of the source file."},
    {"source_file", Type::text, "Name of the source file, as shown to people."},
    {"source_line", Type::int64, "Physical line on which the record starts, from 1."},
    {"byte_begin", Type::int64, "First byte of the record in the source file."},
    {"byte_end", Type::int64, "One past the last byte of the record."},
    {"declaration_no", Type::text, "Number of the customs declaration."},
    {"item_no", Type::int64, "Number of the goods item within the declaration."},
    {"version_of", Type::uint64, "The row that this row corrects."},
    {"status", Type::text, "effective, superseded, cancelled or duplicate."},
    {"cell_states", Type::text,
     "Cells that are not simply given: net_mass_kg=derived;value_usd=derived."},
    {"flow", Type::text, "import, export, re_export or transit."},
    {"reporter_country", Type::text, "Country whose customs wrote the record, ISO alpha-2."},
    {"procedure_code", Type::text, "Customs procedure, as declared."},
    {"registered_on", Type::date, "Day on which the declaration was registered."},
    {"released_on", Type::date, "Day on which customs released the goods."},
    {"shipped_on", Type::date, "Day on which the goods left."},
    {"arrived_on", Type::date, "Day on which the goods arrived."},
}};

constexpr std::array<Field, 30> kTail = {{
    {"brand", Type::text, "Trade mark, as declared."},
    {"country_of_origin", Type::text, "Where the goods were made, ISO alpha-2."},
    {"country_of_dispatch", Type::text, "Where the goods came from, ISO alpha-2."},
    {"trading_country", Type::text, "Country of the contract partner, ISO alpha-2."},
    {"country_of_destination", Type::text, "Where the goods go, ISO alpha-2."},
    {"customs_post", Type::text, "Customs office, code or name as declared."},
    {"port_of_loading", Type::text, "Port or place of loading, as declared."},
    {"port_of_discharge", Type::text, "Port or place of discharge, as declared."},
    {"transport_mode", Type::text, "Mode of transport, as declared."},
    {"vessel", Type::text, "Name of the vessel."},
    {"container_no", Type::text, "Container number."},
    {"bill_of_lading", Type::text, "Number of the bill of lading or transport document."},
    {"incoterm", Type::text, "Incoterms code: FOB, CIF, DAP."},
    {"incoterm_place", Type::text, "Place that belongs to the Incoterm."},
    {"goods_text", Type::text, "Description of the goods, as declared."},
    {"goods_language", Type::text, "Language of the description, ISO 639-1."},
    {"hs_code", Type::text, "Commodity code as declared, digits only."},
    {"hs_revision", Type::text, "Edition of the Harmonized System of the code, such as 2022."},
    {"hs6_2022", Type::text, "Six digits of the code."},
    {"quantity", Type::mass, "Quantity in the unit beside it."},
    {"quantity_unit", Type::text, "UN/ECE Rec 20 code of the unit, or the word as declared."},
    {"net_mass_kg", Type::mass, "Net mass in kilograms."},
    {"gross_mass_kg", Type::mass, "Gross mass in kilograms."},
    {"packages", Type::int64, "Number of packages."},
    {"invoice_value", Type::money, "Value on the invoice, in invoice_currency."},
    {"invoice_currency", Type::text, "ISO 4217 code of the invoice's currency."},
    {"customs_value", Type::money, "Value for customs, in customs_value_currency."},
    {"customs_value_currency", Type::text, "ISO 4217 code of the customs value's currency."},
    {"statistical_value_usd", Type::money, "Statistical value in US dollars, as declared."},
    {"value_usd", Type::money, "The value in US dollars, given or converted: docs/mappings.md."},
}};

constexpr std::array<Field, 6> kPartyParts = {{
    {"name", Type::text, "Name, as declared."},
    {"address", Type::text, "Address, as declared."},
    {"country", Type::text, "Country, ISO alpha-2."},
    {"registration_no", Type::text, "Tax or registration number, as declared."},
    {"phone", Type::text, "Telephone."},
    {"email", Type::text, "E-mail address."},
}};

struct Described {
  table::Schema columns;
  std::vector<std::string> meanings;

  void add(std::string name, Type type, std::string meaning) {
    columns.push_back({std::move(name), type});
    meanings.push_back(std::move(meaning));
  }
};

Described const& described() {
  static Described const all = [] {
    Described made;
    for (auto const& field : kHead) {
      made.add(std::string{field.name}, field.type, std::string{field.meaning});
    }
    for (auto const role : kRoles) {
      for (auto const& part : kPartyParts) {
        made.add(fmt::format("{}_{}", role, part.name), part.type,
                 fmt::format("Of the {}: {}", role, part.meaning));
      }
    }
    for (auto const& field : kTail) {
      made.add(std::string{field.name}, field.type, std::string{field.meaning});
    }
    return made;
  }();
  return all;
}

}  // namespace

std::span<std::string_view const> roles() { return kRoles; }

table::Schema const& shipment_schema() { return described().columns; }

table::Schema const& reject_schema() {
  static table::Schema const schema = {
      {"row_id", Type::uint64},     {"source_id", Type::text},   {"source_file", Type::text},
      {"source_line", Type::int64}, {"byte_begin", Type::int64}, {"byte_end", Type::int64},
      {"column", Type::text},       {"text", Type::text},        {"reason", Type::text}};
  return schema;
}

std::string_view field_meaning(std::string_view field) {
  auto const& all = described();
  for (std::size_t i = 0; i < all.columns.size(); ++i) {
    if (all.columns[i].name == field) return all.meanings[i];
  }
  return {};
}

}  // namespace tw::records
