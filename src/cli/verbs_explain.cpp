// layouts, lists show, lists effect: what is known about files and lists.
#include <fmt/core.h>
#include <fmt/ranges.h>

#include "tidewaiter/io.h"
#include "tidewaiter/law.h"

#include "cli/verb.h"

namespace tw::cli {
namespace {

Record effect_record(law::Effect const& effect) {
  auto const date = [](std::optional<Date> d) { return d ? Value(d->iso()) : Value(); };
  return {{"list", effect.list},
          {"programme", effect.programme},
          {"act", effect.act},
          {"bound", effect.bound},
          {"sentence", effect.sentence},
          {"paragraph", effect.paragraph},
          {"valid_from", date(effect.valid_from)},
          {"valid_to", date(effect.valid_to)},
          {"ownership", effect.ownership},
          {"source", effect.source},
          {"certainty", std::string(law::certainty_name(effect.certainty))}};
}

Result<int> show_lists(Shell& shell, engine::Workspace const& workspace) {
  Printer printer(shell);
  for (engine::ListVersion const& version : workspace.manifest().lists) {
    for (auto const& [id, count] : version.entries) {
      auto const info = law::list_info(id);
      TW_CHECK(printer.print(
          {{"list", id},
           {"title", info ? info->title : "own list: evidence only, no legal effect"},
           {"entries", static_cast<std::int64_t>(count)},
           {"file", version.file},
           {"format", version.format},
           {"published_on", version.published_on ? Value(version.published_on->iso()) : Value()},
           {"version", static_cast<std::int64_t>(version.number)}}));
    }
  }
  TW_CHECK(printer.finish("No lists yet. Add one with: tidewaiter lists add FILE"));
  return 0;
}

}  // namespace

Action declare_layouts(CLI::App&) {
  return [](Shell& shell) -> Result<int> {
    Printer printer(shell);
    for (records::Layout const& layout : records::shipped_layouts()) {
      TW_CHECK(printer.print({{"name", layout.name},
                              {"title", layout.title},
                              {"columns", static_cast<std::int64_t>(layout.columns.size())}}));
    }
    TW_CHECK(printer.finish("There is no shipped layout."));
    return 0;
  };
}

Action declare_layouts_show(CLI::App& app) {
  auto const name = std::make_shared<std::string>();
  app.add_option("NAME", *name, "Name of a shipped layout")->required();
  return [name](Shell&) -> Result<int> {
    for (records::Layout const& layout : records::shipped_layouts()) {
      if (layout.name != *name) continue;
      fmt::print("{}", records::layout_toml(layout));
      return 0;
    }
    return fail(ErrorKind::not_found, fmt::format("There is no layout named {}.", *name),
                "See them with: tidewaiter layouts");
  };
}

Action declare_layouts_guess(CLI::App& app) {
  auto const file = std::make_shared<std::string>();
  app.add_option("FILE", *file, "A customs file")->required();
  return [file](Shell& shell) -> Result<int> {
    TW_TRY(auto const source, io::SourceBytes::open(*file));
    TW_TRY(auto const guess,
           records::guess_layout(source.bytes(), Path(*file).filename().string()));
    if (shell.globals.format == Format::table) {
      // The proposal itself is the data: it can be edited and given back.
      fmt::print("{}", records::layout_toml(guess.layout));
      shell.say(fmt::format("{}Edit it and give it back: tidewaiter add {} --layout FILE.toml",
                            guess.based_on.empty() ? "" : "Resembles " + guess.based_on + ". ",
                            *file));
      return 0;
    }
    Printer printer(shell);
    for (records::ColumnGuess const& column : guess.columns) {
      TW_CHECK(printer.print({{"column", static_cast<std::int64_t>(column.column)},
                              {"header", column.header},
                              {"field", column.field ? Value(*column.field) : Value()},
                              {"confidence", column.confidence},
                              {"unit", column.unit.empty() ? Value() : Value(column.unit)}}));
    }
    TW_CHECK(printer.finish(""));
    return 0;
  };
}

Action declare_lists_show(CLI::App& app) {
  auto const entity = std::make_shared<std::string>();
  app.add_option("ENTITY", *entity, "Id of an entry, for instance us_sdn-12345; or part of a name");
  return [entity](Shell& shell) -> Result<int> {
    TW_TRY(auto const workspace, shell.workspace());
    if (entity->empty()) return show_lists(shell, workspace);
    TW_TRY(auto const as_of, shell.as_of());
    TW_TRY(auto const entries, engine::listed_entries(workspace));
    Printer printer(shell);
    std::string const wanted = text::folded(*entity);
    for (lists::Entry const& entry : entries) {
      bool const named = std::ranges::any_of(entry.names, [&](lists::ListedName const& name) {
        return text::folded(name.name).find(wanted) != std::string::npos;
      });
      if (entry.entity_id != *entity && !named) continue;
      std::vector<std::string> aliases;
      for (std::size_t i = 1; i < entry.names.size(); ++i) aliases.push_back(entry.names[i].name);
      std::vector<std::string> ids;
      for (auto const& id : entry.ids) ids.push_back(id.type + ":" + id.value);
      Date const on = as_of.value_or(parse_iso_date(shell.act().at.substr(0, 10)).value());
      TW_CHECK(printer.print(
          {{"entity_id", entry.entity_id},
           {"list", entry.list},
           {"kind", entry.kind},
           {"name", entry.names.front().name},
           {"aliases", fmt::format("{}", fmt::join(aliases, " | "))},
           {"countries", fmt::format("{}", fmt::join(entry.countries, "|"))},
           {"ids", fmt::format("{}", fmt::join(ids, "|"))},
           {"programmes", fmt::format("{}", fmt::join(entry.programmes, "|"))},
           {"listed_on", entry.listed_on ? Value(entry.listed_on->iso()) : Value()},
           {"effect", law::effect_sentence(entry.list, entry.programmes, entry.listed_on, on)},
           {"source_line", entry.source_line}}));
    }
    TW_CHECK(printer.finish(fmt::format("No entry has the id or name \"{}\".", *entity)));
    return 0;
  };
}

Action declare_lists_effect(CLI::App& app) {
  auto const list = std::make_shared<std::string>();
  app.add_option("LIST", *list, "Id of a list, for instance us_entity_list")->required();
  return [list](Shell& shell) -> Result<int> {
    TW_TRY(auto const as_of, shell.as_of());
    Date const on = as_of.value_or(parse_iso_date(shell.act().at.substr(0, 10)).value());
    auto const effects = law::effects(*list, {}, on);
    if (effects.empty()) {
      std::vector<std::string> known;
      for (law::ListInfo const& info : law::all_lists()) known.push_back(info.id);
      return fail(ErrorKind::not_found, fmt::format("There is no list named {}.", *list),
                  fmt::format("Known lists: {}.", fmt::join(known, ", ")));
    }
    Printer printer(shell);
    for (law::Effect const& effect : effects) TW_CHECK(printer.print(effect_record(effect)));
    TW_CHECK(printer.finish(""));
    return 0;
  };
}

}  // namespace tw::cli
