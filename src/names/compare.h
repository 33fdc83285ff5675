/// The score of `compare` without its reasons written out.
#pragma once

#include "tidewaiter/names.h"

namespace tw::names {

/// Equal to compare(...).score: the same evidence, not printed.
double score_of(Name const& a, Name const& b, Context const& about_a, Context const& about_b);

}  // namespace tw::names
