// init, add, run, lists add: the verbs that change a workspace.
#include <fmt/core.h>

#include "tidewaiter/io.h"

#include "cli/verb.h"

namespace tw::cli {
namespace {

constexpr int kDoneWithRejects = 3;

std::string period(records::ImportReport const& report) {
  if (!report.first_on || !report.last_on) return "no dates";
  return report.first_on->iso() + " to " + report.last_on->iso();
}

Record add_record(engine::AddReport const& added) {
  records::ImportReport const& report = added.source.report;
  std::string notes = added.already_there ? "already there" : "";
  for (auto const& note : report.notes) notes += (notes.empty() ? "" : "; ") + note;
  return {{"file", added.source.file},
          {"rows_in", static_cast<std::int64_t>(report.rows_in)},
          {"rows_kept", static_cast<std::int64_t>(report.rows_kept)},
          {"rows_rejected", static_cast<std::int64_t>(report.rows_rejected)},
          {"lines_skipped", static_cast<std::int64_t>(report.lines_skipped)},
          {"period", period(report)},
          {"layout", report.layout},
          {"encoding", report.encoding},
          {"sha256", added.source.sha256},
          {"notes", notes}};
}

/// One line for a person: what came in, what was kept, what to look at.
std::string add_line(engine::AddReport const& added) {
  records::ImportReport const& report = added.source.report;
  std::string line = fmt::format(
      "{}  {} rows  {} kept  {} rejected{}  {}  layout {}", added.source.file,
      grouped(report.rows_in), grouped(report.rows_kept), grouped(report.rows_rejected),
      report.rows_rejected > 0 ? " (tidewaiter rejects)" : "", period(report), report.layout);
  if (added.already_there) line += "  (was there already)";
  for (auto const& note : report.notes) line += "\n  note: " + note;
  return line;
}

Result<std::optional<records::Layout>> layout_named(std::string const& name) {
  if (name.empty()) return std::nullopt;
  for (records::Layout const& layout : records::shipped_layouts()) {
    if (layout.name == name) return layout;
  }
  std::error_code error;
  if (!std::filesystem::exists(name, error)) {
    return fail(ErrorKind::not_found, fmt::format("There is no layout and no file named {}.", name),
                "See the shipped ones with: tidewaiter layouts\n"
                "Make one with: tidewaiter layouts guess FILE > my_layout.toml");
  }
  TW_TRY(auto const toml, io::read_file(name));
  TW_TRY(auto layout, records::parse_layout(toml, name));
  return layout;
}

}  // namespace

Action declare_init(CLI::App& app) {
  auto const folder = std::make_shared<std::string>();
  app.add_option("DIR", *folder, "Folder to make")->required();
  return [folder](Shell& shell) -> Result<int> {
    TW_TRY(auto const workspace, engine::Workspace::init(*folder, shell.act()));
    shell.say(fmt::format("Made the workspace {}.\nNext: tidewaiter add FILE... --workspace {}",
                          workspace.folder().string(), workspace.folder().string()));
    return 0;
  };
}

Action declare_add(CLI::App& app) {
  struct Options {
    std::vector<std::string> files;
    std::string layout;
    std::string encoding;
    bool strict = false;
  };
  auto const options = std::make_shared<Options>();
  app.add_option("FILE", options->files, "Customs files of any provider")->required();
  app.add_option("--layout", options->layout,
                 "Shipped layout or TOML file (default: recognised or guessed)")
      ->type_name("NAME|FILE.toml");
  app.add_option("--encoding", options->encoding, "Encoding of the files (default: detected)")
      ->type_name("NAME");
  app.add_flag("--strict", options->strict, "Exit with status 3 when rows were rejected");
  return [options](Shell& shell) -> Result<int> {
    TW_TRY(auto workspace, shell.workspace());
    engine::AddOptions add;
    TW_TRY(add.layout, layout_named(options->layout));
    if (!options->encoding.empty()) {
      add.encoding = text::encoding_by_name(options->encoding);
      if (!add.encoding) {
        return fail(ErrorKind::wrong_use,
                    fmt::format("The encoding {} is not known.", options->encoding),
                    "Known are utf-8, utf-16le, utf-16be, windows-1251, windows-1252, "
                    "windows-1254, windows-1256, koi8-r, gb18030, big5 and shift_jis.");
      }
    }
    bool rejected = false;
    Printer printer(shell);
    for (std::string const& file : options->files) {
      TW_TRY(auto const added, workspace.add(file, add, shell.act(), shell.job()));
      rejected = rejected || added.source.report.rows_rejected > 0;
      if (shell.globals.format == Format::table) {
        shell.say(add_line(added));
      } else {
        TW_CHECK(printer.print(add_record(added)));
      }
    }
    TW_CHECK(printer.finish(""));
    shell.say("Next: tidewaiter run");
    return rejected && options->strict ? kDoneWithRejects : 0;
  };
}

Action declare_lists_add(CLI::App& app) {
  struct Options {
    std::vector<std::string> files;
    std::string list;
    std::string published;
    bool strict = false;
  };
  auto const options = std::make_shared<Options>();
  app.add_option("FILE", options->files, "List files in their official form, packed or plain")
      ->required();
  app.add_option("--list", options->list, "Id for a list whose file does not name one")
      ->type_name("ID");
  app.add_option("--published", options->published, "Day of publication, where the file is silent")
      ->type_name("DATE");
  app.add_flag("--strict", options->strict, "Exit with status 3 when entries were rejected");
  return [options](Shell& shell) -> Result<int> {
    TW_TRY(auto workspace, shell.workspace());
    engine::AddListOptions add{.list = options->list, .published_on = {}};
    if (!options->published.empty()) {
      add.published_on = parse_iso_date(options->published);
      if (!add.published_on) {
        return fail(ErrorKind::wrong_use, fmt::format("\"{}\" is not a date.", options->published),
                    "Write --published 2022-05-16.");
      }
    }
    bool rejected = false;
    Printer printer(shell);
    for (std::string const& file : options->files) {
      TW_TRY(auto const added, workspace.add_list(file, add, shell.act(), shell.job()));
      engine::ListVersion const& version = added.version;
      rejected = rejected || version.rejected > 0;
      std::string lists;
      std::uint64_t entries = 0;
      for (auto const& [id, count] : version.entries) {
        lists += fmt::format("{}{} {}", lists.empty() ? "" : ", ", id, grouped(count));
        entries += count;
      }
      if (shell.globals.format == Format::table) {
        shell.say(fmt::format("{}  {}  {} records  {} entries  {} rejected{}\n  {}", version.file,
                              version.format, grouped(version.records), grouped(entries),
                              grouped(version.rejected),
                              added.already_there ? "  (was there already)" : "", lists));
        for (std::size_t i = 0; i < std::min<std::size_t>(added.rejected.size(), 5); ++i) {
          shell.say(
              fmt::format("  rejected {}: {}", added.rejected[i].place, added.rejected[i].reason));
        }
        std::string unread;
        for (auto const& [field, count] : added.unread_fields) {
          unread += fmt::format("{}{} {}", unread.empty() ? "" : ", ", field, grouped(count));
        }
        if (!unread.empty()) shell.say("  fields not kept: " + unread);
        for (std::string const& note : added.notes) shell.say("  note: " + note);
        continue;
      }
      TW_CHECK(printer.print({{"file", version.file},
                              {"format", version.format},
                              {"records", static_cast<std::int64_t>(version.records)},
                              {"entries", static_cast<std::int64_t>(entries)},
                              {"rejected", static_cast<std::int64_t>(version.rejected)},
                              {"lists", lists},
                              {"sha256", version.sha256}}));
    }
    TW_CHECK(printer.finish(""));
    shell.say("Next: tidewaiter run");
    return rejected && options->strict ? kDoneWithRejects : 0;
  };
}

Action declare_run(CLI::App& app) {
  auto const options = std::make_shared<engine::RunOptions>();
  app.add_option("--destination", options->destination,
                 "Destinations of concern, ISO codes joined by | (default: RU|BY)")
      ->type_name("CODES");
  return [options](Shell& shell) -> Result<int> {
    TW_TRY(auto workspace, shell.workspace());
    TW_TRY(options->memory_bytes, shell.memory_bytes());
    TW_TRY(auto const reports, workspace.run(*options, shell.act(), shell.job(), shell.clock()));
    double total = 0;
    for (auto const& report : reports) total += report.seconds;
    Printer printer(shell);
    for (auto const& report : reports) {
      TW_CHECK(printer.print({{"stage", report.stage},
                              {"rows", static_cast<std::int64_t>(report.rows)},
                              {"up_to_date", report.up_to_date},
                              {"seconds", report.seconds},
                              {"share", total > 0 ? report.seconds / total : 0}}));
    }
    TW_CHECK(printer.finish(""));
    shell.say("Next: tidewaiter findings, tidewaiter hits, tidewaiter report --to report.html");
    return 0;
  };
}

}  // namespace tw::cli
