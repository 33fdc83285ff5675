/// Evidence beside the words: numbers, legal forms, countries, registration numbers, kinds.
#pragma once

#include "names/weigh.h"

namespace tw::names {

struct TwoNames {
  Name const& a;
  Name const& b;
  Context const& about_a;
  Context const& about_b;
};
/// Numbers and legal forms say nothing of persons.
void weigh_beside_words(TwoNames const& names, bool persons, Evidences& found);

}  // namespace tw::names
