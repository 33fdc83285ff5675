/// Trader's words for a kind of good.
#pragma once

#include "simulate/random.h"
#include "simulate/tables.h"

namespace tw::simulate {

/// Fills `out` with a description in the language of the file (now and then in another).
void write_goods_text(GoodsKind const& kind, FileKind file, std::string_view brand, Random& random,
                      std::string& out);
/// Upper case of ASCII and Russian letters, in place; other bytes stay.
void shout(std::string& utf8);

}  // namespace tw::simulate
