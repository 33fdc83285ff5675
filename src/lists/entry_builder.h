/// Puts one entry together: names once each and in order, countries in ISO2, nothing empty.
#pragma once

#include <unordered_map>

#include "tidewaiter/lists.h"

#include "lists/dates.h"

namespace tw::lists {

/// Fields present but not kept, counted by name.
class UnreadFields {
 public:
  void count(std::string_view field, std::uint64_t times = 1);
  std::vector<std::pair<std::string, std::uint64_t>> sorted() const;

 private:
  std::vector<std::pair<std::string, std::uint64_t>> fields_;
};

class EntryBuilder {
 public:
  /// Makes white space single and takes list punctuation off the ends; an empty name is left out,
  /// and one already there keeps its first kind.
  void add_name(std::string_view name, NameKind kind);
  void add_id(std::string_view type, std::string_view value, std::string_view country = {});
  /// The country as a code or a name; "" when the text must tell. A bare country is no address.
  void add_address(std::string_view text, std::string_view country = {});
  /// A code or a name in any language that `reference` knows; others are left out.
  void add_country(std::string_view code_or_name);
  void add_programme(std::string_view programme);
  /// "label: text" on the end of the remarks; nothing when the text is empty.
  void add_remark(std::string_view label, std::string_view text);

  bool has_primary() const;
  Entry& entry() { return entry_; }
  /// The entry, primary name first; the builder is empty afterwards.
  Entry take();

 private:
  Entry entry_;
};

/// Adds what one entry says to another of the same party and list.
void join_entry(Entry const& from, Entry& into);

/// Keeps an entry or rejects it, and counts the record. An entry without a name is rejected with
/// its place; so is one with a used id, unless it repeats the earlier one word for word.
class ReadingBuilder {
 public:
  explicit ReadingBuilder(std::string_view format);
  void keep(Entry entry);
  /// As `keep`, for a record that was already kept under another list.
  void keep_repeated(Entry entry);
  /// As `keep`, but a used id means more about the same party: the entry is joined.
  void keep_or_join(Entry entry);
  void reject(std::string_view place, std::string reason);
  void count_joined();
  void note(std::string text);
  UnreadFields& unread() { return unread_; }
  Reading& reading() { return reading_; }
  Reading take();

 private:
  void put(Entry entry);

  Reading reading_;
  UnreadFields unread_;
  std::unordered_map<std::string, std::size_t> entry_of_;  ///< By list and id.
};

/// White space made single, none at the ends.
std::string squeezed(std::string_view text);
/// Parts between `by`, trimmed, empty ones left out.
std::vector<std::string_view> parts(std::string_view text, std::string_view by);

}  // namespace tw::lists
