// compare, match, classify, resolve: verbs that take text or names and need no workspace.
#include <fmt/core.h>

#include "tidewaiter/goods.h"
#include "tidewaiter/law.h"
#include "tidewaiter/names.h"
#include "tidewaiter/parties.h"
#include "tidewaiter/reference.h"

#include "cli/lines_in.h"
#include "cli/verb.h"

namespace tw::cli {
namespace {

using Json = nlohmann::ordered_json;

RawJson raw(Json const& json) {
  return {json.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

std::string country_code(std::string const& text) {
  auto const country = reference::country(text);
  return country ? std::string(country->view()) : std::string();
}

names::Kind kind_of(std::string const& schema) {
  std::string const kind = text::ascii_lowered(schema);
  if (kind == "person") return names::Kind::person;
  if (kind == "vessel") return names::Kind::vessel;
  if (kind == "airplane" || kind == "aircraft") return names::Kind::aircraft;
  if (kind == "company" || kind == "organization" || kind == "organisation" ||
      kind == "legalentity") {
    return names::Kind::organisation;
  }
  return names::Kind::unknown;
}

struct Side {
  names::Name name;
  names::Context context;
};

Side side_of(Case const& c) {
  std::string schema = c.text("schema");
  if (schema.empty()) schema = c.text("kind");
  Side side{names::analyse(c.text("name"), kind_of(schema)), {}};
  side.context.country = country_code(c.text("country"));
  for (char const* field : {"registration_no", "tax_id", "inn", "identifier"}) {
    if (auto const id = names::identifier(c.text(field))) side.context.identifiers.push_back(*id);
  }
  return side;
}

Json reasons_json(std::vector<names::Reason> const& reasons) {
  Json json = Json::array();
  for (auto const& reason : reasons) {
    json.push_back(
        {{"feature", reason.feature}, {"detail", reason.detail}, {"weight", reason.weight}});
  }
  return json;
}

/// A pair is {query:{...}, candidate:{...}}; as CSV: query, candidate, or query_name...
Result<std::pair<Case, Case>> pair_of(Case const& c, std::string const& file) {
  auto const side = [&](char const* name) {
    Case one{c.line, nlohmann::json::object()};
    auto const found = c.json.find(name);
    if (found != c.json.end() && found->is_object()) {
      one.json = *found;
    } else if (found != c.json.end() && found->is_string()) {
      one.json["name"] = *found;
    }
    for (char const* field : {"name", "country", "schema", "registration_no"}) {
      auto const flat = c.json.find(std::string(name) + "_" + field);
      if (flat != c.json.end()) one.json[field] = *flat;
    }
    return one;
  };
  std::pair pair(side("query"), side("candidate"));
  if (pair.first.json.empty() || pair.second.json.empty()) {
    return fail(ErrorKind::bad_input,
                fmt::format("{}:{} has no query or no candidate.", file, c.line),
                R"(A pair is {"id":1,"query":{"name":"..."},"candidate":{"name":"..."}}.)");
  }
  return pair;
}

Result<engine::Screener> screener_for(Shell& shell, std::vector<std::string> const& against) {
  std::vector<lists::Entry> entries;
  if (against.empty()) {
    TW_TRY(auto const workspace, shell.workspace());
    TW_TRY(entries, engine::listed_entries(workspace));
    if (entries.empty()) {
      return fail(ErrorKind::wrong_use, "The workspace holds no lists.",
                  "Add one with: tidewaiter lists add FILE, or name one with --against FILE.");
    }
  }
  for (std::string const& file : against) {
    TW_TRY(auto reading, engine::read_list_file(file, {}, shell.job()));
    std::ranges::move(reading.entries, std::back_inserter(entries));
  }
  return engine::Screener(std::move(entries), shell.job());
}

Record match_record(std::string const& id, engine::Match const& match, Date on) {
  lists::Entry const& entry = *match.entry;
  Json reasons = Json::array();
  for (auto const& [feature, detail] : match.reasons) {
    reasons.push_back({{"feature", feature}, {"detail", detail}});
  }
  return {{"query_id", id},
          {"entity_id", entry.entity_id},
          {"list", entry.list},
          {"listed_name", match.matched_name},
          {"score", match.score},
          {"match", match.match},
          {"listed_on", entry.listed_on ? Value(entry.listed_on->iso()) : Value()},
          {"reasons", raw(reasons)},
          {"effect", law::effect_sentence(entry.list, entry.programmes, entry.listed_on, on)}};
}

Record classify_record(Case const& c, goods::Judgement const& judgement) {
  Json hs6 = Json::array();
  for (auto const& guess : judgement.hs6) {
    hs6.push_back({{"code", guess.code}, {"probability", guess.probability}});
  }
  Json controls = Json::array();
  for (auto const& hit : judgement.controls) {
    controls.push_back({{"control", hit.control},
                        {"probability", hit.probability},
                        {"basis", hit.basis},
                        {"reason", hit.reason}});
  }
  return {{"id", c.id()},
          {"class", judgement.goods_class},
          {"class_probability", judgement.class_probability},
          {"hs6", raw(hs6)},
          {"controls", raw(controls)},
          {"sensitive", judgement.sensitive},
          {"sensitive_probability", judgement.sensitive_probability},
          {"misdeclared_probability", judgement.misdeclared_probability},
          {"reason", judgement.reason}};
}

}  // namespace

Action declare_compare(CLI::App& app) {
  auto const file = std::make_shared<std::string>();
  app.add_option(
         "--pairs", *file,
         "NDJSON lines {id, query:{name, country?...}, candidate:{...}}; - is standard input")
      ->required()
      ->type_name("FILE");
  return [file](Shell& shell) -> Result<int> {
    TW_TRY(auto const cases, read_cases(*file));
    std::vector<std::pair<Case, Case>> pairs;
    for (Case const& c : cases) {
      TW_TRY(auto pair, pair_of(c, *file));
      pairs.push_back(std::move(pair));
    }
    std::vector<names::Comparison> compared(pairs.size());
    Job const job = shell.job();
    parallel_chunks(pairs.size(), 256, job.threads, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        Side const a = side_of(pairs[i].first);
        Side const b = side_of(pairs[i].second);
        compared[i] = names::compare(a.name, b.name, a.context, b.context);
      }
    });
    Printer printer(shell);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      TW_CHECK(printer.print({{"id", cases[i].id()},
                              {"score", compared[i].score},
                              {"match", compared[i].match},
                              {"reasons", raw(reasons_json(compared[i].reasons))}}));
    }
    TW_CHECK(printer.finish(""));
    return 0;
  };
}

Action declare_match(CLI::App& app) {
  struct Options {
    std::string name;
    std::string country;
    std::string queries;
    std::vector<std::string> against;
    double score_min = names::kMatchThreshold;
    std::size_t limit = 5;
  };
  auto const options = std::make_shared<Options>();
  app.add_option("NAME", options->name, "A name to screen");
  app.add_option("--country", options->country, "Its country, as a code or a name");
  app.add_option("--queries", options->queries,
                 "NDJSON or CSV with id, name, country, registration_no; - is standard input")
      ->type_name("FILE");
  app.add_option("--against", options->against,
                 "List files to screen against (default: the lists of the workspace)")
      ->type_name("LIST_FILE");
  app.add_option("--min-score", options->score_min,
                 "Show candidates from this score (default: 0.7)")
      ->check(CLI::Range(0.0, 1.0));
  app.add_option("--limit", options->limit, "At most so many candidates a name (default: 5)");
  return [options](Shell& shell) -> Result<int> {
    std::vector<Case> cases;
    if (!options->queries.empty()) {
      TW_TRY(cases, read_cases(options->queries));
    } else if (!options->name.empty()) {
      cases.push_back({1, {{"name", options->name}, {"country", options->country}}});
    } else {
      return fail(ErrorKind::wrong_use, "There is no name to match.",
                  "Give a name, or a file with --queries FILE.");
    }
    TW_TRY(auto const as_of, shell.as_of());
    Date const on = as_of.value_or(parse_iso_date(shell.act().at.substr(0, 10)).value());
    TW_TRY(auto const screener, screener_for(shell, options->against));
    std::vector<std::vector<engine::Match>> matches(cases.size());
    Job const job = shell.job();
    parallel_chunks(cases.size(), 64, job.threads, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        std::string const name = cases[i].text("name");
        std::string const country = country_code(cases[i].text("country"));
        std::string const number = cases[i].text("registration_no");
        matches[i] = screener.search({.name = name, .country = country, .registration_no = number},
                                     options->score_min, options->limit);
      }
    });
    Printer printer(shell);
    for (std::size_t i = 0; i < cases.size(); ++i) {
      for (engine::Match const& match : matches[i]) {
        TW_CHECK(printer.print(match_record(cases[i].id(), match, on)));
      }
    }
    TW_CHECK(printer.finish("No entry of these lists reaches the score. That is no clearance."));
    return 0;
  };
}

Action declare_classify(CLI::App& app) {
  struct Options {
    std::string text;
    std::string hs_code;
    std::string file;
  };
  auto const options = std::make_shared<Options>();
  app.add_option("TEXT", options->text, "A goods description in any language");
  app.add_option("--hs-code", options->hs_code, "The declared code")->type_name("DIGITS");
  app.add_option("--texts", options->file,
                 "NDJSON or CSV with id, text, hs_code; - is standard input")
      ->type_name("FILE");
  return [options](Shell& shell) -> Result<int> {
    std::vector<Case> cases;
    if (!options->file.empty()) {
      TW_TRY(cases, read_cases(options->file));
    } else if (!options->text.empty() || !options->hs_code.empty()) {
      cases.push_back({1, {{"text", options->text}, {"hs_code", options->hs_code}}});
    } else {
      return fail(ErrorKind::wrong_use, "There is no text to classify.",
                  "Give a text, or a file with --texts FILE.");
    }
    TW_TRY(auto const as_of, shell.as_of());
    goods::Classifier const& classifier = goods::Classifier::shipped();
    std::vector<goods::Judgement> judgements(cases.size());
    Job const job = shell.job();
    parallel_chunks(cases.size(), 256, job.threads, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        std::string const text = cases[i].text("text");
        std::string const code = cases[i].text("hs_code");
        auto const on = parse_iso_date(cases[i].text("as_of"));
        judgements[i] = classifier.classify({.text = text, .hs_code = code, .on = on ? on : as_of});
      }
    });
    Printer printer(shell);
    for (std::size_t i = 0; i < cases.size(); ++i) {
      TW_CHECK(printer.print(classify_record(cases[i], judgements[i])));
    }
    TW_CHECK(printer.finish(""));
    return 0;
  };
}

Action declare_resolve(CLI::App& app) {
  auto const file = std::make_shared<std::string>();
  app.add_option(
         "--names", *file,
         "NDJSON or CSV with id, name, address, country, registration_no; - is standard input")
      ->required()
      ->type_name("FILE");
  return [file](Shell& shell) -> Result<int> {
    TW_TRY(auto const cases, read_cases(*file));
    struct Mention {
      std::string name, country, number, address;
    };
    std::vector<Mention> texts;
    for (Case const& c : cases) {
      texts.push_back({c.text("name"), country_code(c.text("country")), c.text("registration_no"),
                       c.text("address")});
    }
    std::vector<parties::Mention> mentions;
    for (Mention const& m : texts) mentions.push_back({m.name, m.country, m.number, m.address});
    parties::Resolution const resolution = parties::resolve(mentions, shell.job());
    Printer printer(shell);
    for (std::size_t i = 0; i < cases.size(); ++i) {
      parties::Resolved const& resolved = resolution.mentions[i];
      Json const reasons = Json::array({resolved.reason});
      TW_CHECK(printer.print({{"id", cases[i].id()},
                              {"cluster_id", static_cast<std::int64_t>(resolved.party) + 1},
                              {"confidence", resolved.confidence},
                              {"canonical", texts[resolution.canonical[resolved.party]].name},
                              {"reasons", raw(reasons)}}));
    }
    TW_CHECK(printer.finish(""));
    return 0;
  };
}

}  // namespace tw::cli
