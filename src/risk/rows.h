// The rows that flags and findings look at, as a table of the database. Private to risk.
#pragma once

#include "tidewaiter/risk.h"

namespace tw::risk {

/// Makes the table `risk_rows`: the effective rows whose goods are of a mission class or that name
/// a listed party, with
///   bound       BOOLEAN: on its way to a destination of concern,
///   mission     BOOLEAN: the thing itself is sensitive, or seems declared as something else,
///   listed      BOOLEAN: some party of the row is on a list (whatever the day),
///   alternative VARCHAR: "return", "repair"..., a sign of something more innocent, or NULL,
///   source_no, destination, and the columns of `shipments` that the flags read.
Status make_rows(table::Database& database, Options const& options);

/// 'RU', 'BY' of "RU|BY".
std::string destination_list(Options const& options);

}  // namespace tw::risk
