// Lots of goods that came to a party and left it again, read from the rows. Private to flows.
#pragma once

#include "tidewaiter/table.h"

#include "flows/match.h"

namespace tw::flows {

/// A lot as the rows tell it. A shipment that both its exporter's and its importer's customs wrote
/// down is one lot of two rows.
struct HubLot {
  Lot lot;
  std::int64_t other = 0;  ///< The party at the other end.
  std::string side;        ///< Whose customs wrote it: "TR export".
  std::string rows;        ///< "a.csv:3|b.csv:9".
  std::string goods_class;
  std::string origin;
  std::string dispatch;
  std::string destination;
};
/// All lots of one party under one HS6, each side sorted by day.
struct Hub {
  std::int64_t party = 0;
  std::string hs6;
  std::vector<HubLot> in;
  std::vector<HubLot> out;
};

/// Takes the mirror rows of one lot together and sorts by day, mass and rows.
void merge_mirror_lots(std::vector<HubLot>& lots);

/// All hubs: parties that are consignee and consignor of rows under one HS6.
Result<std::vector<Hub>> read_hubs(table::Database const& database, Job const& job);

}  // namespace tw::flows
