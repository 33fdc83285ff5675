// completion: bash, zsh, the man page and the reference, all from the declarations of the verbs.
#include <fmt/core.h>

#include "cli/verb.h"

namespace tw::cli {
namespace {

std::vector<CLI::App const*> subcommands(CLI::App const& app) {
  return app.get_subcommands([](CLI::App const*) { return true; });
}

/// "--workspace DIR" of an option, or its positional name.
std::string option_label(CLI::Option const& option) {
  std::string label = option.get_name(option.get_positional(), true);
  if (std::string const type = option.get_type_name();
      !type.empty() && !option.get_positional() && option.get_items_expected_max() > 0) {
    label += " " + type;
  }
  return label;
}

std::string long_options(CLI::App const& app) {
  std::string words;
  for (CLI::Option const* option : app.get_options()) {
    for (std::string const& name : option->get_lnames()) {
      words += (words.empty() ? "--" : " --") + name;
    }
  }
  return words;
}

struct Described {
  std::string example;
  std::string summary;
};
/// The two parts of a description as verbs.cpp puts them together.
Described described(CLI::App const& app) {
  std::string const text = app.get_description();
  auto const blank = text.find("\n\n");
  constexpr std::string_view kHead = "Example:\n  ";
  if (blank == std::string::npos || !text.starts_with(kHead)) return {"", text};
  return {text.substr(kHead.size(), blank - kHead.size()), text.substr(blank + 2)};
}

/// Calls `visit(path, app)` for every verb, `path` as typed: "lists add".
template <typename Visit>
void visit_verbs(CLI::App const& app, std::string const& path, Visit const& visit) {
  for (CLI::App const* sub : subcommands(app)) {
    std::string const name = path.empty() ? sub->get_name() : path + " " + sub->get_name();
    visit(name, *sub);
    visit_verbs(*sub, name, visit);
  }
}

std::string roff(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (char const c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (line_start && (c == '.' || c == '\'')) {
      out += "\\&";
      out += c;
    } else {
      out += c;
    }
    line_start = c == '\n';
  }
  return out;
}

void append_roff_options(CLI::App const& app, std::string& out) {
  for (CLI::Option const* option : app.get_options()) {
    out += fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(option_label(*option)),
                       roff(option->get_description()));
  }
}

}  // namespace

std::string man_page(CLI::App const& app) {
  std::string out = fmt::format(
      ".TH TIDEWAITER 1 \"\" \"Tidewaiter {}\" \"User Commands\"\n.SH NAME\ntidewaiter \\- customs "
      "records and watch lists in, checked figures with their rows out\n.SH SYNOPSIS\n.B "
      "tidewaiter\n\\fIVERB\\fR [\\fIOPTIONS\\fR]\n.SH DESCRIPTION\n{}\n.SH OPTIONS OF ALL VERBS\n",
      TW_VERSION, roff(described(app).summary));
  append_roff_options(app, out);
  out += ".SH VERBS\n";
  visit_verbs(app, "", [&](std::string const& path, CLI::App const& verb) {
    Described const text = described(verb);
    out += fmt::format(".SS {}\n{}\n.PP\n.nf\n{}\n.fi\n", roff(path), roff(text.summary),
                       roff(text.example));
    append_roff_options(verb, out);
  });
  out +=
      ".SH EXIT STATUS\n0 done, 1 failed, 2 wrong use, 3 done with rejected rows under "
      "\\-\\-strict.\n.SH ENVIRONMENT\n.TP\n\\fBTIDEWAITER_WORKSPACE\\fR\nFolder of the "
      "workspace when \\-\\-workspace is not given.\n";
  return out;
}

std::string reference_markdown(CLI::App const& app) {
  std::string out =
      "# Command reference\n\nMade by `tidewaiter completion markdown` from the "
      "declarations of the verbs.\n\n## Options of all verbs\n\n";
  auto const options = [&](CLI::App const& verb) {
    for (CLI::Option const* option : verb.get_options()) {
      if (option->check_name("--help")) continue;
      out += fmt::format("- `{}`: {}\n", option_label(*option), option->get_description());
    }
  };
  options(app);
  visit_verbs(app, "", [&](std::string const& path, CLI::App const& verb) {
    Described const text = described(verb);
    out += fmt::format("\n## {}\n\n{}\n\n```\n{}\n```\n\n", path, text.summary, text.example);
    options(verb);
  });
  return out;
}

std::string bash_completion(CLI::App const& app) {
  std::string verbs;
  std::string cases;
  for (CLI::App const* sub : subcommands(app)) {
    verbs += (verbs.empty() ? "" : " ") + sub->get_name();
    std::string inner;
    for (CLI::App const* one : subcommands(*sub)) inner += " " + one->get_name();
    cases += fmt::format("    {}) words=\"{}{} {}\" ;;\n", sub->get_name(), long_options(*sub),
                         inner, long_options(app));
  }
  return fmt::format(
      "# bash completion for tidewaiter\n_tidewaiter() {{\n"
      "  local current=\"${{COMP_WORDS[COMP_CWORD]}}\" verb=\"\" word words\n"
      "  for word in \"${{COMP_WORDS[@]:1:COMP_CWORD-1}}\"; do\n"
      "    case \"$word\" in -*) ;; *) verb=\"$word\"; break ;; esac\n"
      "  done\n"
      "  case \"$verb\" in\n{}    *) words=\"{} {}\" ;;\n  esac\n"
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
      "  [[ \"$current\" == -* ]] || COMPREPLY+=($(compgen -f -- \"$current\"))\n"
      "}}\ncomplete -o filenames -F _tidewaiter tidewaiter\n",
      cases, verbs, long_options(app));
}

std::string zsh_completion(CLI::App const& app) {
  std::string verbs;
  std::string cases;
  for (CLI::App const* sub : subcommands(app)) {
    std::string summary = described(*sub).summary;
    std::erase(summary, '\'');
    verbs += fmt::format("    '{}:{}'\n", sub->get_name(), summary);
    std::string inner;
    for (CLI::App const* one : subcommands(*sub)) inner += " " + one->get_name();
    cases += fmt::format("    {}) compadd --{}{} {}; _files ;;\n", sub->get_name(), inner,
                         inner.empty() ? "" : "", " " + long_options(*sub));
  }
  return fmt::format(
      "#compdef tidewaiter\n_tidewaiter() {{\n  local -a verbs=(\n{}  )\n"
      "  if (( CURRENT == 2 )); then\n    _describe 'verb' verbs\n    return\n  fi\n"
      "  case \"$words[2]\" in\n{}  esac\n}}\n_tidewaiter \"$@\"\n",
      verbs, cases);
}

Action declare_completion(CLI::App& app) {
  auto const what = std::make_shared<std::string>();
  app.add_option("WHAT", *what, "bash, zsh, man (roff) or markdown (the command reference)")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "man", "markdown"}).description(""));
  return [what](Shell&) -> Result<int> {
    // Made from a fresh tree of declarations, so it can never lag behind them.
    CLI::App tree("", "tidewaiter");
    Globals globals;
    Action unused;
    declare_all(tree, globals, unused);
    std::string const text = *what == "bash"  ? bash_completion(tree)
                             : *what == "zsh" ? zsh_completion(tree)
                             : *what == "man" ? man_page(tree)
                                              : reference_markdown(tree);
    fmt::print("{}", text);
    return 0;
  };
}

}  // namespace tw::cli
