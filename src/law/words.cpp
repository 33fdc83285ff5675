#include <algorithm>
#include <utility>

#include "tidewaiter/law.h"

namespace tw::law {
namespace {

template <typename Value>
using Word = std::pair<Value, std::string_view>;

constexpr Word<Force> kForces[] = {{Force::none, "none"},
                                   {Force::risk, "risk"},
                                   {Force::part, "part"},
                                   {Force::licence, "licence"},
                                   {Force::prohibited, "prohibited"}};
constexpr Word<Certainty> kCertainties[] = {{Certainty::from_memory, "from_memory"},
                                            {Certainty::checked, "checked"}};
constexpr Word<Act> kActs[] = {{Act::export_to, "export_to"},
                               {Act::import_from, "import_from"},
                               {Act::buy_securities, "buy_securities"},
                               {Act::provide_funds, "provide_funds"},
                               {Act::resale_to, "resale_to"}};
constexpr Word<Restricted> kRestricted[] = {{Restricted::no, "no"},
                                            {Restricted::depends, "depends"},
                                            {Restricted::yes, "yes"},
                                            {Restricted::unknown, "unknown"}};

template <typename Value, std::size_t N>
std::string_view word_of(Word<Value> const (&words)[N], Value value) {
  auto const* const found = std::ranges::find(words, value, &Word<Value>::first);
  ensure(found != std::end(words), "every value has its word");
  return found->second;
}

}  // namespace

std::string_view force_name(Force force) { return word_of(kForces, force); }
std::string_view certainty_name(Certainty certainty) { return word_of(kCertainties, certainty); }
std::string_view act_name(Act act) { return word_of(kActs, act); }
std::string_view restricted_name(Restricted restricted) { return word_of(kRestricted, restricted); }

std::optional<Act> act_by_name(std::string_view name) {
  auto const* const found = std::ranges::find(kActs, name, &Word<Act>::second);
  if (found == std::end(kActs)) return std::nullopt;
  return found->first;
}

}  // namespace tw::law
