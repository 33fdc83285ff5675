/// The rows of data/law/, read once.
#pragma once

#include <algorithm>

#include "tidewaiter/law.h"

namespace tw::law {

struct EffectRow {
  Effect effect;
  std::vector<std::string> programmes;    ///< Empty: every entry of the list.
  std::vector<std::string> only_without;  ///< The row falls away for entries with one of these.
};
struct OwnershipRow {
  std::vector<std::string> lists;
  OwnershipRule rule;
};
struct Tables {
  std::vector<ListInfo> lists;
  std::vector<EffectRow> effects;
  std::vector<OwnershipRow> ownership;
};

/// The embedded tables. A fault in them is a defect of ours and stops the program.
Tables const& tables();

template <typename Values, typename Value>
bool has(Values const& values, Value const& value) {
  return std::ranges::find(values, value) != std::ranges::end(values);
}

/// Whether `on` lies within [from, to]; an absent end is open.
bool holds(std::optional<Date> from, std::optional<Date> to, Date on);

}  // namespace tw::law
