/// One record of an XML list as a small tree: elements with text, attributes and children.
/// Lists are long and their records short, so a record is held whole and the file is not.
#pragma once

#include "tidewaiter/core.h"

namespace tw::lists {

struct XmlNode {
  std::string name;
  std::string text;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<XmlNode> children;

  /// The first child of that name, or null.
  XmlNode const* child(std::string_view name) const;
  /// The text of the first child of that name, "" when there is none.
  std::string_view value(std::string_view name) const;
  std::string_view attribute(std::string_view name) const;
  /// The texts of children `item` below the children `group`.
  std::vector<std::string_view> values(std::string_view group, std::string_view item) const;
};

struct XmlRecords {
  /// Whether an element of this name is a record.
  std::function<bool(std::string_view name)> is_record;
  std::function<void(XmlNode const& record)> record;
  /// An element outside records, with its text.
  std::function<void(XmlNode const& node)> outside;
};

/// Streams records through expat. Names lose their namespace prefix. Errors name line and column.
Status read_xml_records(std::string_view utf8, XmlRecords const& events, Job const& job);

/// The name of the document's first element, without prefix; "" when the bytes are no XML.
std::string_view xml_root(std::string_view head);

}  // namespace tw::lists
