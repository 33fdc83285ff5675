#include <fmt/core.h>

#include "tidewaiter/evidence.h"

#include "engine/manifest.h"

namespace tw::engine {
namespace {

Source const* source_of(Manifest const& manifest, std::string_view file) {
  // A workbook's sheet stands behind the file's name.
  std::string_view const plain = file.substr(0, file.find('#'));
  for (Source const& source : manifest.sources) {
    if (source.file == file || source.file == plain) return &source;
  }
  return nullptr;
}

/// All cells of one row of a query that are not NULL.
std::vector<std::pair<std::string, std::string>> cells(table::Answer const& answer,
                                                       table::Block const& block) {
  std::vector<std::pair<std::string, std::string>> cells;
  for (std::size_t i = 0; i < block.columns(); ++i) {
    if (auto value = block.printed(0, i)) cells.emplace_back(answer.names()[i], std::move(*value));
  }
  return cells;
}

std::uint64_t number_cell(std::vector<std::pair<std::string, std::string>> const& cells,
                          std::string_view name) {
  std::uint64_t number = 0;
  for (auto const& [cell, value] : cells) {
    if (cell == name) std::from_chars(value.data(), value.data() + value.size(), number);
  }
  return number;
}

}  // namespace

Result<Workspace::RowEvidence> Workspace::row(std::string_view row) const {
  TW_TRY(auto const name, evidence::parse_row_name(row));
  Source const* source = source_of(manifest_, name.file);
  if (source == nullptr) {
    return fail(ErrorKind::not_found,
                fmt::format("The workspace holds no file named {}.", name.file),
                "See the files with: tidewaiter coverage --by file");
  }
  TW_TRY(auto const database, this->database({.threads = 1}));
  // Rejected rows can be shown as well as kept ones.
  for (char const* view : {"shipments", "rejects"}) {
    TW_TRY(auto answer,
           database.ask(fmt::format("SELECT * FROM {} WHERE source_file = {} AND source_line = {}",
                                    view, table::sql_text(name.file), name.line)));
    TW_TRY(auto const block, answer.next());
    if (!block || block->rows() == 0) continue;
    RowEvidence found;
    found.row = std::string(row);
    found.sha256 = source->sha256;
    found.cells = cells(answer, *block);
    found.byte_begin = number_cell(found.cells, "byte_begin");
    found.byte_end = number_cell(found.cells, "byte_end");
    TW_TRY(auto const bytes, evidence::cited_bytes(vault_file(folder_, source->sha256),
                                                   {.file = source->file,
                                                    .sha256 = source->sha256,
                                                    .line = name.line,
                                                    .byte_begin = found.byte_begin,
                                                    .byte_end = found.byte_end}));
    auto const encoding = text::encoding_by_name(source->report.encoding);
    found.bytes = text::to_utf8(bytes, encoding.value_or(text::Encoding::utf_8));
    return found;
  }
  return fail(ErrorKind::not_found,
              fmt::format("{} has no row that starts on line {}.", name.file, name.line),
              "A row is named by the physical line on which it starts; the header is line 1.");
}

Result<std::vector<std::string>> Workspace::rows_where(std::string const& where,
                                                       std::size_t limit) const {
  TW_TRY(auto const database, this->database({.threads = 1}));
  TW_TRY(auto answer,
         database.ask(fmt::format("SELECT \"row\" FROM shipments WHERE {} ORDER BY row_id LIMIT {}",
                                  where, limit)));
  std::vector<std::string> rows;
  while (true) {
    TW_TRY(auto const block, answer.next());
    if (!block) return rows;
    for (std::size_t i = 0; i < block->rows(); ++i) rows.emplace_back(block->text(i, 0));
  }
}

}  // namespace tw::engine
