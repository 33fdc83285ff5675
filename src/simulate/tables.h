/// The generator's own tables, data/simulate/*.psv, parsed once.
#pragma once

#include <vector>

#include "tidewaiter/core.h"

namespace tw::simulate {

/// Which customs file a row or a spelling is for.
enum class FileKind : std::uint8_t { ru, tr, en };
constexpr std::size_t kFileKinds = 3;

using CountryNo = std::uint8_t;  ///< Index in `Tables::countries`.

struct CountryRow {
  std::string_view code;
  std::array<std::string_view, kFileKinds> name;
};
struct City {
  CountryNo country = 0;
  std::string_view latin, native, cyrillic;
  std::string_view street_latin, street_native, street_cyrillic;
};
struct NamePart {
  std::string_view latin, native, cyrillic;
};
struct NameParts {
  std::vector<NamePart> ru_a, ru_b, tr_a, tr_b, tr_c, cn, ar_a, ar_b, eu_a, eu_b, eu_c;
};
/// A kind of good: what it is, what it costs, where it comes from, how traders describe it.
struct GoodsKind {
  std::string_view hs10, sector, goods_class, unit;
  bool sensitive = false;
  double kg_per_unit = 1;
  double usd_per_kg = 1;
  std::vector<CountryNo> origins;  ///< Repeated by weight.
  std::array<std::vector<std::string_view>, kFileKinds> texts;
};
struct RateRow {
  int from_month = 0;
  std::array<double, 6> per_usd{};  ///< RUB, CNY, EUR, TRY, AED, KZT.
};
struct Tables {
  std::vector<CountryRow> countries;
  std::vector<City> cities;
  std::vector<std::vector<std::uint16_t>> cities_of;  ///< By country.
  NameParts names;
  std::vector<GoodsKind> kinds;  ///< Ordinary goods, then neighbours of the sensitive ones.
  std::size_t neighbours_begin = 0;
  std::vector<std::string_view> sectors;
  std::vector<std::vector<std::uint16_t>> kinds_of_sector;
  std::vector<RateRow> rates;

  /// The number of a country that is in the table; another is a defect.
  CountryNo country(std::string_view code) const;
  RateRow const& rates_in(int month) const;
};
Tables const& tables();

/// Lines of an embedded table without comments, cut at '|'.
std::vector<std::vector<std::string_view>> psv(std::string_view path);
std::vector<std::string_view> cut(std::string_view text, std::string_view separator);

}  // namespace tw::simulate
