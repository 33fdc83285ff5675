#include "simulate/goods_text.h"

#include "simulate/world.h"

namespace tw::simulate {
namespace {

void append_filled(std::string_view pattern, Random& random, std::string& out) {
  while (!pattern.empty()) {
    auto const open = pattern.find('{');
    out.append(pattern.substr(0, open));
    if (open == std::string_view::npos) return;
    auto const close = pattern.find('}', open);
    ensure(close != std::string_view::npos, "a slot of a goods text is closed");
    auto const slot = pattern.substr(open + 1, close - open - 1);
    if (slot == "m") {
      out.append(model_no(random));
    } else if (slot == "n") {
      out.append(std::to_string(random.between(1, 9)));
    } else {
      out.append(std::to_string(random.between(20, 150)));
    }
    pattern.remove_prefix(close + 1);
  }
}

void append_tail(FileKind file, std::string_view brand, Random& random, std::string& out) {
  auto const drawn = random.below(12);
  switch (file) {
    case FileKind::ru:
      if (drawn < 3) append_filled(", артикул {m}", random, out);
      if (drawn == 3) out.append(", в картонных коробках, новые");
      if (drawn == 4) out.append(", не военного назначения");
      if (drawn == 5 && !brand.empty()) out.append(". Торговая марка ").append(brand);
      if (drawn == 6) append_filled(". Артикулы: {m}, {m}, {m}", random, out);
      return;
    case FileKind::tr:
      if (drawn < 3) append_filled(", ürün kodu {m}", random, out);
      if (drawn == 3 && !brand.empty()) out.append(" marka ").append(brand);
      return;
    case FileKind::en:
      if (drawn < 3) append_filled(", P/N {m}", random, out);
      if (drawn == 3) out.append(", new, packed in cartons");
      if (drawn == 4 && !brand.empty()) out.append(", brand ").append(brand);
      return;
  }
}

}  // namespace

std::string model_no(Random& random) {
  std::string no;
  for (auto letters = random.between(1, 3); letters > 0; --letters) {
    no.push_back(static_cast<char>('A' + random.below(26)));
  }
  if (random.chance(0.5)) no.push_back('-');
  no += std::to_string(random.between(10, 9999));
  return no;
}

void shout(std::string& utf8) {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    auto const byte = static_cast<unsigned char>(utf8[i]);
    if (byte >= 'a' && byte <= 'z') utf8[i] = static_cast<char>(byte - 32);
    if (byte != 0xD0 && byte != 0xD1) continue;
    if (++i == utf8.size()) return;
    auto const second = static_cast<unsigned char>(utf8[i]);
    if (byte == 0xD0 && second >= 0xB0) {
      utf8[i] = static_cast<char>(second - 0x20);
    } else if (byte == 0xD1 && second <= 0x8F) {
      utf8[i - 1] = static_cast<char>(0xD0);
      utf8[i] = static_cast<char>(second + 0x20);
    } else if (byte == 0xD1 && second == 0x91) {
      utf8[i - 1] = static_cast<char>(0xD0);
      utf8[i] = static_cast<char>(0x81);
    }
  }
}

void write_goods_text(GoodsKind const& kind, FileKind file, std::string_view brand, Random& random,
                      std::string& out) {
  out.clear();
  auto const drawn = random.below(100);
  auto language = file;
  if (file == FileKind::ru && drawn < 5) language = FileKind::en;
  if (file == FileKind::tr && drawn < 25) language = FileKind::en;
  if (file == FileKind::en && drawn < 2) language = FileKind::ru;
  append_filled(random.pick(kind.texts[static_cast<std::size_t>(language)]), random, out);
  append_tail(language, brand, random, out);
  if (language != FileKind::tr && random.chance(0.4)) shout(out);
}

}  // namespace tw::simulate
