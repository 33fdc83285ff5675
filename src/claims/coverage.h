/// What the files can and cannot show of a claim.
#pragma once

#include "claims/where.h"

namespace tw::claims {

struct Shown {
  bool any = false;          ///< Some file holds rows of the reporter and flow in the period.
  std::vector<int> missing;  ///< Months of the period without rows in any such file.
  std::string line;          ///< For people.
};
Shown shown(Scene const& scene, Filter const& filter, std::optional<Period> const& period,
            Choices const& choices);

/// Columns that the claim needs and no row of its frame fills.
Result<std::vector<std::string>> empty_columns(Scene const& scene, Where const& where,
                                               Filter const& filter,
                                               std::optional<Period> const& period,
                                               Choices const& choices);

}  // namespace tw::claims
