#include "lists/ftm/ftm.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/core.h>

#include "tidewaiter/text.h"

#include "lists/entry_builder.h"
#include "lists/ftm/ftm_entity.h"
#include "lists/open_sanctions.h"

namespace tw::lists::ftm {
namespace {

/// The lists on which an entity stands: its data sets without collections.
std::vector<std::string> lists_of(Entity const& entity) {
  std::vector<std::string> lists;
  for (auto const& dataset : entity.datasets) {
    if (is_collection(dataset)) continue;
    auto list = list_of_dataset(dataset);
    if (std::ranges::find(lists, list) == lists.end()) lists.push_back(std::move(list));
  }
  if (lists.empty()) lists.emplace_back(kOwnList);
  return lists;
}

/// Sanctions and addresses stand on lines of their own, before or after their party.
struct SideRecords {
  std::unordered_multimap<std::string, Sanction> sanctions;  ///< By the party's id.
  std::unordered_map<std::string, ListedAddress> addresses;  ///< By their own id.
};

/// Whether the sanction speaks of the list: its data sets name it, or it names none.
bool is_of_list(Sanction const& sanction, std::string_view list, bool only_list) {
  if (only_list || sanction.datasets.empty()) return true;
  return std::ranges::any_of(sanction.datasets, [&](std::string const& dataset) {
    return list_of_dataset(dataset) == list;
  });
}

void apply(Sanction const& sanction, EntryBuilder& builder) {
  auto& entry = builder.entry();
  for (auto const& programme : sanction.programmes) builder.add_programme(programme);
  for (auto const& day : sanction.listed_on) {
    if (!entry.listed_on || day < *entry.listed_on) entry.listed_on = day;
  }
  for (auto const& day : sanction.ended_on) {
    if (!entry.delisted_on || day > *entry.delisted_on) entry.delisted_on = day;
  }
  for (auto const& reason : sanction.reasons) builder.add_remark("", reason);
}

Entry entry_of(Entity const& entity, std::string_view list, bool only_list,
               SideRecords const& side) {
  EntryBuilder builder;
  builder.entry() = entity.entry;
  builder.entry().list = list;
  builder.entry().entity_id = entity.id;
  bool open_ended = false;
  auto const use = [&](Sanction const& sanction) {
    if (!is_of_list(sanction, list, only_list)) return;
    open_ended = open_ended || sanction.ended_on.empty();
    apply(sanction, builder);
  };
  for (auto const& sanction : entity.sanctions) use(sanction);
  auto const [begin, end] = side.sanctions.equal_range(entity.id);
  for (auto at = begin; at != end; ++at) use(at->second);
  // One sanction that still runs keeps the party listed.
  if (open_ended) builder.entry().delisted_on.reset();
  for (auto const& id : entity.address_ids) {
    auto const found = side.addresses.find(id);
    if (found != side.addresses.end()) {
      builder.add_address(found->second.text, found->second.country);
    }
  }
  return builder.take();
}

/// Lines of the file, without empty ones.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}
  bool next() {
    while (!rest_.empty()) {
      auto const end = std::min(rest_.find('\n'), rest_.size());
      line_ = text::trimmed(rest_.substr(0, end));
      rest_.remove_prefix(std::min(end + 1, rest_.size()));
      ++number_;
      if (!line_.empty()) return true;
    }
    return false;
  }
  std::string_view line() const { return line_; }
  std::string place() const { return fmt::format("line {}", number_); }

 private:
  std::string_view rest_;
  std::string_view line_;
  std::uint64_t number_ = 0;
};

}  // namespace

bool recognises(std::string_view head) {
  Lines lines(head);
  if (!lines.next() || !lines.line().starts_with('{')) return false;
  // The head may cut the first line, so its keys must do.
  return lines.line().find("\"schema\"") != std::string_view::npos &&
         lines.line().find("\"properties\"") != std::string_view::npos;
}

Result<Reading> read(std::string_view utf8, Job const& job) {
  ReadingBuilder reading("ftm_json_lines");
  EntityParser parser;
  SideRecords side;
  std::vector<Entity> entities;
  Lines lines(utf8);
  while (lines.next()) {
    if (entities.size() % 1024 == 0) TW_CHECK(job.go_on());
    auto parsed = parser.parse(lines.line(), reading.unread());
    if (!parsed) {
      reading.reject(lines.place(), parsed.error().message);
      continue;
    }
    parsed->entry.source_line = lines.place();
    if (parsed->is_party && parsed->is_target) {
      entities.push_back(std::move(*parsed));
      continue;
    }
    reading.count_joined();
    for (auto const& party : parsed->sanctioned_ids) {
      for (auto const& sanction : parsed->sanctions) side.sanctions.emplace(party, sanction);
    }
    if (parsed->schema == "Address") {
      side.addresses.emplace(parsed->id, std::move(parsed->own_address));
    }
  }
  for (auto const& entity : entities) {
    auto const lists = lists_of(entity);
    bool first = true;
    for (auto const& list : lists) {
      auto entry = entry_of(entity, list, lists.size() == 1, side);
      first ? reading.keep(std::move(entry)) : reading.keep_repeated(std::move(entry));
      first = false;
    }
  }
  return reading.take();
}

}  // namespace tw::lists::ftm
