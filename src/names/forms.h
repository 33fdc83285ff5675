/// Finds legal forms among the pieces of a name.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "names/piece.h"

namespace tw::names {

/// What the legal forms of a name say.
struct FormFound {
  std::string form_class;
  std::string country;       ///< When the form is used in one country only.
  bool sole_trader = false;  ///< What is left names a person.
};

class Forms {
 public:
  Forms();
  /// Takes all legal forms out of `pieces`: at the front, at the back, and in the middle where the
  /// form cannot be a word of the name.
  FormFound take(std::vector<Piece>& pieces) const;
  /// End of the last certain legal form that ends at or before `limit`, 0 for none.
  std::size_t last_end(std::vector<Piece> const& pieces, std::size_t limit) const;
  /// Length in bytes of the longest ideograph form at the start of `run`, 0 for none.
  std::size_t ideographs(std::string_view run) const;

 private:
  struct Form {
    std::string_view form_class;
    std::string_view countries;
  };
  struct Span {
    Form const* form = nullptr;
    std::size_t begin = 0;
    std::size_t count = 0;
  };
  Form const* fits(std::vector<Piece> const& pieces, std::size_t begin, std::size_t count) const;
  Span at_front(std::vector<Piece> const& pieces) const;
  Span at_back(std::vector<Piece> const& pieces) const;
  Span inside(std::vector<Piece> const& pieces) const;

  std::unordered_map<std::string, Form> native_;  // Folded words joined by spaces.
  std::unordered_map<std::string, Form> keys_;    // Sound keys of spelled-out forms.
  std::size_t han_longest_ = 0;
  std::size_t words_longest_ = 1;
};
Forms const& forms();

}  // namespace tw::names
