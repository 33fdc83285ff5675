#include "engine/manifest.h"

#include <nlohmann/json.hpp>

namespace tw::engine {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kManifestFormat = 1;

Json date_json(std::optional<Date> date) { return date ? Json(date->iso()) : Json(nullptr); }
std::optional<Date> date_of(Json const& json) {
  return json.is_string() ? parse_iso_date(json.get<std::string>()) : std::nullopt;
}

Json source_json(Source const& source) {
  records::ImportReport const& report = source.report;
  return {{"number", source.number},
          {"sha256", source.sha256},
          {"file", source.file},
          {"key", source.key},
          {"copy_of", source.copy_of},
          {"rows_in", report.rows_in},
          {"rows_kept", report.rows_kept},
          {"rows_rejected", report.rows_rejected},
          {"lines_skipped", report.lines_skipped},
          {"first_on", date_json(report.first_on)},
          {"last_on", date_json(report.last_on)},
          {"layout", report.layout},
          {"encoding", report.encoding},
          {"notes", report.notes}};
}

Source source_of(Json const& json) {
  Source source;
  source.number = json.at("number");
  source.sha256 = json.at("sha256");
  source.file = json.at("file");
  source.key = json.at("key");
  source.copy_of = json.at("copy_of");
  records::ImportReport& report = source.report;
  report.rows_in = json.at("rows_in");
  report.rows_kept = json.at("rows_kept");
  report.rows_rejected = json.at("rows_rejected");
  report.lines_skipped = json.at("lines_skipped");
  report.first_on = date_of(json.at("first_on"));
  report.last_on = date_of(json.at("last_on"));
  report.layout = json.at("layout");
  report.encoding = json.at("encoding");
  report.notes = json.at("notes").get<std::vector<std::string>>();
  return source;
}

Json list_json(ListVersion const& list) {
  Json entries = Json::object();
  for (auto const& [id, count] : list.entries) entries[id] = count;
  return {{"number", list.number},
          {"sha256", list.sha256},
          {"file", list.file},
          {"format", list.format},
          {"key", list.key},
          {"entries", entries},
          {"records", list.records},
          {"repeated", list.repeated},
          {"joined", list.joined},
          {"rejected", list.rejected},
          {"published_on", date_json(list.published_on)}};
}

ListVersion list_of(Json const& json) {
  ListVersion list;
  list.number = json.at("number");
  list.sha256 = json.at("sha256");
  list.file = json.at("file");
  list.format = json.at("format");
  list.key = json.at("key");
  for (auto const& [id, count] : json.at("entries").items()) list.entries.emplace_back(id, count);
  list.records = json.at("records");
  list.repeated = json.at("repeated");
  list.joined = json.at("joined");
  list.rejected = json.at("rejected");
  list.published_on = date_of(json.at("published_on"));
  return list;
}

}  // namespace

std::string manifest_json(Manifest const& manifest) {
  Json sources = Json::array();
  for (Source const& source : manifest.sources) sources.push_back(source_json(source));
  Json lists = Json::array();
  for (ListVersion const& list : manifest.lists) lists.push_back(list_json(list));
  Json stages = Json::array();
  for (StageTable const& stage : manifest.stages) {
    stages.push_back({{"stage", stage.stage}, {"key", stage.key}, {"rows", stage.rows}});
  }
  Json const json = {{"format", kManifestFormat},
                     {"program", "tidewaiter " TW_VERSION},
                     {"sources", sources},
                     {"lists", lists},
                     {"stages", stages}};
  return json.dump(1) + "\n";
}

Result<Manifest> parse_manifest(std::string_view text) {
  try {
    Json const json = Json::parse(text);
    if (int const format = json.at("format"); format != kManifestFormat) {
      return fail(ErrorKind::bad_input,
                  "The workspace has format " + std::to_string(format) + "; this program reads " +
                      std::to_string(kManifestFormat) + ".",
                  "Use the program version that made it, or add the files to a new workspace.");
    }
    Manifest manifest;
    for (Json const& source : json.at("sources")) manifest.sources.push_back(source_of(source));
    for (Json const& list : json.at("lists")) manifest.lists.push_back(list_of(list));
    for (Json const& stage : json.at("stages")) {
      manifest.stages.push_back({stage.at("stage"), stage.at("key"), stage.at("rows")});
    }
    return manifest;
  } catch (nlohmann::json::exception const& error) {
    return fail(ErrorKind::bad_input, std::string("manifest.json is damaged: ") + error.what(),
                "Restore it from a copy; the source files are whole in vault/.");
  }
}

Path vault_file(Path const& folder, std::string_view sha256) { return folder / "vault" / sha256; }

Path table_file(Path const& folder, std::string_view name, std::string_view key) {
  return folder / "tables" / (std::string(name) + "-" + std::string(key) + ".parquet");
}

StageTable const* find_stage(Manifest const& manifest, std::string_view stage) {
  for (StageTable const& table : manifest.stages) {
    if (table.stage == stage) return &table;
  }
  return nullptr;
}

}  // namespace tw::engine
