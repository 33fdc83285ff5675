#include "lists/un_sc/un_sc.h"

#include <algorithm>

#include <fmt/core.h>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "lists/entry_builder.h"
#include "lists/xml_record.h"

namespace tw::lists::un_sc {
namespace {

/// "FIRST SECOND THIRD FOURTH", as the list writes a name in parts.
std::string full_name(XmlNode const& record) {
  std::string name;
  for (auto const* part : {"FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"}) {
    auto const text = record.value(part);
    if (text.empty()) continue;
    if (!name.empty()) name += ' ';
    name += text;
  }
  return name;
}

NameKind alias_kind(std::string_view quality) {
  if (quality == "Low") return NameKind::weak_alias;
  if (quality == "f.k.a.") return NameKind::former;
  return NameKind::alias;
}

/// One alias element may hold several names behind each other: "A; B".
void add_alias(XmlNode const& alias, EntryBuilder& builder) {
  auto const kind = alias_kind(alias.value("QUALITY"));
  for (auto const name : parts(alias.value("ALIAS_NAME"), ";")) builder.add_name(name, kind);
}

void add_address(XmlNode const& address, EntryBuilder& builder) {
  std::string text;
  for (auto const* part : {"STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"}) {
    auto const value = squeezed(address.value(part));
    if (value.empty()) continue;
    if (!text.empty()) text += ", ";
    text += value;
  }
  auto const country = address.value("COUNTRY");
  builder.add_country(country);
  // A country alone is no address.
  if (text != squeezed(country)) builder.add_address(text, country);
}

void add_document(XmlNode const& document, EntryBuilder& builder) {
  auto const number = document.value("NUMBER");
  auto type = squeezed(document.value("TYPE_OF_DOCUMENT"));
  if (type.empty()) type = squeezed(document.value("TYPE_OF_DOCUMENT2"));
  if (type.empty()) type = "Document";
  auto place = document.value("ISSUING_COUNTRY");
  if (place.empty()) place = document.value("COUNTRY_OF_ISSUE");
  auto const country = reference::country(place);
  builder.add_id(type, number, country ? country->view() : std::string_view());
}

/// Children that are read below or say nothing about the party.
constexpr std::string_view kRead[] = {"DATAID",
                                      "VERSIONNUM",
                                      "FIRST_NAME",
                                      "SECOND_NAME",
                                      "THIRD_NAME",
                                      "FOURTH_NAME",
                                      "UN_LIST_TYPE",
                                      "REFERENCE_NUMBER",
                                      "LISTED_ON",
                                      "COMMENTS1",
                                      "NAME_ORIGINAL_SCRIPT",
                                      "DESIGNATION",
                                      "NATIONALITY",
                                      "LIST_TYPE",
                                      "INDIVIDUAL_ALIAS",
                                      "INDIVIDUAL_ADDRESS",
                                      "INDIVIDUAL_DOCUMENT",
                                      "ENTITY_ALIAS",
                                      "ENTITY_ADDRESS",
                                      "SORT_KEY",
                                      "SORT_KEY_LAST_MOD",
                                      "TITLE"};

void add_child(XmlNode const& child, EntryBuilder& builder, UnreadFields& unread) {
  auto const& name = child.name;
  if (name == "INDIVIDUAL_ALIAS" || name == "ENTITY_ALIAS") return add_alias(child, builder);
  if (name == "INDIVIDUAL_ADDRESS" || name == "ENTITY_ADDRESS") return add_address(child, builder);
  if (name == "INDIVIDUAL_DOCUMENT") return add_document(child, builder);
  if (std::ranges::find(kRead, name) != std::end(kRead)) return;
  if (!child.text.empty() || !child.children.empty()) unread.count(name);
}

Entry read_record(XmlNode const& record, UnreadFields& unread) {
  EntryBuilder builder;
  auto& entry = builder.entry();
  auto const reference = record.value("REFERENCE_NUMBER");
  auto const number = record.value("DATAID");
  entry.list = "un_sc";
  // The reference number is what resolutions and notices cite; DATAID is the file's own.
  entry.entity_id = fmt::format("un_sc-{}", reference.empty() ? number : reference);
  entry.source_line = fmt::format("DATAID {}", number);
  entry.kind = record.name == "INDIVIDUAL" ? "person" : "organisation";
  auto const name = full_name(record);
  builder.add_name(name, NameKind::primary);
  // Two firms in one line ("A (CAGL) ; B (GLBC)") are found by either.
  if (name.find(';') != std::string::npos) {
    for (auto const part : parts(name, ";")) builder.add_name(part, NameKind::alias);
  }
  builder.add_name(record.value("NAME_ORIGINAL_SCRIPT"), NameKind::alias);
  builder.add_programme(record.value("UN_LIST_TYPE"));
  entry.listed_on = read_day(record.value("LISTED_ON"));
  for (auto const country : record.values("NATIONALITY", "VALUE")) builder.add_country(country);
  for (auto const& child : record.children) add_child(child, builder, unread);
  for (auto const title : record.values("TITLE", "VALUE")) builder.add_remark("Title", title);
  for (auto const post : record.values("DESIGNATION", "VALUE")) {
    builder.add_remark("Designation", post);
  }
  builder.add_remark("", record.value("COMMENTS1"));
  return builder.take();
}

}  // namespace

bool recognises(std::string_view head) { return xml_root(head) == "CONSOLIDATED_LIST"; }

Result<Reading> read(std::string_view utf8, Job const& job) {
  ReadingBuilder reading("un_sc_xml");
  // The root has ended only at the end, but its attribute stands at the start.
  auto const at = utf8.substr(0, 4096).find("dateGenerated=\"");
  if (at != std::string_view::npos) {
    reading.reading().published_on = read_day(utf8.substr(at + 15, 10));
  }
  XmlRecords events;
  events.is_record = [](std::string_view name) { return name == "INDIVIDUAL" || name == "ENTITY"; };
  events.record = [&](XmlNode const& record) {
    if (record.value("DATAID").empty() && record.value("REFERENCE_NUMBER").empty()) {
      reading.reject(fmt::format("record {}", reading.reading().records + 1),
                     "The entry has neither DATAID nor REFERENCE_NUMBER.");
      return;
    }
    reading.keep(read_record(record, reading.unread()));
  };
  events.outside = [](XmlNode const&) {};
  TW_CHECK(read_xml_records(utf8, events, job));
  return reading.take();
}

}  // namespace tw::lists::un_sc
