/// Registration numbers as lists name them, in our words.
#pragma once

#include "tidewaiter/lists.h"

namespace tw::lists {

/// "Tax ID No." of a Russian firm with 10 digits is an INN, "Registration ID" with 13 digits an
/// OGRN, "Vessel Registration Identification: IMO 123" an IMO. `country` is ISO2 or "". A type we
/// do not know stays as the list writes it. nullopt when the value is empty.
std::optional<ListedId> listed_id(std::string_view type, std::string_view value,
                                  std::string_view country = {});

/// Whether OFAC's label names a number of the party (and not its sex, a website or a warning).
bool is_ofac_number(std::string_view label);

/// The label of an OFAC remark at its front ("Tax ID No." of "Tax ID No. 7705 (Russia)"), or "".
std::string_view ofac_number_label(std::string_view remark);

}  // namespace tw::lists
