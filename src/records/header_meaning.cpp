#include "records/header.h"
#include "records/table_file.h"

namespace tw::records {
namespace {

// Words that name a further role come first: "consignee contract holder" is the contract holder.
constexpr std::array<std::string_view, 16> kPartyWords = {
    "payer",   "declarant", "broker",    "bank",    "notify",   "manufacturer",
    "carrier", "forwarder", "consignor", "shipper", "exporter", "supplier",
    "seller",  "consignee", "importer",  "buyer"};

struct Rule {
  std::string slot;
  std::string party;
  std::string part;
  double rank = 9;
  std::vector<std::string> needs;
  std::vector<std::string> forbids;
};

std::vector<std::string> split(std::string_view words) {
  std::vector<std::string> out;
  while (!words.empty()) {
    auto const end = std::min(words.find(' '), words.size());
    if (end > 0) out.emplace_back(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return out;
}

void add_party_rules(std::vector<std::string_view> const& row, std::vector<Rule>& rules) {
  for (auto const party : kPartyWords) {
    Rule rule;
    rule.party = party;
    rule.part = row[0].substr(std::string_view{"{party}_"}.size());
    rule.slot = "party";
    rule.rank = static_cast<double>(row[1].front() - '0');
    rule.needs = split(row[2]);
    for (auto& need : rule.needs) {
      if (need == "{party}") need = party;
    }
    rule.forbids = split(row[3]);
    rules.push_back(std::move(rule));
  }
}

std::vector<Rule> const& rules() {
  static std::vector<Rule> const all = [] {
    std::vector<Rule> made;
    for (auto const& row : table_rows("records/header_rules.csv", 4)) {
      ensure(row[1].size() == 1, "a rank of header_rules.csv is one digit");
      if (row[0].starts_with("{party}")) {
        add_party_rules(row, made);
        continue;
      }
      Rule rule;
      rule.slot = row[0];
      rule.rank = static_cast<double>(row[1].front() - '0');
      rule.needs = split(row[2]);
      rule.forbids = split(row[3]);
      made.push_back(std::move(rule));
    }
    return made;
  }();
  return all;
}

bool fits(Rule const& rule, Tags const& tags) {
  for (auto const& need : rule.needs) {
    if (!tags.contains(need)) return false;
  }
  for (auto const& forbidden : rule.forbids) {
    if (tags.contains(forbidden)) return false;
  }
  return true;
}

}  // namespace

HeaderMeaning header_meaning(std::string_view header) {
  HeaderMeaning meaning;
  meaning.words = header_words(header);
  auto const& tags = meaning.words.tags;
  if (tags.contains("no_place") || tags.empty()) return meaning;
  Rule const* best = nullptr;
  for (auto const& rule : rules()) {
    if (!fits(rule, tags)) continue;
    if (best == nullptr || rule.needs.size() > best->needs.size()) best = &rule;
  }
  if (best == nullptr) return meaning;
  meaning.slot = best->slot;
  meaning.party = best->party;
  meaning.part = best->part;
  meaning.rank = best->rank;
  return meaning;
}

}  // namespace tw::records
