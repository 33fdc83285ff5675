/// engine: the workspace, its stages, and the questions one can ask. The only room that joins
/// rooms. A command that is killed leaves the workspace as it was before or after, never between.
#pragma once

#include <filesystem>

#include "tidewaiter/claims.h"
#include "tidewaiter/core.h"
#include "tidewaiter/lists.h"
#include "tidewaiter/records.h"
#include "tidewaiter/report.h"
#include "tidewaiter/table.h"

namespace tw::engine {

using Path = std::filesystem::path;

// --- What a workspace holds -------------------------------------------------------------------

/// A customs file in the vault and its rows.
struct Source {
  std::uint32_t number = 0;  ///< From 1, in the order of adding; high half of its row ids.
  std::string sha256;
  std::string file;  ///< Name as given, without folders.
  std::string key;   ///< Of its tables: content, layout, options, program version.
  records::ImportReport report;
  std::uint32_t copy_of = 0;  ///< Number of an earlier source with the same bytes, or 0.
};
/// A list file in the vault and its entries.
struct ListVersion {
  std::uint32_t number = 0;
  std::string sha256;
  std::string file;
  std::string format;
  std::string key;
  std::vector<std::pair<std::string, std::uint64_t>> entries;  ///< list id -> how many.
  /// records + repeated = entries + rejected + joined, see lists::Reading.
  std::uint64_t records = 0;
  std::uint64_t repeated = 0;
  std::uint64_t joined = 0;
  std::uint64_t rejected = 0;
  std::optional<Date> published_on;
};
/// A table made by a stage of `run`.
struct StageTable {
  std::string stage;
  std::string key;
  std::uint64_t rows = 0;
};
struct Manifest {
  std::vector<Source> sources;
  std::vector<ListVersion> lists;
  std::vector<StageTable> stages;
};

// --- Doing ------------------------------------------------------------------------------------

/// Who acts and when, for the audit log; the engine has no clock of its own.
struct Act {
  std::string at;     ///< "2023-03-17T10:00:00Z".
  std::string actor;  ///< "analyst@desk", or "" when unknown.
};
struct AddOptions {
  std::optional<records::Layout> layout;
  std::optional<text::Encoding> encoding;
};
struct AddReport {
  Source source;
  bool already_there = false;  ///< The same bytes under the same name were added before.
};
struct AddListOptions {
  std::string list;                  ///< Renames the list of a file that does not name its own.
  std::optional<Date> published_on;  ///< Where the file does not say.
};
struct AddListReport {
  ListVersion version;
  bool already_there = false;
  std::vector<lists::Reading::Rejected> rejected;
  std::vector<std::pair<std::string, std::uint64_t>> unread_fields;
  std::vector<std::string> notes;
};
struct RunOptions {
  std::string destination = "RU|BY";  ///< Destinations of concern, ISO2 joined by |.
  std::uint64_t memory_bytes = std::uint64_t{2} << 30;
};
struct StageReport {
  std::string stage;
  std::uint64_t rows = 0;
  bool up_to_date = false;  ///< Nothing had to be done.
  double seconds = 0;       ///< As measured by `clock`; 0 without one.
};
/// Seconds from any fixed point, for the share of each stage; given by the caller.
using Clock = std::function<double()>;

class Workspace {
 public:
  /// Makes the folder; one that holds other things is an error.
  static Result<Workspace> init(Path const& folder, Act const& act);
  static Result<Workspace> open(Path const& folder);

  Path const& folder() const { return folder_; }
  Manifest const& manifest() const { return manifest_; }

  Result<AddReport> add(Path const& file, AddOptions const& options, Act const& act,
                        Job const& job);
  Result<AddListReport> add_list(Path const& file, AddListOptions const& options, Act const& act,
                                 Job const& job);
  /// All stages whose key has changed, in order; each is published on its own, so a killed run
  /// goes on where it stopped.
  Result<std::vector<StageReport>> run(RunOptions const& options, Act const& act, Job const& job,
                                       Clock const& clock = {});

  // --- Asking -------------------------------------------------------------------------------

  /// A database with the views of docs/tables.md.
  Result<table::Database> database(table::DatabaseOptions options) const;
  /// The same, locked down for queries of other people's making.
  Result<table::Database> sandbox(table::DatabaseOptions options) const;
  /// True when every stage of `run` is up to date with what was added.
  bool is_current() const;

  /// The original bytes of a row, "file.csv:LINE" or "file.xlsx#Sheet:ROW".
  struct RowEvidence {
    std::string row;
    std::string sha256;
    std::uint64_t byte_begin = 0;
    std::uint64_t byte_end = 0;
    std::string bytes;  ///< As they stand in the (unpacked) source, made valid UTF-8 for printing.
    std::vector<std::pair<std::string, std::string>> cells;  ///< field -> value, derived ones too.
  };
  Result<RowEvidence> row(std::string_view row) const;

  /// Each claim under every fair reading, against the rows and lists of this workspace.
  Result<std::vector<claims::CheckedClaim>> check(std::span<claims::Claim const> claims,
                                                  Job const& job) const;
  /// Names of the rows behind a claim, in the order of the files; at most `limit`.
  Result<std::vector<std::string>> rows_where(std::string const& where, std::size_t limit) const;
  /// Everything that a report shows. Names stand as they are: masking persons is not done yet.
  struct ReportOptions {
    std::string title;
    std::string command;  ///< The command line that makes the page again.
    std::optional<Date> as_of;
    std::size_t findings_max = 50;
    std::size_t rows_max = 60;
  };
  Result<report::Input> report_input(std::span<claims::CheckedClaim const> claims,
                                     ReportOptions const& options) const;

 private:
  Workspace() = default;
  Status publish(Manifest manifest);
  Path folder_;
  Manifest manifest_;
};

// --- Without a workspace ----------------------------------------------------------------------

/// A list entry that a name may be, with what the listing means.
struct Match {
  lists::Entry const* entry = nullptr;
  double score = 0;
  bool match = false;
  std::string matched_name;
  std::vector<std::pair<std::string, std::string>> reasons;  ///< feature -> detail.
};
/// Entries of list files, ready to be searched.
class Screener {
 public:
  explicit Screener(std::vector<lists::Entry> entries, Job const& job);
  Screener(Screener&&) noexcept;
  ~Screener();
  std::vector<lists::Entry> const& entries() const;
  struct Query {
    std::string_view name;
    std::string_view country = {};
    std::string_view registration_no = {};
    std::string_view kind = {};
  };
  /// Best first; thread-safe.
  std::vector<Match> search(Query const& query, double score_min, std::size_t limit) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};
/// Reads one list file of any format and packing.
Result<lists::Reading> read_list_file(Path const& file, lists::ReadOptions const& options,
                                      Job const& job);
/// All entries in force of the workspace's lists.
Result<std::vector<lists::Entry>> listed_entries(Workspace const& workspace);

}  // namespace tw::engine
