#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tidewaiter/io.h"
#include "tidewaiter/lists.h"

namespace tw::lists {
namespace {

/// Letters of three scripts, and what breaks CSV.
rc::Gen<std::string> a_cell() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
          std::vector<std::string>{"A", "b", "Ж", "口", "1", " ", ",", "\"", ";", ".", "-", "'"})),
      [](std::vector<std::string> const& pieces) {
        std::string cell = "N";  // A letter, so that the name is one.
        for (auto const& piece : pieces) cell += piece;
        return cell;
      });
}

std::string table_of(std::vector<std::string> const& names) {
  std::string csv = "entity_id,name,country\n";
  for (std::size_t i = 0; i < names.size(); ++i) {
    csv += "e" + std::to_string(i) + ",";
    io::append_csv_cell(names[i], csv);
    csv += ",RU\n";
  }
  return csv;
}

RC_GTEST_PROP(Lists, every_record_is_an_entry_rejected_or_joined, (std::string const& bytes)) {
  for (auto const* head : {"", "name,country\n", "entity_id,name,listed_on\n",
                           "_id,source,name,alt_names,source_list_url\n"}) {
    auto const reading = read_list(head + bytes, Job{});
    if (!reading) {
      RC_ASSERT(!reading.error().message.empty());
      continue;
    }
    RC_ASSERT(reading->records + reading->repeated ==
              reading->entries.size() + reading->rejected.size() + reading->joined);
    for (auto const& entry : reading->entries) {
      RC_ASSERT(!entry.names.empty());
      RC_ASSERT(entry.names.front().kind == NameKind::primary);
      RC_ASSERT(!entry.list.empty() && !entry.entity_id.empty() && !entry.source_line.empty());
    }
  }
}

RC_GTEST_PROP(Lists, own_csv_keeps_every_row_with_its_own_id, ()) {
  auto const names = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(a_cell()));
  auto const reading = read_list(table_of(names), Job{});
  RC_ASSERT(reading.has_value());
  RC_ASSERT(reading->entries.size() == names.size());
}

RC_GTEST_PROP(Lists, an_unrelated_row_changes_no_other_entry, ()) {
  auto const names = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(a_cell()));
  auto more = names;
  more.emplace_back("Unrelated LLC");
  auto const few = read_list(table_of(names), Job{});
  auto const many = read_list(table_of(more), Job{});
  RC_ASSERT(few.has_value() && many.has_value());
  for (std::size_t i = 0; i < names.size(); ++i) {
    RC_ASSERT(few->entries[i].names.front().name == many->entries[i].names.front().name);
    RC_ASSERT(few->entries[i].entity_id == many->entries[i].entity_id);
  }
}

}  // namespace
}  // namespace tw::lists
