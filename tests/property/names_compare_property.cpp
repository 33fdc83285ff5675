#include <algorithm>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tidewaiter/names.h"

#include "names/distance.h"
#include "reference/names_distance.h"

namespace {

using namespace tw::names;

/// Names put together from words, forms and faults that occur in the field.
rc::Gen<std::string> any_name() {
  auto const word = rc::gen::elementOf(std::vector<std::string>{"Zephyr",
                                                                "Карноп",
                                                                "Qarn",
                                                                "trading",
                                                                "ООО",
                                                                "LLC",
                                                                "завод",
                                                                "新兴",
                                                                "广州",
                                                                "有限公司",
                                                                "A.Ş.",
                                                                "Ivan",
                                                                "Petrov",
                                                                "V.",
                                                                "14",
                                                                "No",
                                                                "Chile",
                                                                "Bank",
                                                                "محمد",
                                                                "&",
                                                                "(",
                                                                ")",
                                                                "\"",
                                                                ",",
                                                                "ve",
                                                                "Ticaret",
                                                                "Rosoboronexport",
                                                                "formerly",
                                                                "INN 7707083893",
                                                                "ул.",
                                                                "A-B-C",
                                                                "M/V",
                                                                "II"});
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(word),
                      [](std::vector<std::string> const& words) {
                        std::string name;
                        for (auto const& one : words) name += one + ' ';
                        return name;
                      });
}

RC_GTEST_PROP(NamesCompare, is_symmetric, ()) {
  auto const a = analyse(*any_name());
  auto const b = analyse(*any_name());
  auto const ab = compare(a, b);
  auto const ba = compare(b, a);
  RC_ASSERT(ab.score == ba.score);
  RC_ASSERT(ab.reasons.size() == ba.reasons.size());
}

RC_GTEST_PROP(NamesCompare, any_bytes_get_a_score_between_zero_and_one,
              (std::string const& a, std::string const& b)) {
  auto const score = compare(analyse(a), analyse(b)).score;
  RC_ASSERT(score >= 0.0 && score <= 1.0);
}

RC_GTEST_PROP(NamesCompare, case_and_width_do_not_matter, ()) {
  auto const name = *any_name();
  std::string wide;
  for (auto const c : name) {
    if (c > '!' && c < '~' && c != '"') {
      tw::text::append_utf8(static_cast<char32_t>(c) + 0xFEE0, wide);
    } else {
      wide += c;
    }
  }
  auto const plain = analyse(name);
  auto const upper = analyse(wide);
  RC_ASSERT(plain.words == upper.words);
  RC_ASSERT(plain.numbers == upper.numbers);
  RC_ASSERT(analyse(tw::text::lowered(name)).words == plain.words);
}

RC_GTEST_PROP(NamesCompare, order_of_listed_names_changes_nothing, ()) {
  auto const names = *rc::gen::container<std::vector<std::string>>(8, any_name());
  auto const query = analyse(*any_name());
  auto const scores = [&](std::vector<std::string> const& order) {
    Index index;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      auto const entry = std::ranges::find(names, order[i]) - names.begin();
      index.add(static_cast<std::uint32_t>(entry), analyse(order[i]));
    }
    index.freeze();
    std::vector<std::pair<std::uint32_t, double>> found;
    for (auto const& candidate : index.search(query, {}, 0.2, 20)) {
      found.emplace_back(candidate.entry, candidate.comparison.score);
    }
    return found;
  };
  auto turned = names;
  std::ranges::reverse(turned);
  RC_ASSERT(scores(names) == scores(turned));
}

RC_GTEST_PROP(NamesDistance, equals_its_slow_twin, ()) {
  auto const letter = rc::gen::elementOf(std::string("abcS"));
  auto const a = *rc::gen::container<std::string>(letter);
  auto const b = *rc::gen::container<std::string>(letter);
  auto const slow = tw::twins::edits(a, b);
  RC_ASSERT(edits(a, b, 1000) == slow);
  RC_ASSERT(edits(a, b, 2) == std::min(slow, 3U));
  RC_ASSERT(edits(a, b, 2) == edits(b, a, 2));
}

}  // namespace
