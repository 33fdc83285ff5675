#include "lists/us_ofac/us_ofac.h"

#include <algorithm>

#include <fmt/core.h>

#include "tidewaiter/text.h"

#include "lists/ofac_words.h"
#include "lists/us_ofac/ofac_rows.h"
#include "lists/us_ofac/remarks.h"

namespace tw::lists::us_ofac {
namespace {

/// Columns of SDN.CSV and CONS_PRIM.CSV, as OFAC's data specification names them.
enum Column : std::size_t {
  kNumber,
  kName,
  kType,
  kProgram,
  kTitle,
  kCallSign,
  kVesselType,
  kTonnage,
  kGrossTonnage,
  kVesselFlag,
  kVesselOwner,
  kRemarks,
  kColumns
};

std::string_view kind_of(std::string_view type) {
  auto const word = text::ascii_lowered(type);
  if (word == "individual") return "person";
  if (word == "vessel") return "vessel";
  if (word == "aircraft") return "aircraft";
  return "organisation";
}

Entry read_row(OfacRows const& row, std::string_view list, UnreadFields& unread) {
  EntryBuilder builder;
  auto& entry = builder.entry();
  entry.list = list;
  entry.entity_id = fmt::format("{}-{}", list, row.cell(kNumber));
  entry.source_line = row.place();
  entry.kind = kind_of(row.cell(kType));
  builder.add_name(row.cell(kName), NameKind::primary);
  for (auto const programme : programmes_of(row.cell(kProgram))) builder.add_programme(programme);
  builder.add_country(row.cell(kVesselFlag));
  add_remarks(row.cell(kRemarks), builder, unread);
  builder.add_remark("Title", row.cell(kTitle));
  builder.add_remark("Vessel owner", row.cell(kVesselOwner));
  return builder.take();
}

void count_unread(OfacRows const& row, UnreadFields& unread) {
  static constexpr std::pair<Column, std::string_view> kUnread[] = {
      {kCallSign, "call_sign"},
      {kVesselType, "vessel_type"},
      {kTonnage, "tonnage"},
      {kGrossTonnage, "gross_registered_tonnage"}};
  for (auto const& [column, name] : kUnread) {
    if (!row.cell(column).empty()) unread.count(name);
  }
}

/// Why a row cannot be an entry, or "".
std::string fault_of(OfacRows const& row) {
  if (row.cells() != kColumns) {
    return fmt::format("The row has {} columns in place of {}.", row.cells(),
                       static_cast<std::size_t>(kColumns));
  }
  if (!is_number(row.cell(kNumber))) return "The row does not begin with a number.";
  return {};
}

/// Reads all rows; `keep` puts an entry of the list `us_sdn` on its list or lists.
template <typename Keep>
Result<Reading> read_rows(std::string_view utf8, std::string_view format, std::string_view list,
                          Job const& job, Keep keep) {
  OfacRows row(utf8);
  ReadingBuilder reading(format);
  while (row.next()) {
    if (reading.reading().records % 1024 == 0) TW_CHECK(job.go_on());
    if (auto fault = fault_of(row); !fault.empty()) {
      reading.reject(row.place(), std::move(fault));
      continue;
    }
    count_unread(row, reading.unread());
    keep(reading, read_row(row, list, reading.unread()), row);
  }
  return reading.take();
}

/// Whether a programme stands on the consolidated list only.
bool is_consolidated_programme(std::string_view programme) {
  return programme.starts_with("NS-PLC") || programme.starts_with("CMIC-EO13959") ||
         programme.starts_with("FSE-") || programme.starts_with("MBS") ||
         programme.starts_with("561-Related") || programme.starts_with("UKRAINE-EO13662");
}

/// Most rows of CONS_PRIM.CSV stand under such programmes, few of SDN.CSV do.
bool is_consolidated(std::string_view head) {
  OfacRows row(head);
  std::size_t rows = 0;
  std::size_t hits = 0;
  while (row.next()) {
    ++rows;
    auto const programmes = programmes_of(row.cell(kProgram));
    if (std::ranges::any_of(programmes, is_consolidated_programme)) ++hits;
  }
  return rows > 0 && hits * 2 > rows;
}

Error refusal(std::string_view what, std::string_view name) {
  return Error{.kind = ErrorKind::bad_input,
               .message = fmt::format("The file holds OFAC's {} ({}), which name their entries by "
                                      "number only.",
                                      what, name),
               .advice = "Add sdn.csv or cons_prim.csv, or OFAC's sdn.xml, which holds all of it."};
}

}  // namespace

bool recognises_sdn(std::string_view head) {
  return file_kind(head) == FileKind::primary && !is_consolidated(head);
}

Result<Reading> read_sdn(std::string_view utf8, Job const& job) {
  return read_rows(utf8, "us_ofac_sdn_csv", "us_sdn", job,
                   [](ReadingBuilder& reading, Entry entry, OfacRows const&) {
                     reading.keep(std::move(entry));
                   });
}

bool recognises_consolidated(std::string_view head) {
  return file_kind(head) == FileKind::primary && is_consolidated(head);
}

Result<Reading> read_consolidated(std::string_view utf8, Job const& job) {
  return read_rows(utf8, "us_ofac_cons_csv", "us_ofac_cons", job,
                   [](ReadingBuilder& reading, Entry const& any, OfacRows const& row) {
                     bool first = true;
                     for (auto const list : consolidated_lists(any)) {
                       // Read once more under its list, which decides what its listing day is.
                       UnreadFields counted_already;
                       auto entry = read_row(row, list, counted_already);
                       first ? reading.keep(std::move(entry))
                             : reading.keep_repeated(std::move(entry));
                       first = false;
                     }
                   });
}

bool recognises_alternates(std::string_view head) {
  return file_kind(head) == FileKind::alternates;
}
Result<Reading> refuse_alternates(std::string_view, Job const&) {
  return std::unexpected(refusal("alternate names", "alt.csv"));
}
bool recognises_addresses(std::string_view head) { return file_kind(head) == FileKind::addresses; }
Result<Reading> refuse_addresses(std::string_view, Job const&) {
  return std::unexpected(refusal("addresses", "add.csv"));
}

}  // namespace tw::lists::us_ofac
