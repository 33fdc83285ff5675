/// A word of a mention before it becomes a Token.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tidewaiter/text.h"

namespace tw::names {

struct Piece {
  std::string native;  ///< Folded, in its own script.
  std::string latin;
  std::string key;  ///< Sound key of `latin`.
  text::Script script = text::Script::common;
  bool is_number = false;
  bool glued = false;   ///< Joined to the piece before by a hyphen, slash or full stop.
  bool dotted = false;  ///< Followed by a full stop.
};

/// The pieces of a folded text: words, numbers, ideograph runs cut by the lexicon. Apostrophes
/// inside words vanish. At most 48.
std::vector<Piece> pieces(std::string_view folded);
/// A piece with its Latin form and key.
Piece make_piece(std::string native, text::Script script);

}  // namespace tw::names
