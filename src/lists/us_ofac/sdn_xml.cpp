// OFAC's XML of the sdnList schema (sdn.xml, consolidated.xml).

#include <algorithm>

#include <fmt/core.h>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "lists/entry_builder.h"
#include "lists/identifiers.h"
#include "lists/ofac_words.h"
#include "lists/us_ofac/remarks.h"
#include "lists/us_ofac/us_ofac.h"
#include "lists/xml_record.h"

namespace tw::lists::us_ofac {
namespace {

/// "LAST, First", as the CSV writes it.
std::string name_of(XmlNode const& node) {
  auto const last = node.value("lastName");
  auto const first = node.value("firstName");
  if (first.empty()) return std::string(last);
  return fmt::format("{}, {}", last, first);
}

NameKind alias_kind(XmlNode const& alias) {
  if (alias.value("type") == "f.k.a.") return NameKind::former;
  return alias.value("category") == "weak" ? NameKind::weak_alias : NameKind::alias;
}

std::string_view kind_of(std::string_view type) {
  auto const word = text::ascii_lowered(type);
  if (word == "individual") return "person";
  if (word == "entity") return "organisation";
  if (word == "vessel") return "vessel";
  if (word == "aircraft") return "aircraft";
  return "unknown";
}

void add_aliases(XmlNode const& record, EntryBuilder& builder) {
  auto const* const aliases = record.child("akaList");
  if (aliases == nullptr) return;
  for (auto const& alias : aliases->children) builder.add_name(name_of(alias), alias_kind(alias));
}

void add_addresses(XmlNode const& record, EntryBuilder& builder) {
  auto const* const list = record.child("addressList");
  if (list == nullptr) return;
  for (auto const& address : list->children) {
    std::string text;
    for (auto const* part :
         {"address1", "address2", "address3", "city", "stateOrProvince", "postalCode"}) {
      auto const value = squeezed(address.value(part));
      if (value.empty()) continue;
      if (!text.empty()) text += ", ";
      text += value;
    }
    auto const country = address.value("country");
    builder.add_country(country);
    if (!text.empty()) {
      builder.add_address(country.empty() ? text : text + ", " + squeezed(country), country);
    }
  }
}

/// Numbers, and OFAC's statements, which stand among them.
void add_ids(XmlNode const& record, EntryBuilder& builder, UnreadFields& unread) {
  auto const* const list = record.child("idList");
  if (list == nullptr) return;
  for (auto const& id : list->children) {
    auto const label = id.value("idType");
    auto const number = id.value("idNumber");
    if (is_ofac_number(label)) {
      auto const country = reference::country(id.value("idCountry"));
      auto const code = country ? country->view() : std::string_view();
      builder.add_id(label, number, code);
      if (label != "Passport") builder.add_country(code);
    } else if (!add_ofac_statement(label, number, builder)) {
      unread.count(std::string("idList: ").append(label));
    }
  }
}

constexpr std::string_view kRead[] = {
    "uid",         "firstName", "lastName", "title",       "sdnType",         "remarks",
    "programList", "idList",    "akaList",  "addressList", "nationalityList", "citizenshipList",
    "vesselInfo"};

void add_countries(XmlNode const& record, EntryBuilder& builder) {
  for (auto const& [list, item] :
       {std::pair{"nationalityList", "nationality"}, std::pair{"citizenshipList", "citizenship"}}) {
    auto const* const group = record.child(list);
    if (group == nullptr) continue;
    for (auto const& child : group->children) {
      if (child.name == item) builder.add_country(child.value("country"));
    }
  }
  if (auto const* const vessel = record.child("vesselInfo")) {
    builder.add_country(vessel->value("vesselFlag"));
  }
}

Entry read_record(XmlNode const& record, std::string_view list, UnreadFields& unread) {
  EntryBuilder builder;
  auto& entry = builder.entry();
  entry.list = list;
  entry.entity_id = fmt::format("{}-{}", list, record.value("uid"));
  entry.source_line = fmt::format("uid {}", record.value("uid"));
  entry.kind = kind_of(record.value("sdnType"));
  builder.add_name(name_of(record), NameKind::primary);
  for (auto const programme : record.values("programList", "program")) {
    builder.add_programme(programme);
  }
  add_aliases(record, builder);
  add_addresses(record, builder);
  add_countries(record, builder);
  add_ids(record, builder, unread);
  add_remarks(record.value("remarks"), builder, unread);
  builder.add_remark("Title", record.value("title"));
  for (auto const& child : record.children) {
    if (std::ranges::find(kRead, child.name) == std::end(kRead)) unread.count(child.name);
  }
  return builder.take();
}

/// The file does not say which of OFAC's files it is; "SDN List" stands in the type lists of the
/// newer schema only. Entries under consolidated programmes alone make it the non-SDN file.
bool is_consolidated(std::string_view head) {
  std::size_t hits = 0;
  std::size_t programmes = 0;
  for (auto at = head.find("<program>"); at != std::string_view::npos;
       at = head.find("<program>", at + 9)) {
    auto const rest = head.substr(at + 9);
    ++programmes;
    if (rest.starts_with("NS-PLC") || rest.starts_with("CMIC-EO13959") ||
        rest.starts_with("UKRAINE-EO13662") || rest.starts_with("FSE-") ||
        rest.starts_with("MBS")) {
      ++hits;
    }
  }
  return programmes > 0 && hits * 2 > programmes;
}

}  // namespace

bool recognises_xml(std::string_view head) { return xml_root(head) == "sdnList"; }

Result<Reading> read_xml(std::string_view utf8, Job const& job) {
  bool const consolidated = is_consolidated(utf8.substr(0, 64 * 1024));
  ReadingBuilder reading(consolidated ? "us_ofac_cons_xml" : "us_ofac_sdn_xml");
  XmlRecords events;
  events.is_record = [](std::string_view name) { return name == "sdnEntry"; };
  events.record = [&](XmlNode const& record) {
    if (record.value("uid").empty()) {
      reading.reject(fmt::format("record {}", reading.reading().records + 1),
                     "The entry has no uid.");
      return;
    }
    auto entry = read_record(record, consolidated ? "us_ofac_cons" : "us_sdn", reading.unread());
    if (!consolidated) return reading.keep(std::move(entry));
    bool first = true;
    for (auto const list : consolidated_lists(entry)) {
      UnreadFields counted_already;
      auto listed = read_record(record, list, counted_already);
      first ? reading.keep(std::move(listed)) : reading.keep_repeated(std::move(listed));
      first = false;
    }
  };
  events.outside = [&](XmlNode const& node) {
    if (node.name == "Publish_Date") {
      reading.reading().published_on = read_day(node.text, DayOrder::month_first);
    }
  };
  TW_CHECK(read_xml_records(utf8, events, job));
  return reading.take();
}

}  // namespace tw::lists::us_ofac
