#include "simulate/firms.h"

#include <algorithm>

#include <fmt/core.h>

#include "tidewaiter/text.h"

namespace tw::simulate {
namespace {

std::string digits_of(std::uint64_t random, std::size_t count) {
  std::string digits;
  for (std::size_t i = 0; i < count; ++i, random /= 10) {
    digits.push_back(static_cast<char>('0' + random % 10));
  }
  if (digits[0] == '0') digits[0] = '7';
  return digits;
}

/// Control digit of a ten-digit INN: weights of the Russian tax service, modulo 11, modulo 10.
char inn_control(std::string_view nine) {
  static constexpr int kWeights[] = {2, 4, 10, 3, 5, 9, 4, 6, 8};
  int sum = 0;
  for (std::size_t i = 0; i < 9; ++i) sum += kWeights[i] * (nine[i] - '0');
  return static_cast<char>('0' + sum % 11 % 10);
}

/// Control digit of a ten-digit Turkish tax number.
char vkn_control(std::string_view nine) {
  int sum = 0;
  for (int i = 0; i < 9; ++i) {
    int const shifted = (nine[static_cast<std::size_t>(i)] - '0' + 9 - i) % 10;
    int const product = shifted * (1 << (9 - i)) % 9;
    sum += shifted != 0 && product == 0 ? 9 : product;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool are_ten_digits(std::string_view text) {
  return text.size() == 10 &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// How many firms of a country take part in ordinary trade.
std::size_t firms_of(std::string_view country, std::uint64_t rows) {
  auto const at_least = [&](std::uint64_t share, std::uint64_t least, std::uint64_t most) {
    return static_cast<std::size_t>(std::clamp(rows / share, least, most));
  };
  if (country == "RU") return at_least(60, 120, 5'500);
  if (country == "CN") return at_least(60, 120, 12'000);
  if (country == "TR") return at_least(160, 80, 3'500);
  if (country == "AE" || country == "HK") return at_least(1500, 12, 60);
  if (country == "SA" || country == "EG") return 4;
  return at_least(2000, 8, 300);
}

}  // namespace

std::string inn_of(std::uint64_t random) {
  auto digits = digits_of(random, 9);
  digits.push_back(inn_control(digits));
  return digits;
}

std::string vkn_of(std::uint64_t random) {
  auto digits = digits_of(random, 9);
  digits.push_back(vkn_control(digits));
  return digits;
}

bool is_valid_inn(std::string_view inn) {
  return are_ten_digits(inn) && inn[9] == inn_control(inn.substr(0, 9));
}

bool is_valid_vkn(std::string_view vkn) {
  return are_ten_digits(vkn) && vkn[9] == vkn_control(vkn.substr(0, 9));
}

Firms::Firms(std::uint64_t seed, std::uint64_t rows) {
  auto const& all = tables();
  Random random(mixed(seed, 0xF1));
  of_country_.resize(all.countries.size());
  for (std::size_t country = 0; country < all.countries.size(); ++country) {
    auto const count = firms_of(all.countries[country].code, rows);
    for (std::size_t i = 0; i < count; ++i) {
      auto const no = add_invented(static_cast<CountryNo>(country), random);
      of_country_[country].push_back(no);
      // One firm in a hundred has a namesake: same name, another place, another number.
      if (all.countries[country].code == "RU" && i % 100 == 99) {
        Firm twin;
        twin.country = static_cast<CountryNo>(country);
        twin.spellings = firms_[no].spellings;
        seat(twin, random);
        of_country_[country].push_back(add(std::move(twin)));
      }
    }
  }
}

void Firms::seat(Firm& firm, Random& random) {
  auto const& all = tables();
  auto const* place = &all.cities[random.pick(all.cities_of[firm.country])];
  // A firm that bears a city's name sits there.
  for (auto const city_no : all.cities_of[firm.country]) {
    auto const name = text::lowered(all.cities[city_no].latin);
    if (text::lowered(firm.spellings.front().text).starts_with(name)) place = &all.cities[city_no];
  }
  auto const& city = *place;
  auto const number = random.between(1, 190);
  auto const room = random.between(1, 420);
  auto const post = random.between(100'100, 690'900);
  auto const code = all.countries[firm.country].code;
  bool const russian = code == "RU";
  if (russian) {
    firm.registration_no = inn_of(random.next() / 7);
  } else if (code == "TR") {
    firm.registration_no = vkn_of(random.next() / 7);
  }
  firm.address = {russian ? fmt::format("{}, Г. {}, {}, Д. {}, ОФ. {}", post, city.cyrillic,
                                        city.street_cyrillic, number, room)
                          : fmt::format("{} {}, {}", city.street_latin, number, city.latin),
                  russian ? fmt::format("{} {}, {}", city.street_latin, number, city.latin)
                          : fmt::format("{} No: {}, {}", city.street_native, number, city.native),
                  fmt::format("{} {}, {}", city.street_latin, number, city.latin)};
}

FirmNo Firms::add(Firm firm) {
  auto const no = static_cast<FirmNo>(firms_.size());
  ensure(!firm.spellings.empty(), "a firm has a spelling");
  if (firm.id.empty()) firm.id = fmt::format("p{}", no);
  firm.first_spelling = spellings_;
  spellings_ += firm.spellings.size();
  for (std::size_t file = 0; file < kFileKinds; ++file) {
    for (auto const& spelling : firm.spellings) {
      firm.weight_sum[file] =
          static_cast<std::uint16_t>(firm.weight_sum[file] + spelling.weight[file]);
    }
  }
  firms_.push_back(std::move(firm));
  return no;
}

FirmNo Firms::add_seated(Firm firm, Random& random) {
  seat(firm, random);
  return add(std::move(firm));
}

FirmNo Firms::add_invented(CountryNo country, Random& random) {
  Firm firm;
  firm.country = country;
  auto const code = tables().countries[country].code;
  for (int attempt = 0;; ++attempt) {
    auto name = invented_name(code, random);
    // Names run short before firms do; a number then tells them apart, as trade does.
    if (attempt > 20) {
      auto const number = fmt::format(" {}", random.between(2, 99'999));
      name.key += number;
      for (auto& spelling : name.spellings) spelling.text += number;
    }
    if (!taken_names_.insert(name.key).second) continue;
    firm.spellings = std::move(name.spellings);
    break;
  }
  seat(firm, random);
  return add(std::move(firm));
}

void Firms::finish() {
  written_ = std::make_unique<std::atomic<bool>[]>(spellings_);
  for (auto const& list : of_country_) {
    // ln(n + 1), by halving: no libm here either.
    double target = static_cast<double>(list.size() + 1);
    double low = 0;
    double high = 30;
    for (int i = 0; i < 60; ++i) {
      double const middle = (low + high) / 2;
      (exponential(middle) < target ? low : high) = middle;
    }
    log_counts_.push_back(low);
  }
}

Mention Firms::mention(FirmNo no, FileKind file, Random& random) const {
  auto const& firm = firms_[no];
  auto const column = static_cast<std::size_t>(file);
  ensure(firm.weight_sum[column] > 0, "a firm has a spelling for the file");
  auto drawn = random.below(firm.weight_sum[column]);
  std::uint8_t spelling = 0;
  while (drawn >= firm.spellings[spelling].weight[column]) {
    drawn -= firm.spellings[spelling].weight[column];
    ++spelling;
  }
  return {.firm = no, .spelling = spelling, .given = true};
}

std::string_view Firms::text(Mention mention) const {
  if (!mention.given) return {};
  return firms_[mention.firm].spellings[mention.spelling].text;
}

void Firms::mark_written(Mention mention) const {
  if (!mention.given) return;
  auto& mark = written_[firms_[mention.firm].first_spelling + mention.spelling];
  // Reading first keeps the cache line shared between threads.
  if (!mark.load(std::memory_order_relaxed)) mark.store(true, std::memory_order_relaxed);
}

bool Firms::was_written(FirmNo no, std::size_t spelling) const {
  return written_[firms_[no].first_spelling + spelling].load(std::memory_order_relaxed);
}

}  // namespace tw::simulate
