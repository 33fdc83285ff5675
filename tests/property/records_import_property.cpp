#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tidewaiter/io.h"

#include "records/cells.h"
#include "records/import.h"
#include "records/layout.h"

namespace tw::records {
namespace {

std::string cell() {
  auto const kind = *rc::gen::inRange(0, 8);
  switch (kind) {
    case 0: return "NULL";
    case 1: return std::to_string(*rc::gen::inRange(0, 100000)) + "," + "5";
    case 2: return "line\nbreak \"quoted\"";
    case 3: return "ООО Берег";
    case 4: return "2022-0" + std::to_string(*rc::gen::inRange(1, 10)) + "-11";
    case 5: return "CN";
    case 6: return "847130";
    default: return *rc::gen::container<std::string>(rc::gen::inRange<char>(32, 127));
  }
}

std::string file_bytes() {
  std::string out = "HS_CODE,IMPORTER_NAME,ORIGIN_COUNTRY,DATE,NET_WEIGHT,PRODUCT_DESCRIPTION\n";
  auto const rows = *rc::gen::inRange(0, 40);
  for (int i = 0; i < rows; ++i) {
    auto const cells = *rc::gen::weightedElement<int>({{20, 6}, {1, 5}, {1, 8}});
    for (int c = 0; c < cells; ++c) {
      if (c > 0) out += ',';
      io::append_csv_cell(cell(), out);
    }
    out += '\n';
  }
  return out;
}

struct Tables {
  std::string shipments, rejects;
  ImportReport report;
};

Tables tables_of(std::string const& bytes, std::uint64_t part_bytes, unsigned threads) {
  auto const folder = std::filesystem::path{testing::TempDir()};
  ImportOptions options;
  options.source_file = "x.csv";
  auto const report = import_parts(bytes, folder / "prop.s", folder / "prop.r", options, part_bytes,
                                   Job{.threads = threads});
  RC_ASSERT(report.has_value());
  return {*io::read_file(folder / "prop.s"), *io::read_file(folder / "prop.r"), *report};
}

RC_GTEST_PROP(Import, part_size_and_threads_change_nothing, ()) {
  auto const bytes = file_bytes();
  auto const whole = tables_of(bytes, 1 << 20, 1);
  auto const parts = tables_of(bytes, *rc::gen::inRange<std::uint64_t>(1, 400), 2);
  RC_ASSERT(whole.shipments == parts.shipments);
  RC_ASSERT(whole.rejects == parts.rejects);
  RC_ASSERT(whole.report.rows_in == parts.report.rows_in);
  RC_ASSERT(whole.report.notes == parts.report.notes);
  RC_ASSERT(whole.report.rows_in == whole.report.rows_kept + whole.report.rows_rejected);
}

RC_GTEST_PROP(Layouts, print_and_parse_round_trip, ()) {
  Layout layout;
  layout.name = "n" + *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
  layout.title = *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
  layout.date_order = *rc::gen::element<std::string>("ymd", "dmy", "mdy");
  layout.decimal_sign = *rc::gen::element('\0', '.', ',');
  auto const count = *rc::gen::inRange(1, 6);
  for (int i = 0; i < count; ++i) {
    layout.columns.push_back(
        {"h" + *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127)),
         *rc::gen::element<std::string>("net_mass_kg", "goods_text", ""),
         *rc::gen::element<std::string>("", "t"),
         *rc::gen::element<std::string>("", "EUR", "invoice")});
  }
  auto const again = parse_layout(layout_toml(layout), "x");
  RC_ASSERT(again.has_value());
  RC_ASSERT(layout_toml(*again) == layout_toml(layout));
  RC_ASSERT(again->columns.size() == layout.columns.size());
  RC_ASSERT(again->columns[0].header == layout.columns[0].header);
}

RC_GTEST_PROP(Numbers, printed_in_any_national_form_read_back, ()) {
  auto const units = *rc::gen::inRange<std::int64_t>(0, 999'999'999'999);
  auto const plain = decimal_text(units, 6);
  auto const point = plain.find('.');
  auto whole = plain.substr(0, point);
  auto const rest = point == std::string::npos ? std::string{} : plain.substr(point + 1);
  auto const group = *rc::gen::element<std::string>("", ".", ",", " ", "\xC2\xA0", "'");
  char const sign = group == "," ? '.' : group == "." ? ',' : *rc::gen::element('.', ',');
  for (auto at = static_cast<int>(whole.size()) - 3; at > 0; at -= 3) {
    whole.insert(static_cast<std::size_t>(at), group);
  }
  auto const text = rest.empty() ? whole : whole + sign + rest;
  auto const read = read_amount(text, sign, 6);
  RC_ASSERT(read.read == CellRead::good);
  RC_ASSERT(read.units == units);
}

RC_GTEST_PROP(Dates, printed_in_any_form_read_back, ()) {
  auto const date = Date{*rc::gen::inRange(3653, 40000)};
  auto const iso = date.iso();
  auto const y = iso.substr(0, 4);
  auto const m = iso.substr(5, 2);
  auto const d = iso.substr(8, 2);
  auto const form = *rc::gen::element<std::string>(std::string{iso}, d + "." + m + "." + y,
                                                   y + m + d, d + "/" + m + "/" + y,
                                                   y + "/" + m + "/" + d, iso + "T10:11:12");
  auto const read = read_date(form, DateOrder::dmy);
  RC_ASSERT(read.read == CellRead::good);
  RC_ASSERT(read.date == date);
}

}  // namespace
}  // namespace tw::records
