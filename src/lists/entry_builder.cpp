#include "lists/entry_builder.h"

#include <algorithm>

#include <fmt/core.h>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "lists/identifiers.h"

namespace tw::lists {

std::string squeezed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (char const c : text) {
    // Tabs, line ends and the odd control character of old exports are all white space here.
    if (static_cast<unsigned char>(c) <= ' ') {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

std::vector<std::string_view> parts(std::string_view text, std::string_view by) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    auto const end = std::min(text.find(by), text.size());
    auto const part = text::trimmed(text.substr(0, end));
    if (!part.empty()) found.push_back(part);
    text.remove_prefix(std::min(end + by.size(), text.size()));
  }
  return found;
}

void UnreadFields::count(std::string_view field, std::uint64_t times) {
  auto const found =
      std::ranges::find(fields_, field, &std::pair<std::string, std::uint64_t>::first);
  if (found != fields_.end()) {
    found->second += times;
  } else {
    fields_.emplace_back(field, times);
  }
}

std::vector<std::pair<std::string, std::uint64_t>> UnreadFields::sorted() const {
  auto fields = fields_;
  std::ranges::sort(fields);
  return fields;
}

void EntryBuilder::add_name(std::string_view name, NameKind kind) {
  auto text = squeezed(name);
  while (!text.empty() && (text.back() == ';' || text.back() == ',')) text.pop_back();
  // Punctuation alone names nobody; bytes above ASCII are letters of other scripts.
  auto const is_letter = [](char c) {
    auto const u = static_cast<unsigned char>(c);
    return u >= 0x80 || (u >= '0' && u <= '9') || ((u | 0x20U) >= 'a' && (u | 0x20U) <= 'z');
  };
  if (std::ranges::none_of(text, is_letter)) return;
  auto const known = std::ranges::find(entry_.names, text, &ListedName::name);
  if (known != entry_.names.end()) {
    // A primary name stays primary where it also stands among the aliases.
    if (kind == NameKind::primary) known->kind = kind;
    return;
  }
  entry_.names.push_back({std::move(text), kind});
}

bool EntryBuilder::has_primary() const {
  return std::ranges::find(entry_.names, NameKind::primary, &ListedName::kind) !=
         entry_.names.end();
}

void EntryBuilder::add_id(std::string_view type, std::string_view value, std::string_view country) {
  auto id = listed_id(type, value, country);
  if (!id) return;
  for (auto const& known : entry_.ids) {
    if (known.type == id->type && known.value == id->value) return;
  }
  entry_.ids.push_back(std::move(*id));
}

void EntryBuilder::add_address(std::string_view text, std::string_view country) {
  auto address = squeezed(text);
  std::string code;
  if (auto const known = reference::country(country); !country.empty() && known) {
    code = known->view();
  }
  if (code.empty()) {
    // The country is usually the last part: "..., Moscow, 107076, RU".
    auto const comma = address.rfind(',');
    auto const last =
        text::trimmed(comma == std::string::npos ? std::string_view(address)
                                                 : std::string_view(address).substr(comma + 1));
    if (auto const known = reference::country(last); !last.empty() && known) {
      code = known->view();
      if (comma == std::string::npos) address.clear();
    }
  }
  if (!code.empty()) add_country(code);
  if (address.empty()) return;
  for (auto const& known : entry_.addresses) {
    if (known.text == address) return;
  }
  entry_.addresses.push_back({std::move(address), std::move(code)});
}

void EntryBuilder::add_country(std::string_view code_or_name) {
  if (code_or_name.empty()) return;
  auto const known = reference::country(code_or_name);
  if (!known || known->view().empty()) return;
  std::string code(known->view());
  if (std::ranges::find(entry_.countries, code) == entry_.countries.end()) {
    entry_.countries.push_back(std::move(code));
  }
}

void EntryBuilder::add_programme(std::string_view programme) {
  auto text = squeezed(programme);
  if (text.empty()) return;
  if (std::ranges::find(entry_.programmes, text) == entry_.programmes.end()) {
    entry_.programmes.push_back(std::move(text));
  }
}

void EntryBuilder::add_remark(std::string_view label, std::string_view text) {
  auto clean = squeezed(text);
  if (clean.empty()) return;
  if (!entry_.remarks.empty()) entry_.remarks += "; ";
  if (!label.empty()) entry_.remarks.append(label).append(": ");
  entry_.remarks += clean;
}

Entry EntryBuilder::take() {
  auto& names = entry_.names;
  auto const primary = std::ranges::find(names, NameKind::primary, &ListedName::kind);
  if (primary != names.end()) {
    std::rotate(names.begin(), primary, primary + 1);
  } else if (!names.empty()) {
    names.front().kind = NameKind::primary;
  }
  // A tax number beside a single country is that country's: ten digits in Russia are an INN.
  if (entry_.countries.size() == 1) {
    for (auto& id : entry_.ids) {
      if (auto typed = listed_id(id.type, id.value, entry_.countries.front()))
        id = std::move(*typed);
    }
  }
  return std::exchange(entry_, {});
}

void join_entry(Entry const& from, Entry& into) {
  EntryBuilder builder;
  builder.entry() = std::move(into);
  for (auto const& name : from.names) {
    builder.add_name(name.name, name.kind == NameKind::primary ? NameKind::alias : name.kind);
  }
  for (auto const& id : from.ids) builder.add_id(id.type, id.value);
  for (auto const& address : from.addresses) builder.add_address(address.text, address.country);
  for (auto const& country : from.countries) builder.add_country(country);
  for (auto const& programme : from.programmes) builder.add_programme(programme);
  if (from.remarks != builder.entry().remarks) builder.add_remark("", from.remarks);
  auto& entry = builder.entry();
  if (from.listed_on && (!entry.listed_on || *from.listed_on < *entry.listed_on)) {
    entry.listed_on = from.listed_on;
  }
  into = builder.take();
}

namespace {

std::string content_key(Entry const& entry) {
  std::string key = entry.kind + '\n' + entry.remarks;
  for (auto const& name : entry.names) key.append("\nn").append(name.name);
  for (auto const& id : entry.ids) key.append("\ni").append(id.type).append(id.value);
  for (auto const& address : entry.addresses) key.append("\na").append(address.text);
  for (auto const& programme : entry.programmes) key.append("\np").append(programme);
  return key;
}

/// Whether a record says what an earlier one said already; nothing is lost without it.
bool is_same(Entry const& a, Entry const& b) {
  return a.listed_on == b.listed_on && a.delisted_on == b.delisted_on &&
         content_key(a) == content_key(b);
}

}  // namespace

ReadingBuilder::ReadingBuilder(std::string_view format) { reading_.format = format; }

void ReadingBuilder::keep(Entry entry) {
  ++reading_.records;
  put(std::move(entry));
}

void ReadingBuilder::keep_repeated(Entry entry) {
  ++reading_.repeated;
  put(std::move(entry));
}

void ReadingBuilder::keep_or_join(Entry entry) {
  auto const used = entry_of_.find(entry.list + '\n' + entry.entity_id);
  if (used == entry_of_.end()) return keep(std::move(entry));
  count_joined();
  join_entry(entry, reading_.entries[used->second]);
}

void ReadingBuilder::put(Entry entry) {
  auto const refuse = [&](std::string reason) {
    reading_.rejected.push_back({entry.source_line, std::move(reason)});
  };
  if (entry.names.empty()) return refuse("The entry has no name.");
  ensure(!entry.list.empty(), "an entry names its list");
  ensure(!entry.entity_id.empty(), "an entry has an id");
  if (entry.kind.empty()) entry.kind = "unknown";
  auto const [used, is_new] =
      entry_of_.emplace(entry.list + '\n' + entry.entity_id, reading_.entries.size());
  if (!is_new) {
    if (is_same(reading_.entries[used->second], entry)) {
      ++reading_.joined;
      return;
    }
    return refuse(fmt::format("The id \"{}\" already stands at {}.", entry.entity_id,
                              reading_.entries[used->second].source_line));
  }
  reading_.entries.push_back(std::move(entry));
}

void ReadingBuilder::reject(std::string_view place, std::string reason) {
  ++reading_.records;
  reading_.rejected.push_back({std::string(place), std::move(reason)});
}

void ReadingBuilder::count_joined() {
  ++reading_.records;
  ++reading_.joined;
}

void ReadingBuilder::note(std::string text) { reading_.notes.push_back(std::move(text)); }

Reading ReadingBuilder::take() {
  reading_.unread_fields = unread_.sorted();
  ensure(reading_.records + reading_.repeated ==
             reading_.entries.size() + reading_.rejected.size() + reading_.joined,
         "every record of a list is an entry, rejected or joined");
  return std::move(reading_);
}

}  // namespace tw::lists
