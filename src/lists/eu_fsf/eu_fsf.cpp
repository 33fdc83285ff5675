#include "lists/eu_fsf/eu_fsf.h"

#include <algorithm>

#include <fmt/core.h>

#include "lists/entry_builder.h"
#include "lists/xml_record.h"

namespace tw::lists::eu_fsf {
namespace {

/// The English or unmarked strong name stands for the entry; it has one name per language.
bool is_primary(XmlNode const& alias) {
  auto const language = alias.attribute("nameLanguage");
  return alias.attribute("strong") != "false" && (language.empty() || language == "EN");
}

void add_names(XmlNode const& record, EntryBuilder& builder) {
  for (auto const& child : record.children) {
    if (child.name != "nameAlias") continue;
    auto const weak = child.attribute("strong") == "false";
    auto const kind = is_primary(child) && !builder.has_primary() ? NameKind::primary
                      : weak                                      ? NameKind::weak_alias
                                                                  : NameKind::alias;
    builder.add_name(child.attribute("wholeName"), kind);
  }
}

void add_address(XmlNode const& address, EntryBuilder& builder) {
  std::string text;
  for (auto const* part : {"street", "poBox", "place", "city", "region", "zipCode"}) {
    auto const value = squeezed(address.attribute(part));
    if (!value.empty()) text.append(text.empty() ? "" : ", ").append(value);
  }
  auto const country = address.attribute("countryIso2Code");
  builder.add_country(country);
  builder.add_address(text, country);
}

void add_number(XmlNode const& id, EntryBuilder& builder) {
  auto const type = id.attribute("identificationTypeDescription");
  builder.add_id(type == "National passport" ? "Passport"
                 : type == "SWIFT BIC"       ? "BIC"
                                             : type,
                 id.attribute("number"), id.attribute("countryIso2Code"));
}

/// The attribute designationDate, or "date of listing: 23.6.2008" in the details of older entries.
/// The days of the regulations are those of the last amendment.
std::optional<Date> day_of_listing(XmlNode const& record) {
  if (auto const day = read_day(record.attribute("designationDate"))) return day;
  constexpr std::string_view kLabel = "date of listing:";
  auto const details = record.attribute("designationDetails");
  auto const at = details.find(kLabel);
  if (at == std::string_view::npos) return std::nullopt;
  return read_day(details.substr(at + kLabel.size()));
}

void add_child(XmlNode const& child, EntryBuilder& builder, UnreadFields& unread) {
  if (child.name == "regulation") {
    builder.add_programme(child.attribute("programme"));
    builder.add_remark("Regulation", fmt::format("{} in force {}", child.attribute("numberTitle"),
                                                 child.attribute("entryIntoForceDate")));
  } else if (child.name == "address") {
    add_address(child, builder);
  } else if (child.name == "citizenship") {
    builder.add_country(child.attribute("countryIso2Code"));
  } else if (child.name == "identification") {
    add_number(child, builder);
  } else if (child.name == "remark") {
    builder.add_remark("", child.text);
  } else if (child.name != "nameAlias" && child.name != "subjectType") {
    unread.count(child.name);
  }
}

Entry read_record(XmlNode const& record, UnreadFields& unread) {
  EntryBuilder builder;
  auto& entry = builder.entry();
  auto const number = record.attribute("logicalId");
  entry.list = "eu_fsf";
  entry.entity_id = fmt::format("eu_fsf-{}", number);
  entry.source_line = fmt::format("logicalId {}", number);
  auto const* const type = record.child("subjectType");
  entry.kind = type != nullptr && type->attribute("code") == "person" ? "person" : "organisation";
  entry.listed_on = day_of_listing(record);
  add_names(record, builder);
  builder.add_id("EU reference", record.attribute("euReferenceNumber"));
  builder.add_id("UN reference", record.attribute("unitedNationId"));
  for (auto const& child : record.children) add_child(child, builder, unread);
  return builder.take();
}

}  // namespace

bool recognises(std::string_view head) {
  return xml_root(head) == "export" && head.find("fpi/fsd/export") != std::string_view::npos;
}

Result<Reading> read(std::string_view utf8, Job const& job) {
  ReadingBuilder reading("eu_fsf_xml");
  constexpr std::string_view kGenerated = "generationDate=\"";
  auto const at = utf8.substr(0, 4096).find(kGenerated);
  if (at != std::string_view::npos) {
    reading.reading().published_on = read_day(utf8.substr(at + kGenerated.size(), 10));
  }
  XmlRecords events;
  events.is_record = [](std::string_view name) { return name == "sanctionEntity"; };
  events.record = [&](XmlNode const& record) {
    if (record.attribute("logicalId").empty()) {
      reading.reject(fmt::format("record {}", reading.reading().records + 1),
                     "The entry has no logicalId.");
      return;
    }
    // A party under two regulations stands in the file twice.
    reading.keep_or_join(read_record(record, reading.unread()));
  };
  events.outside = [](XmlNode const&) {};
  TW_CHECK(read_xml_records(utf8, events, job));
  return reading.take();
}

}  // namespace tw::lists::eu_fsf
