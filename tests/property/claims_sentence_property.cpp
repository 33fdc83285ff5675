#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tidewaiter/claims.h"

namespace tw::claims {
namespace {

RC_GTEST_PROP(Sentence, any_bytes_are_read_or_refused_with_advice, (std::string const& text)) {
  auto const claim = parse_sentence(text);
  if (!claim) RC_ASSERT(!claim.error().message.empty() && !claim.error().advice.empty());
}

/// A word that means nothing to us is never passed over in silence.
RC_GTEST_PROP(Sentence, an_unknown_word_is_always_named, ()) {
  std::vector<std::string> words = {"Russia", "imported", "12",    "shipments", "of",  "drone",
                                    "parts",  "from",     "China", "in",        "2022"};
  auto const at = *rc::gen::inRange<std::size_t>(0, words.size() + 1);
  words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), "qzxvorb");
  std::string text;
  for (auto const& word : words) text += word + " ";
  auto const claim = parse_sentence(text);
  RC_ASSERT(!claim.has_value());
}

RC_GTEST_PROP(Sentence, written_as_json_and_read_again_it_is_the_same, ()) {
  auto const pick = [](std::vector<std::string> const& choices) {
    return *rc::gen::elementOf(choices);
  };
  auto const text =
      pick({"More than", "At least", "Nearly", "Exactly", "About"}) + " " +
      std::to_string(*rc::gen::inRange(1, 100'000)) + " " +
      pick({"tons of", "kg of", "shipments of", "pieces of"}) + " " +
      pick({"Chinese", "Turkish", ""}) + " " + pick({"body armour", "drones", "rifles"}) + " " +
      pick({"reached Russia", "were imported by Russia", "went to Russia via Turkey"}) + " " +
      pick({"in 2022", "by the end of 2022", "between June and December 2022"});
  auto const claim = parse_sentence(text);
  RC_ASSERT(claim.has_value());
  auto const again = read_claims("[" + claim_json(*claim) + "]", "json");
  RC_ASSERT(again.has_value());
  auto back = again->at(0);
  back.id.clear();
  RC_ASSERT(claim_json(back) == claim_json(*claim));
}

}  // namespace
}  // namespace tw::claims
