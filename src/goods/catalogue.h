/// The tables of data/goods/ as the classifier uses them.
#pragma once

#include <map>

#include "goods/terms.h"

namespace tw::goods {

enum class ConceptKind : std::uint8_t { mission, ordinary, accessory, toy };

/// A subheading of a concept. `strength`: how usual it is for the concept, 0 to 1.
struct HsEntry {
  std::uint32_t hs6 = 0;  ///< 854231; a heading alone is 854200 with `is_heading`.
  double strength = 1.0;
  bool is_heading = false;
};

struct Concept {
  std::string name;
  ConceptKind kind = ConceptKind::mission;
  std::uint8_t goods_class = 0;  ///< Index into class_names().
  double sensitive = 0;       ///< 0 to 1: how far the thing itself is a military or dual-use item.
  std::optional<Owner> part;  ///< The concept of its parts.
  std::vector<HsEntry> hs;
};

enum class Context : std::uint8_t {
  boilerplate,
  denial,
  without,
  purpose,
  purpose_of,
  with,
  part,
  vague,
};
inline constexpr std::size_t kContexts = 8;

/// Owners below kContexts are contexts, then come the concepts, then the refinements.
struct Catalogue {
  std::vector<Concept> concepts;
  std::vector<std::uint32_t> refined;  ///< The HS6 of each refinement.
  TermIndex terms;
  std::map<std::uint32_t, std::vector<Owner>> by_hs6;      ///< Concept indices that name the code.
  std::map<std::uint32_t, std::vector<Owner>> by_heading;  ///< By 8542.

  static bool is_context(Owner owner) { return owner < kContexts; }
  static Owner owner_of(std::size_t index) { return static_cast<Owner>(index + kContexts); }
  Owner refinement_owner(std::size_t index) const { return owner_of(concepts.size() + index); }
  bool is_concept(Owner owner) const { return !is_context(owner) && owner < refinement_owner(0); }
  std::uint32_t refined_hs6(Owner owner) const { return refined[owner - refinement_owner(0)]; }
  Concept const& concept_of(Owner owner) const { return concepts[owner - kContexts]; }
};

/// From the embedded tables. A fault in a table is a defect of ours.
Catalogue read_catalogue();

struct ListedCode {
  std::uint32_t hs6 = 0;
  std::string tier;
  std::string title;
};
/// The Common High Priority List, one version. Sorted by code.
struct PriorityList {
  Date version;
  std::vector<ListedCode> codes;

  ListedCode const* find(std::uint32_t hs6) const;
};
PriorityList read_priority_list();

/// Subheadings of HS 2017 that HS 2022 dropped, and their usual successors.
std::map<std::uint32_t, std::uint32_t> read_former_codes();

}  // namespace tw::goods
