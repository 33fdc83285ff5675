/// The guess together with the head of the file it was made from, for the import.
#pragma once

#include "tidewaiter/records.h"

#include "records/head.h"

namespace tw::records {

struct GuessWithHead {
  LayoutGuess guess;
  Head head;
};
Result<GuessWithHead> guess_from_head(Head head, std::string_view file_name);

}  // namespace tw::records
