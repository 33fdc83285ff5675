#include <fmt/core.h>
#include <gtest/gtest.h>

#include "tidewaiter/io.h"

namespace tw {
namespace {

/// The events as lines: "<a k=v", ">a text".
Result<std::string> events_of(std::string_view xml) {
  std::string log;
  auto const status = io::read_xml(
      xml, {.start =
                [&](std::string_view name, auto const& attributes) {
                  log += fmt::format("<{}", name);
                  for (auto const& [key, value] : attributes) {
                    log += fmt::format(" {}={}", key, value);
                  }
                  log += '\n';
                },
            .end = [&](std::string_view name,
                       std::string_view text) { log += fmt::format(">{} {}\n", name, text); }});
  if (!status) return std::unexpected(status.error());
  return log;
}

std::string error_of(std::string_view xml) {
  auto const events = events_of(xml);
  return events ? "no error" : events.error().message;
}

TEST(ReadXml, gives_elements_attributes_and_trimmed_text) {
  EXPECT_EQ(events_of("<?xml version='1.0'?><list day='1'>\n <name> A &amp; B </name>\n</list>"),
            "<list day=1\n<name\n>name A & B\n>list \n");
}

TEST(ReadXml, gives_an_element_only_its_own_text) {
  EXPECT_EQ(events_of("<a>x<b>y</b>z</a>"), "<a\n<b\n>b y\n>a xz\n");
}

TEST(ReadXml, reads_numeric_references_and_cdata) {
  EXPECT_EQ(events_of("<a>&#x429;<![CDATA[<&>]]></a>"), "<a\n>a Щ<&>\n");
}

TEST(ReadXml, needs_no_callbacks) { EXPECT_TRUE(io::read_xml("<a><b/></a>", {})); }

TEST(ReadXml, refuses_a_document_type_and_so_billions_of_laughs) {
  EXPECT_EQ(error_of("<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;'>]><a>&m;</a>"),
            "XML, line 1 column 13: a document type declaration is not allowed.");
  EXPECT_TRUE(error_of("<!DOCTYPE a SYSTEM 'http://x/y.dtd'><a/>").contains("not allowed"));
}

TEST(ReadXml, refuses_deep_nesting) {
  std::string deep;
  for (std::size_t i = 0; i <= io::kXmlDepthMax; ++i) deep += "<a>";
  EXPECT_TRUE(error_of(deep).contains("nested too deeply"));
}

TEST(ReadXml, names_line_and_column_of_a_fault) {
  EXPECT_EQ(error_of("<a>\n  <b></c>\n</a>"), "XML, line 2 column 8: mismatched tag.");
  EXPECT_TRUE(error_of("").contains("no element found"));
  EXPECT_TRUE(error_of("<a>").contains("no element found"));
  EXPECT_TRUE(error_of("a,b\n1,2\n").contains("line 1"));
  EXPECT_TRUE(error_of("<a>&other;</a>").contains("undefined entity"));
}

TEST(ReadXml, reads_declared_encodings) {
  EXPECT_EQ(events_of("<?xml version='1.0' encoding='windows-1251'?><a>\xD9\xE8\xF2</a>"),
            "<a\n>a Щит\n");
  EXPECT_EQ(events_of("<?xml version='1.0' encoding=\"GBK\"?><a>\xB6\xDC</a>"), "<a\n>a 盾\n");
  EXPECT_TRUE(error_of("<?xml version='1.0' encoding='klingon'?><a/>").contains("encoding"));
}

TEST(ReadXml, reads_text_across_its_pieces) {
  std::string const text(3'000'000, 'x');
  EXPECT_EQ(events_of("<a>" + text + "</a>"), "<a\n>a " + text + "\n");
}

}  // namespace
}  // namespace tw
