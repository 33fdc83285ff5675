/// Annexes of EU regulations that name parties (269/2014, 833/2014, 765/2006), as a table with
/// the columns celex, annex, name, alias... that OpenSanctions transcribes from EUR-Lex.
#pragma once

#include "tidewaiter/lists.h"

namespace tw::lists::eu_annex {
bool recognises(std::string_view head);
Result<Reading> read(std::string_view utf8, Job const& job);
}  // namespace tw::lists::eu_annex
