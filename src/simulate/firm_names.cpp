#include <algorithm>

#include <fmt/core.h>

#include "tidewaiter/text.h"

#include "simulate/firms.h"

namespace tw::simulate {
namespace {

/// Upper case of Latin, Turkish and Russian letters, for names as customs files shout them.
std::string upper(std::string_view text, bool turkish = false) {
  std::string out;
  while (!text.empty()) {
    char32_t c = text::next_code_point(text);
    if (c == U'i' && turkish) {
      c = U'İ';
    } else if (c == U'ı') {
      c = U'I';
    } else if (c < 0x80) {
      if (c >= U'a' && c <= U'z') c -= 32;
    } else if (c >= U'а' && c <= U'я') {
      c -= 32;
    } else if (c >= U'à' && c <= U'þ' && c != U'÷') {
      c -= 32;
    } else if (c == U'ş' || c == U'ğ') {
      c -= 1;
    }
    text::append_utf8(c, out);
  }
  return out;
}

/// One letter dropped, doubled or swapped with the next, never the first.
std::string mistyped(std::string_view name, Random& random) {
  std::u32string letters;
  for (auto rest = name; !rest.empty();) letters.push_back(text::next_code_point(rest));
  std::vector<std::size_t> places;
  for (std::size_t i = 1; i + 1 < letters.size(); ++i) {
    if (text::is_letter(letters[i]) && text::is_letter(letters[i + 1]) &&
        letters[i] != letters[i + 1]) {
      places.push_back(i);
    }
  }
  if (!places.empty()) {
    auto const at = random.pick(places);
    switch (random.below(3)) {
      case 0: letters.erase(at, 1); break;
      case 1: letters.insert(at, 1, letters[at]); break;
      default: std::swap(letters[at], letters[at + 1]); break;
    }
  }
  std::string out;
  for (auto const c : letters) text::append_utf8(c, out);
  return out;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

InventedName russian(Random& random) {
  auto const& parts = tables().names;
  auto const& a = random.pick(parts.ru_a);
  auto const& b = random.pick(parts.ru_b);
  static constexpr std::pair<std::string_view, std::string_view> kTails[] = {
      {"", ""},        {"-Ю", "-Yu"},    {"-М", "-M"},         {" плюс", " plyus"},
      {"-Ц", "-Ts"},   {" 7", " 7"},     {"-Север", "-Sever"}, {" 21", " 21"},
      {"-Яр", "-Yar"}, {"-Дон", "-Don"}, {"-Э", "-E"}};
  auto const& tail = kTails[random.below(std::size(kTails))];
  auto const cyrillic = fmt::format("{}{}{}", a.cyrillic, b.cyrillic, tail.first);
  auto const latin = fmt::format("{}{}{}", a.latin, b.latin, tail.second);
  auto other = latin;
  replace_all(other, "kh", "h");
  replace_all(other, "ts", "c");
  replace_all(other, "yu", "ju");
  bool const joint_stock = random.chance(0.12);
  std::string_view const form = joint_stock ? "АО" : "ООО";
  std::string_view const full =
      joint_stock ? "АКЦИОНЕРНОЕ ОБЩЕСТВО" : "ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ";
  std::string_view const latin_form = joint_stock ? "JSC" : "LLC";
  std::string_view const romanised = joint_stock ? "AO" : "OOO";
  return {
      .key = latin,
      .spellings = {{fmt::format("{} \"{}\"", form, upper(cyrillic)), {60, 0, 0}},
                    {fmt::format("{} «{}»", form, cyrillic), {14, 0, 2}},
                    {fmt::format("{} \"{}\"", full, upper(cyrillic)), {16, 0, 0}},
                    {fmt::format("{} {}", form, upper(cyrillic)), {7, 0, 0}},
                    {fmt::format("{} \"{}\"", form, upper(mistyped(cyrillic, random))), {3, 0, 0}},
                    {fmt::format("{} {}", upper(latin), latin_form), {0, 50, 70}},
                    {fmt::format("{} {}", romanised, upper(latin)), {0, 35, 15}},
                    {fmt::format("{} \"{}\"", romanised, upper(other)), {0, 15, 13}}}};
}

InventedName turkish(Random& random) {
  auto const& parts = tables().names;
  auto const& a = random.pick(parts.tr_a);
  auto const& b = random.pick(parts.tr_b);
  auto const& c = random.pick(parts.tr_c);
  static constexpr NamePart kTrades[] = {
      {"Tekstil", "Tekstil", "ТЕКСТИЛ"}, {"Makina", "Makina", "МАКИНА"},
      {"Gida", "Gıda", "ГЫДА"},          {"Otomotiv", "Otomotiv", "ОТОМОТИВ"},
      {"Plastik", "Plastik", "ПЛАСТИК"}, {"Dis Ticaret", "Dış Ticaret", "ДЫШ ТИДЖАРЕТ"}};
  auto const& trade = kTrades[random.below(std::size(kTrades))];
  auto const native = fmt::format("{}{}{} {}", a.native, b.native, c.native, trade.native);
  auto const latin = fmt::format("{}{}{} {}", a.latin, b.latin, c.latin, trade.latin);
  auto const cyrillic =
      fmt::format("{}{}{} {}", a.cyrillic, b.cyrillic, c.cyrillic, trade.cyrillic);
  bool const limited = random.chance(0.7);
  auto const big = upper(native, true);
  return {.key = latin,
          .spellings = {
              {fmt::format("{} {}", big,
                           limited ? "SANAYİ VE TİCARET LİMİTED ŞİRKETİ"
                                   : "SANAYİ VE TİCARET ANONİM ŞİRKETİ"),
               {2, 55, 0}},
              {fmt::format("{} {}", big, limited ? "SAN. VE TİC. LTD. ŞTİ." : "SAN. VE TİC. A.Ş."),
               {10, 40, 5}},
              {fmt::format("{} {}", upper(latin),
                           limited ? "SAN. VE TIC. LTD. STI." : "SAN. VE TIC. A.S."),
               {60, 3, 60}},
              {fmt::format("{} {}", latin, limited ? "Ltd Sti" : "AS"), {12, 2, 35}},
              {fmt::format("{} {}", cyrillic, limited ? "ЛТД ШТИ" : "А.Ш."), {16, 0, 0}}}};
}

InventedName chinese(std::string_view country, Random& random) {
  auto const& all = tables();
  auto const& city = all.cities[random.pick(all.cities_of[all.country(country)])];
  static constexpr NamePart kTrades[] = {{"Technology", "科技", "ТЕКНОЛОДЖИ"},
                                         {"Trading", "贸易", "ТРЕЙДИНГ"},
                                         {"Import & Export", "进出口", "ИМПОРТ ЭНД ЭКСПОРТ"},
                                         {"Electronics", "电子", "ЭЛЕКТРОНИКС"},
                                         {"Industrial", "实业", "ИНДАСТРИАЛ"},
                                         {"Machinery", "机械", "МАШИНЕРИ"}};
  auto const& trade = kTrades[random.below(std::size(kTrades))];
  std::string latin, native, cyrillic, joined;
  auto const syllables = random.between(2, 3);
  for (std::int64_t i = 0; i < syllables; ++i) {
    auto const& part = random.pick(all.names.cn);
    std::string first(part.latin);
    if (i == 0) first[0] = static_cast<char>(first[0] - 32);
    latin += first;
    native += part.native;
    cyrillic += part.cyrillic;
  }
  auto const name = fmt::format("{} {} {}", city.latin, latin, trade.latin);
  return {
      .key = name,
      .spellings = {
          {fmt::format("{} CO., LTD", upper(name)), {62, 70, 60}},
          {fmt::format("{} Co.,Ltd.", name), {16, 20, 22}},
          {fmt::format("{} CO LIMITED", upper(mistyped(name, random))), {3, 5, 4}},
          {fmt::format("{}{}{}有限公司", city.native, native, trade.native), {4, 0, 12}},
          {fmt::format("{} {} {} КО., ЛТД", city.cyrillic, cyrillic, trade.cyrillic), {15, 0, 0}}}};
}

InventedName arabic(Random& random) {
  auto const& parts = tables().names;
  auto const& a = random.pick(parts.ar_a);
  auto const& b = random.pick(parts.ar_b);
  bool const zone = random.chance(0.4);
  auto const name = fmt::format("{} {}", a.latin, b.latin);
  std::string_view const form = zone ? "FZE" : "L.L.C";
  return {.key = name + std::string(form),
          .spellings = {
              {fmt::format("{} GENERAL TRADING {}", upper(name), form), {66, 85, 60}},
              {fmt::format("{} Gen. Trading {}", name, zone ? "FZE" : "LLC"), {14, 15, 22}},
              {fmt::format("{} {} للتجارة العامة {}", a.native, b.native, zone ? "م.م.ح" : "ذ.م.م"),
               {6, 0, 18}},
              {fmt::format("{} {} ДЖЕНЕРАЛ ТРЕЙДИНГ", a.cyrillic, b.cyrillic), {14, 0, 0}}}};
}

InventedName european(std::string_view country, Random& random) {
  auto const& parts = tables().names;
  auto const& a = random.pick(parts.eu_a);
  auto const& b = random.pick(parts.eu_b);
  auto const& c = random.pick(parts.eu_c);
  static constexpr NamePart kNone;
  auto const& more = random.chance(0.8) ? random.pick(parts.eu_b) : kNone;
  auto const name = fmt::format("{}{}{}{}", a.latin, b.latin, more.latin, c.latin);
  static constexpr std::pair<std::string_view, std::string_view> kForms[] = {
      {"DE", "GmbH"},   {"IT", "S.r.l."},   {"BE", "BV"},   {"DK", "ApS"},     {"KZ", "LLP"},
      {"KG", "LLC"},    {"AM", "LLC"},      {"GE", "LLC"},  {"UZ", "LLC"},     {"AZ", "MMC"},
      {"RS", "d.o.o."}, {"MM", "Co., Ltd"}, {"BR", "Ltda"}, {"MY", "Sdn Bhd"}, {"IN", "Pvt Ltd"}};
  std::string_view form = "Co., Ltd";
  for (auto const& [code, its_form] : kForms) {
    if (code == country) form = its_form;
  }
  return {
      .key = fmt::format("{} {}", name, country),
      .spellings = {{fmt::format("{} {}", upper(name), form), {70, 70, 65}},
                    {fmt::format("{} {}", name, form), {15, 25, 30}},
                    {fmt::format("{} TRADING {}", upper(mistyped(name, random)), form), {2, 5, 5}},
                    {fmt::format("{}{}{}{}", a.cyrillic, b.cyrillic, more.cyrillic, c.cyrillic),
                     {13, 0, 0}}}};
}

}  // namespace

InventedName invented_name(std::string_view country, Random& random) {
  if (country == "RU") return russian(random);
  if (country == "TR") return turkish(random);
  if (country == "CN" || country == "HK" || country == "TW") return chinese(country, random);
  if (country == "AE" || country == "SA" || country == "EG") return arabic(random);
  return european(country, random);
}

}  // namespace tw::simulate
