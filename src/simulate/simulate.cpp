#include "tidewaiter/simulate.h"

#include <algorithm>
#include <fstream>

#include <fmt/core.h>

#include "tidewaiter/io.h"

#include "simulate/world.h"

namespace tw::simulate {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kPieceRows = 8192;
constexpr std::uint64_t kRowsMax = 80'000'000;  ///< Serial numbers of declarations stay unique.

/// A file in the making under a temporary name; it gets its name when all went well.
class Output {
 public:
  explicit Output(fs::path file) : file_(std::move(file)), part_(file_) {
    part_ += ".part";
    stream_.open(part_, std::ios::binary | std::ios::trunc);
  }
  Output(Output const&) = delete;
  Output& operator=(Output const&) = delete;
  ~Output() {
    std::error_code ignored;
    if (!done_) fs::remove(part_, ignored);
  }
  void write(std::string_view bytes) {
    stream_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  Status finish() {
    stream_.close();
    std::error_code error;
    if (stream_) fs::rename(part_, file_, error);
    if (!stream_ || error) {
      return fail(ErrorKind::io_failure, fmt::format("{} could not be written.", file_.string()),
                  "Check that the folder is writable and the disk has room.");
    }
    done_ = true;
    return {};
  }
  Status check() const {
    if (stream_) return {};
    return fail(ErrorKind::io_failure, fmt::format("{} could not be written.", part_.string()),
                "Check that the folder is writable and the disk has room.");
  }

 private:
  fs::path file_;
  fs::path part_;
  std::ofstream stream_;
  bool done_ = false;
};

void take_sums(Draft& draft, FileKind file, Piece const& piece) {
  auto& sum = draft.sums[static_cast<std::size_t>(file)];
  for (auto const& [index, record] : piece.planted) {
    // The header is line 1, and no cell holds a line end.
    draft.planted[index].line_no = 2 + sum.rows + record;
  }
  sum.rows += piece.sum.rows;
  sum.net_g += piece.sum.net_g;
  sum.gross_g += piece.sum.gross_g;
  sum.usd_cents += piece.sum.usd_cents;
  for (auto const& cell : piece.cells) {
    auto& total = draft.cells[cell.key];
    ++total.rows;
    total.net_g += cell.net_g;
    total.usd_cents += cell.usd_cents;
  }
}

/// Pieces are made side by side, a few at a time, and written in order.
Status write_records(Draft& draft, Layout const& layout, fs::path const& file, Job const& job) {
  Output output(file);
  output.write(layout.header);
  auto const rows = draft.ordinary_rows[static_cast<std::size_t>(layout.kind)];
  auto const threads = std::max(1U, job.threads);
  auto const pieces = std::max<std::uint64_t>(1, (rows + kPieceRows - 1) / kPieceRows);
  for (std::uint64_t first = 0; first < pieces; first += threads * 2U) {
    TW_CHECK(job.go_on());
    std::vector<Piece> batch(std::min<std::uint64_t>(threads * 2U, pieces - first));
    parallel_chunks(batch.size(), 1, threads, [&](std::size_t begin, std::size_t end) {
      for (auto i = begin; i < end; ++i) {
        auto const from = (first + i) * kPieceRows;
        batch[i] = write_piece(draft, layout.kind, from, std::min(from + kPieceRows, rows));
      }
    });
    for (auto const& piece : batch) {
      output.write(piece.bytes);
      take_sums(draft, layout.kind, piece);
      job.advance(piece.sum.rows);
    }
    TW_CHECK(output.check());
  }
  return output.finish();
}

Status write_text(fs::path const& file, std::string_view bytes) {
  Output output(file);
  output.write(bytes);
  return output.finish();
}

Status write_copy(Draft const& draft, fs::path const& file) {
  auto const& layout = layouts()[static_cast<std::size_t>(FileKind::en)];
  std::string bytes(layout.header);
  for (auto const& planted : draft.copied) layout.append(planted.line, draft.firms, bytes);
  return write_text(file, bytes);
}

Status make_folder(fs::path const& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error || !fs::is_directory(folder, error)) {
    return fail(ErrorKind::io_failure, fmt::format("{} cannot be made a folder.", folder.string()),
                "Give a path that does not exist yet, or an empty folder.");
  }
  return {};
}

}  // namespace

Draft::Draft(std::uint64_t world_seed, std::uint64_t rows)
    : seed(world_seed), firms(world_seed, rows) {
  ordinary_rows = {rows * 65 / 100, rows * 20 / 100, 0};
  ordinary_rows[2] = rows - ordinary_rows[0] - ordinary_rows[1];
  for (auto const& layout : layouts()) {
    calendars.emplace_back(layout.kind, ordinary_rows[static_cast<std::size_t>(layout.kind)]);
  }
}

std::span<std::string_view const> presets() {
  static constexpr std::string_view kPresets[] = {"article"};
  return kPresets;
}

Result<World> simulate(Options const& options, fs::path const& folder, Job const& job) {
  if (std::ranges::find(presets(), options.preset) == presets().end()) {
    return fail(ErrorKind::wrong_use, fmt::format("There is no preset \"{}\".", options.preset),
                "The presets are: article.");
  }
  if (options.rows > kRowsMax) {
    return fail(ErrorKind::wrong_use, fmt::format("{} rows are too many.", options.rows),
                fmt::format("Give at most {}.", kRowsMax));
  }
  TW_CHECK(make_folder(folder));
  TW_CHECK(job.go_on());
  Draft draft(options.seed, options.rows);
  Random random(mixed(options.seed, 0xA27));
  plant_article(draft, random);

  World world;
  job.begin("simulate", options.rows + draft.planted.size(), "rows");
  for (auto const& layout : layouts()) {
    world.records.push_back(folder / layout.file_name);
    TW_CHECK(write_records(draft, layout, world.records.back(), job));
    world.rows += draft.sums[static_cast<std::size_t>(layout.kind)].rows;
  }
  job.end();
  ensure(world.rows == options.rows + draft.planted.size(), "every row of the world was written");
  world.copies.push_back(folder / kCopyName);
  TW_CHECK(write_copy(draft, world.copies.back()));
  world.lists.push_back(folder / "watchlist.csv");
  TW_CHECK(write_text(world.lists.back(), watchlist_csv(draft)));
  auto const texts = article_claims(draft, options.preset, options.rows);
  world.claims = folder / "claims.json";
  TW_CHECK(write_text(world.claims, texts.claims_json));
  world.truth = folder / "truth.json";
  TW_CHECK(write_text(world.truth, texts.truth_json));
  return world;
}

}  // namespace tw::simulate
