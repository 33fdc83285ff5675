#include "lists/open_sanctions.h"

#include <algorithm>
#include <utility>

#include "tidewaiter/text.h"

namespace tw::lists {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr Pair kKinds[] = {{"Company", "organisation"},
                           {"Organization", "organisation"},
                           {"PublicBody", "organisation"},
                           {"Person", "person"},
                           {"Vessel", "vessel"},
                           {"Airplane", "aircraft"},
                           {"LegalEntity", "unknown"},
                           {"Thing", "unknown"},
                           {"Asset", "unknown"},
                           {"Vehicle", "unknown"},
                           {"Security", "unknown"},
                           {"CryptoWallet", "unknown"},
                           {"RealEstate", "unknown"},
                           {"BankAccount", "unknown"},
                           {"Organisation", "organisation"}};

// Data set names of OpenSanctions, from its public catalogue; titles by the words that tell.
constexpr Pair kDatasets[] = {
    {"us_ofac_sdn", "us_sdn"},
    {"us_ofac_cons", "us_ofac_cons"},
    {"us_bis_denied", "us_dpl"},
    {"us_dod_chinese_milcorps", "us_dod_1260h"},
    {"us_fcc_covered_list", "us_fcc_covered"},
    {"us_state_nonproliferation", "us_isn"},
    {"us_ddtc_debarred", "us_itar_debarred"},
    {"un_sc_sanctions", "un_sc"},
    {"eu_fsf", "eu_fsf"},
    {"eu_sanctions_map", "eu_fsf"},
    {"gb_hmt_sanctions", "uk"},
    {"gb_fcdo_sanctions", "uk"},
    {"ca_dfatd_sema_sanctions", "ca_sema"},
    {"au_dfat_sanctions", "au_dfat"},
    {"jp_mof_sanctions", "jp_mof"},
    {"ch_seco_sanctions", "ch_seco"},
    {"ua_nsdc_sanctions", "ua_nsdc"},
    {"ua_war_sanctions", "ua_war_sanctions"},
};
// The first words that stand in the title decide, so that "Consolidated (non-SDN)" comes first.
constexpr Pair kTitleWords[] = {
    {"non-sdn chinese military", "us_ns_cmic"},
    {"consolidated (non-sdn)", "us_ofac_cons"},
    {"specially designated nationals", "us_sdn"},
    {"entity list", "us_entity_list"},
    {"denied persons", "us_dpl"},
    {"unverified list", "us_uvl"},
    {"military end user", "us_meu"},
    {"1260h", "us_dod_1260h"},
    {"chinese military companies", "us_dod_1260h"},
    {"nonproliferation", "us_isn"},
    {"un security council", "un_sc"},
    {"un sc consolidated", "un_sc"},
    {"eu financial sanctions", "eu_fsf"},
    {"eu consolidated", "eu_fsf"},
    {"uk hmt", "uk"},
    {"uk fcdo", "uk"},
    {"uk sanctions list", "uk"},
    {"ofsi", "uk"},
    {"special economic measures", "ca_sema"},
    {"canadian consolidated", "ca_sema"},
    {"australian", "au_dfat"},
    {"swiss seco", "ch_seco"},
    {"seco sanctions", "ch_seco"},
    {"ukraine nsdc", "ua_nsdc"},
    {"nsdc", "ua_nsdc"},
    {"war and sanctions", "ua_war_sanctions"},
    {"war & sanctions", "ua_war_sanctions"},
    {"japan economic sanctions", "jp_mof"},
};
constexpr std::string_view kCollections[] = {"default",
                                             "sanctions",
                                             "all",
                                             "peps",
                                             "crime",
                                             "debarment",
                                             "securities",
                                             "targets",
                                             "wikidata",
                                             "regulatory",
                                             "enrichers",
                                             "kyb",
                                             "openownership",
                                             "ann_graph_topics",
                                             "special_interest",
                                             "maritime",
                                             "permid",
                                             "gleif",
                                             "opencorporates",
                                             "ru_egrul",
                                             "ext_ru_egrul",
                                             "ext_gleif"};

constexpr Pair kIdProperties[] = {{"innCode", "INN"},
                                  {"ogrnCode", "OGRN"},
                                  {"kppCode", "KPP"},
                                  {"okpoCode", "OKPO"},
                                  {"leiCode", "LEI"},
                                  {"lei", "LEI"},
                                  {"swiftBic", "BIC"},
                                  {"bikCode", "BIK"},
                                  {"uscCode", "USCC"},
                                  {"imoNumber", "IMO"},
                                  {"mmsi", "MMSI"},
                                  {"taxNumber", "Tax ID No."},
                                  {"vatCode", "VAT"},
                                  {"registrationNumber", "Registration Number"},
                                  {"passportNumber", "Passport"},
                                  {"idNumber", "Identification Number"},
                                  {"dunsCode", "DUNS"},
                                  {"ticker", "Equity Ticker"},
                                  {"isin", "ISIN"},
                                  {"isinCode", "ISIN"},
                                  {"callSign", "Call Sign"},
                                  {"serialNumber", "Aircraft Serial Number"},
                                  {"cageCode", "CAGE"},
                                  {"uniqueEntityId", "UEI"},
                                  {"icpCode", "ICP"},
                                  {"npiCode", "NPI"},
                                  {"publicKey", "Wallet"},
                                  {"registrationMark", "Aircraft Tail Number"}};

template <std::size_t N>
std::string_view second_of(Pair const (&pairs)[N], std::string_view first) {
  auto const* const found = std::ranges::find(pairs, first, &Pair::first);
  return found == std::end(pairs) ? std::string_view() : found->second;
}

/// A title made an id: lower case, one underscore between words.
std::string as_id(std::string_view text) {
  std::string id;
  for (char const c : text::ascii_lowered(text)) {
    bool const word =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (word) {
      id += c;
    } else if (!id.empty() && id.back() != '_') {
      id += '_';
    }
  }
  while (id.ends_with('_')) id.pop_back();
  return id.empty() ? std::string(kOwnList) : id;
}

}  // namespace

std::optional<std::string_view> kind_of_schema(std::string_view schema) {
  auto const kind = second_of(kKinds, schema);
  if (kind.empty()) return std::nullopt;
  return kind;
}

std::string list_of_dataset(std::string_view name_or_title) {
  auto const known = second_of(kDatasets, name_or_title);
  if (!known.empty()) return std::string(known);
  auto const folded = text::ascii_lowered(name_or_title);
  if (folded.find(' ') != std::string::npos) {
    for (auto const& [words, list] : kTitleWords) {
      if (folded.find(words) != std::string::npos) return std::string(list);
    }
  }
  return as_id(name_or_title);
}

bool is_collection(std::string_view dataset) {
  return std::ranges::find(kCollections, text::ascii_lowered(dataset)) != std::end(kCollections);
}

std::string_view id_type_of_property(std::string_view property) {
  return second_of(kIdProperties, property);
}

}  // namespace tw::lists
