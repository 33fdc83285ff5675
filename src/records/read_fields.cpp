#include <algorithm>

#include <fmt/core.h>

#include "records/profile.h"
#include "records/row_builder.h"

namespace tw::records {
namespace {

bool only_zeros(std::string_view cell) {
  return cell.find_first_not_of("0.") == std::string_view::npos;
}

/// value * num / den, rounded half away from zero; nullopt past 18 digits.
std::optional<std::int64_t> scaled(std::int64_t value, std::int64_t num, std::int64_t den) {
  if (num == 1 && den == 1) return value;
  Int128 const product = Int128{value} * num;
  Int128 const half = product < 0 ? -Int128{den} / 2 : Int128{den} / 2;
  Int128 const result = (product + half) / den;
  constexpr std::int64_t kMost = 999'999'999'999'999'999;
  if (result > kMost || result < -kMost) return std::nullopt;
  return static_cast<std::int64_t>(result);
}

/// "import" of "ИМ", "IM4", "Import"; empty when the cell says none.
std::string_view flow_of(std::string_view cell) {
  struct Word {
    std::string_view start;
    std::string_view flow;
  };
  constexpr std::array<Word, 16> kWords = {{{"re-ex", "re_export"},
                                            {"reex", "re_export"},
                                            {"re ex", "re_export"},
                                            {"реэкс", "re_export"},
                                            {"tran", "transit"},
                                            {"тт", "transit"},
                                            {"тр", "transit"},
                                            {"im", "import"},
                                            {"им", "import"},
                                            {"ім", "import"},
                                            {"ith", "import"},
                                            {"ex", "export"},
                                            {"эк", "export"},
                                            {"ек", "export"},
                                            {"ihr", "export"},
                                            {"进", "import"}}};
  auto const folded = text::folded(cell);
  for (auto const& word : kWords) {
    if (std::string_view{folded}.starts_with(word.start)) return word.flow;
  }
  if (folded == "i" || folded == "и") return "import";
  if (folded == "e" || folded == "э") return "export";
  return folded.starts_with("出") ? "export" : std::string_view{};
}

}  // namespace

std::string_view RowBuilder::first_text(PlanField const& field, bool zero_is_absent) {
  for (auto const& source : field.sources) {
    auto const text = cell(source.column);
    if (is_placeholder(text) || (zero_is_absent && only_zeros(text))) continue;
    return text;
  }
  if (!field.constant.empty() && field.constant_is_derived) mark(field.field, "derived");
  return field.constant;
}

void RowBuilder::read_fields() {
  // Amounts need the units, so they come last.
  for (auto const& field : plan_.fields) {
    if (field.kind != Kind::amount) read_field(field);
  }
  for (auto const& field : plan_.fields) {
    if (field.kind == Kind::amount) read_field(field);
  }
}

void RowBuilder::read_field(PlanField const& field) {
  switch (field.kind) {
    case Kind::text:
    case Kind::party_text: return read_text(field);
    case Kind::date: return read_date_field(field);
    case Kind::country: return read_country(field);
    case Kind::hs_code: return read_hs(field);
    case Kind::amount: return read_amount_field(field);
    case Kind::integer: return read_integer(field);
    case Kind::currency: return read_currency(field);
    case Kind::unit: return read_unit(field);
    case Kind::incoterm: return read_incoterm(field);
    case Kind::flow: return read_flow(field);
    case Kind::money: break;
  }
  ensure(false, "money fields are read after all others");
}

void RowBuilder::read_text(PlanField const& field) {
  auto const text = first_text(field, field.kind == Kind::party_text);
  if (text.empty()) return;
  put(field.out, text);
  bool const names = field.kind == Kind::party_text && field.field.ends_with("_name");
  if (names || field.field == "goods_text") has_goods_or_party_ = true;
}

void RowBuilder::read_date_field(PlanField const& field) {
  for (auto const& source : field.sources) {
    auto const text = cell(source.column);
    auto const order = plan_.date_order;
    auto const& read =
        dates_.get(text, [order](std::string_view t) { return read_date(t, order); });
    if (read.read == CellRead::absent) continue;
    if (read.read == CellRead::unreadable) {
      fail_cell(source.column, text, fmt::format("\"{}\" is not a date.", text));
      return;
    }
    put(field.out, std::int64_t{read.date.days});
    if (read.month_only) mark(field.field, "derived");
    constexpr std::array<std::string_view, 4> kDays = {"released_on", "registered_on", "shipped_on",
                                                       "arrived_on"};
    auto const at = std::ranges::find(kDays, std::string_view{field.field});
    if (at != kDays.end()) days_[static_cast<std::size_t>(at - kDays.begin())] = read.date;
    return;
  }
}

void RowBuilder::read_country(PlanField const& field) {
  std::string_view unknown;
  for (auto const& source : field.sources) {
    auto const text = cell(source.column);
    if (is_placeholder(text) && text != "NA") continue;  // "NA" is Namibia in a column of codes.
    auto const& country =
        countries_.get(text, [](std::string_view t) { return reference::country(t); });
    if (country) {
      codes_[field.out] = *country;
      put(field.out, codes_[field.out].view());
      return;
    }
    if (unknown.empty()) unknown = text;
  }
  if (!field.constant.empty()) {
    if (field.constant_is_derived) mark(field.field, "derived");
    put(field.out, field.constant);
  } else if (!unknown.empty()) {
    note_unused(field.field, unknown);
  }
}

void RowBuilder::read_hs(PlanField const& field) {
  auto const text = first_text(field, true);
  if (text.empty()) return;
  hs_digits_ = hs_codes_.get(text, [](std::string_view t) {
    if (t.ends_with(".0")) t.remove_suffix(2);  // A code that a spreadsheet took for a number.
    return reference::hs_digits(t).value_or(std::string{});
  });
  if (hs_digits_.empty()) {
    note_unused(field.field, text);
    return;
  }
  has_goods_or_party_ = true;
  put(field.out, std::string_view{hs_digits_});
  if (hs_digits_.size() >= 6) {
    put(plan_.out.hs6, std::string_view{hs_digits_}.substr(0, 6));
    mark("hs6_2022", "derived");
  }
}

void RowBuilder::read_integer(PlanField const& field) {
  for (auto const& source : field.sources) {
    auto const text = cell(source.column);
    auto const amount = read_amount(text, plan_.decimal_sign, 0);
    if (amount.read == CellRead::absent) continue;
    if (amount.read == CellRead::unreadable) {
      note_unused(field.field, text);
      return;
    }
    // Items are counted from 1: a zero says that the item is not told.
    if (amount.units == 0 && field.field == "item_no") continue;
    put(field.out, amount.units);
    return;
  }
}

void RowBuilder::read_amount_field(PlanField const& field) {
  bool const is_mass = field.field != "quantity";
  auto const& row_unit = field.field == "net_mass_kg" ? net_unit_ : gross_unit_;
  std::optional<std::int64_t> zero;
  for (auto const& source : field.sources) {
    auto const text = cell(source.column);
    auto const amount = read_amount(text, plan_.decimal_sign, Mass::kScale);
    if (amount.read == CellRead::absent) continue;
    auto unit = amount.suffix.empty() ? std::optional<reference::Unit>{} : unit_of(amount.suffix);
    bool const strange = is_mass && !amount.suffix.empty() &&
                         (!unit || unit->dimension != reference::Dimension::mass);
    if (amount.read == CellRead::unreadable || strange) {
      fail_cell(source.column, text,
                fmt::format("\"{}\" is not a {}.", text, is_mass ? "mass" : "number"));
      return;
    }
    if (!is_mass && unit) {
      quantity_unit_ = unit;
      put(plan_.out.quantity_unit, unit->code);
    }
    if (is_mass && !unit) unit = row_unit;
    auto const num = is_mass && unit ? unit->factor_num : source.factor_num;
    auto const den = is_mass && unit ? unit->factor_den : source.factor_den;
    auto const value = scaled(amount.units, num, den);
    if (!value) {
      fail_cell(source.column, text, fmt::format("\"{}\" is too large.", text));
      return;
    }
    if (*value == 0) {
      if (!zero) zero = 0;
      continue;
    }
    put(field.out, *value);
    if (num != 1 || den != 1) mark(field.field, "derived");
    if (!is_mass) derive_net_mass(*value);
    return;
  }
  if (zero) put(field.out, *zero);
}

void RowBuilder::derive_net_mass(std::int64_t quantity) {
  bool const weighs = quantity_unit_ && quantity_unit_->dimension == reference::Dimension::mass;
  if (!weighs) return;
  if (auto const kg = scaled(quantity, quantity_unit_->factor_num, quantity_unit_->factor_den)) {
    mass_of_quantity_ = *kg;
  }
}

void RowBuilder::fill_net_mass() {
  auto const out = plan_.out.net_mass;
  if (!mass_of_quantity_ || out == kNoColumn) return;
  if (out_[out].type == Out::Type::number && out_[out].number != 0) return;
  put(out, *mass_of_quantity_);
  mark("net_mass_kg", "derived");
}

std::string_view RowBuilder::currency_of(std::string_view text) {
  return currencies_.get(
      text, [](std::string_view t) { return reference::currency(t).value_or(std::string_view{}); });
}

void RowBuilder::read_currency(PlanField const& field) {
  std::string_view unknown;
  for (auto const& source : field.sources) {
    auto const text = cell(source.column);
    if (is_placeholder(text)) continue;
    if (auto const code = currency_of(text); !code.empty()) {
      put(field.out, code);
      if (field.field == "invoice_currency") invoice_currency_ = code;
      return;
    }
    if (unknown.empty()) unknown = text;
  }
  if (auto const code = currency_of(field.constant); !code.empty()) {
    put(field.out, code);
    if (field.field == "invoice_currency") invoice_currency_ = code;
  } else if (!unknown.empty()) {
    note_unused(field.field, unknown);
  }
}

std::optional<reference::Unit> RowBuilder::unit_of(std::string_view text) {
  return units_.get(text, [](std::string_view t) { return reference::unit(t); });
}

void RowBuilder::read_unit(PlanField const& field) {
  auto const text = first_text(field, true);
  if (text.empty()) return;
  auto const unit = unit_of(text);
  if (field.field == "net_mass_unit") net_unit_ = unit;
  if (field.field == "gross_mass_unit") gross_unit_ = unit;
  if (field.field != "quantity_unit") return;
  quantity_unit_ = unit;
  put(field.out, unit ? unit->code : text);
}

void RowBuilder::read_incoterm(PlanField const& field) {
  auto const text = first_text(field, true);
  if (text.empty()) return;
  auto const code = incoterm_of(text);
  put(field.out, code.empty() ? text : code);
  auto const place = code.empty() ? std::string_view{} : trimmed_cell(text.substr(code.size()));
  if (place.empty()) return;
  put(plan_.out.incoterm_place, place);
  mark("incoterm_place", "derived");
}

void RowBuilder::read_flow(PlanField const& field) {
  for (auto const& source : field.sources) {
    auto const text = cell(source.column);
    if (is_placeholder(text)) continue;
    auto const flow = flow_of(text);
    if (flow.empty()) {
      note_unused(field.field, text);
      return;
    }
    put(field.out, flow);
    return;
  }
  auto const constant = first_text(field, false);
  if (!constant.empty()) put(field.out, constant);
}

}  // namespace tw::records
