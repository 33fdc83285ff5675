#include "lists/us_ofac/remarks.h"

#include <algorithm>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "lists/identifiers.h"
#include "lists/ofac_words.h"

namespace tw::lists::us_ofac {
namespace {

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text = text::trimmed(text.substr(prefix.size()));
  return true;
}

/// 'BNC' without its quotes.
std::string_view unquoted(std::string_view text) {
  if (text.starts_with('\'')) text.remove_prefix(1);
  if (text.ends_with('\'')) text.remove_suffix(1);
  return text;
}

/// "7705 (Russia) issued 14 Dec 2005" gives "7705" and "Russia".
std::pair<std::string_view, std::string_view> number_and_country(std::string_view text) {
  auto const open = text.find(" (");
  if (open == std::string_view::npos) {
    auto const issued = std::min(text.find(" issued "), text.find(" expires "));
    return {text.substr(0, issued), {}};
  }
  auto const close = text.find(')', open);
  auto const country = text.substr(
      open + 2, close == std::string_view::npos ? std::string_view::npos : close - open - 2);
  return {text.substr(0, open), country};
}

void add_number(std::string_view label, std::string_view rest, EntryBuilder& builder) {
  auto const [number, place] = number_and_country(rest);
  auto const country = reference::country(place);
  auto const code = country ? country->view() : std::string_view();
  builder.add_id(label, number, code);
  if (label != "Passport") builder.add_country(code);
}

/// Names of the entry: quoted ones in the remarks are OFAC's weak aliases.
bool add_alias(std::string_view item, EntryBuilder& builder) {
  if (take_prefix(item, "a.k.a.")) {
    builder.add_name(unquoted(item), NameKind::weak_alias);
  } else if (take_prefix(item, "f.k.a.")) {
    builder.add_name(unquoted(item), NameKind::former);
  } else if (take_prefix(item, "n.k.a.")) {
    builder.add_name(unquoted(item), NameKind::alias);
  } else {
    return false;
  }
  return true;
}

bool add_citizenship(std::string_view item, EntryBuilder& builder) {
  if (!take_prefix(item, "nationality ") && !take_prefix(item, "citizen ")) return false;
  builder.add_country(item);
  return true;
}

/// Splits "Listing Date (CMIC) 16 Dec 2021" and "Executive Order 13662 Directive Determination -
/// Subject to Directive 3" into label and value.
std::pair<std::string_view, std::string_view> statement(std::string_view item) {
  if (auto const colon = item.find(": "); colon != std::string_view::npos) {
    return {item.substr(0, colon), item.substr(colon + 2)};
  }
  if (auto const dash = item.find(" - "); dash != std::string_view::npos) {
    return {item.substr(0, dash), item.substr(dash + 3)};
  }
  if (auto const close = item.find(") "); close != std::string_view::npos) {
    return {item.substr(0, close + 1), item.substr(close + 2)};
  }
  for (std::string_view const label :
       {"Organization Established Date", "Target Type", "Nationality of Registration",
        "Aircraft Operator", "Former Vessel Flag", "Issuer Name"}) {
    if (item.starts_with(label)) return {label, text::trimmed(item.substr(label.size()))};
  }
  return {item, {}};
}

std::string label_for_count(std::string_view item) {
  auto const end = item.find(' ');
  return std::string("remarks: ").append(item.substr(0, end));
}

}  // namespace

void add_remarks(std::string_view remarks, EntryBuilder& builder, UnreadFields& unread) {
  while (remarks.ends_with('.') || remarks.ends_with(' ')) remarks.remove_suffix(1);
  for (auto item : parts(remarks, ";")) {
    take_prefix(item, "alt. ");
    if (add_alias(item, builder) || add_citizenship(item, builder)) continue;
    if (auto const label = ofac_number_label(item); !label.empty()) {
      add_number(label, text::trimmed(item.substr(label.size())), builder);
      continue;
    }
    auto const [label, value] = statement(item);
    if (!value.empty() && add_ofac_statement(label, value, builder)) continue;
    static constexpr std::string_view kUnread[] = {"DOB",   "POB",   "Gender", "Website",
                                                   "Email", "Phone", "Fax"};
    auto const is_unread = [&](std::string_view word) { return item.starts_with(word); };
    if (std::ranges::any_of(kUnread, is_unread)) {
      unread.count(label_for_count(item));
    } else {
      builder.add_remark("", item);
    }
  }
}

}  // namespace tw::lists::us_ofac
