/// The remarks of an SDN entry: birth, numbers, weak aliases and links in one sentence.
#pragma once

#include "lists/entry_builder.h"

namespace tw::lists::us_ofac {

/// "DOB 1946; nationality Russia; Tax ID No. 7705... (Russia); a.k.a. 'BNC'." into names, numbers,
/// countries, programmes and remarks. What is left out is counted as "remarks: <first words>".
void add_remarks(std::string_view remarks, EntryBuilder& builder, UnreadFields& unread);

}  // namespace tw::lists::us_ofac
