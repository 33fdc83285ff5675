/// One item of one declaration, before it is written in the words of a file's layout.
#pragma once

#include "simulate/firms.h"

namespace tw::simulate {

struct Line {
  FileKind file = FileKind::ru;
  Date registered;
  Date released;
  std::string declaration;
  int item = 1;
  std::string_view procedure = "40";
  Mention consignor, consignee, declarant, manufacturer;
  CountryNo origin = 0, dispatch = 0, trading = 0, destination = 0;
  std::string goods_text;
  std::string brand;
  std::string hs10;
  std::int64_t net_g = 0;
  std::int64_t gross_g = 0;
  std::int64_t quantity = 0;     ///< In `unit`; 0: the cells stay empty.
  std::string_view unit = "kg";  ///< kg, pcs, l.
  std::int64_t packages = 1;
  std::int64_t usd_cents = 0;
  std::string_view currency = "USD";
  std::int64_t invoice_cents = 0;
  std::int64_t rub_kopecks = 0;  ///< Customs value, Russian file only.
  std::string_view incoterm = "FCA";
  std::string_view incoterm_place;
  std::string_view post;         ///< Customs post code.
  std::string_view mode = "30";  ///< 10 sea, 20 rail, 30 road, 40 air.
  std::string container;
  std::string bill_of_lading;
};

/// A layout: header and row writer. Mass, money and dates in the way of the country.
struct Layout {
  FileKind kind;
  std::string_view file_name;
  std::string_view header;
  void (*append)(Line const& line, Firms const& firms, std::string& out);
};
/// Declared in the order of FileKind.
std::span<Layout const> layouts();

/// Money from dollars at the month's rates, filled into the invoice and customs value.
void price(Line& line, std::string_view currency);

}  // namespace tw::simulate
