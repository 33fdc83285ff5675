#include "claims/lexicon.h"

#include <algorithm>

#include "tidewaiter/reference.h"

namespace tw::claims {
namespace {

constexpr std::pair<std::string_view, WordKind> kKinds[] = {{"compare", WordKind::compare},
                                                            {"zero", WordKind::zero},
                                                            {"unit", WordKind::unit},
                                                            {"goods", WordKind::goods},
                                                            {"imports", WordKind::imports},
                                                            {"exports", WordKind::exports},
                                                            {"by_importer", WordKind::by_importer},
                                                            {"by_exporter", WordKind::by_exporter},
                                                            {"by_maker", WordKind::by_maker},
                                                            {"origin", WordKind::origin},
                                                            {"dispatch", WordKind::dispatch},
                                                            {"via", WordKind::via},
                                                            {"company", WordKind::company},
                                                            {"records", WordKind::records},
                                                            {"disputed", WordKind::disputed},
                                                            {"not_data", WordKind::not_data},
                                                            {"attributed", WordKind::attributed},
                                                            {"scope", WordKind::scope},
                                                            {"listing", WordKind::listing},
                                                            {"authority", WordKind::authority}};

/// Calls `row` with the cells of each line of an embedded table.
template <typename Row>
void each_row(std::string_view path, Row const& row) {
  auto text = reference::embedded(path);
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> cells;
    for (std::size_t at = 0; at != std::string_view::npos;) {
      auto const bar = line.find('|', at);
      cells.emplace_back(line.substr(at, bar == std::string_view::npos ? bar : bar - at));
      at = bar == std::string_view::npos ? bar : bar + 1;
    }
    row(cells);
  }
}

}  // namespace

Lexicon const& Lexicon::shipped() {
  static Lexicon const all = [] {
    Lexicon out;
    auto const add = [&](WordKind kind, std::string const& phrase, std::string value) {
      auto const words = static_cast<std::size_t>(std::ranges::count(phrase, ' ')) + 1;
      out.longest_ = std::max(out.longest_, words);
      out.words_.emplace(std::pair(kind, phrase), std::move(value));
    };
    each_row("claims/words.psv", [&](auto const& cells) {
      ensure(cells.size() == 3, "words.psv has 3 columns");
      auto const kind =
          std::ranges::find(kKinds, cells[0], &std::pair<std::string_view, WordKind>::first);
      ensure(kind != std::end(kKinds), "words.psv has known kinds");
      add(kind->second, cells[1], cells[2]);
    });
    each_row("claims/nations.psv",
             [&](auto const& cells) { add(WordKind::nation, cells[0], cells[1]); });
    each_row("claims/fillers.psv", [&](auto const& cells) { add(WordKind::filler, cells[0], ""); });
    return out;
  }();
  return all;
}

std::optional<std::string> Lexicon::find(WordKind kind, std::string const& phrase) const {
  auto const found = words_.find({kind, phrase});
  if (found == words_.end()) return std::nullopt;
  return found->second;
}

}  // namespace tw::claims
