// The three layouts of the world. Header words are those that customs offices and data sellers
// use; each layout has its own dates, decimal sign and words for countries and units.
#include <algorithm>

#include "simulate/line.h"

namespace tw::simulate {
namespace {

void append_number(std::int64_t value, std::string& out) {
  char buffer[24];
  auto const [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  ensure(error == std::errc(), "a number fits its buffer");
  out.append(buffer, end);
}

/// `units` / 10^digits without trailing zeros.
void append_decimal(std::int64_t units, int digits, char sign, std::string& out) {
  std::int64_t one = 1;
  for (int i = 0; i < digits; ++i) one *= 10;
  append_number(units / one, out);
  auto rest = units % one;
  if (rest == 0) return;
  out.push_back(sign);
  for (one /= 10; rest != 0; one /= 10) {
    out.push_back(static_cast<char>('0' + rest / one));
    rest %= one;
  }
}

void append_two(unsigned value, std::string& out) {
  out.push_back(static_cast<char>('0' + value / 10));
  out.push_back(static_cast<char>('0' + value % 10));
}

/// dd.mm.yyyy, or yyyy-mm-dd for the English form.
void append_date(Date date, bool iso, std::string& out) {
  auto const ymd = date.ymd();
  auto const day = static_cast<unsigned>(ymd.day());
  auto const month = static_cast<unsigned>(ymd.month());
  auto const year = static_cast<int>(ymd.year());
  if (iso) {
    append_number(year, out);
    out.push_back('-');
    append_two(month, out);
    out.push_back('-');
    append_two(day, out);
  } else {
    append_two(day, out);
    out.push_back('.');
    append_two(month, out);
    out.push_back('.');
    append_number(year, out);
  }
}

/// A text cell: quoted when it holds the separator, a quote or a line end.
template <char kSeparator>
void append_cell(std::string_view cell, std::string& out) {
  static constexpr char kSpecial[] = {kSeparator, '"', '\n', '\r', 0};
  if (cell.find_first_of(kSpecial) == std::string_view::npos) {
    out.append(cell);
    return;
  }
  out.push_back('"');
  for (char const c : cell) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  out.push_back('"');
}

std::string_view unit_word(std::string_view unit, FileKind file) {
  static constexpr std::pair<std::string_view, std::array<std::string_view, kFileKinds>> kWords[] =
      {{"pcs", {"ШТ", "ADET", "PCS"}}, {"kg", {"КГ", "KG", "KGM"}}, {"l", {"Л", "LT", "LTR"}}};
  for (auto const& [ours, words] : kWords) {
    if (ours == unit) return words[static_cast<std::size_t>(file)];
  }
  return {};
}

/// Writes the cells of a row one after another; knows who and where.
template <char kSeparator, char kDecimalSign>
struct RowWriter {
  Line const& line;
  Firms const& firms;
  std::string& out;
  std::size_t column = 0;

  void next() {
    if (column++ != 0) out.push_back(kSeparator);
  }
  void text(std::string_view cell) { next(), append_cell<kSeparator>(cell, out); }
  void number(std::int64_t value) { next(), append_number(value, out); }
  void decimal(std::int64_t units, int digits) {
    next(), append_decimal(units, digits, kDecimalSign, out);
  }
  void date(Date value) { next(), append_date(value, line.file == FileKind::en, out); }
  void country(CountryNo no) {
    text(tables().countries[no].name[static_cast<std::size_t>(line.file)]);
  }
  void code(CountryNo no) { text(tables().countries[no].code); }
  void name(Mention mention) {
    text(firms.text(mention));
    firms.mark_written(mention);
  }
  void address(Mention mention) {
    text(mention.given
             ? std::string_view(firms[mention.firm].address[static_cast<std::size_t>(line.file)])
             : std::string_view());
  }
  void registration(Mention mention) {
    text(mention.given ? std::string_view(firms[mention.firm].registration_no)
                       : std::string_view());
  }
  void country_of(Mention mention) { mention.given ? code(firms[mention.firm].country) : text({}); }
  void quantity() {
    line.quantity == 0 ? text({}) : number(line.quantity);
    text(line.quantity == 0 ? std::string_view() : unit_word(line.unit, line.file));
  }
  void end() { out.append(line.file == FileKind::en ? "\r\n" : "\n"); }
};

constexpr std::string_view kRussianHeader =
    "Номер декларации,Номер товара,Дата регистрации,Дата выпуска,Направление перемещения,"
    "Таможенная процедура,Код таможенного поста,Отправитель,Адрес отправителя,"
    "Код страны отправителя,Получатель,ИНН получателя,Адрес получателя,Декларант,ИНН декларанта,"
    "Торгующая страна,Страна отправления,Страна происхождения,Страна назначения,"
    "Условие поставки,Пункт поставки товара,Код вида транспорта на границе,Номер контейнера,"
    "Описание товара,Производитель,Товарный знак,Код ТН ВЭД,\"Вес нетто, кг\","
    "\"Вес брутто, кг\",Кол-во товара в доп. ед.,Дополнительная единица,Кол-во мест,"
    "Валюта контракта,Фактурная стоимость,Таможенная стоимость,\"Статистическая стоимость, USD\"\n";

void append_russian(Line const& line, Firms const& firms, std::string& out) {
  RowWriter<',', '.'> row{line, firms, out};
  row.text(line.declaration);
  row.number(line.item);
  row.date(line.registered);
  row.date(line.released);
  row.text("ИМ");
  row.text(line.procedure);
  row.text(line.post);
  row.name(line.consignor);
  row.address(line.consignor);
  row.country_of(line.consignor);
  row.name(line.consignee);
  row.registration(line.consignee);
  row.address(line.consignee);
  row.name(line.declarant);
  row.registration(line.declarant);
  row.code(line.trading);
  row.country(line.dispatch);
  row.country(line.origin);
  row.country(line.destination);
  row.text(line.incoterm);
  row.text(line.incoterm_place);
  row.text(line.mode);
  row.text(line.container);
  row.text(line.goods_text);
  row.name(line.manufacturer);
  row.text(line.brand);
  row.text(line.hs10);
  row.decimal(line.net_g, 3);
  row.decimal(line.gross_g, 3);
  row.quantity();
  row.number(line.packages);
  row.text(line.currency);
  row.decimal(line.invoice_cents, 2);
  row.decimal(line.rub_kopecks, 2);
  row.decimal(line.usd_cents, 2);
  row.end();
}

constexpr std::string_view kTurkishHeader =
    "Beyanname No;Kalem No;Tescil Tarihi;Kapanış Tarihi;Gümrük İdaresi Kodu;Rejim Kodu;İhracatçı;"
    "İhracatçı Vergi No;İhracatçı Adresi;Alıcı;Alıcı Adresi;Alıcı Ülke Kodu;Menşe Ülke;"
    "Çıkış Ülkesi;Ticaret Yapılan Ülke;Varış Ülkesi;GTİP;Eşya Tanımı;Üretici;Marka;Miktar;"
    "Ölçü Birimi;Net Ağırlık (kg);Brüt Ağırlık (kg);Kap Adedi;Fatura Tutarı;Döviz Cinsi;"
    "İstatistiki Kıymet (USD);Teslim Şekli;Taşıma Şekli\n";

void append_turkish(Line const& line, Firms const& firms, std::string& out) {
  RowWriter<';', ','> row{line, firms, out};
  row.text(line.declaration);
  row.number(line.item);
  row.date(line.registered);
  row.date(line.released);
  row.text(line.post);
  row.text(line.procedure);
  row.name(line.consignor);
  row.registration(line.consignor);
  row.address(line.consignor);
  row.name(line.consignee);
  row.address(line.consignee);
  row.country_of(line.consignee);
  row.country(line.origin);
  row.country(line.dispatch);
  row.country(line.trading);
  row.country(line.destination);
  row.text(line.hs10);
  row.text(line.goods_text);
  row.name(line.manufacturer);
  row.text(line.brand);
  row.quantity();
  row.decimal(line.net_g, 3);
  row.decimal(line.gross_g, 3);
  row.number(line.packages);
  row.decimal(line.invoice_cents, 2);
  row.text(line.currency);
  row.decimal(line.usd_cents, 2);
  row.text(line.incoterm);
  row.text(line.mode);
  row.end();
}

constexpr std::string_view kEnglishHeader =
    "Declaration No,Item No,Registration Date,Release Date,Reporting Country,Trade Flow,"
    "Bill of Lading No,Shipper,Shipper Address,Shipper Country,Consignee,Consignee Address,"
    "Consignee Country,Country of Origin,Country of Dispatch,Trading Country,"
    "Country of Destination,HS Code,Goods Description,Manufacturer,Brand,Quantity,Quantity Unit,"
    "Net Weight (kg),Gross Weight (kg),Packages,Incoterm,Mode of Transport,Container No,"
    "Invoice Value,Invoice Currency,Value (USD)\r\n";

void append_english(Line const& line, Firms const& firms, std::string& out) {
  RowWriter<',', '.'> row{line, firms, out};
  auto const& countries = tables().countries;
  bool const import = countries[line.destination].code == "RU" && line.procedure == "40";
  row.text(line.declaration);
  row.number(line.item);
  row.date(line.registered);
  row.date(line.released);
  row.code(import ? line.destination : line.dispatch);
  row.text(import ? "Import" : "Export");
  row.text(line.bill_of_lading);
  row.name(line.consignor);
  row.address(line.consignor);
  row.country_of(line.consignor);
  row.name(line.consignee);
  row.address(line.consignee);
  row.country_of(line.consignee);
  row.country(line.origin);
  row.country(line.dispatch);
  row.country(line.trading);
  row.country(line.destination);
  row.text(line.hs10);
  row.text(line.goods_text);
  row.name(line.manufacturer);
  row.text(line.brand);
  row.quantity();
  row.decimal(line.net_g, 3);
  row.decimal(line.gross_g, 3);
  row.number(line.packages);
  row.text(line.incoterm);
  row.text(line.mode);
  row.text(line.container);
  row.decimal(line.invoice_cents, 2);
  row.text(line.currency);
  row.decimal(line.usd_cents, 2);
  row.end();
}

constexpr Layout kLayouts[] = {
    {FileKind::ru, "ru_imports_2022.csv", kRussianHeader, append_russian},
    {FileKind::tr, "tr_exports_2022.csv", kTurkishHeader, append_turkish},
    {FileKind::en, "commercial_en_2022.csv", kEnglishHeader, append_english},
};

}  // namespace

std::span<Layout const> layouts() { return kLayouts; }

void price(Line& line, std::string_view currency) {
  auto const& rates = tables().rates_in(line.released.month_index()).per_usd;
  static constexpr std::string_view kCurrencies[] = {"RUB", "CNY", "EUR", "TRY", "AED", "KZT"};
  auto const in = [&](double rate) {
    return static_cast<std::int64_t>(static_cast<double>(line.usd_cents) * rate + 0.5);
  };
  line.currency = "USD";
  line.invoice_cents = line.usd_cents;
  for (std::size_t i = 0; i < std::size(kCurrencies); ++i) {
    if (kCurrencies[i] != currency) continue;
    line.currency = kCurrencies[i];
    line.invoice_cents = in(rates[i]);
  }
  line.rub_kopecks = in(rates[0]);
}

}  // namespace tw::simulate
