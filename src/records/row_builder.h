/// One record of a file becomes one row of `shipments` or one reject.
#pragma once

#include <map>

#include "tidewaiter/io.h"
#include "tidewaiter/reference.h"

#include "records/memo.h"
#include "records/plan.h"

namespace tw::records {

/// Cells that could not be used although their rows were kept, by field.
struct Unused {
  std::uint64_t count = 0;
  std::vector<std::string> examples;  ///< The first three distinct ones.
};

struct PartCounts {
  std::uint64_t rows_kept = 0;
  std::uint64_t rows_rejected = 0;
  std::uint64_t lines_skipped = 0;
  std::uint64_t values_without_currency = 0;
  std::optional<Date> first_on;
  std::optional<Date> last_on;
  std::map<std::string, Unused> unused;

  void add(PartCounts const& later);
};

/// Builds rows for one part of a file; one object per part, so no two threads share one.
class RowBuilder {
 public:
  RowBuilder(Plan const& plan, SourceText const& source, ImportOptions const& options,
             bool part_is_utf8);
  void add(io::CsvRecord const& record);

  table::Rows shipments;
  table::Rows rejects;
  PartCounts counts;

 private:
  struct Out {
    enum class Type : std::uint8_t { none, text, number } type = Type::none;
    std::string_view text;
    std::int64_t number = 0;
  };
  struct MoneyCell {
    std::int64_t units = 0;
    std::string_view currency;  ///< Of the cell or its column; empty when they name none.
    bool found = false;
  };
  struct Fault {
    std::string column;
    std::string text;
    std::string reason;
  };

  void start(io::CsvRecord const& record);
  void finish();
  // reading
  std::string_view cell(std::size_t column);
  std::string_view first_text(PlanField const& field, bool zero_is_absent);
  void read_fields();
  void read_field(PlanField const& field);
  void read_text(PlanField const& field);
  void read_date_field(PlanField const& field);
  void read_country(PlanField const& field);
  void read_hs(PlanField const& field);
  void read_amount_field(PlanField const& field);
  void read_integer(PlanField const& field);
  void read_currency(PlanField const& field);
  void read_unit(PlanField const& field);
  void read_incoterm(PlanField const& field);
  void read_flow(PlanField const& field);
  void derive_net_mass(std::int64_t quantity);
  void fill_net_mass();
  std::optional<reference::Unit> unit_of(std::string_view text);
  std::string_view currency_of(std::string_view text);
  // values.cpp
  void read_money();
  MoneyCell money_of(PlanField const& field);
  void fill_value_usd(MoneyCell const& given, MoneyCell const& invoice, MoneyCell const& customs);
  std::optional<std::int64_t> in_usd(MoneyCell const& money);
  // writing
  void put(std::size_t out, std::string_view text);
  void put(std::size_t out, std::int64_t number);
  void mark(std::string_view field, std::string_view state);
  void note_unused(std::string_view field, std::string_view text);
  void fail_cell(std::size_t column, std::string_view text, std::string reason);
  std::optional<std::string> shape_fault(io::CsvRecord const& record) const;
  void write_row();
  void write_reject(Fault const& fault);
  std::optional<Date> day() const;

  Plan const& plan_;
  SourceText const& source_;
  ImportOptions const& options_;
  bool part_is_utf8_;

  // Of the record in hand.
  io::CsvRecord const* record_ = nullptr;
  std::vector<Out> out_;
  std::vector<std::string> scratch_;  ///< Decoded cells, one place per column.
  std::string states_;
  std::optional<Fault> fault_;
  std::string_view invoice_currency_;
  std::optional<reference::Unit> quantity_unit_, net_unit_, gross_unit_;
  std::array<std::optional<Date>, 4> days_;       ///< Released, registered, shipped, arrived.
  std::optional<std::int64_t> mass_of_quantity_;  ///< kg, when the quantity is a mass.
  std::string hs_digits_;
  bool has_goods_or_party_ = false;

  std::vector<reference::Country> codes_;  ///< Countries of the row, one place per column.
  Memo<std::optional<reference::Country>> countries_;
  Memo<std::string_view> currencies_;
  Memo<std::string> hs_codes_;
  Memo<std::optional<reference::Unit>> units_;
  Memo<DateRead> dates_;
};

}  // namespace tw::records
