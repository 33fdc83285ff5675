#include "lists/own_csv/own_csv.h"

#include "lists/shaped_csv.h"
#include "lists/table_reader.h"

namespace tw::lists::own_csv {
namespace {

// docs/lists.md shows the first header of each role; the others are what people write.
constexpr Header kHeaders[] = {
    {"entity_id", Role::entity_id},
    {"id", Role::entity_id},
    {"uid", Role::entity_id},
    {"entry_id", Role::entity_id},
    {"reference", Role::entity_id},
    {"reference_number", Role::entity_id},
    {"list", Role::list},
    {"list_id", Role::list},
    {"source", Role::list},
    {"source_list", Role::list},
    {"dataset", Role::list},
    {"name", Role::name},
    {"full_name", Role::name},
    {"primary_name", Role::name},
    {"entity_name", Role::name},
    {"party", Role::name},
    {"party_name", Role::name},
    {"company", Role::name},
    {"company_name", Role::name},
    {"caption", Role::name},
    {"clean_name", Role::name},
    {"название", Role::name},
    {"наименование", Role::name},
    {"назва", Role::name},
    {"名称", Role::name},
    {"kind", Role::kind},
    {"type", Role::kind},
    {"schema", Role::kind},
    {"entity_type", Role::kind},
    {"aliases", Role::aliases},
    {"alias", Role::aliases},
    {"aka", Role::aliases},
    {"alt_names", Role::aliases},
    {"alt_name", Role::aliases},
    {"alternative_names", Role::aliases},
    {"other_names", Role::aliases},
    {"weak_aliases", Role::weak_aliases},
    {"weak_alias", Role::weak_aliases},
    {"former_names", Role::former_names},
    {"former_name", Role::former_names},
    {"previous_names", Role::former_names},
    {"previous_name", Role::former_names},
    {"fka", Role::former_names},
    {"country", Role::country},
    {"countries", Role::country},
    {"nationality", Role::country},
    {"jurisdiction", Role::country},
    {"flag", Role::country},
    {"registration_no", Role::number, "Registration Number"},
    {"registration_number", Role::number, "Registration Number"},
    {"reg_no", Role::number, "Registration Number"},
    {"company_number", Role::number, "Registration Number"},
    {"tax_id", Role::number, "Tax ID No."},
    {"tax_number", Role::number, "Tax ID No."},
    {"inn", Role::number, "INN"},
    {"инн", Role::number, "INN"},
    {"ogrn", Role::number, "OGRN"},
    {"огрн", Role::number, "OGRN"},
    {"kpp", Role::number, "KPP"},
    {"okpo", Role::number, "OKPO"},
    {"uscc", Role::number, "USCC"},
    {"vkn", Role::number, "VKN"},
    {"lei", Role::number, "LEI"},
    {"bic", Role::number, "BIC"},
    {"swift", Role::number, "BIC"},
    {"imo", Role::number, "IMO"},
    {"imo_number", Role::number, "IMO"},
    {"mmsi", Role::number, "MMSI"},
    {"passport", Role::number, "Passport"},
    {"ids", Role::ids},
    {"identifiers", Role::ids},
    {"address", Role::address},
    {"addresses", Role::address},
    {"адрес", Role::address},
    {"programmes", Role::programmes},
    {"programme", Role::programmes},
    {"programs", Role::programmes},
    {"program", Role::programmes},
    {"regime", Role::programmes},
    {"listed_on", Role::listed_on},
    {"listing_date", Role::listed_on},
    {"date_listed", Role::listed_on},
    {"start_date", Role::listed_on},
    {"effective_date", Role::listed_on},
    {"date", Role::listed_on},
    {"delisted_on", Role::delisted_on},
    {"delisting_date", Role::delisted_on},
    {"end_date", Role::delisted_on},
    {"expiration_date", Role::delisted_on},
    {"remarks", Role::remarks},
    {"remark", Role::remarks},
    {"notes", Role::remarks},
    {"note", Role::remarks},
    {"comments", Role::remarks},
    {"comment", Role::remarks},
    {"reason", Role::remarks},
};
constexpr Shape kShape{.format = "own_csv", .headers = kHeaders};

}  // namespace

bool recognises(std::string_view head) {
  bool has_name = false;
  bool has_more = false;
  auto const keys = header_keys(head);
  for (auto const& key : keys) {
    auto const role = role_of(kShape, key);
    has_name = has_name || role == Role::name;
    has_more = has_more || (role != Role::name && role != Role::unread);
  }
  return has_name && (has_more || keys.size() == 1);
}

Result<Reading> read(std::string_view utf8, Job const& job) {
  return read_shaped(utf8, kShape, job);
}

}  // namespace tw::lists::own_csv
