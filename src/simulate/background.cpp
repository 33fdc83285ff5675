// Ordinary trade: who imports what from whom. Every piece of a file has its own random numbers, so
// pieces can be written side by side and the bytes do not depend on the number of threads.
#include <algorithm>

#include "simulate/goods_text.h"
#include "simulate/world.h"

namespace tw::simulate {
namespace {

constexpr std::array<std::string_view, 6> kRussianPosts = {"10131010", "10216170", "10317120",
                                                           "10702070", "10005030", "10511010"};
constexpr std::array<std::string_view, 5> kTurkishPosts = {"341300", "340200", "160400", "270100",
                                                           "330300"};
constexpr std::array<std::string_view, 3> kEnglishPosts = {"DXB01", "HKG02", "ALA05"};

/// Country numbers that the rules below speak of.
struct Countries {
  CountryNo ru, cn, tr, ae, hk, de;
  std::array<CountryNo, 7> hubs;       ///< Reporters of the English file.
  std::array<CountryNo, 7> tr_buyers;  ///< Where Turkish exports go, by weight.
};
Countries const& known() {
  static Countries const all = [] {
    auto const& t = tables();
    auto const no = [&](std::string_view code) { return t.country(code); };
    return Countries{no("RU"),
                     no("CN"),
                     no("TR"),
                     no("AE"),
                     no("HK"),
                     no("DE"),
                     {no("AE"), no("AE"), no("HK"), no("KZ"), no("KG"), no("AM"), no("GE")},
                     {no("RU"), no("RU"), no("RU"), no("KZ"), no("GE"), no("DE"), no("AE")}};
  }();
  return all;
}

/// Members of one customs union do not declare to each other.
bool is_in_union(CountryNo country) {
  auto const code = tables().countries[country].code;
  return code == "KZ" || code == "KG" || code == "AM";
}

class Writer {
 public:
  Writer(Draft const& draft, FileKind file, std::uint64_t begin)
      : draft_(draft),
        file_(file),
        random_(mixed(mixed(draft.seed, static_cast<std::uint64_t>(file) + 11), begin)) {
    line_.file = file;
  }

  Line const& next(std::uint64_t row) {
    if (items_left_ == 0) {
      new_declaration(row);
    } else {
      ++line_.item;
    }
    --items_left_;
    new_item();
    return line_;
  }
  std::uint16_t kind() const { return kind_; }

 private:
  FirmNo zipf_firm(CountryNo country) {
    auto const list = draft_.firms.of(country);
    return list[random_.zipf(list.size(), draft_.firms.log_count(country))];
  }
  /// One of the few partners that a firm keeps in a country for a kind of good.
  FirmNo partner(FirmNo firm, CountryNo country, std::uint64_t about) {
    auto const list = draft_.firms.of(country);
    auto const which = random_.zipf(4, 1.6094379124341003);
    return list[mixed(mixed(firm, about), which + country * 8U) % list.size()];
  }

  void new_declaration(std::uint64_t row) {
    auto const& c = known();
    line_.registered = draft_.calendars[static_cast<std::size_t>(file_)].date_of(row);
    auto const wait = random_.below(10);
    line_.released = {line_.registered.days + (wait < 6 ? 0 : static_cast<std::int32_t>(wait) - 5)};
    line_.post = random_.pick(posts(file_));
    line_.declaration = declaration_no(file_, line_.post, line_.registered, row);
    line_.item = 1;
    auto const size = random_.below(10);
    items_left_ = size < 5 ? 1 : size < 8 ? 2 : size - 5;
    switch (file_) {
      case FileKind::ru: importer_ = zipf_firm(c.ru); break;
      case FileKind::tr: importer_ = zipf_firm(c.tr); break;
      case FileKind::en: importer_ = zipf_firm(random_.pick(c.hubs)); break;
    }
    auto const sectors = tables().sectors.size();
    sector_ = mixed(importer_, random_.zipf(3, 1.3862943611198906)) % sectors;
    choose_goods();
    choose_route();
    line_.incoterm =
        random_.pick(std::array<std::string_view, 5>{"FCA", "FOB", "CIP", "DAP", "EXW"});
    static constexpr std::string_view kModes[] = {"30", "30", "10", "10", "20", "40"};
    line_.mode = kModes[random_.below(std::size(kModes))];
    line_.container = line_.mode == "10" ? container_no() : std::string();
    line_.bill_of_lading = file_ == FileKind::en ? "BL" + line_.container + line_.declaration : "";
  }

  void choose_goods() {
    kind_ = random_.pick(tables().kinds_of_sector[sector_]);
    line_.origin = random_.pick(tables().kinds[kind_].origins);
  }

  void choose_route() {
    auto const& c = known();
    if (file_ == FileKind::ru) {
      while (is_in_union(line_.origin)) line_.origin = random_.chance(0.5) ? c.tr : c.cn;
      auto const drawn = random_.below(100);
      CountryNo from = line_.origin;
      if (drawn >= 75 && drawn < 81) from = c.tr;
      if (drawn >= 81 && drawn < 86) from = c.ae;
      if (drawn >= 86 && drawn < 92 && line_.origin == c.cn) from = c.hk;
      if (drawn >= 92 && drawn < 95 && line_.registered.month_index() < 2022 * 12 + 2) from = c.de;
      line_.trading = from;
      line_.dispatch = random_.chance(0.8) ? from : line_.origin;
      line_.destination = c.ru;
      name_parties(partner(importer_, from, sector_), importer_, c.ru);
      line_.procedure = "40";
    } else {
      auto const home = draft_.firms[importer_].country;
      CountryNo to = random_.pick(c.tr_buyers);
      while (to == home) to = random_.pick(c.tr_buyers);
      if (file_ == FileKind::tr && random_.chance(0.8)) line_.origin = c.tr;
      line_.trading = to;
      line_.dispatch = home;
      line_.destination = to;
      name_parties(importer_, partner(importer_, to, sector_), home);
      line_.procedure = file_ == FileKind::tr ? "1000" : "10";
    }
    line_.incoterm_place = tables().cities[random_.pick(tables().cities_of[line_.dispatch])].latin;
  }

  void name_parties(FirmNo consignor, FirmNo consignee, CountryNo home) {
    line_.consignor = draft_.firms.mention(consignor, file_, random_);
    line_.consignee = draft_.firms.mention(consignee, file_, random_);
    line_.declarant = {};
    if (file_ == FileKind::ru) {
      line_.declarant = random_.chance(0.6)
                            ? line_.consignee
                            : draft_.firms.mention(partner(consignee, home, 77), file_, random_);
    }
  }

  void new_item() {
    auto const& c = known();
    if (line_.item > 1 && random_.chance(0.5)) {
      auto const origin = line_.origin;
      choose_goods();
      line_.origin = origin;
    }
    auto const& kind = tables().kinds[kind_];
    auto const maker_country = line_.origin;
    line_.manufacturer = {};
    if (random_.chance(0.8)) {
      bool const own =
          random_.chance(0.45) && draft_.firms[line_.consignor.firm].country == maker_country;
      line_.manufacturer =
          own ? line_.consignor
              : draft_.firms.mention(partner(importer_, maker_country, sector_ + 1000), file_,
                                     random_);
    }
    line_.brand = random_.chance(0.45) ? brand_of(line_.manufacturer) : std::string();
    line_.hs10 = kind.hs10;
    measure(kind);
    write_goods_text(kind, file_, line_.brand, random_, line_.goods_text);
    bool const local = random_.chance(0.35);
    price(line_, !local                  ? "USD"
                 : line_.origin == c.cn  ? "CNY"
                 : file_ == FileKind::tr ? "TRY"
                                         : "EUR");
  }

  /// Value first, then mass from the price of the kind: traders ship by value.
  void measure(GoodsKind const& kind) {
    double const usd = 6000 * random_.lognormal(1.1);
    double const usd_per_kg = kind.usd_per_kg * random_.lognormal(0.3);
    line_.unit = kind.unit;
    auto grams = static_cast<std::int64_t>(usd / usd_per_kg * 1000);
    if (kind.unit == "kg") {
      grams = std::max<std::int64_t>(grams / 100 * 100, 500);
      line_.quantity = random_.chance(0.5) ? (grams + 500) / 1000 : 0;
    } else {
      auto const per_unit = static_cast<std::int64_t>(kind.kg_per_unit * 1000);
      line_.quantity = std::max<std::int64_t>(1, grams / std::max<std::int64_t>(per_unit, 1));
      grams = std::max<std::int64_t>(1, line_.quantity * std::max<std::int64_t>(per_unit, 1) *
                                            random_.between(970, 1030) / 1000);
    }
    line_.net_g = grams;
    line_.usd_cents = std::max<std::int64_t>(
        1, static_cast<std::int64_t>(static_cast<double>(grams) / 10 * usd_per_kg));
    pack(line_, random_);
  }

  std::string brand_of(Mention maker) {
    auto const& names = tables().names;
    auto const h = mixed(maker.firm, 0xB4A);
    std::string brand(names.eu_a[h % names.eu_a.size()].latin);
    brand += names.eu_c[(h >> 20) % names.eu_c.size()].latin;
    for (auto& letter : brand) {
      if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 32);
    }
    return brand;
  }

  std::string container_no() {
    std::string no = "TWXU";
    for (int i = 0; i < 7; ++i) no.push_back(static_cast<char>('0' + random_.below(10)));
    return no;
  }

  Draft const& draft_;
  FileKind file_;
  Random random_;
  Line line_;
  std::uint64_t items_left_ = 0;
  FirmNo importer_ = 0;
  std::uint64_t sector_ = 0;
  std::uint16_t kind_ = 0;
};

void add_to(FileSum& sum, Line const& line) {
  ++sum.rows;
  sum.net_g += line.net_g;
  sum.gross_g += line.gross_g;
  sum.usd_cents += line.usd_cents;
}

}  // namespace

std::span<std::string_view const> posts(FileKind file) {
  switch (file) {
    case FileKind::ru: return kRussianPosts;
    case FileKind::tr: return kTurkishPosts;
    case FileKind::en: return kEnglishPosts;
  }
  return {};
}

std::string declaration_no(FileKind file, std::string_view post, Date on, std::uint64_t index) {
  // A multiplier without common factor with 10^8 makes the serials look drawn, yet all differ.
  auto const serial = std::to_string(100'000'000 + (index * 73'687'877 + 12'345'679) % 100'000'000);
  auto const iso = on.iso();
  std::string no;
  switch (file) {
    case FileKind::ru:
      no.append(post).append("/").append(iso, 8, 2).append(iso, 5, 2).append(iso, 2, 2);
      return no.append("/").append(serial, 1);
    case FileKind::tr: return no.append(iso, 2, 2).append(post).append("EX").append(serial, 1);
    case FileKind::en: return no.append(post).append("-").append(iso, 2, 2).append(serial, 1);
  }
  return no;
}

void pack(Line& line, Random& random) {
  line.gross_g = line.net_g + line.net_g * random.between(3, 14) / 100;
  line.packages = 1 + line.gross_g / random.between(8'000, 40'000);
}

Piece write_piece(Draft const& draft, FileKind file, std::uint64_t begin, std::uint64_t end) {
  auto const append = layouts()[static_cast<std::size_t>(file)].append;
  Piece piece;
  piece.bytes.reserve((end - begin) * 900);
  piece.cells.reserve(end - begin);
  Writer writer(draft, file, begin);
  auto const stands_before = [&](Planted const& p, std::uint64_t row) {
    return p.line.file < file || (p.line.file == file && p.before < row);
  };
  auto planted = std::ranges::partition_point(
      draft.planted, [&](Planted const& p) { return stands_before(p, begin); });
  bool const is_last = end == draft.ordinary_rows[static_cast<std::size_t>(file)];
  auto const write_planted = [&](std::uint64_t row) {
    for (; planted != draft.planted.end() && planted->line.file == file && planted->before <= row;
         ++planted) {
      piece.planted.emplace_back(planted - draft.planted.begin(), piece.sum.rows);
      append(planted->line, draft.firms, piece.bytes);
      add_to(piece.sum, planted->line);
    }
  };
  for (auto row = begin; row < end; ++row) {
    write_planted(row);
    auto const& line = writer.next(row);
    append(line, draft.firms, piece.bytes);
    add_to(piece.sum, line);
    piece.cells.push_back({{file, line.released.month_index(), writer.kind(), line.origin},
                           line.net_g,
                           line.usd_cents});
  }
  if (is_last) write_planted(end);
  return piece;
}

}  // namespace tw::simulate
