#include "simulate/truth.h"

#include <fmt/core.h>

#include "tidewaiter/io.h"

namespace tw::simulate {
namespace {

using Json = nlohmann::ordered_json;

Json files(Draft const& draft) {
  Json out = Json::array();
  for (auto const& layout : layouts()) {
    auto const& sum = draft.sums[static_cast<std::size_t>(layout.kind)];
    out.push_back({{"file", layout.file_name},
                   {"rows", sum.rows},
                   {"net_mass_kg", decimal_text(sum.net_g, 3)},
                   {"gross_mass_kg", decimal_text(sum.gross_g, 3)},
                   {"value_usd", decimal_text(sum.usd_cents, 2)}});
  }
  return out;
}

Json planted_rows(Draft const& draft) {
  Json out = Json::array();
  for (auto const& p : draft.planted) {
    auto const& t = tables();
    out.push_back({{"row", place(p)},
                   {"fact", p.fact},
                   {"decoy", p.decoy},
                   {"class", p.goods_class},
                   {"sensitive", p.sensitive},
                   {"misdeclared", p.misdeclared},
                   {"declaration_no", p.line.declaration},
                   {"item_no", p.line.item},
                   {"released_on", p.line.released.iso()},
                   {"hs_code", p.line.hs10},
                   {"origin", t.countries[p.line.origin].code},
                   {"dispatch", t.countries[p.line.dispatch].code},
                   {"net_mass_kg", decimal_text(p.line.net_g, 3)},
                   {"value_usd", decimal_text(p.line.usd_cents, 2)}});
  }
  return out;
}

Json hits(Draft const& draft) {
  Json out = Json::array();
  for (auto const& p : draft.planted) {
    std::pair<std::string_view, Mention> const roles[] = {{"consignor", p.line.consignor},
                                                          {"consignee", p.line.consignee},
                                                          {"declarant", p.line.declarant},
                                                          {"manufacturer", p.line.manufacturer}};
    for (auto const& [role, mention] : roles) {
      auto const listed = mention.given ? draft.listed.find(mention.firm) : draft.listed.end();
      if (listed == draft.listed.end()) continue;
      for (auto const& entity : listed->second) {
        out.push_back({{"row", place(p)}, {"role", role}, {"entity_id", entity}});
      }
    }
  }
  return out;
}

/// Firms that were written, with the spellings that stand in the files.
Json parties(Draft const& draft) {
  Json out = Json::array();
  for (FirmNo no = 0; no < draft.firms.all().size(); ++no) {
    auto const& firm = draft.firms[no];
    Json spellings = Json::array();
    for (std::size_t i = 0; i < firm.spellings.size(); ++i) {
      if (draft.firms.was_written(no, i)) spellings.push_back(firm.spellings[i].text);
    }
    if (spellings.empty()) continue;
    out.push_back({{"party", firm.id},
                   {"country", tables().countries[firm.country].code},
                   {"registration_no", firm.registration_no},
                   {"spellings", std::move(spellings)}});
  }
  return out;
}

Json goods(Draft const&) {
  Json out = Json::array();
  auto const& t = tables();
  for (std::size_t i = 0; i < t.kinds.size(); ++i) {
    auto const& kind = t.kinds[i];
    out.push_back({{"hs_code", kind.hs10},
                   {"class", kind.goods_class},
                   {"sensitive", kind.sensitive},
                   {"neighbour", i >= t.neighbours_begin},
                   {"text", kind.texts[0].front()}});
  }
  return out;
}

Json copies(Draft const& draft) {
  Json rows = Json::array();
  for (auto const& p : draft.copied) rows.push_back(p.line.declaration);
  return {
      {"file", kCopyName}, {"month", "2022-12"}, {"factor", 10}, {"declarations", std::move(rows)}};
}

void append_csv_row(std::initializer_list<std::string_view> cells, std::string& out) {
  for (auto const cell : cells) {
    if (!out.empty() && out.back() != '\n') out.push_back(',');
    io::append_csv_cell(cell, out);
  }
  out.push_back('\n');
}

}  // namespace

Json truth_of(Draft const& draft) {
  return {{"files", files(draft)}, {"mis_scaled", copies(draft)}, {"planted", planted_rows(draft)},
          {"hits", hits(draft)},   {"kinds", goods(draft)},       {"parties", parties(draft)}};
}

std::string place(Planted const& planted) {
  return fmt::format("{}:{}", layouts()[static_cast<std::size_t>(planted.line.file)].file_name,
                     planted.line_no);
}

std::string watchlist_csv(Draft const& draft) {
  std::string out =
      "entity_id,list,name,kind,aliases,country,ids,address,programmes,listed_on,delisted_on,"
      "remarks\n";
  for (auto const& e : draft.watchlist) {
    append_csv_row({e.entity_id, e.list, e.name, e.kind, e.aliases, e.country, e.ids, e.address,
                    e.programmes, e.listed_on, e.delisted_on, e.remarks},
                   out);
  }
  return out;
}

}  // namespace tw::simulate
