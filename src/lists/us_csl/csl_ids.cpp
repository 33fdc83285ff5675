#include "lists/us_csl/csl_ids.h"

#include <algorithm>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "lists/identifiers.h"
#include "lists/ofac_words.h"

namespace tw::lists::us_csl {
namespace {

bool is_country_code(std::string_view text) {
  return text.size() == 2 && text[0] >= 'A' && text[0] <= 'Z' && reference::country(text);
}

/// Takes "ZZ" off the front of "ZZ, ..." when it is a country.
std::string_view take_country(std::string_view& text) {
  auto const comma = text.find(", ");
  if (comma == std::string_view::npos || !is_country_code(text.substr(0, comma))) return {};
  auto const country = text.substr(0, comma);
  text.remove_prefix(comma + 2);
  return country;
}

/// Takes the days of expiry and issue off the front: "2014-08-30, 2009-08-31, K475336".
void drop_days(std::string_view& text) {
  for (auto comma = text.find(", "); comma != std::string_view::npos; comma = text.find(", ")) {
    if (!read_day(text.substr(0, comma))) return;
    text.remove_prefix(comma + 2);
  }
}

}  // namespace

void add_csl_ids(std::string_view cell, EntryBuilder& builder, UnreadFields& unread) {
  for (auto const item : parts(cell, "; ")) {
    auto const comma = item.rfind(", ");
    if (comma == std::string_view::npos) {
      unread.count("ids: without label");
      continue;
    }
    auto const label = text::trimmed(item.substr(comma + 2));
    auto value = item.substr(0, comma);
    if (is_ofac_number(label)) {
      auto const country = take_country(value);
      drop_days(value);
      builder.add_id(label, value, country);
      // A tax or company number says where a firm is registered; a passport says less.
      if (label != "Passport") builder.add_country(country);
    } else if (!add_ofac_statement(label, value, builder)) {
      unread.count(std::string("ids: ").append(label));
    }
  }
}

}  // namespace tw::lists::us_csl
