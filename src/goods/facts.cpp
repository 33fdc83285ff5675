#include "goods/facts.h"

#include <algorithm>

namespace tw::goods {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "640x512" gives {640, 512}; nullopt when the word is anything else.
struct Product {
  double left = 0;
  double right = 0;
  std::string_view tail;
};

std::optional<double> leading_number(std::string_view& text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

std::optional<Product> product(std::string_view text) {
  if (text.empty() || !is_digit(text[0])) return std::nullopt;
  auto const left = leading_number(text);
  if (!left || text.empty() || text[0] != 'x') return std::nullopt;
  text.remove_prefix(1);
  if (text.empty() || !is_digit(text[0])) return std::nullopt;
  auto const right = leading_number(text);
  if (!right) return std::nullopt;
  return Product{*left, *right, text};
}

template <std::size_t N>
bool is_one_of(std::string_view word, std::array<std::string_view, N> const& list) {
  return std::ranges::find(list, word) != list.end();
}

// Metric calibres of cartridges in use; source: C.I.P. tables of rifle, pistol and shot cartridges.
bool is_metric_calibre(Product const& p) {
  static constexpr std::array kBullet = {4.6, 5.45, 5.56, 5.6,  5.7,  5.8,  6.5,  6.8,
                                         7.0, 7.62, 7.63, 7.65, 7.92, 8.0,  8.58, 8.6,
                                         9.0, 9.3,  9.5,  12.7, 14.5, 20.0, 23.0, 30.0};
  static constexpr std::array kCase = {
      15.0, 17.0, 18.0, 19.0, 21.0, 22.0,  25.0,  28.0,  30.0,  33.0,  35.0,  38.0,  39.0,
      42.0, 43.0, 45.0, 47.0, 51.0, 53.0,  54.0,  55.0,  57.0,  62.0,  63.0,  64.0,  66.0,
      68.0, 69.0, 70.0, 74.0, 99.0, 107.0, 108.0, 113.0, 114.0, 115.0, 152.0, 165.0, 173.0};
  bool const tail_fits = p.tail.empty() || p.tail == "r" || p.tail == "mm" || p.tail == "mм";
  bool const is_fraction = p.left != static_cast<double>(static_cast<int>(p.left));
  bool const whole_fits = p.left == 9.0 && (p.right <= 19.0 || p.right == 21.0 || p.right == 39.0);
  return tail_fits && (is_fraction || whole_fits) &&
         std::ranges::find(kBullet, p.left) != kBullet.end() &&
         std::ranges::find(kCase, p.right) != kCase.end();
}

class FactFinder {
 public:
  explicit FactFinder(WordList const& list) : list_(list) {}

  std::vector<WordFact> find() && {
    for (i_ = 0; i_ < list_.words.size(); ++i_) {
      word_ = list_.text(i_);
      if (word_.size() > 24) continue;
      if (is_calibre()) add(FactKind::calibre);
      if (is_armour()) add(FactKind::armour);
      read_ratings();
    }
    return std::move(facts_);
  }

 private:
  void add(FactKind kind) { facts_.push_back({kind, i_}); }

  std::string_view next(std::size_t steps = 1) const {
    std::size_t const at = i_ + steps;
    if (at >= list_.words.size() || list_.words[at].gap == Gap::sentence) return {};
    return list_.text(at);
  }
  std::string_view before() const {
    return i_ == 0 || list_.words[i_].gap == Gap::sentence ? std::string_view{}
                                                           : list_.text(i_ - 1);
  }

  bool is_calibre() const {
    static constexpr std::array<std::string_view, 9> kInches = {
        ".308", ".223", ".338", ".300", ".50", ".45", ".357", ".243", ".366"};
    static constexpr std::array<std::string_view, 7> kPlain = {"308", "223", "338", "300",
                                                               "243", "270", "45"};
    static constexpr std::array<std::string_view, 8> kAfter = {
        "win", "winchester", "rem", "remington", "lapua", "acp", "magnum", "blackout"};
    static constexpr std::array<std::string_view, 5> kMetric = {"5.56", "5.45", "7.62", "7.62mm",
                                                                "5.56mm"};
    static constexpr std::array<std::string_view, 3> kGauge = {"12", "16", "20"};
    static constexpr std::array<std::string_view, 7> kGaugeWord = {
        "ga", "gauge", "калибр", "калибра", "kalibre", "号", "bore"};
    if (is_one_of(word_, kInches) || is_one_of(word_, kMetric)) return true;
    if (is_one_of(word_, kPlain) && is_one_of(next(), kAfter)) return true;
    if (is_one_of(word_, kGauge) && is_one_of(next(), kGaugeWord)) return true;
    if (word_ == "12ga" || word_ == "20ga" || word_ == "12gauge") return true;
    auto const p = product(word_);
    return p && is_metric_calibre(*p);
  }

  // Russian classes Br1 to Br6 (GOST 34286 and 50744), NIJ 0101 and 0106 levels. The Russian "р"
  // turns Latin in a word with a digit.
  bool is_armour() const {
    static constexpr std::array<std::string_view, 4> kBr = {"бр", "br", "бp", "bp"};
    static constexpr std::array<std::string_view, 5> kNij = {"nij", "iiia", "0101.06", "0101.04",
                                                             "0106.01"};
    static constexpr std::array<std::string_view, 6> kLevel = {"iii", "iv",   "iii+",
                                                               "3a",  "iiia", "4"};
    static constexpr std::array<std::string_view, 2> kLevelWord = {"level", "lvl"};
    if (is_one_of(word_, kNij)) return true;
    if (word_ == "v50") return true;
    if (word_.size() >= 3 && is_digit(word_.back()) && word_.back() >= '1' && word_.back() <= '6') {
      auto const stem = word_.substr(0, word_.size() - 1);
      if (stem == "бp" || stem == "бр") return true;
      if (stem == "br" && i_ > 0) return true;
    }
    if (is_one_of(word_, kBr) && next().size() == 1 && next()[0] >= '1' && next()[0] <= '6') {
      return word_ != "br" || list_.words[i_ + 1].gap == Gap::joined;
    }
    return is_one_of(word_, kLevel) && is_one_of(before(), kLevelWord) && !is_digit(word_[0]);
  }

  void read_ratings() {
    std::string_view rest = word_;
    if (auto const p = product(word_)) {
      if (p->left >= 160 && p->right >= 120 && p->left <= 1920 && p->right <= 1536 &&
          p->tail.empty()) {
        static constexpr std::array kSensor = {160.0, 240.0, 256.0,  320.0, 336.0,
                                               384.0, 640.0, 1024.0, 1280.0};
        if (std::ranges::find(kSensor, p->left) != kSensor.end()) add(FactKind::resolution);
      }
      bool const is_optic = p->left >= 1 && p->left <= 40 && p->right >= 20 && p->right <= 60;
      static constexpr std::array kLens = {20.0, 24.0, 25.0, 32.0, 40.0, 42.0, 44.0, 50.0, 56.0};
      if (is_optic && p->tail.empty() && std::ranges::find(kLens, p->right) != kLens.end()) {
        add(FactKind::magnification);
      }
      return;
    }
    if (word_ == "moa") return add(FactKind::moa);
    if (word_ == "ptz") return add(FactKind::ptz);
    if (!is_digit(word_[0])) {
      if (word_.starts_with("kv") && word_.size() > 4 && is_digit(word_[2])) add(FactKind::kv);
      return;
    }
    auto const value = leading_number(rest);
    if (!value) return;
    std::string_view const unit = rest.empty() ? next() : rest;
    static constexpr std::array<std::string_view, 5> kMah = {"mah", "maч", "мач", "毫安", "مللي"};
    if (is_one_of(unit, kMah)) add(FactKind::mah);
    if (unit == "kv" && *value >= 80 && *value <= 6'000) add(FactKind::kv);
    if (rest.size() == 1 && (rest == "s" || rest == "c") && *value >= 2 && *value <= 14 &&
        rest == "s") {
      add(FactKind::cells);
    }
  }

  WordList const& list_;
  std::vector<WordFact> facts_;
  std::size_t i_ = 0;
  std::string_view word_;
};

}  // namespace

std::string_view fact_name(FactKind kind) {
  static constexpr std::array<std::string_view, kFactKinds> kNames = {
      "#calibre",    "#armour",        "#mah", "#cells", "#kv",
      "#resolution", "#magnification", "#moa", "#ptz"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<WordFact> find_facts(WordList const& list) { return FactFinder(list).find(); }

}  // namespace tw::goods
