#include <algorithm>
#include <numeric>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tidewaiter/parties.h"

namespace {

using namespace tw;
using namespace tw::parties;

struct Row {
  std::string name;
  std::string country;
  std::string number;
};

rc::Gen<std::vector<Row>> any_rows() {
  auto const row = rc::gen::build<Row>(
      rc::gen::set(&Row::name,
                   rc::gen::elementOf(std::vector<std::string>{
                       "ООО Зефирник", "Zefirnik LLC", "ZEFIRNIK", "Zefirnik Trade", "Zefirnyk",
                       "Zefirnik JSC", "Qarnop", "ООО Карноп", "Plant 14 Qarnop", "Plant 41 Qarnop",
                       "Ivan Petrov", "Petrov I.", "---", "ООО", "Sea Horse", "Seahorse"})),
      rc::gen::set(&Row::country, rc::gen::elementOf(std::vector<std::string>{"", "RU", "TR"})),
      rc::gen::set(&Row::number, rc::gen::elementOf(std::vector<std::string>{
                                     "", "", "7707083893", "7736050003", "AB-123456"})));
  return rc::gen::container<std::vector<Row>>(row);
}

std::vector<Mention> mentions_of(std::vector<Row> const& rows) {
  std::vector<Mention> mentions;
  for (auto const& row : rows) mentions.push_back({row.name, row.country, row.number, {}});
  return mentions;
}

RC_GTEST_PROP(PartiesResolve, order_of_mentions_does_not_change_who_is_with_whom, ()) {
  auto const rows = *any_rows();
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::reverse(order);
  std::vector<Row> turned;
  for (auto const at : order) turned.push_back(rows[at]);
  auto const straight = resolve(mentions_of(rows), Job{});
  auto const backward = resolve(mentions_of(turned), Job{});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      bool const here = straight.mentions[i].party == straight.mentions[j].party;
      bool const there = backward.mentions[rows.size() - 1 - i].party ==
                         backward.mentions[rows.size() - 1 - j].party;
      RC_ASSERT(here == there);
    }
  }
}

RC_GTEST_PROP(PartiesResolve, threads_change_nothing, ()) {
  auto const rows = *any_rows();
  auto const mentions = mentions_of(rows);
  auto const one = resolve(mentions, Job{.threads = 1});
  auto const four = resolve(mentions, Job{.threads = 4});
  RC_ASSERT(one.canonical == four.canonical);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    RC_ASSERT(one.mentions[i].party == four.mentions[i].party);
    RC_ASSERT(one.mentions[i].reason == four.mentions[i].reason);
  }
}

RC_GTEST_PROP(PartiesResolve, no_party_holds_two_right_tax_numbers, ()) {
  auto const rows = *any_rows();
  auto const r = resolve(mentions_of(rows), Job{});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      bool const differ = rows[i].number.starts_with("77") && rows[j].number.starts_with("77") &&
                          rows[i].number != rows[j].number;
      RC_ASSERT(!differ || r.mentions[i].party != r.mentions[j].party);
    }
  }
}

}  // namespace
