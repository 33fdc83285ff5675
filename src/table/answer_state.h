// A streamed answer and its blocks. Private to the table room.
#pragma once

#include "table/duck.h"

namespace tw::table {

/// How a column's values lie in memory and are printed.
struct CellForm {
  duckdb_type type = DUCKDB_TYPE_INVALID;      ///< Logical.
  duckdb_type physical = DUCKDB_TYPE_INVALID;  ///< Storage of a decimal; else the logical type.
  int scale = 0;                               ///< Of a decimal.
};

struct Answer::State {
  OwnedConnection connection;
  OwnedStatement statement;
  OwnedResult result;
  std::vector<std::string> names;
  std::shared_ptr<std::vector<CellForm>> forms = std::make_shared<std::vector<CellForm>>();
};

struct Block::State {
  OwnedChunk chunk;
  std::shared_ptr<std::vector<CellForm>> forms;
  std::vector<void*> data;
  std::vector<std::uint64_t*> validity;
};

/// Prepares and starts `sql`. Columns of nested or exotic types are cast to text.
Status start_answer(Answer::State& answer, std::string const& sql);

}  // namespace tw::table
