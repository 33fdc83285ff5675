#include "lists/xml_record.h"

#include <algorithm>

#include "tidewaiter/io.h"
#include "tidewaiter/text.h"

namespace tw::lists {
namespace {

/// A record deeper or larger than this is no record of a list.
constexpr std::size_t kDepthMax = 32;

std::string_view local_name(std::string_view name) {
  auto const colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

XmlNode node_of(std::string_view name,
                std::vector<std::pair<std::string_view, std::string_view>> const& attributes) {
  XmlNode node;
  node.name = local_name(name);
  for (auto const& [key, value] : attributes) node.attributes.emplace_back(key, value);
  return node;
}

}  // namespace

XmlNode const* XmlNode::child(std::string_view wanted) const {
  auto const found = std::ranges::find(children, wanted, &XmlNode::name);
  return found == children.end() ? nullptr : &*found;
}

std::string_view XmlNode::value(std::string_view wanted) const {
  auto const* const found = child(wanted);
  return found == nullptr ? std::string_view() : std::string_view(found->text);
}

std::string_view XmlNode::attribute(std::string_view wanted) const {
  auto const found =
      std::ranges::find(attributes, wanted, &std::pair<std::string, std::string>::first);
  return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<std::string_view> XmlNode::values(std::string_view group, std::string_view item) const {
  std::vector<std::string_view> found;
  for (auto const& outer : children) {
    if (outer.name != group) continue;
    for (auto const& inner : outer.children) {
      if (inner.name == item && !inner.text.empty()) found.emplace_back(inner.text);
    }
  }
  return found;
}

Status read_xml_records(std::string_view utf8, XmlRecords const& events, Job const& job) {
  // The open elements: those of a record nest in each other, those outside stand alone.
  std::vector<XmlNode> open;
  std::size_t record_depth = 0;
  bool too_deep = false;
  bool stopped = false;
  std::uint64_t records = 0;

  io::XmlEvents handlers;
  handlers.start = [&](std::string_view name, auto const& attributes) {
    if (open.size() >= kDepthMax) {
      too_deep = true;
      return;
    }
    open.push_back(node_of(name, attributes));
    if (record_depth == 0 && events.is_record(open.back().name)) {
      record_depth = open.size();
      stopped = stopped || (records++ % 1024 == 0 && !job.go_on());
    }
  };
  handlers.end = [&](std::string_view, std::string_view text) {
    if (too_deep || stopped || open.empty()) return;
    auto node = std::move(open.back());
    open.pop_back();
    node.text = text;
    if (record_depth == 0) {
      events.outside(node);
    } else if (open.size() + 1 == record_depth) {
      record_depth = 0;
      events.record(node);
    } else {
      open.back().children.push_back(std::move(node));
    }
  };
  TW_CHECK(io::read_xml(utf8, handlers));
  TW_CHECK(job.go_on());
  if (too_deep) {
    return fail(ErrorKind::bad_input, "The XML nests deeper than any list does.",
                "Check that the file is the list as its publisher gives it.");
  }
  return {};
}

std::string_view xml_root(std::string_view head) {
  auto at = head.find('<');
  while (at != std::string_view::npos && at + 1 < head.size()) {
    auto const rest = head.substr(at);
    if (rest.starts_with("<!--")) {
      at = head.find("-->", at + 4);
    } else if (rest[1] != '?' && rest[1] != '!') {
      auto const end = rest.find_first_of(" \t\r\n/>", 1);
      if (end == std::string_view::npos) return {};
      return local_name(rest.substr(1, end - 1));
    } else {
      ++at;
    }
    if (at != std::string_view::npos) at = head.find('<', at);
  }
  return {};
}

}  // namespace tw::lists
