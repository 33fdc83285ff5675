#include <algorithm>
#include <cmath>

#include "tidewaiter/goods.h"

#include "goods/belief.h"
#include "goods/class_index.h"

namespace tw::goods {

struct Classifier::Model {
  Catalogue catalogue;
  PriorityList priority_list;
  std::map<std::uint32_t, std::uint32_t> former_codes;

  std::uint32_t current(std::uint32_t hs6) const {
    auto const at = former_codes.find(hs6);
    return at == former_codes.end() ? hs6 : at->second;
  }
};

namespace {

constexpr std::size_t kGuessesMax = 5;
constexpr double kGuessMin = 0.01;
constexpr double kControlMin = 0.3;
/// A declared code that fits its concept keeps this much of the concept's belief.
constexpr double kDeclaredShare = 0.85;
/// A subheading of the right heading that our table does not name.
constexpr double kSameHeadingShare = 0.6;
/// How much of a refinement's log-odds to believe.
constexpr double kRefinementTrust = 1.2;

std::string six_digits(std::uint32_t hs6) {
  std::string digits = std::to_string(hs6);
  return std::string(6 - std::min<std::size_t>(6, digits.size()), '0') + digits;
}

/// How sure we are that a thing without a name in the catalogue is an ordinary one: nothing said is
/// nothing known; several plain words of which none is of the mission is much.
double ordinary_share(Reading const& reading, DeclaredCode code) {
  double const words = static_cast<double>(reading.content_words);
  double const share = 0.3 + 0.4 * (1.0 - std::exp(-words / 4.0));
  return code.is_given() ? std::min(0.9, share + 0.15) : share;
}

struct CodeBelief {
  std::uint32_t hs6 = 0;
  double probability = 0;
};

class Judge {
 public:
  Judge(Classifier::Model const& model, Item const& item)
      : model_(model),
        catalogue_(model.catalogue),
        item_(item),
        code_(read_code(item.hs_code)),
        list_(read_words(item.text)),
        reading_(read_text(catalogue_, list_)),
        beliefs_(believe(catalogue_, reading_, code_)) {}

  Judgement judge() && {
    choose_class();
    add_codes();
    add_controls();
    weigh_code();
    if (code_.is_given()) {
      j_.vagueness = believe(catalogue_, reading_, {}).unknown;
    } else {
      j_.vagueness = beliefs_.unknown;
    }
    return std::move(j_);
  }

 private:
  Concept const& concept_of(Belief const& belief) const {
    return catalogue_.concept_of(belief.owner);
  }

  void choose_class() {
    std::array<double, kClasses> by_class{};
    for (auto const& belief : beliefs_.concepts) {
      by_class[concept_of(belief).goods_class] += belief.probability;
      j_.sensitive_probability += belief.probability * concept_of(belief).sensitive;
    }
    double const ordinary_if_unknown = beliefs_.unknown * ordinary_share(reading_, code_);
    auto compared = by_class;
    compared[kOrdinaryClass] += beliefs_.unknown;
    auto const best =
        static_cast<std::size_t>(std::ranges::max_element(compared) - compared.begin());
    class_ = static_cast<std::uint8_t>(best);
    j_.goods_class = class_names()[best];
    j_.class_probability = by_class[best] + (best == kOrdinaryClass ? ordinary_if_unknown : 0.0);
    j_.sensitive_probability = std::clamp(j_.sensitive_probability, 0.0, 1.0);
    j_.sensitive = j_.sensitive_probability >= 0.5;
    for (auto const& belief : beliefs_.concepts) {
      if (concept_of(belief).goods_class == class_) {
        leader_ = &belief;
        break;
      }
    }
    j_.reason = reason_of(leader_);
  }

  std::string reason_of(Belief const* belief) const {
    if (belief == nullptr || belief->probability < 0.05) {
      return reading_.content_words == 0 ? "the text says nothing" : "no word names the thing";
    }
    std::string reason;
    if (belief->support != nullptr) reason = belief->support->words;
    if (code_.is_given() && code_fits(concept_of(*belief), code_) == 1.0) {
      if (!reason.empty()) reason += "; ";
      reason += "code " + declared();
    }
    if (reason.empty()) reason = "a neighbour of code " + declared();
    return reason;
  }

  std::string declared() const {
    return code_.hs6 != 0 ? six_digits(code_.hs6) : std::to_string(code_.heading);
  }

  void add_code(std::uint32_t hs6, double probability) {
    hs6 = model_.current(hs6);
    auto const at = std::ranges::find(codes_, hs6, &CodeBelief::hs6);
    if (at == codes_.end()) {
      codes_.push_back({hs6, probability});
    } else {
      at->probability += probability;
    }
  }

  void add_concept_codes(Belief const& belief) {
    Concept const& c = concept_of(belief);
    double rest = belief.probability;
    if (code_.hs6 != 0) {
      bool const names_heading = std::ranges::any_of(
          c.hs, [&](HsEntry const& entry) { return entry.hs6 / 100 == code_.heading; });
      bool const fits = code_fits(c, code_) == 1.0;
      double const share = fits ? kDeclaredShare : names_heading ? kSameHeadingShare : 0.0;
      if (share > 0) add_code(code_.hs6, rest * share);
      rest *= 1.0 - share;
    }
    double total = 0;
    for (auto const& entry : c.hs) total += share_of(entry);
    for (auto const& entry : c.hs) {
      double const share = share_of(entry);
      if (share > 0) add_code(entry.hs6, rest * share / total);
    }
  }

  /// How much of a concept a subheading gets, before the sum is made 1.
  double share_of(HsEntry const& entry) const {
    if (entry.is_heading || model_.former_codes.contains(entry.hs6)) return 0;
    auto const at = std::ranges::find(reading_.refinements, entry.hs6,
                                      &std::pair<std::uint32_t, double>::first);
    double const words = at == reading_.refinements.end() ? 0.0 : at->second;
    return entry.strength * entry.strength * std::exp(kRefinementTrust * words);
  }

  void add_codes() {
    for (auto const& belief : beliefs_.concepts) {
      if (belief.probability >= 0.003) add_concept_codes(belief);
    }
    if (code_.hs6 != 0) add_code(code_.hs6, beliefs_.unknown);
    std::ranges::sort(codes_, [](CodeBelief const& a, CodeBelief const& b) {
      return std::pair(-a.probability, a.hs6) < std::pair(-b.probability, b.hs6);
    });
    for (auto const& code : codes_) {
      if (j_.hs6.size() == kGuessesMax || code.probability < kGuessMin) break;
      j_.hs6.push_back({six_digits(code.hs6), code.probability});
    }
  }

  std::string basis() const {
    bool const by_text = leader_ != nullptr && leader_->support != nullptr;
    bool const by_code =
        leader_ != nullptr && code_.is_given() && code_fits(concept_of(*leader_), code_) == 1.0;
    if (by_text && by_code) return "both";
    if (by_code) return "hs_code";
    return by_text && leader_->support->is_model ? "part_number" : "text";
  }

  void add_controls() {
    if (class_ != kOrdinaryClass && j_.class_probability >= 0.5) {
      j_.controls.push_back({"class:" + j_.goods_class, j_.class_probability, basis(), j_.reason});
    }
    PriorityList const& list = model_.priority_list;
    if (item_.on && *item_.on < list.version) return;  // No list was in force on that day.
    std::uint32_t const declared_hs6 = model_.current(code_.hs6);
    std::map<std::string, ControlHit> by_tier;
    for (auto const& code : codes_) {
      ListedCode const* listed = list.find(code.hs6);
      if (listed == nullptr) continue;
      auto& hit = by_tier["chpl:" + listed->tier];
      bool const is_declared = code.hs6 == declared_hs6;
      if (hit.control.empty()) {
        hit.control = "chpl:" + listed->tier;
        hit.basis = is_declared ? "hs_code" : basis();
        hit.reason = six_digits(code.hs6) + " " + listed->title;
        if (!is_declared || basis() == "both") hit.reason += ": " + j_.reason;
        if (is_declared && basis() == "both") hit.basis = "both";
      }
      hit.probability += code.probability;
    }
    bool const declared_is_listed = list.find(declared_hs6) != nullptr;
    for (auto& [name, hit] : by_tier) {
      bool const is_declared_tier =
          declared_is_listed && name == "chpl:" + list.find(declared_hs6)->tier;
      if (hit.probability < kControlMin && !is_declared_tier) continue;
      hit.probability = std::min(1.0, hit.probability);
      j_.controls.push_back(std::move(hit));
    }
  }

  void weigh_code() {
    if (!code_.is_given()) return;
    for (auto const& belief : beliefs_.concepts) {
      if (belief.support == nullptr) continue;
      Concept const& c = concept_of(belief);
      // Our tables name few of the codes that an ordinary thing may take.
      double const weight = c.kind == ConceptKind::mission ? 1.0 : 0.5;
      j_.misdeclared_probability += weight * belief.probability * (1.0 - code_fits(c, code_));
    }
    j_.misdeclared_probability = std::clamp(j_.misdeclared_probability, 0.0, 1.0);
  }

  Classifier::Model const& model_;
  Catalogue const& catalogue_;
  Item const& item_;
  DeclaredCode code_;
  WordList list_;
  Reading reading_;
  Beliefs beliefs_;
  Belief const* leader_ = nullptr;
  std::uint8_t class_ = kOrdinaryClass;
  std::vector<CodeBelief> codes_;
  Judgement j_;
};

}  // namespace

std::span<std::string_view const> class_names() {
  static constexpr std::array<std::string_view, kClasses> kNames = {"rifle_or_part",
                                                                    "ammunition",
                                                                    "body_armour",
                                                                    "helmet",
                                                                    "drone",
                                                                    "drone_part",
                                                                    "microchip",
                                                                    "thermal_or_night_vision",
                                                                    "optics",
                                                                    "navigation",
                                                                    "radio_or_camera",
                                                                    "battery",
                                                                    "gas_turbine_or_part",
                                                                    "machine_tool",
                                                                    "bearing",
                                                                    "vehicle_part",
                                                                    "riot_agent",
                                                                    "ordinary"};
  return kNames;
}

Classifier::Classifier(std::unique_ptr<Model const> model) : model_(std::move(model)) {}
Classifier::Classifier(Classifier&&) noexcept = default;
Classifier::~Classifier() = default;

Classifier const& Classifier::shipped() {
  static Classifier const classifier(std::make_unique<Model const>(
      Model{read_catalogue(), read_priority_list(), read_former_codes()}));
  return classifier;
}

Judgement Classifier::classify(Item const& item) const { return Judge(*model_, item).judge(); }

}  // namespace tw::goods
