/// OFAC's own files: SDN.CSV and CONS_PRIM.CSV (twelve columns without header), the side files
/// ALT.CSV and ADD.CSV, and the XML of the sdnList schema.
#pragma once

#include "tidewaiter/lists.h"

namespace tw::lists::us_ofac {
bool recognises_sdn(std::string_view head);
Result<Reading> read_sdn(std::string_view utf8, Job const& job);
bool recognises_consolidated(std::string_view head);
Result<Reading> read_consolidated(std::string_view utf8, Job const& job);
bool recognises_alternates(std::string_view head);
Result<Reading> refuse_alternates(std::string_view utf8, Job const& job);
bool recognises_addresses(std::string_view head);
Result<Reading> refuse_addresses(std::string_view utf8, Job const& job);
bool recognises_xml(std::string_view head);
Result<Reading> read_xml(std::string_view utf8, Job const& job);
}  // namespace tw::lists::us_ofac
