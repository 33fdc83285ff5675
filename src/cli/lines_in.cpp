#include "cli/lines_in.h"

#include <unistd.h>

#include <fmt/core.h>

#include "tidewaiter/io.h"

namespace tw::cli {
namespace {

Result<std::string> all_of_stdin() {
  std::string bytes;
  std::array<char, 65536> buffer{};
  while (true) {
    ssize_t const got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (got == 0) return bytes;
    if (got < 0) return fail(ErrorKind::io_failure, "Standard input cannot be read.");
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

Result<std::vector<Case>> read_ndjson(std::string_view text, std::string const& file) {
  std::vector<Case> cases;
  std::uint64_t line = 0;
  while (!text.empty()) {
    auto const end = text.find('\n');
    std::string_view const one = text::trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    ++line;
    if (one.empty()) continue;
    auto json = nlohmann::json::parse(one, nullptr, false);
    if (!json.is_object()) {
      return fail(ErrorKind::bad_input, fmt::format("{}:{} is not a JSON object.", file, line),
                  "Each line holds one object, for instance {\"id\":1,\"name\":\"...\"}.");
    }
    cases.push_back({line, std::move(json)});
  }
  return cases;
}

Result<std::vector<Case>> read_csv(std::string_view text, std::string const& file) {
  io::CsvReader reader(text, io::detect_dialect(text));
  io::CsvRecord record;
  std::vector<std::string> header;
  std::vector<Case> cases;
  while (reader.next(record)) {
    if (header.empty()) {
      for (auto const cell : record.cells) {
        header.push_back(text::ascii_lowered(text::trimmed(cell)));
      }
      continue;
    }
    if (record.cells.size() > header.size()) {
      return fail(ErrorKind::bad_input,
                  fmt::format("{}:{} has {} cells, the header has {}.", file, record.span.line,
                              record.cells.size(), header.size()),
                  "Quote cells that hold the delimiter.");
    }
    nlohmann::json json = nlohmann::json::object();
    for (std::size_t i = 0; i < record.cells.size(); ++i) json[header[i]] = record.cells[i];
    cases.push_back({record.span.line, std::move(json)});
  }
  return cases;
}

}  // namespace

std::string Case::text(std::string_view field) const {
  auto const found = json.find(field);
  if (found == json.end() || found->is_null()) return {};
  if (found->is_string()) return found->get<std::string>();
  // The first of several values is the main one, as in FollowTheMoney.
  if (found->is_array()) {
    return !found->empty() && found->front().is_string() ? found->front().get<std::string>() : "";
  }
  return found->dump();
}

std::string Case::id() const {
  std::string id = text("id");
  return id.empty() ? std::to_string(line) : id;
}

Result<std::vector<Case>> read_cases(std::string const& file) {
  std::string bytes;
  if (file == "-") {
    TW_TRY(bytes, all_of_stdin());
  } else {
    TW_TRY(auto const source, io::SourceBytes::open(file));
    bytes = std::string(source.bytes());
  }
  std::string const text =
      text::repaired_utf8(text::to_utf8(bytes, text::guess_encoding(bytes).encoding));
  auto const first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) {
    return fail(ErrorKind::bad_input, fmt::format("{} is empty.", file == "-" ? "The input" : file),
                "Give NDJSON, one object a line, or CSV with a header line.");
  }
  return text[first] == '{' ? read_ndjson(text, file) : read_csv(text, file);
}

}  // namespace tw::cli
