/// One FollowTheMoney entity out of its JSON line.
#pragma once

#include <memory>

#include "lists/entry_builder.h"

namespace tw::lists::ftm {

struct Sanction {
  std::vector<std::string> datasets;
  std::vector<std::string> programmes;
  std::vector<std::string> reasons;
  std::vector<Date> listed_on;
  std::vector<Date> ended_on;
};

struct Entity {
  std::string id;
  std::string schema;
  bool is_party = false;  ///< A schema that names a party.
  bool is_target = true;  ///< False when the file says so: a neighbour of a listed party.
  std::vector<std::string> datasets;
  Entry entry;                              ///< Names, numbers, places; not yet its list.
  std::vector<Sanction> sanctions;          ///< Nested ones, or the entity itself as a sanction.
  std::vector<std::string> sanctioned_ids;  ///< Of a sanction: the parties it is about.
  std::vector<std::string> address_ids;     ///< Addresses on lines of their own.
  ListedAddress own_address;                ///< Of an Address.
};

class EntityParser {
 public:
  EntityParser();
  ~EntityParser();
  /// Errors say what is wrong with the line; the place is the caller's to add.
  Result<Entity> parse(std::string_view line, UnreadFields& unread);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tw::lists::ftm
