#include "lists/ofac_words.h"

#include <algorithm>

#include "tidewaiter/text.h"

namespace tw::lists {
namespace {

/// "3" of "... Directive 3 ...", "1a" of "... Directive 1a ..."; "" when there is none.
std::string_view directive_number(std::string_view text) {
  auto const at = text.find("Directive ");
  if (at == std::string_view::npos) return {};
  auto const rest = text.substr(at + 10);
  auto const end = rest.find_first_not_of("0123456789aA");
  auto const number = rest.substr(0, end);
  return number.empty() || number[0] < '0' || number[0] > '9' ? std::string_view() : number;
}

void add_directive(std::string_view order, std::string_view text, EntryBuilder& builder) {
  auto const number = directive_number(text);
  if (!number.empty()) {
    builder.add_programme(
        std::string("EO").append(order).append("-D").append(text::ascii_lowered(number)));
  }
}

/// Labels whose texts are matters of law and belong in the remarks.
constexpr std::string_view kKeptLabels[] = {
    "Secondary sanctions risk",
    "Additional Sanctions Information",
    "Transactions Prohibited For Persons",
    "Executive Order",
    "CAATSA Section",
    "Effective Date",
    "Purchase/Sales For Divestment Date",
    "Target Type",
    "Organization Established Date",
    "Nationality of Registration",
    "Aircraft Operator",
    "Former Vessel Flag",
    "Linked To",
    "Listing Date",
    "For more information",
    "IFCA Determination",
    "PEESA Information",
    "Organization Type",
    "Issuer Name",
};

/// The list that "Listing Date (...)" speaks of.
bool is_listing_date_of(std::string_view label, std::string_view list) {
  if (!label.starts_with("Listing Date")) return false;
  if (list == "us_ns_cmic") return label.find("(CMIC)") != std::string_view::npos;
  if (list == "us_capta") return label.find("Directive 2") != std::string_view::npos;
  if (list == "us_ns_mbs") {
    return label.find("EO 14024") != std::string_view::npos &&
           label.find("Directive 2)") == std::string_view::npos;
  }
  return false;
}

bool has_programme(Entry const& entry, std::string_view begins) {
  return std::ranges::any_of(entry.programmes, [&](std::string const& programme) {
    return programme.starts_with(begins);
  });
}

}  // namespace

bool add_ofac_statement(std::string_view label, std::string_view value, EntryBuilder& builder) {
  auto& entry = builder.entry();
  bool const kept = std::ranges::any_of(
      kKeptLabels, [&](std::string_view known) { return label.starts_with(known); });
  if (!kept) return false;
  if (label.starts_with("Executive Order 13662 Directive")) {
    add_directive("13662", value, builder);
  }
  if (label.find("14024 Directive") != std::string_view::npos) {
    add_directive("14024", label, builder);
    if (value.starts_with("Subject to")) add_directive("14024", value, builder);
  }
  if (is_listing_date_of(label, entry.list)) {
    auto const day = read_day(value);
    // An entry under several directives was listed on the first of their days.
    if (day && (!entry.listed_on || *day < *entry.listed_on)) entry.listed_on = day;
  }
  if (label.starts_with("Nationality of Registration")) builder.add_country(value);
  // A link to a web page is no statement.
  if (label.starts_with("For more information") || value.starts_with("For more information")) {
    return true;
  }
  while (label.ends_with(':') || label.ends_with('-') || label.ends_with(' ')) {
    label.remove_suffix(1);
  }
  builder.add_remark(label, value);
  return true;
}

std::vector<std::string_view> consolidated_lists(Entry const& entry) {
  std::vector<std::string_view> lists;
  if (has_programme(entry, "NS-PLC")) lists.push_back("us_palestinian");
  if (has_programme(entry, "CMIC-EO13959")) lists.push_back("us_ns_cmic");
  if (has_programme(entry, "FSE-")) lists.push_back("us_fse");
  if (has_programme(entry, "UKRAINE-EO13662") || has_programme(entry, "EO13662-D")) {
    lists.push_back("us_ssi");
  }
  if (has_programme(entry, "EO14024-D2") || has_programme(entry, "561-Related") ||
      has_programme(entry, "561list")) {
    lists.push_back("us_capta");
  }
  if (has_programme(entry, "MBS") || has_programme(entry, "EO14024-D1") ||
      has_programme(entry, "EO14024-D3") || has_programme(entry, "EO14024-D4") ||
      has_programme(entry, "CAATSA") || has_programme(entry, "ILLICIT-DRUGS-EO14059")) {
    lists.push_back("us_ns_mbs");
  }
  if (lists.empty()) lists.push_back("us_ofac_cons");
  return lists;
}

}  // namespace tw::lists
