#include <fmt/core.h>

#include "records/layout.h"
#include "records/row_builder.h"

namespace tw::records {
namespace {

constexpr int kNanoScale = 9;

}  // namespace

RowBuilder::MoneyCell RowBuilder::money_of(PlanField const& field) {
  MoneyCell best;
  for (auto const& source : field.sources) {
    auto const text = cell(source.column);
    auto const amount = read_amount(text, plan_.decimal_sign, Money::kScale);
    if (amount.read == CellRead::absent) continue;
    auto const named = amount.suffix.empty() ? std::string_view{} : currency_of(amount.suffix);
    if (amount.read == CellRead::unreadable || (!amount.suffix.empty() && named.empty())) {
      fail_cell(source.column, text, fmt::format("\"{}\" is not an amount of money.", text));
      return {};
    }
    auto const wide = Int128{amount.units} * source.factor_num;
    constexpr std::int64_t kMost = 999'999'999'999'999'999;
    if (wide > kMost || wide < -kMost) {
      fail_cell(source.column, text, fmt::format("\"{}\" is too large.", text));
      return {};
    }
    MoneyCell found;
    found.units = static_cast<std::int64_t>(wide);
    found.found = true;
    found.currency = !named.empty() ? named : std::string_view{source.currency};
    if (found.currency == kInvoiceCurrency) found.currency = invoice_currency_;
    // Providers write 0 for "not told": a zero yields to any other source of the field.
    if (found.units != 0) return found;
    if (!best.found) best = found;
  }
  return best;
}

std::optional<std::int64_t> RowBuilder::in_usd(MoneyCell const& money) {
  if (!money.found || money.units == 0 || money.currency.empty()) return std::nullopt;
  if (money.currency == "USD") return money.units;
  auto const on = day();
  if (!on) return std::nullopt;
  auto const rate = reference::usd_rate_nano(money.currency, *on);
  return rate ? multiply_units(money.units, *rate, kNanoScale) : std::nullopt;
}

void RowBuilder::fill_value_usd(MoneyCell const& given, MoneyCell const& invoice,
                                MoneyCell const& customs) {
  auto const out = plan_.out.value_usd;
  if (out == kNoColumn) return;
  if (given.found && given.units != 0) {
    put(out, given.units);
    return;
  }
  std::optional<std::int64_t> value;
  auto const statistical = plan_.out.statistical_value_usd;
  if (statistical != kNoColumn && out_[statistical].type == Out::Type::number &&
      out_[statistical].number != 0) {
    value = out_[statistical].number;
  }
  if (!value) value = in_usd(invoice);
  if (!value) value = in_usd(customs);
  if (value) {
    put(out, *value);
    mark("value_usd", "derived");
  } else if (given.found) {
    put(out, given.units);
  } else if (invoice.found && invoice.units != 0 && invoice.currency.empty()) {
    counts.values_without_currency += 1;
  }
}

void RowBuilder::read_money() {
  MoneyCell given;
  MoneyCell invoice;
  MoneyCell customs;
  for (auto const& field : plan_.money) {
    auto const money = money_of(field);
    if (!money.found) continue;
    if (field.out == plan_.out.value_usd) {
      given = money;
      continue;
    }
    put(field.out, money.units);
    if (field.out == plan_.out.invoice_value) invoice = money;
    if (field.out == plan_.out.customs_value) customs = money;
  }
  if (invoice.found) {
    if (invoice.currency.empty()) {
      invoice.currency = invoice_currency_;
    } else if (invoice.currency != invoice_currency_) {
      // The value that was taken stands in another currency than the row's own column says.
      if (!invoice_currency_.empty()) mark("invoice_currency", "derived");
      put(plan_.out.invoice_currency, invoice.currency);
    }
  }
  if (customs.found && !customs.currency.empty()) {
    put(plan_.out.customs_value_currency, customs.currency);
  }
  fill_value_usd(given, invoice, customs);
}

}  // namespace tw::records
