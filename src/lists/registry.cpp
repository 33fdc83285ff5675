#include <fmt/core.h>

#include "tidewaiter/lists.h"
#include "tidewaiter/text.h"

#include "lists/ca_sema/ca_sema.h"
#include "lists/encoding.h"
#include "lists/eu_annex/eu_annex.h"
#include "lists/eu_fsf/eu_fsf.h"
#include "lists/ftm/ftm.h"
#include "lists/own_csv/own_csv.h"
#include "lists/targets_simple/targets_simple.h"
#include "lists/ua_nsdc/ua_nsdc.h"
#include "lists/uk/uk.h"
#include "lists/un_sc/un_sc.h"
#include "lists/us_bis/us_bis.h"
#include "lists/us_csl/us_csl.h"
#include "lists/us_ofac/us_ofac.h"

namespace tw::lists {
namespace {

constexpr std::size_t kHeadBytes = 64 * 1024;

// Asked in this order; the own CSV takes nearly any table with names, so it comes last.
constexpr Reader kReaders[] = {
    {"us_csl_csv", "US Consolidated Screening List, CSV", us_csl::recognises, us_csl::read},
    {"us_ofac_sdn_csv", "OFAC SDN list, CSV (sdn.csv)", us_ofac::recognises_sdn, us_ofac::read_sdn},
    {"us_ofac_cons_csv", "OFAC consolidated non-SDN list, CSV (cons_prim.csv)",
     us_ofac::recognises_consolidated, us_ofac::read_consolidated},
    {"us_ofac_xml", "OFAC SDN or consolidated list, XML (sdn.xml)", us_ofac::recognises_xml,
     us_ofac::read_xml},
    {"us_ofac_alt_csv", "", us_ofac::recognises_alternates, us_ofac::refuse_alternates},
    {"us_ofac_add_csv", "", us_ofac::recognises_addresses, us_ofac::refuse_addresses},
    {"un_sc_xml", "UN Security Council Consolidated List, XML", un_sc::recognises, un_sc::read},
    {"ftm_json_lines", "FollowTheMoney entities, JSON lines", ftm::recognises, ftm::read},
    {"opensanctions_targets_simple_csv", "OpenSanctions targets.simple.csv",
     targets_simple::recognises, targets_simple::read},
    {"us_bis_dpl", "US Denied Persons List (dpl.txt)", us_bis::recognises, us_bis::read},
    {"uk_conlist_csv", "UK OFSI consolidated list (ConList.csv)", uk::recognises, uk::read},
    {"eu_fsf_xml", "EU consolidated financial sanctions list, XML 1.1", eu_fsf::recognises,
     eu_fsf::read},
    {"ca_sema_xml", "Canadian autonomous sanctions list, XML", ca_sema::recognises, ca_sema::read},
    {"ua_nsdc_csv", "Ukrainian NSDC sanctions, table", ua_nsdc::recognises, ua_nsdc::read},
    {"eu_annex_csv", "EU annexes 269/2014, 833/2014, 765/2006 as CSV with a celex column",
     eu_annex::recognises, eu_annex::read},
    {"own_csv", "Tidewaiter's own list CSV (docs/lists.md)", own_csv::recognises, own_csv::read},
};

std::unexpected<Error> unknown_format() {
  std::string titles;
  for (auto const& reader : kReaders) {
    if (reader.title.empty()) continue;
    if (!titles.empty()) titles += "; ";
    titles += reader.title;
  }
  return fail(ErrorKind::bad_input, "The file is in no list format that the program knows.",
              fmt::format("It reads: {}. A table of your own needs a header with the columns name "
                          "and, say, list or country.",
                          titles));
}

std::unexpected<Error> no_entry(Reader const& reader, Reading const& reading) {
  auto const why = reading.rejected.empty() ? std::string("It has no records.")
                                            : fmt::format("{}: {}", reading.rejected.front().place,
                                                          reading.rejected.front().reason);
  return fail(ErrorKind::bad_input,
              fmt::format("The file looks like {} but holds no entry. {}", reader.title, why),
              "Check that the file is whole; the version that was added before stays in force.");
}

void name_list(std::string const& list, Reading& reading) {
  for (auto& entry : reading.entries) {
    if (entry.list == kOwnList) entry.list = list;
  }
}

}  // namespace

std::span<Reader const> readers() { return kReaders; }

std::string_view name_kind_word(NameKind kind) {
  switch (kind) {
    case NameKind::primary: return "primary";
    case NameKind::alias: return "alias";
    case NameKind::weak_alias: return "weak_alias";
    case NameKind::former: return "former";
  }
  defect("a name kind is one of four", std::source_location::current());
}

Result<Reading> read_list(std::string_view bytes, Job const& job) {
  return read_list(bytes, ReadOptions{}, job);
}

Result<Reading> read_list(std::string_view bytes, ReadOptions const& options, Job const& job) {
  std::string holder;
  std::vector<std::string> notes;
  auto const utf8 = as_utf8(bytes, holder, notes);
  if (text::trimmed(utf8).empty()) {
    return fail(ErrorKind::bad_input, "The list file is empty.",
                "Download it again, or check the path.");
  }
  for (auto const& reader : kReaders) {
    if (!reader.recognises(utf8.substr(0, kHeadBytes))) continue;
    TW_TRY(auto reading, reader.read(utf8, job));
    if (reading.entries.empty()) return no_entry(reader, reading);
    reading.notes.insert(reading.notes.begin(), notes.begin(), notes.end());
    if (!reading.published_on) reading.published_on = options.published_on;
    if (!options.list.empty()) name_list(options.list, reading);
    return reading;
  }
  return unknown_format();
}

}  // namespace tw::lists
