/// What OFAC says about a party beside its numbers, in SDN remarks as in the CSL's ids.
#pragma once

#include "lists/entry_builder.h"

namespace tw::lists {

/// A statement such as "Listing Date (CMIC)" with "16 Dec 2021", "Executive Order 13662 Directive
/// Determination -" with "Subject to Directive 3", "Secondary sanctions risk:" with a text.
/// Days and directives go to their fields, matters of law to the remarks. False when the statement
/// is none of these and was not kept.
bool add_ofac_statement(std::string_view label, std::string_view value, EntryBuilder& builder);

/// The non-SDN lists on which an entry of OFAC's consolidated file stands, by its programmes and
/// remarks; "us_ofac_cons" when they do not tell.
std::vector<std::string_view> consolidated_lists(Entry const& entry);

}  // namespace tw::lists
