// A finding in plain sentences. Nothing here says clear, legal or guilty.
#include <algorithm>

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "tidewaiter/reference.h"

#include "risk/finding.h"
#include "risk/tables.h"

namespace tw::risk {
namespace {

/// "China", or "China and Serbia", or "China, Serbia and Myanmar" of "CN|RS|MM".
std::string countries(std::string_view codes) {
  std::vector<std::string> names;
  while (!codes.empty()) {
    std::string_view const code = codes.substr(0, codes.find('|'));
    codes.remove_prefix(std::min(code.size() + 1, codes.size()));
    auto const country = reference::country(code);
    std::string_view const name = country ? reference::country_name(*country) : code;
    names.emplace_back(name.empty() ? code : name);
  }
  if (names.size() > 4) return fmt::format("{} countries", names.size());
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  }
  return text;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string with_commas(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) {
    text.replace(at, 1, ", ");
  }
  return text;
}

/// ", made in China, sent from Turkey to Russia".
std::string route(Case const& c) {
  std::string text;
  if (!c.origin.empty()) text += ", made in " + countries(c.origin);
  if (!c.dispatch.empty()) text += ", sent from " + countries(c.dispatch);
  if (!c.destination.empty()) text += " to " + countries(c.destination);
  return text;
}

/// "integrated circuits, thermal or night vision devices": by their weight, at most three.
std::string goods(Case const& c) {
  std::vector<ClassPart> parts = c.classes;
  std::ranges::stable_sort(parts, std::greater<>(), [](ClassPart const& part) {
    return class_words(part.goods_class).weight * part.probability;
  });
  std::string text;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, parts.size()); ++i) {
    text += (i == 0 ? "" : ", ") + std::string(class_words(parts[i].goods_class).words);
  }
  return text.empty() ? std::string(class_words("ordinary").words) : text;
}

std::string sender(Case const& c) {
  if (c.sender.empty()) return "";
  if (c.senders <= 1) return ", by " + c.sender;
  return fmt::format(", by {} and {} other{}", c.sender, c.senders - 1, c.senders == 2 ? "" : "s");
}

std::string_view alternative_words(std::string_view kind) {
  if (kind == "return") return "a return of goods";
  if (kind == "repair") return "goods on their way to or from a repair";
  if (kind == "exhibition") return "exhibits of a fair or a demonstration";
  if (kind == "temporary") return "a temporary import or export";
  if (kind == "personal") return "personal effects";
  if (kind == "humanitarian") return "humanitarian aid";
  if (kind == "diplomatic") return "goods of a mission abroad";
  if (kind == "toy") return "toys or their accessories";
  return "something more innocent than a sale";
}

}  // namespace

std::string subject_of(Case const& c) {
  if (c.kind == "scale_slip") return c.slip;
  std::string subject;
  if (c.kind == "listed_party") {
    subject = fmt::format("{}, {}, listed ({}): {}{}", c.party, c.role, with_commas(c.lists),
                          goods(c), route(c));
    if (c.role == "consignee") subject += sender(c);
  } else if (c.kind == "hidden_goods") {
    subject = fmt::format("{} declared as something else (HS {}) for {}{}{}", capital(goods(c)),
                          with_commas(c.declared_hs6), c.party, route(c), sender(c));
  } else {
    subject = fmt::format("{} for {}{}{}", capital(goods(c)), c.party, route(c), sender(c));
  }
  if (!c.alternative.empty()) {
    subject += fmt::format("; looks like {}", alternative_words(c.alternative));
  }
  return subject;
}

std::string reasons_of(Case const& c) {
  std::string text;
  for (FiredFlag const& flag : c.flags) {
    if (flag.detail.empty()) continue;
    text += fmt::format("{}{} on {} of {} rows: {}.", text.empty() ? "" : " ", flag.id, flag.rows,
                        c.rows, flag.detail);
  }
  return text;
}

std::string alternatives_of(Case const& c) {
  if (c.kind == "scale_slip") {
    return "A slip of units in the file (tonnes for kilograms, thousands for units) explains it; a "
           "change of model or quality by such a factor is unlikely. Sums over this file and month "
           "are not to be used before it is settled.";
  }
  std::string text;
  if (!c.alternative.empty()) {
    text = fmt::format("The procedure code or the text points to {}.",
                       alternative_words(c.alternative));
  } else if (c.alternative_elsewhere > 0) {
    text = fmt::format(
        "No sign of a return, repair or exhibition in these rows; {} other rows of "
        "the same subject have one and were set aside.",
        c.alternative_elsewhere);
  } else {
    text = "No sign of a return, repair, exhibition or temporary import in code or text.";
  }
  std::string_view const other = class_words(leading_class(c)).other_use;
  text += fmt::format(" Civil use not excluded: {}.", other);
  if (c.kind == "listed_party") {
    text += " A namesake is possible where no registration number agrees.";
  }
  if (std::ranges::find(c.flags, "R17", &FiredFlag::id) != c.flags.end()) {
    text += " The code may be an honest mistake of the declarant.";
  }
  return text;
}

std::string unknown_of(Case const& c, std::span<std::string const> untested) {
  if (c.kind == "scale_slip") {
    return "Which of mass and value is wrong. The invoice or packing list of one row would decide.";
  }
  std::string text = "Who uses the goods in the end.";
  std::string_view const document = class_words(leading_class(c)).document;
  text += fmt::format(" The document that would decide: {}.", document);
  if (c.mirror_rows > 0) {
    text += fmt::format(
        " {} rows of other customs files seem to tell of the same goods; the sums "
        "are of one side only.",
        c.mirror_rows);
  }
  if (!untested.empty()) {
    text += fmt::format(" Not tested for lack of columns: {}.", fmt::join(untested, "; "));
  }
  return text;
}

}  // namespace tw::risk
