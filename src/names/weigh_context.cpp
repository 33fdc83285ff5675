#include "names/weigh_context.h"

#include <algorithm>

namespace tw::names {
namespace {

class ContextWeigher {
 public:
  ContextWeigher(TwoNames const& names, Evidences& found)
      : a_(names.a), b_(names.b), about_a_(names.about_a), about_b_(names.about_b), found_(found) {}

  void weigh_numbers() {
    if (a_.numbers.empty() && b_.numbers.empty()) return;
    auto sorted_a = a_.numbers;
    auto sorted_b = b_.numbers;
    std::ranges::sort(sorted_a);
    std::ranges::sort(sorted_b);
    if (sorted_a == sorted_b) {
      found_.add({.feature = Feature::numbers_equal,
                  .amount = 1,
                  .text_a = a_.numbers.front(),
                  .text_b = b_.numbers.front()});
    } else if (a_.numbers.empty() || b_.numbers.empty()) {
      found_.add({.feature = Feature::number_extra,
                  .amount = 1,
                  .text_a = a_.numbers.empty() ? std::string_view{} : a_.numbers.front(),
                  .text_b = b_.numbers.empty() ? std::string_view{} : b_.numbers.front()});
    } else {
      bool const inside =
          std::ranges::includes(sorted_a, sorted_b) || std::ranges::includes(sorted_b, sorted_a);
      found_.add({.feature = Feature::numbers_differ,
                  .amount = inside ? 0.3 : 1.0,
                  .text_a = a_.numbers.front(),
                  .text_b = b_.numbers.front()});
    }
  }

  void weigh_forms() {
    if (a_.form_class.empty() || b_.form_class.empty()) return;
    bool const equal = a_.form_class == b_.form_class;
    found_.add({.feature = equal ? Feature::legal_form_equal : Feature::legal_form_differs,
                .amount = 1,
                .text_a = a_.form_class,
                .text_b = b_.form_class});
  }

  void weigh_countries() {
    auto const& a = about_a_.country;
    auto const& b = about_b_.country;
    if (!a.empty() && !b.empty()) {
      found_.add({.feature = a == b ? Feature::country_equal : Feature::country_differs,
                  .amount = 1,
                  .text_a = a,
                  .text_b = b});
      return;
    }
    auto const& told_a = a.empty() ? a_.form_country : a;
    auto const& told_b = b.empty() ? b_.form_country : b;
    if (!told_a.empty() && !told_b.empty() && told_a != told_b) {
      found_.add({.feature = Feature::form_country_differs,
                  .amount = 1,
                  .text_a = told_a,
                  .text_b = told_b});
    }
  }

  template <typename Use>
  static void for_each_identifier(Name const& name, Context const& about, Use const& use) {
    for (auto const& one : name.identifiers) use(one);
    for (auto const& one : about.identifiers) use(one);
  }

  void weigh_identifiers() {
    Identifier const* equal_a = nullptr;
    Identifier const* differ_a = nullptr;
    Identifier const* differ_b = nullptr;
    for_each_identifier(a_, about_a_, [&](Identifier const& x) {
      for_each_identifier(b_, about_b_, [&](Identifier const& y) {
        bool const comparable = x.type == y.type || x.type.empty() || y.type.empty();
        if (!comparable || x.value.size() < 5) return;
        if (x.value == y.value) {
          // A number of the bank or the tax office's branch is not the firm's own.
          if (x.type == "KPP" || x.type == "BIC") return;
          if (equal_a == nullptr || (x.checked && !equal_a->checked)) equal_a = &x;
        } else if (x.type == y.type && x.checked && y.checked) {
          differ_a = &x;
          differ_b = &y;
        }
      });
    });
    if (equal_a != nullptr) {
      found_.add({.feature = equal_a->checked ? Feature::identifier_equal
                                              : Feature::identifier_equal_unchecked,
                  .amount = 1,
                  .text_a = equal_a->type,
                  .text_b = equal_a->value});
    } else if (differ_a != nullptr) {
      found_.add({.feature = Feature::identifier_differs,
                  .amount = 1,
                  .text_a = differ_a->value,
                  .text_b = differ_b->value});
    }
  }

  void weigh_kinds() {
    auto const differs = a_.kind != Kind::unknown && b_.kind != Kind::unknown && a_.kind != b_.kind;
    bool const doubtful =
        (a_.kind == Kind::person && !a_.kind_given) || (b_.kind == Kind::person && !b_.kind_given);
    if (differs && !doubtful) found_.add({.feature = Feature::kind_differs, .amount = 1});
  }

 private:
  Name const& a_;
  Name const& b_;
  Context const& about_a_;
  Context const& about_b_;
  Evidences& found_;
};

}  // namespace

void weigh_beside_words(TwoNames const& names, bool persons, Evidences& found) {
  ContextWeigher weigher(names, found);
  if (!persons) {
    weigher.weigh_numbers();
    weigher.weigh_forms();
  }
  weigher.weigh_countries();
  weigher.weigh_identifiers();
  weigher.weigh_kinds();
}

}  // namespace tw::names
