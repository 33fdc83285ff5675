#include "lists/ca_sema/ca_sema.h"

#include <algorithm>

#include <fmt/core.h>

#include "lists/entry_builder.h"
#include "lists/xml_record.h"

namespace tw::lists::ca_sema {
namespace {

constexpr std::string_view kRead[] = {"Country",       "LastName",     "GivenName",    "Entity",
                                      "Aliases",       "Schedule",     "Item",         "Title",
                                      "DateOfListing", "EntityOrShip", "ShipIMONumber"};

/// The list has no numbers of its own: schedule and item are used again and again.
std::string id_of(XmlNode const& record, Entry const& entry) {
  auto const key =
      fmt::format("{}\n{}\n{}\n{}", record.value("Country"), record.value("Schedule"),
                  record.value("Item"), entry.names.empty() ? "" : entry.names.front().name);
  return fmt::format("ca_sema-{}", hex(hash64(key)));
}

Entry read_record(XmlNode const& record, std::uint64_t number, UnreadFields& unread) {
  EntryBuilder builder;
  auto& entry = builder.entry();
  entry.list = "ca_sema";
  entry.source_line = fmt::format("record {}", number);
  auto firm = record.value("Entity");
  if (firm.empty()) firm = record.value("EntityOrShip");
  auto const imo = record.value("ShipIMONumber");
  if (!firm.empty()) {
    entry.kind = imo.empty() ? "organisation" : "vessel";
    builder.add_name(firm, NameKind::primary);
  } else {
    entry.kind = "person";
    builder.add_name(fmt::format("{} {}", record.value("GivenName"), record.value("LastName")),
                     NameKind::primary);
  }
  builder.add_id("IMO", imo);
  for (auto const alias : parts(record.value("Aliases"), ";")) {
    builder.add_name(alias, NameKind::alias);
  }
  // The country is that of the regulations ("Russia / Russie"), a programme and not a place.
  builder.add_programme(record.value("Country"));
  builder.add_remark("Schedule", record.value("Schedule"));
  builder.add_remark("Item", record.value("Item"));
  builder.add_remark("Title", record.value("Title"));
  entry.listed_on = read_day(record.value("DateOfListing"));
  for (auto const& child : record.children) {
    if (std::ranges::find(kRead, child.name) == std::end(kRead)) unread.count(child.name);
  }
  auto read = builder.take();
  read.entity_id = id_of(record, read);
  return read;
}

}  // namespace

bool recognises(std::string_view head) {
  return xml_root(head) == "data-set" && head.find("<Schedule>") != std::string_view::npos;
}

Result<Reading> read(std::string_view utf8, Job const& job) {
  ReadingBuilder reading("ca_sema_xml");
  std::uint64_t number = 0;
  XmlRecords events;
  events.is_record = [](std::string_view name) { return name == "record"; };
  events.record = [&](XmlNode const& record) {
    reading.keep(read_record(record, ++number, reading.unread()));
  };
  events.outside = [](XmlNode const&) {};
  TW_CHECK(read_xml_records(utf8, events, job));
  return reading.take();
}

}  // namespace tw::lists::ca_sema
