#include "lists/eu_annex/eu_annex.h"

#include <algorithm>

#include "lists/shaped_csv.h"
#include "lists/table_reader.h"

namespace tw::lists::eu_annex {
namespace {

constexpr Header kHeaders[] = {
    {"celex", Role::list},
    {"name", Role::name},
    {"alias", Role::aliases},
    {"weak_alias", Role::weak_aliases},
    {"previous_name", Role::former_names},
    {"schema", Role::kind},
    {"country", Role::country},
    {"nationality", Role::country},
    {"jurisdiction", Role::country},
    {"flag", Role::country},
    {"program_key", Role::programmes},
    {"annex", Role::annex},
    {"measure", Role::remarks},
    {"start_date", Role::listed_on},
    {"reason", Role::remarks},
    {"position", Role::remarks},
    {"notes", Role::remarks},
    {"address", Role::address},
    {"registration_number", Role::number, "Registration Number"},
    {"tax_number", Role::number, "Tax ID No."},
    {"id_number", Role::number, "Identification Number"},
    {"passport_number", Role::number, "Passport"},
    {"inn_code", Role::number, "INN"},
    {"ogrn_code", Role::number, "OGRN"},
    {"kpp_code", Role::number, "KPP"},
    {"okpo_code", Role::number, "OKPO"},
    {"lei_code", Role::number, "LEI"},
    {"swift_bic", Role::number, "BIC"},
    {"imo_number", Role::number, "IMO"},
    {"mmsi", Role::number, "MMSI"},
};

/// By the CELEX number of the regulation: "32014R0269".
std::string list_of_celex(std::string_view celex) {
  if (celex == "32014R0269") return "eu_269";
  if (celex == "32014R0833") return "eu_833";
  if (celex == "32006R0765") return "eu_765";
  return "eu_" + std::string(celex);
}

constexpr Shape kShape{.format = "eu_annex_csv",
                       .headers = kHeaders,
                       .list = "eu_fsf",
                       .between = ";",
                       .order = DayOrder::day_first,
                       .list_of = list_of_celex};

}  // namespace

bool recognises(std::string_view head) {
  auto const keys = header_keys(head);
  auto const has = [&](std::string_view key) { return std::ranges::find(keys, key) != keys.end(); };
  return has("celex") && has("annex") && has("name");
}

Result<Reading> read(std::string_view utf8, Job const& job) {
  return read_shaped(utf8, kShape, job);
}

}  // namespace tw::lists::eu_annex
