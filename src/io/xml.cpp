#include <algorithm>

#include <expat.h>
#include <fmt/core.h>

#include "tidewaiter/io.h"

namespace tw::io {

namespace {

struct ParserDeleter {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<XML_ParserStruct, ParserDeleter>;

constexpr std::size_t kPieceBytes = std::size_t{1} << 20;

/// What the callbacks of expat share.
class Reading {
 public:
  Reading(XML_Parser parser, XmlEvents const& events) : parser_(parser), events_(events) {
    XML_SetUserData(parser, this);
    XML_SetElementHandler(
        parser,
        [](void* self, char const* name, char const** attributes) {
          static_cast<Reading*>(self)->start(name, attributes);
        },
        [](void* self, char const* name) { static_cast<Reading*>(self)->end(name); });
    XML_SetCharacterDataHandler(parser, [](void* self, char const* text, int length) {
      static_cast<Reading*>(self)->characters({text, static_cast<std::size_t>(length)});
    });
    XML_SetStartDoctypeDeclHandler(
        parser, [](void* self, char const*, char const*, char const*, int) {
          static_cast<Reading*>(self)->refuse("a document type declaration is not allowed");
        });
    XML_SetUnknownEncodingHandler(parser, &Reading::describe_encoding, nullptr);
  }

  /// Why we stopped the parser, empty when we did not.
  std::string_view refusal() const { return refusal_; }

 private:
  void start(char const* name, char const** attributes) {
    if (depth_ == kXmlDepthMax) return refuse("elements are nested too deeply");
    if (depth_ == texts_.size()) texts_.emplace_back();
    texts_[depth_++].clear();
    attributes_.clear();
    for (; *attributes != nullptr; attributes += 2) {
      attributes_.emplace_back(attributes[0], attributes[1]);
    }
    if (events_.start) events_.start(name, attributes_);
  }

  void end(char const* name) {
    ensure(depth_ > 0, "an element that ends has started");
    auto const text = text::trimmed(texts_[--depth_]);
    if (events_.end) events_.end(name, text);
  }

  void characters(std::string_view text) {
    if (depth_ == 0) return;
    auto& own = texts_[depth_ - 1];
    if (own.size() + text.size() > kXmlTextMax) return refuse("an element's text is too long");
    own += text;
  }

  void refuse(std::string_view reason) {
    refusal_ = reason;
    XML_StopParser(parser_, XML_FALSE);
  }

  // The one-byte encodings of the `text` room; expat asks only for those it does not know.
  static int describe_encoding(void*, char const* name, XML_Encoding* info) {
    auto const encoding = text::encoding_by_name(name);
    if (!encoding) return XML_STATUS_ERROR;
    for (int byte = 0; byte < 256; ++byte) {
      char const bytes[] = {static_cast<char>(byte)};
      std::size_t undecodable = 0;
      auto const utf8 = text::to_utf8({bytes, 1}, *encoding, &undecodable);
      std::string_view rest = utf8;
      info->map[byte] =
          rest.empty() || undecodable > 0 ? -1 : static_cast<int>(text::next_code_point(rest));
    }
    info->data = nullptr;
    info->convert = nullptr;
    info->release = nullptr;
    return XML_STATUS_OK;
  }

  XML_Parser parser_;
  XmlEvents const& events_;
  std::vector<std::string> texts_;  ///< One for each open element; kept for their memory.
  std::size_t depth_ = 0;
  std::vector<std::pair<std::string_view, std::string_view>> attributes_;
  std::string_view refusal_;
};

bool is_multi_byte(text::Encoding encoding) {
  return encoding == text::Encoding::gb18030 || encoding == text::Encoding::big5 ||
         encoding == text::Encoding::shift_jis;
}

/// The encoding that the XML declaration names, when it is one that expat cannot be taught.
std::optional<text::Encoding> declared_multi_byte(std::string_view bytes) {
  auto head = bytes.substr(0, 200);
  if (!head.starts_with("<?xml")) return std::nullopt;
  head = head.substr(0, head.find("?>"));
  auto const at = head.find("encoding");
  if (at == std::string_view::npos) return std::nullopt;
  auto const open = head.find_first_of("\"'", at);
  if (open == std::string_view::npos) return std::nullopt;
  auto const close = head.find(head[open], open + 1);
  if (close == std::string_view::npos) return std::nullopt;
  auto const encoding = text::encoding_by_name(head.substr(open + 1, close - open - 1));
  return encoding && is_multi_byte(*encoding) ? encoding : std::nullopt;
}

Error error_at(XML_Parser parser, std::string_view refusal) {
  auto const code = XML_GetErrorCode(parser);
  std::string const reason =
      refusal.empty() ? std::string(XML_ErrorString(code)) : std::string(refusal);
  auto const advice = refusal.empty()
                          ? "The file is cut off or is not XML; fetch it again."
                          : "Such files are refused because they can exhaust the machine.";
  return {ErrorKind::bad_input,
          fmt::format("XML, line {} column {}: {}.", XML_GetCurrentLineNumber(parser),
                      XML_GetCurrentColumnNumber(parser) + 1, reason),
          advice};
}

}  // namespace

Status read_xml(std::string_view bytes, XmlEvents const& events) {
  std::string converted;
  char const* forced = nullptr;
  if (auto const encoding = declared_multi_byte(bytes)) {
    converted = text::to_utf8(bytes, *encoding);
    bytes = converted;
    forced = "UTF-8";
  }
  Parser const parser(XML_ParserCreate(forced));
  ensure(parser != nullptr, "expat starts");
  Reading const reading(parser.get(), events);
  bool is_last = false;
  while (!is_last) {
    auto const piece = bytes.substr(0, kPieceBytes);
    bytes.remove_prefix(piece.size());
    is_last = bytes.empty();
    auto const status = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()),
                                  is_last ? XML_TRUE : XML_FALSE);
    if (status != XML_STATUS_OK) return std::unexpected(error_at(parser.get(), reading.refusal()));
  }
  return {};
}

}  // namespace tw::io
