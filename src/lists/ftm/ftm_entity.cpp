#include "lists/ftm/ftm_entity.h"

#include <algorithm>

#include <fmt/core.h>
#include <simdjson.h>

#include "tidewaiter/text.h"

#include "lists/open_sanctions.h"

namespace tw::lists::ftm {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

std::string_view text_of(element const& value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

/// Calls `take` for every value of a property: an array, or a single value in hand-made files.
template <typename Take>
void each_value(element const& property, Take take) {
  simdjson::dom::array values;
  if (property.get(values) == simdjson::SUCCESS) {
    for (auto const value : values) take(value);
  } else {
    take(property);
  }
}

template <typename Take>
void each_text(element const& property, Take take) {
  each_value(property, [&](element const& value) {
    auto const text = text::trimmed(text_of(value));
    if (!text.empty()) take(text);
  });
}

std::vector<std::string> texts(object const& from, std::string_view key) {
  std::vector<std::string> found;
  element property;
  if (from.at_key(key).get(property) != simdjson::SUCCESS) return found;
  each_text(property, [&](std::string_view text) { found.emplace_back(text); });
  return found;
}

/// The object of a nested entity, or its id when it is only named.
std::string id_of(element const& value) {
  object nested;
  element id;
  if (value.get(nested) == simdjson::SUCCESS) {
    return nested.at_key("id").get(id) == simdjson::SUCCESS ? std::string(text_of(id))
                                                            : std::string();
  }
  return std::string(text_of(value));
}

std::optional<object> properties_of(element const& value) {
  object entity;
  object properties;
  if (value.get(entity) != simdjson::SUCCESS ||
      entity.at_key("properties").get(properties) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  return properties;
}

void add_days(object const& properties, std::string_view key, std::vector<Date>& days) {
  for (auto const& text : texts(properties, key)) {
    if (auto const day = read_day(text)) days.push_back(*day);
  }
}

Sanction sanction_of(object const& properties, std::vector<std::string> datasets) {
  Sanction sanction;
  sanction.datasets = std::move(datasets);
  for (auto const* key : {"programId", "program"}) {
    for (auto& text : texts(properties, key)) sanction.programmes.push_back(std::move(text));
  }
  for (auto const* key : {"reason", "provisions"}) {
    for (auto& text : texts(properties, key)) sanction.reasons.push_back(std::move(text));
  }
  add_days(properties, "listingDate", sanction.listed_on);
  if (sanction.listed_on.empty()) add_days(properties, "startDate", sanction.listed_on);
  add_days(properties, "endDate", sanction.ended_on);
  return sanction;
}

ListedAddress address_of(object const& properties) {
  ListedAddress address;
  auto const full = texts(properties, "full");
  if (!full.empty()) {
    address.text = full.front();
  } else {
    for (auto const* key : {"street", "city", "state", "region", "postalCode"}) {
      for (auto const& text : texts(properties, key)) {
        if (!address.text.empty()) address.text += ", ";
        address.text += text;
      }
    }
  }
  auto const countries = texts(properties, "country");
  if (!countries.empty()) address.country = countries.front();
  return address;
}

std::optional<NameKind> name_kind(std::string_view property) {
  if (property == "name") return NameKind::alias;  // The caption is the primary name.
  if (property == "alias" || property == "abbreviation") return NameKind::alias;
  if (property == "weakAlias") return NameKind::weak_alias;
  if (property == "previousName") return NameKind::former;
  return std::nullopt;
}

bool is_country(std::string_view property) {
  for (auto const* known : {"country", "jurisdiction", "nationality", "citizenship", "flag",
                            "mainCountry", "registrationCountry"}) {
    if (property == known) return true;
  }
  return false;
}

bool is_remark(std::string_view property) { return property == "notes" || property == "position"; }

/// A property of a party that holds other entities or their ids.
bool add_nested(std::string_view name, element const& property, Entity& entity,
                EntryBuilder& builder) {
  if (name == "sanctions") {
    each_value(property, [&](element const& value) {
      if (auto const nested = properties_of(value)) {
        object whole;
        if (value.get(whole) == simdjson::SUCCESS) {
          entity.sanctions.push_back(sanction_of(*nested, texts(whole, "datasets")));
        }
      }
    });
    return true;
  }
  if (name == "addressEntity") {
    each_value(property, [&](element const& value) {
      if (auto const nested = properties_of(value)) {
        auto const address = address_of(*nested);
        builder.add_address(address.text, address.country);
      } else {
        entity.address_ids.push_back(id_of(value));
      }
    });
    return true;
  }
  return false;
}

void add_property(std::string_view name, element const& property, Entity& entity,
                  EntryBuilder& builder, UnreadFields& unread) {
  if (auto const kind = name_kind(name)) {
    each_text(property, [&](std::string_view text) { builder.add_name(text, *kind); });
  } else if (auto const type = id_type_of_property(name); !type.empty()) {
    each_text(property, [&](std::string_view text) { builder.add_id(type, text); });
  } else if (is_country(name)) {
    each_text(property, [&](std::string_view text) { builder.add_country(text); });
  } else if (name == "address") {
    each_text(property, [&](std::string_view text) { builder.add_address(text); });
  } else if (name == "programId" || name == "program") {
    each_text(property, [&](std::string_view text) { builder.add_programme(text); });
  } else if (is_remark(name)) {
    each_text(property, [&](std::string_view text) { builder.add_remark("", text); });
  } else if (!add_nested(name, property, entity, builder)) {
    unread.count(name);
  }
}

void read_party(object const& whole, object const& properties, Entity& entity,
                UnreadFields& unread) {
  EntryBuilder builder;
  builder.entry().kind = kind_of_schema(entity.schema).value_or("unknown");
  element caption;
  if (whole.at_key("caption").get(caption) == simdjson::SUCCESS) {
    builder.add_name(text_of(caption), NameKind::primary);
  }
  // Without a caption the first of its names stands for it.
  element names;
  if (!builder.has_primary() && properties.at_key("name").get(names) == simdjson::SUCCESS) {
    each_text(names, [&](std::string_view text) {
      builder.add_name(text, builder.has_primary() ? NameKind::alias : NameKind::primary);
    });
  }
  for (auto const [name, property] : properties) {
    add_property(name, property, entity, builder, unread);
  }
  entity.entry = builder.take();
}

}  // namespace

struct EntityParser::State {
  simdjson::dom::parser parser;
};

EntityParser::EntityParser() : state_(std::make_unique<State>()) {}
EntityParser::~EntityParser() = default;

Result<Entity> EntityParser::parse(std::string_view line, UnreadFields& unread) {
  element document;
  auto const error = state_->parser.parse(line.data(), line.size()).get(document);
  if (error != simdjson::SUCCESS) {
    return fail(ErrorKind::bad_input,
                fmt::format("The line is no JSON object: {}", simdjson::error_message(error)));
  }
  object whole;
  object properties;
  element id;
  element schema;
  if (document.get(whole) != simdjson::SUCCESS || whole.at_key("id").get(id) != simdjson::SUCCESS ||
      text_of(id).empty()) {
    return fail(ErrorKind::bad_input, "The entity has no id.");
  }
  if (whole.at_key("schema").get(schema) != simdjson::SUCCESS ||
      whole.at_key("properties").get(properties) != simdjson::SUCCESS) {
    return fail(ErrorKind::bad_input, "The entity has no schema or no properties.");
  }
  Entity entity;
  entity.id = text_of(id);
  entity.schema = text_of(schema);
  entity.datasets = texts(whole, "datasets");
  if (entity.datasets.empty()) entity.datasets = texts(whole, "dataset");
  bool target = true;
  if (whole.at_key("target").get(target) == simdjson::SUCCESS) entity.is_target = target;
  entity.is_party = kind_of_schema(entity.schema).has_value();
  if (entity.is_party) {
    read_party(whole, properties, entity, unread);
  } else if (entity.schema == "Sanction") {
    entity.sanctions.push_back(sanction_of(properties, entity.datasets));
    entity.sanctioned_ids = texts(properties, "entity");
  } else if (entity.schema == "Address") {
    entity.own_address = address_of(properties);
  }
  return entity;
}

}  // namespace tw::lists::ftm
