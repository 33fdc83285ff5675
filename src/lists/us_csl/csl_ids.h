/// The cell `ids` of the Consolidated Screening List: numbers, dates and warnings in one text.
#pragma once

#include "lists/entry_builder.h"

namespace tw::lists::us_csl {

/// Reads "RU, 7736640919, Tax ID No.; Subject to Directive 3, Executive Order 13662 ..." into
/// numbers, listing days, directive programmes and remarks; the rest is counted as "ids: <label>".
void add_csl_ids(std::string_view cell, EntryBuilder& builder, UnreadFields& unread);

}  // namespace tw::lists::us_csl
