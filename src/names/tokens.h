/// From pieces to the tokens that are compared.
#pragma once

#include <string_view>
#include <vector>

#include "tidewaiter/names.h"

#include "names/piece.h"

namespace tw::names {

/// Fills the key, hashes and letters of a token from its Latin text.
Token make_token(std::string_view latin, std::string_view key, Role role, float information);

struct Tokens {
  std::vector<Token> tokens;
  std::vector<std::string> numbers;
};
Tokens organisation_tokens(std::vector<Piece> pieces);
Tokens person_tokens(std::vector<Piece> const& pieces);

/// Whether pieces without a legal form read like a person: a given name or patronymic among two to
/// four words, and no business word.
bool reads_like_person(std::vector<Piece> const& pieces, std::size_t pieces_max = 4);
bool is_patronymic(std::string_view key);

}  // namespace tw::names
