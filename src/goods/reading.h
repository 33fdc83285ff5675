/// What the words of one text say for and against each concept, in their context.
#pragma once

#include "goods/catalogue.h"

namespace tw::goods {

struct Support {
  Owner owner = 0;
  double score = 0;       ///< Log-odds from the text.
  std::string words;      ///< The words that decided, strongest first.
  bool is_model = false;  ///< The strongest of them is a model or part number.
};

struct Reading {
  std::vector<Support> supports;  ///< By owner; concepts that the text touches.
  /// Subheadings that the words prefer among those of one concept; log-odds.
  std::vector<std::pair<std::uint32_t, double>> refinements;
  std::size_t content_words = 0;  ///< Words of letters that are not vague and not taken out.
  std::size_t vague_words = 0;
};

/// Every weight of this step by its name; docs/methods/goods.md says where they come from.
struct ContextWeights {
  double purpose = 0.2;         ///< "case FOR RIFLES": what the thing is for.
  double with = 0.35;           ///< "helmet WITH case": a secondary part.
  double accessory = 0.15;      ///< "RIFLE case": what the accessory belongs to.
  double likeness = 0.2;        ///< "toy RIFLE": what the toy looks like.
  double first_clause = 1.25;   ///< The name of the thing comes first.
  double part_of = 0.95;        ///< "parts FOR DRONES" speaks this much for drone parts,
  double whole_of_part = 0.12;  ///< and this much for drones.
  double repeat = 0.5;          ///< Each further term of one concept counts this much of the last.
  std::size_t counted_max = 6;  ///< Further terms of one concept than these say nothing new.
};

Reading read_text(Catalogue const& catalogue, WordList const& list);

}  // namespace tw::goods
