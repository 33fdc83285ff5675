// The tables of data/flags/: parameters, weights, words. Private to the risk room.
#pragma once

#include "tidewaiter/core.h"

namespace tw::risk {

/// Rows of data/flags/<name>, cells split at |, of at most `columns` cells: the last one keeps its
/// own | (patterns have them).
std::vector<std::vector<std::string_view>> table_rows(std::string_view name, std::size_t columns);

/// A row of parameters.psv; a missing name is a defect.
double parameter(std::string_view name);
/// The same as SQL: "3.5".
std::string parameter_text(std::string_view name);

/// (?:a|b) of all patterns of a use in words.psv.
std::string word_pattern(std::string_view use);

/// 'TR', 'AE': members of country groups of the reference room, on the day of parameters.psv.
std::string group_list(std::string_view group, std::string_view other_group = {});

struct FlagWeight {
  std::string_view term;
  double weight = 0;
};
FlagWeight flag_weight(std::string_view flag);

struct ClassWords {
  double weight = 0;
  std::string_view words;      ///< "body armour".
  std::string_view other_use;  ///< "protection of guards, journalists or rescue workers".
  std::string_view document;   ///< The paper that would decide.
};
ClassWords class_words(std::string_view goods_class);

/// The share of the listing weight that a list carries.
double list_share(std::string_view list);

}  // namespace tw::risk
