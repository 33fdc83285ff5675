/// Words of OpenSanctions and FollowTheMoney: schemata, data sets, property names.
#pragma once

#include "tidewaiter/lists.h"

namespace tw::lists {

/// "organisation" of "Company", "person" of "Person"; nullopt for schemata that name no party
/// (Address, Sanction, Ownership...).
std::optional<std::string_view> kind_of_schema(std::string_view schema);

/// Our list id of a data set by its name ("us_ofac_sdn") or its title ("US OFAC Specially
/// Designated Nationals (SDN) List"); the text itself, as an id, for a list we do not know.
std::string list_of_dataset(std::string_view name_or_title);

/// Whether the data set gathers others ("default", "sanctions") or holds no list at all
/// ("wikidata"): it says nothing about where a party is listed.
bool is_collection(std::string_view dataset);

/// The type of an identifier property ("innCode" gives "INN"); "" when it is none.
std::string_view id_type_of_property(std::string_view property);

}  // namespace tw::lists
