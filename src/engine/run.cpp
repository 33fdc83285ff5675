#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "tidewaiter/flows.h"
#include "tidewaiter/risk.h"

#include "engine/lock.h"
#include "engine/stages.h"

namespace tw::engine {
namespace {

constexpr std::array<std::string_view, 1> kReadsSources = {"sources"};
constexpr std::array<std::string_view, 2> kReadsMentions = {"mentions", "lists"};
constexpr std::array<std::string_view, 3> kReadsGoods = {"sources", "goods", "mentions"};
constexpr std::array<std::string_view, 2> kReadsHits = {"labels", "mention_hits"};
constexpr std::array<std::string_view, 1> kReadsLabels = {"labels"};
constexpr std::array<std::string_view, 3> kReadsForFlags = {"labels", "hits", "options"};
constexpr std::array<std::string_view, 4> kReadsForFindings = {"labels", "hits", "flags",
                                                               "options"};

Status make_flows(StageContext const& context, Path const& file) {
  return flows::write_cube(context.database, file);
}
Status make_chains(StageContext const& context, Path const& file) {
  return flows::write_chains(context.database, {}, file, context.job);
}
Status make_flags(StageContext const& context, Path const& file) {
  return risk::write_flags(context.database, {.destination = context.options.destination}, file,
                           context.job);
}
Status make_findings(StageContext const& context, Path const& file) {
  return risk::write_findings(context.database, {.destination = context.options.destination}, file,
                              context.job);
}

// In this order; a stage reads only what stands above it.
constexpr std::array<Stage, 9> kStages = {{
    {"goods", "goods texts", 1, kReadsSources, make_goods},
    {"mentions", "parties", 1, kReadsSources, make_mentions},
    {"mention_hits", "screening", 1, kReadsMentions, make_mention_hits},
    {"labels", "labels", 1, kReadsGoods, make_labels},
    {"hits", "hits", 1, kReadsHits, make_hits},
    {"flows", "flows", 1, kReadsLabels, make_flows},
    {"chains", "chains", 1, kReadsLabels, make_chains},
    {"flags", "red flags", 1, kReadsForFlags, make_flags},
    {"findings", "findings", 1, kReadsForFindings, make_findings},
}};

/// What an input of a stage was made from, as text.
std::string input_key(std::string_view input, Manifest const& manifest, RunOptions const& options) {
  std::string key;
  if (input == "sources") {
    for (Source const& source : manifest.sources) {
      key += fmt::format("{}:{}:{},", source.number, source.key, source.copy_of);
    }
  } else if (input == "lists") {
    for (ListVersion const& list : manifest.lists) key += list.key + ",";
  } else if (input == "options") {
    key = options.destination;
  } else {
    StageTable const* table = find_stage(manifest, input);
    ensure(table != nullptr, "a stage reads only stages before it");
    key = table->key;
  }
  return key;
}

std::string stage_key(Stage const& stage, Manifest const& manifest, RunOptions const& options) {
  std::string text = fmt::format("{}|{}|{}", TW_VERSION, stage.name, stage.version);
  for (std::string_view const input : stage.reads) {
    text += fmt::format("|{}={}", input, input_key(input, manifest, options));
  }
  return hex(hash64(text));
}

table::DatabaseOptions database_options(Path const& folder, RunOptions const& options,
                                        Job const& job) {
  return {.threads = job.threads,
          .memory_bytes = options.memory_bytes,
          .spill_folder = folder / "tables" / "spill"};
}

}  // namespace

std::span<Stage const> stages() { return kStages; }

table::Schema const& stage_schema(std::string_view stage) {
  if (stage == "goods") return goods_schema();
  if (stage == "mentions") return mention_schema();
  if (stage == "mention_hits") return mention_hit_schema();
  if (stage == "labels") return label_schema();
  if (stage == "hits") return hit_schema();
  if (stage == "flows") return flows::cube_schema();
  if (stage == "chains") return flows::chain_schema();
  if (stage == "flags") return risk::flag_schema();
  ensure(stage == "findings", "every stage has a schema");
  return risk::finding_schema();
}

Result<std::vector<StageReport>> Workspace::run(RunOptions const& options, Act const& act,
                                                Job const& job, Clock const& clock) {
  TW_TRY(auto const lock, Lock::take(folder_));
  if (manifest_.sources.empty()) {
    return fail(ErrorKind::wrong_use, "The workspace holds no customs records yet.",
                "Add some with: tidewaiter add FILE --workspace " + folder_.string());
  }
  std::vector<StageReport> reports;
  for (Stage const& stage : kStages) {
    TW_CHECK(job.go_on());
    std::string const key = stage_key(stage, manifest_, options);
    Path const file = table_file(folder_, stage.name, key);
    StageTable const* known = find_stage(manifest_, stage.name);
    if (known != nullptr && known->key == key && std::filesystem::exists(file)) {
      reports.push_back({std::string(stage.name), known->rows, true, 0});
      continue;
    }
    double const started = clock ? clock() : 0;
    job.begin(stage.title, 0, "rows");
    // A fresh engine for each stage: its memory goes back when the stage is done.
    TW_TRY(auto database, table::Database::open(database_options(folder_, options, job)));
    TW_CHECK(add_views(database, folder_, manifest_));
    TW_CHECK(stage.make({folder_, manifest_, options, job, database}, file));
    TW_TRY(auto const rows, database.count("SELECT count(*) FROM read_parquet(" +
                                           table::sql_text(file.string()) + ")"));
    Manifest next = manifest_;
    std::erase_if(next.stages, [&](StageTable const& t) { return t.stage == stage.name; });
    next.stages.push_back({std::string(stage.name), key, static_cast<std::uint64_t>(rows)});
    TW_CHECK(publish(std::move(next)));
    job.end();
    reports.push_back({std::string(stage.name), static_cast<std::uint64_t>(rows), false,
                       clock ? clock() - started : 0});
  }
  TW_CHECK(append_audit(folder_, act, "run", {{"destination", options.destination}}));
  return reports;
}

bool Workspace::is_current() const {
  // Options other than the default change only flags and findings; a run with others is current
  // as long as its inputs are.
  for (Stage const& stage : kStages) {
    StageTable const* table = find_stage(manifest_, stage.name);
    if (table == nullptr) return false;
    bool const has_options = std::ranges::find(stage.reads, "options") != stage.reads.end();
    if (!has_options && table->key != stage_key(stage, manifest_, {})) return false;
  }
  return true;
}

Result<table::Database> Workspace::database(table::DatabaseOptions options) const {
  if (options.spill_folder.empty()) options.spill_folder = folder_ / "tables" / "spill";
  TW_TRY(auto database, table::Database::open(options));
  TW_CHECK(add_views(database, folder_, manifest_));
  return database;
}

Result<table::Database> Workspace::sandbox(table::DatabaseOptions options) const {
  TW_TRY(auto database, this->database(options));
  TW_CHECK(database.lock_down(std::filesystem::absolute(folder_ / "tables")));
  return database;
}

}  // namespace tw::engine
