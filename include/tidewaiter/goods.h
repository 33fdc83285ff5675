/// goods: what a declared good is, from its text and its HS code together.
/// Knows nothing of shipments or parties. Controls are candidates, never determinations.
#pragma once

#include "tidewaiter/core.h"

namespace tw::goods {

/// The goods classes of the mission; `ordinary` is the rest of the world. Names in
/// docs/concepts.md.
std::span<std::string_view const> class_names();

struct Item {
  std::string_view text;
  std::string_view hs_code = {};  ///< As declared, any length; "" when unknown.
  std::optional<Date> on = {};    ///< The day whose control lists apply; absent: the latest.
};

struct Hs6Guess {
  std::string code;
  double probability = 0;
};
struct ControlHit {
  std::string control;  ///< "chpl:1", "chpl:3.B", "class:body_armour"...
  double probability = 0;
  std::string basis;   ///< "text", "hs_code", "both", "part_number".
  std::string reason;  ///< The words or digits that decided.
};
struct Judgement {
  std::string goods_class = "ordinary";
  double class_probability = 0;
  std::vector<Hs6Guess> hs6;  ///< Best first, at most five.
  std::vector<ControlHit> controls;
  bool sensitive = false;  ///< The thing itself as a military or dual-use item.
  double sensitive_probability = 0;
  double misdeclared_probability = 0;  ///< That the declared code is not the thing.
  double vagueness =
      1;               ///< 0 to 1: how little the text says of what the thing is ("parts": near 1).
  std::string reason;  ///< The words that decided the class.
};

class Classifier {
 public:
  /// From the embedded catalogue data/goods/.
  static Classifier const& shipped();
  /// Never fails; an empty text abstains (ordinary, low probability). Thread-safe. O(length).
  Judgement classify(Item const& item) const;

  struct Model;
  explicit Classifier(std::unique_ptr<Model const> model);
  Classifier(Classifier&&) noexcept;
  ~Classifier();

 private:
  std::unique_ptr<Model const> model_;
};

}  // namespace tw::goods
