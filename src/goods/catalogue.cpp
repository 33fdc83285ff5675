#include "goods/catalogue.h"

#include <algorithm>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

#include "goods/class_index.h"

namespace tw::goods {
namespace {

double number(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  ensure(error == std::errc{} && end == text.data() + text.size(), "a number in a table of goods");
  return value;
}

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> cells;
  while (true) {
    auto const at = line.find(separator);
    cells.push_back(line.substr(0, at));
    if (at == std::string_view::npos) return cells;
    line.remove_prefix(at + 1);
  }
}

/// Lines of an embedded table that are not comments.
template <typename Use>
void for_each_line(std::string_view path, Use use) {
  for (std::string_view line : split(reference::embedded(path), '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line[0] != '#') use(line);
  }
}

/// "930330 9303*:0.5" as entries.
std::vector<HsEntry> read_hs(std::string_view cell) {
  std::vector<HsEntry> entries;
  for (std::string_view part : split(cell, ' ')) {
    if (part.empty()) continue;
    HsEntry entry;
    if (auto const colon = part.find(':'); colon != std::string_view::npos) {
      entry.strength = number(part.substr(colon + 1));
      part = part.substr(0, colon);
    }
    if (part.ends_with('*')) {
      part.remove_suffix(1);
      entry.is_heading = true;
    }
    ensure(part.size() == (entry.is_heading ? 4U : 6U), "a code of a goods table has its digits");
    entry.hs6 = static_cast<std::uint32_t>(number(part)) * (entry.is_heading ? 100 : 1);
    bool const is_repeat = std::ranges::any_of(entries, [&](HsEntry const& other) {
      return other.hs6 == entry.hs6 && other.is_heading == entry.is_heading;
    });
    if (!is_repeat) entries.push_back(entry);
  }
  return entries;
}

/// A concept and the name of the concept of its parts.
using Parts = std::vector<std::pair<std::size_t, std::string>>;

void read_mission(Catalogue& catalogue, Parts& parts) {
  for_each_line("goods/catalogue.tsv", [&](std::string_view line) {
    auto const cells = split(line, '\t');
    ensure(cells.size() == 3, "a line of catalogue.tsv has three cells");
    if (!cells[0].empty()) catalogue.concepts.emplace_back().name = cells[0];
    ensure(!catalogue.concepts.empty(), "catalogue.tsv starts with a concept");
    Concept& c = catalogue.concepts.back();
    Owner const owner = Catalogue::owner_of(catalogue.concepts.size() - 1);
    auto const field = cells[1];
    if (field == "class") {
      c.goods_class = class_index(cells[2]);
    } else if (field == "sensitive") {
      c.sensitive = number(cells[2]);
    } else if (field == "part") {
      parts.emplace_back(catalogue.concepts.size() - 1, cells[2]);
    } else if (field == "hs") {
      c.hs = read_hs(cells[2]);
    } else {
      catalogue.terms.add_cell(owner, cells[2], field == "code", field == "not" ? -1.0 : 1.0);
    }
  });
}

void read_ordinary(Catalogue& catalogue, Parts& parts) {
  bool is_header = true;
  for_each_line("goods/ordinary.tsv", [&](std::string_view line) {
    if (std::exchange(is_header, false)) return;
    auto const cells = split(line, '\t');
    ensure(cells.size() == 8, "a line of ordinary.tsv has eight cells");
    Concept c;
    c.name = cells[0];
    c.goods_class = kOrdinaryClass;
    c.hs = read_hs(cells[2]);
    auto const kind = cells[1].substr(0, cells[1].find('>'));
    if (kind.size() < cells[1].size()) {
      parts.emplace_back(catalogue.concepts.size(), cells[1].substr(kind.size() + 1));
    }
    c.kind = kind == "toy"         ? ConceptKind::toy
             : kind == "accessory" ? ConceptKind::accessory
                                   : ConceptKind::ordinary;
    if (kind == "aircraft") c.sensitive = 0.8;
    catalogue.concepts.push_back(std::move(c));
    Owner const owner = Catalogue::owner_of(catalogue.concepts.size() - 1);
    for (std::size_t i = 3; i < 8; ++i) catalogue.terms.add_cell(owner, cells[i], false);
  });
}

void join_parts(Catalogue& catalogue, Parts const& parts) {
  for (auto const& [index, name] : parts) {
    auto const at = std::ranges::find(catalogue.concepts, name, &Concept::name);
    ensure(at != catalogue.concepts.end(), "the parts of a concept are a concept");
    catalogue.concepts[index].part =
        Catalogue::owner_of(static_cast<std::size_t>(at - catalogue.concepts.begin()));
  }
}

/// "848220 <TAB> конич*; tapered": terms that tell one subheading of a concept from its neighbours.
void read_refinements(Catalogue& catalogue) {
  for_each_line("goods/refinements.tsv", [&](std::string_view line) {
    auto const cells = split(line, '\t');
    ensure(cells.size() == 2 && cells[0].size() == 6,
           "a line of refinements.tsv has a code and terms");
    Owner const owner = catalogue.refinement_owner(catalogue.refined.size());
    catalogue.refined.push_back(static_cast<std::uint32_t>(number(cells[0])));
    catalogue.terms.add_cell(owner, cells[1], false);
  });
}

void read_contexts(Catalogue& catalogue) {
  static constexpr std::array<std::string_view, kContexts> kNames = {
      "boilerplate", "denial", "without", "purpose", "purpose_of", "with", "part", "vague"};
  for_each_line("goods/contexts.tsv", [&](std::string_view line) {
    auto const cells = split(line, '\t');
    ensure(cells.size() == 2, "a line of contexts.tsv has two cells");
    auto const at = std::ranges::find(kNames, cells[0]);
    ensure(at != kNames.end(), "a known kind of context");
    catalogue.terms.add_cell(static_cast<Owner>(at - kNames.begin()), cells[1], false);
  });
}

}  // namespace

Catalogue read_catalogue() {
  Catalogue catalogue;
  Parts parts;
  read_mission(catalogue, parts);
  read_ordinary(catalogue, parts);
  join_parts(catalogue, parts);
  read_contexts(catalogue);
  read_refinements(catalogue);
  for (std::size_t i = 0; i < catalogue.concepts.size(); ++i) {
    Owner const owner = Catalogue::owner_of(i);
    for (auto const& entry : catalogue.concepts[i].hs) {
      if (!entry.is_heading) catalogue.by_hs6[entry.hs6].push_back(owner);
      auto& heading = catalogue.by_heading[entry.hs6 / 100];
      if (heading.empty() || heading.back() != owner) heading.push_back(owner);
    }
  }
  return catalogue;
}

ListedCode const* PriorityList::find(std::uint32_t hs6) const {
  auto const at = std::ranges::lower_bound(codes, hs6, {}, &ListedCode::hs6);
  return at != codes.end() && at->hs6 == hs6 ? &*at : nullptr;
}

PriorityList read_priority_list() {
  PriorityList list;
  bool is_header = true;
  for_each_line("goods/chpl.csv", [&](std::string_view line) {
    if (std::exchange(is_header, false)) return;
    auto const cells = split(line, ',');
    ensure(cells.size() >= 4, "a line of chpl.csv has a code, a tier, a version and a title");
    auto const version = parse_iso_date(cells[2]);
    ensure(version.has_value(), "a version of chpl.csv is a date");
    list.version = *version;
    auto title = line.substr(static_cast<std::size_t>(cells[3].data() - line.data()));
    if (title.starts_with('"')) title = title.substr(1, title.size() - 2);
    list.codes.push_back(
        {static_cast<std::uint32_t>(number(cells[0])), std::string(cells[1]), std::string(title)});
  });
  std::ranges::sort(list.codes, {}, &ListedCode::hs6);
  return list;
}

std::map<std::uint32_t, std::uint32_t> read_former_codes() {
  std::map<std::uint32_t, std::uint32_t> codes;
  bool is_header = true;
  for_each_line("goods/hs_former.csv", [&](std::string_view line) {
    if (std::exchange(is_header, false)) return;
    auto const cells = split(line, ',');
    ensure(cells.size() == 2, "a line of hs_former.csv has two codes");
    codes[static_cast<std::uint32_t>(number(cells[0]))] =
        static_cast<std::uint32_t>(number(cells[1]));
  });
  return codes;
}

}  // namespace tw::goods
