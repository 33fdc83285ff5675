#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "tidewaiter/io.h"

#include "engine/entries.h"
#include "engine/lock.h"
#include "engine/manifest.h"

namespace tw::engine {
namespace {

namespace fs = std::filesystem;

/// A file on its way into the vault; taken back unless it is kept.
class Arrival {
 public:
  static Result<Arrival> take_in(Path const& folder, Path const& file, Job const& job) {
    Arrival arrival;
    Path const incoming = folder / "vault" / "incoming";
    TW_TRY(arrival.sha256_, io::copy_file_hashed(file, incoming, job));
    Path const place = vault_file(folder, arrival.sha256_);
    std::error_code error;
    if (fs::exists(place, error)) {
      fs::remove(incoming, error);
      return arrival;
    }
    fs::permissions(incoming,
                    fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read, error);
    if (fs::rename(incoming, place, error); error) {
      return fail(ErrorKind::io_failure, place.string() + " cannot be written: " + error.message());
    }
    arrival.added_ = place;
    return arrival;
  }
  Arrival(Arrival&& other) noexcept
      : sha256_(std::move(other.sha256_)), added_(std::exchange(other.added_, Path{})) {}
  Arrival& operator=(Arrival&& other) noexcept {
    std::swap(sha256_, other.sha256_);
    std::swap(added_, other.added_);
    return *this;
  }
  ~Arrival() {
    std::error_code ignored;
    if (!added_.empty()) fs::remove(added_, ignored);
  }
  std::string const& sha256() const { return sha256_; }
  void keep() { added_.clear(); }

 private:
  Arrival() = default;
  std::string sha256_;
  Path added_;  ///< The vault file if this arrival made it.
};

std::string source_key(Source const& source, AddOptions const& options) {
  std::string const text =
      fmt::format("{}|{}|{}|{}|{}|{}", TW_VERSION, source.number, source.file, source.sha256,
                  options.layout ? records::layout_toml(*options.layout) : "",
                  options.encoding ? text::encoding_name(*options.encoding) : "");
  return hex(hash64(text));
}

/// The place of the source in the manifest: the same file again keeps its number.
Source placed(Manifest const& manifest, std::string const& sha256, std::string const& file) {
  Source placed;
  placed.sha256 = sha256;
  placed.file = file;
  for (Source const& source : manifest.sources) {
    placed.number = std::max(placed.number, source.number);
  }
  ++placed.number;
  for (Source const& source : manifest.sources) {
    if (source.sha256 != sha256) continue;
    if (source.file == file) {
      placed.number = source.number;
      placed.copy_of = source.copy_of;
      return placed;
    }
    if (placed.copy_of == 0) placed.copy_of = source.copy_of ? source.copy_of : source.number;
  }
  return placed;
}

std::string list_key(ListVersion const& version, AddListOptions const& options) {
  return hex(
      hash64(fmt::format("{}|{}|{}|{}|{}", TW_VERSION, version.number, version.sha256, options.list,
                         options.published_on ? options.published_on->iso() : "")));
}

}  // namespace

Result<AddReport> Workspace::add(Path const& file, AddOptions const& options, Act const& act,
                                 Job const& job) {
  TW_TRY(auto const lock, Lock::take(folder_));
  TW_TRY(auto arrival, Arrival::take_in(folder_, file, job));
  AddReport report;
  Source& source = report.source;
  source = placed(manifest_, arrival.sha256(), file.filename().string());
  source.key = source_key(source, options);
  for (Source const& known : manifest_.sources) {
    if (known.number == source.number && known.key == source.key) {
      report.source = known;
      report.already_there = true;
      return report;
    }
  }
  TW_TRY(source.report, records::import_file(vault_file(folder_, source.sha256),
                                             table_file(folder_, "shipments", source.key),
                                             table_file(folder_, "rejects", source.key),
                                             {.source_no = source.number,
                                              .source_id = source.sha256,
                                              .source_file = source.file,
                                              .layout = options.layout,
                                              .encoding = options.encoding},
                                             job));
  ensure(source.report.rows_in == source.report.rows_kept + source.report.rows_rejected,
         "every row that came in is kept or rejected");
  if (source.copy_of != 0) {
    source.report.notes.push_back(
        fmt::format("the same bytes as an earlier file: its {} rows are kept as duplicates and "
                    "left out of sums",
                    source.report.rows_kept));
  }
  TW_CHECK(append_audit(folder_, act, "add",
                        {{"file", source.file},
                         {"sha256", source.sha256},
                         {"layout", source.report.layout},
                         {"rows_in", std::to_string(source.report.rows_in)},
                         {"rows_rejected", std::to_string(source.report.rows_rejected)}}));
  Manifest next = manifest_;
  std::erase_if(next.sources, [&](Source const& s) { return s.number == source.number; });
  next.sources.push_back(source);
  std::ranges::sort(next.sources, {}, &Source::number);
  TW_CHECK(publish(std::move(next)));
  arrival.keep();
  return report;
}

Result<AddListReport> Workspace::add_list(Path const& file, AddListOptions const& options,
                                          Act const& act, Job const& job) {
  TW_TRY(auto const lock, Lock::take(folder_));
  TW_TRY(auto arrival, Arrival::take_in(folder_, file, job));
  AddListReport report;
  ListVersion& version = report.version;
  version.sha256 = arrival.sha256();
  version.file = file.filename().string();
  for (ListVersion const& known : manifest_.lists) {
    if (known.sha256 == version.sha256 && list_key(known, options) == known.key) {
      report.version = known;
      report.already_there = true;
      return report;
    }
    version.number = std::max(version.number, known.number);
  }
  ++version.number;
  version.key = list_key(version, options);
  TW_TRY(auto reading,
         read_list_file(vault_file(folder_, version.sha256),
                        {.list = options.list, .published_on = options.published_on}, job));
  version.format = reading.format;
  version.records = reading.records;
  version.repeated = reading.repeated;
  version.joined = reading.joined;
  version.rejected = reading.rejected.size();
  ensure(version.records + version.repeated ==
             reading.entries.size() + version.rejected + version.joined,
         "every record of a list is an entry, joined to one, or rejected");
  version.published_on = reading.published_on ? reading.published_on : options.published_on;
  std::map<std::string, std::uint64_t> counts;
  for (lists::Entry const& entry : reading.entries) ++counts[entry.list];
  version.entries.assign(counts.begin(), counts.end());
  TW_CHECK(
      table::write_parquet(table_file(folder_, "list", version.key), entry_rows(reading.entries)));
  TW_CHECK(append_audit(folder_, act, "lists add",
                        {{"file", version.file},
                         {"sha256", version.sha256},
                         {"format", version.format},
                         {"entries", std::to_string(reading.entries.size())}}));
  Manifest next = manifest_;
  next.lists.push_back(version);
  TW_CHECK(publish(std::move(next)));
  arrival.keep();
  report.rejected = std::move(reading.rejected);
  report.unread_fields = std::move(reading.unread_fields);
  report.notes = std::move(reading.notes);
  return report;
}

}  // namespace tw::engine
