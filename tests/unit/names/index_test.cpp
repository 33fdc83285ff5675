#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "tidewaiter/names.h"

#include "reference/names_search.h"

namespace tw::names {
namespace {

Index index_of(std::vector<std::string> const& names) {
  Index index;
  for (std::uint32_t i = 0; i < names.size(); ++i) index.add(i, analyse(names[i]));
  index.freeze();
  return index;
}

TEST(Index, finds_a_name_in_another_script) {
  auto const index = index_of({"Zephyr Optics", "Rosoboronexport", "Qarn Tools"});
  auto const found = index.search(analyse("РОСОБОРОНЭКСПОРТ АО"), {}, 0.7, 5);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().entry, 1U);
  EXPECT_TRUE(found.front().comparison.match);
  EXPECT_FALSE(found.front().comparison.reasons.empty());
}

TEST(Index, gives_one_candidate_per_entry_with_its_best_name) {
  Index index;
  index.add(7, analyse("Qarn Zephyr Optics"));
  index.add(7, analyse("Zephyr Optics Qarn JSC"));
  index.add(3, analyse("Qarn Zephyr Optics"));
  index.freeze();
  auto const found = index.search(analyse("Qarn Zephyr Optics"), {}, 0.5, 5);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].entry, 3U);  // Equal scores: the smaller entry first.
  EXPECT_EQ(found[1].entry, 7U);
  EXPECT_EQ(found[1].name, 0U);
}

TEST(Index, finds_by_registration_number_alone) {
  Index index;
  index.add(0, analyse("Chamomile"), {"RU", {{"INN", "7707083893", true}}});
  index.freeze();
  auto const found =
      index.search(analyse("Ромашка"), {"RU", {{"INN", "7707083893", true}}}, 0.7, 5);
  ASSERT_EQ(found.size(), 1U);
}

TEST(Index, nothing_is_never_found) {
  auto const index = index_of({"", "ООО", "Ariteks"});
  for (auto const* query : {"", "ООО", "---", "😀"}) {
    EXPECT_TRUE(index.search(analyse(query), {}, 0.01, 5).empty()) << query;
  }
}

TEST(Index, an_empty_index_answers) {
  Index index;
  index.freeze();
  EXPECT_EQ(index.size(), 0U);
  EXPECT_TRUE(index.search(analyse("Ariteks"), {}, 0.1, 5).empty());
}

// Invented names with the usual faults; the share over real lists is in docs/methods/names.md.
TEST(Index, finds_what_comparing_with_every_name_finds) {
  std::vector<std::string> const firms = {"Zephyrnik Trading LLC",
                                          "ООО Зефирник",
                                          "Zephyrnick Trade",
                                          "Qarnop Machine Building Plant",
                                          "Карноп Машиностроительный завод",
                                          "Sea Horse Shipping",
                                          "Seahorse Shipping",
                                          "MV Seahorse II",
                                          "Karpukhin Andrey Viktorovich",
                                          "Андрей Карпухин",
                                          "Karpukhin A.V.",
                                          "A-B-C Company",
                                          "ABC Co",
                                          "United Engine Corporation JSC",
                                          "JSC UEC",
                                          "Helicopter Repair Plant 356",
                                          "Вертолетный ремонтный завод 356",
                                          "Mohamed Saleem Haqqan",
                                          "Muhammad Salim Haqqan",
                                          "محمد سليم حقان",
                                          "Da Jiang Innovations",
                                          "大疆创新科技有限公司",
                                          "Rosoboronexpot",
                                          "Rosoboronexport"};
  std::vector<Name> listed;
  for (auto const& firm : firms) listed.push_back(analyse(firm));
  auto const index = index_of(firms);
  for (auto const& name : listed) {
    auto const found = index.candidates(name);
    for (auto const at : twins::matches(listed, name)) {
      EXPECT_TRUE(std::ranges::binary_search(found, at)) << name.raw << " | " << firms[at];
    }
  }
}

}  // namespace
}  // namespace tw::names
