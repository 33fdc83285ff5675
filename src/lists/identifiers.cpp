#include "lists/identifiers.h"

#include <algorithm>

#include "tidewaiter/text.h"

namespace tw::lists {
namespace {

/// Labels in OFAC's data that stand before (SDN remarks) or behind (CSL ids) a number of the party,
/// with our word where we have one. Longer labels stand before those that begin like them.
struct Label {
  std::string_view label;
  std::string_view type;
};
constexpr Label kLabels[] = {
    {"Vessel Registration Identification", "IMO"},
    {"Unified Social Credit Code (USCC)", "USCC"},
    {"Government Gazette Number", "OKPO"},
    {"Legal Entity Number", "LEI"},
    {"SWIFT/BIC", "BIC"},
    {"BIK (RU)", "BIK"},
    {"D-U-N-S Number", "DUNS"},
    {"Tax ID No.", "Tax ID No."},
    {"Registration Number", "Registration Number"},
    {"Registration ID", "Registration Number"},
    {"Public Registration Number", "Registration Number"},
    {"Business Registration Number", "Registration Number"},
    {"Business Registration Document #", "Registration Number"},
    {"Commercial Registry Number", "Registration Number"},
    {"Chamber of Commerce Number", "Registration Number"},
    {"Business Number", "Registration Number"},
    {"Company Number", "Registration Number"},
    {"Company ID", "Registration Number"},
    {"C.R. No.", "Registration Number"},
    {"Enterprise Number", "Registration Number"},
    {"Certificate of Incorporation Number", "Registration Number"},
    {"Trade License No.", "Trade Licence"},
    {"V.A.T. Number", "VAT"},
    {"NIT #", "NIT"},
    {"RUC #", "RUC"},
    {"RIF #", "RIF"},
    {"RTN", "RTN"},
    {"R.F.C.", "RFC"},
    {"RFC", "RFC"},
    {"C.U.R.P.", "CURP"},
    {"C.U.I.", "CUI"},
    {"C.U.I.T.", "CUIT"},
    {"CNP (Personal Numerical Code)", "CNP"},
    {"D.N.I.", "DNI"},
    {"Cedula No.", "Cedula No."},
    {"Folio Mercantil No.", "Folio Mercantil No."},
    {"Matricula Mercantil No", "Matricula Mercantil No"},
    {"Italian Fiscal Code", "Italian Fiscal Code"},
    {"Identification Number", "Identification Number"},
    {"National ID No.", "National ID No."},
    {"National Foreign ID Number", "National Foreign ID Number"},
    {"Personal ID Card", "Personal ID Card"},
    {"Birth Certificate Number", "Birth Certificate Number"},
    {"Passport", "Passport"},
    {"Stateless Person Passport", "Passport"},
    {"Diplomatic Passport", "Passport"},
    {"SSN", "SSN"},
    {"Driver's License No.", "Driver's Licence"},
    {"Electoral Registry No.", "Electoral Registry No."},
    {"Credencial electoral", "Credencial electoral"},
    {"Cartilla de Servicio Militar Nacional", "Cartilla de Servicio Militar Nacional"},
    {"MMSI", "MMSI"},
    {"Aircraft Tail Number", "Aircraft Tail Number"},
    {"Previous Aircraft Tail Number", "Aircraft Tail Number"},
    {"Aircraft Manufacturer's Serial Number (MSN)", "Aircraft Serial Number"},
    {"Aircraft Construction Number (also called L/N or S/N or F/N)", "Aircraft Serial Number"},
    {"Aircraft Mode S Transponder Code", "Aircraft Mode S Code"},
    {"ISIN", "ISIN"},
    {"Equity Ticker", "Equity Ticker"},
    {"Military Registration Number", "Military Registration Number"},
    {"Travel Document Number", "Travel Document Number"},
    {"Residency Number", "Residency Number"},
    {"License", "Trade Licence"},
    {"File Number", "Registration Number"},
    {"UK Company Number", "Registration Number"},
    {"Central Registration System Number", "Registration Number"},
    {"Dubai Chamber of Commerce Membership No.", "Registration Number"},
    {"Istanbul Chamber of Comm. No.", "Registration Number"},
    {"Registered Charity No.", "Registration Number"},
    {"Romanian C.R.", "Registration Number"},
    {"Branch Unit Number", "Registration Number"},
    {"MSB Registration Number", "Registration Number"},
    {"RSIN", "RSIN"},
    {"United Social Credit Code Certificate (USCCC)", "USCC"},
    {"C.I.F.", "CIF"},
    {"Fiscal Code", "Tax ID No."},
    {"Romanian Tax Registration", "Tax ID No."},
    {"Paraguayan tax identification number", "Tax ID No."},
    {"Numero Unico de Identificacao Tributaria (NUIT)", "NUIT"},
    {"US FEIN", "EIN"},
    {"LE Number", "LE Number"},
    {"C.U.I.P.", "CUIP"},
    {"I.F.E.", "IFE"},
    {"N.I.E.", "NIE"},
    {"Numero de Identidad", "National ID No."},
    {"Citizen's Card Number", "National ID No."},
    {"Bosnian Personal ID No.", "National ID No."},
    {"Kenyan ID No.", "National ID No."},
    {"Moroccan Personal ID No.", "National ID No."},
    {"Turkish Identification Number", "National ID No."},
    {"UAE Identification", "National ID No."},
    {"Tazkira National ID Card", "National ID No."},
    {"Chinese Commercial Code", "Chinese Commercial Code"},
    {"Refugee ID Card", "Refugee ID Card"},
    {"Stateless Person ID Card", "Stateless Person ID Card"},
    {"British National Overseas Passport", "Passport"},
    {"Aircraft Serial Identification", "Aircraft Serial Number"},
    {"Serial No.", "Serial No."},
    {"MICEX Code", "MICEX Code"},
    {"Seafarer's Identification Document", "Seafarer's Document"},
};

/// "Digital Currency Address - XBT": the currency is part of the label.
constexpr std::string_view kWallet = "Digital Currency Address";

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view our_word(std::string_view label) {
  auto const* const found = std::ranges::find(kLabels, label, &Label::label);
  return found == std::end(kLabels) ? label : found->type;
}

/// What a tax or registration number is in its own country, told by its length.
std::string_view national_type(std::string_view type, std::string_view value,
                               std::string_view country) {
  bool const russian = country == "RU" || country.empty();
  if (type == "Registration Number" && all_digits(value)) {
    // 13 and 15 digits are told apart from nearly all other registers by the length alone.
    if (value.size() == 13 && russian) return "OGRN";
    if (value.size() == 15 && russian) return "OGRNIP";
  }
  if (type == "Tax ID No." && all_digits(value) && country == "RU" &&
      (value.size() == 10 || value.size() == 12)) {
    return "INN";
  }
  if (type == "Tax ID No." && all_digits(value) && country == "TR" && value.size() == 10) {
    return "VKN";
  }
  return type;
}

}  // namespace

std::optional<ListedId> listed_id(std::string_view type, std::string_view value,
                                  std::string_view country) {
  type = text::trimmed(type);
  value = text::trimmed(value);
  while (value.ends_with('.') || value.ends_with(',')) value.remove_suffix(1);
  if (value.empty()) return std::nullopt;
  type = our_word(type);
  // "IMO 8898831" stands under a vessel's and also under a company's number.
  if (value.starts_with("IMO ")) {
    value = text::trimmed(value.substr(4));
    type = type == "IMO" ? "IMO" : "IMO company";
    if (value.empty()) return std::nullopt;
  }
  return ListedId{std::string(national_type(type, value, country)), std::string(value)};
}

bool is_ofac_number(std::string_view label) {
  if (label.starts_with(kWallet)) return true;
  return std::ranges::find(kLabels, label, &Label::label) != std::end(kLabels);
}

std::string_view ofac_number_label(std::string_view remark) {
  if (remark.starts_with(kWallet)) {
    auto const end = remark.rfind(' ');
    return remark.substr(0, end);
  }
  std::string_view best;
  for (auto const& row : kLabels) {
    if (row.label.size() > best.size() && remark.size() > row.label.size() &&
        remark.starts_with(row.label) && remark[row.label.size()] == ' ') {
      best = remark.substr(0, row.label.size());
    }
  }
  return best;
}

}  // namespace tw::lists
