/// How often guess_encoding is right, by length of the sample: every distinct cell with letters
/// outside ASCII in the CSV files under TW_SHARED_DATA, encoded as a file of its script would be.
#include <array>
#include <cstdlib>
#include <map>
#include <set>

#include <fmt/core.h>

#include "tidewaiter/io.h"

namespace {

using namespace tw;
using text::Encoding;

constexpr std::array<std::size_t, 5> kLengths = {4, 8, 16, 32, 64};

struct Score {
  std::array<std::size_t, kLengths.size() + 1> right{}, all{};
};

std::size_t bin_of(std::size_t length) {
  std::size_t bin = 0;
  while (bin < kLengths.size() && length > kLengths[bin]) ++bin;
  return bin;
}

bool is_turkish(std::string_view utf8) {
  for (std::string_view const letter : {"ğ", "ı", "ş", "Ğ", "İ", "Ş"}) {
    if (utf8.contains(letter)) return true;
  }
  return false;
}

/// The old encodings in which this text would be met.
std::vector<Encoding> encodings_of(std::string_view utf8) {
  switch (text::main_script(utf8)) {
    case text::Script::cyrillic: return {Encoding::windows_1251, Encoding::koi8_r};
    case text::Script::latin:
      return {is_turkish(utf8) ? Encoding::windows_1254 : Encoding::windows_1252};
    case text::Script::arabic: return {Encoding::windows_1256};
    case text::Script::kana: return {Encoding::shift_jis};
    case text::Script::han: return {Encoding::gb18030, Encoding::big5};
    default: return {};
  }
}

void collect(io::Path const& path, std::set<std::string>& cells) {
  auto const source = io::SourceBytes::open(path);
  if (!source || !text::is_valid_utf8(source->bytes())) return;
  io::CsvReader reader(source->bytes(), io::detect_dialect(source->bytes()));
  io::CsvRecord record;
  while (reader.next(record)) {
    for (auto const cell : record.cells) {
      bool const is_ascii = text::guess_encoding(cell).confidence == 1;
      if (is_ascii || cell.size() >= 400) continue;
      // Thousands of cells differ in their numbers only.
      std::string words(cell);
      for (char& c : words) c = c >= '0' && c <= '9' ? '0' : c;
      cells.insert(std::move(words));
    }
  }
}

void print(std::map<Encoding, Score> const& scores) {
  fmt::print("{:13} {:>12} {:>12} {:>12} {:>12} {:>12} {:>12}\n", "bytes", "1-4", "5-8", "9-16",
             "17-32", "33-64", "65-");
  for (auto const& [encoding, score] : scores) {
    fmt::print("{:13}", text::encoding_name(encoding));
    for (std::size_t bin = 0; bin < score.all.size(); ++bin) {
      auto const share = score.all[bin] == 0 ? 0.0
                                             : static_cast<double>(score.right[bin]) /
                                                   static_cast<double>(score.all[bin]);
      fmt::print(" {:5.1f}%/{:5}", 100 * share, score.all[bin]);
    }
    fmt::print("\n");
  }
}

}  // namespace

int main(int argc, char** argv) {
  auto const* const folder = argc > 1 ? argv[1] : std::getenv("TW_SHARED_DATA");
  if (folder == nullptr) {
    fmt::print("skipped: set TW_SHARED_DATA to the folder of real files\n");
    return 0;
  }
  std::set<std::string> cells;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
    auto const name = entry.path().filename().string();
    bool const is_csv = name.ends_with(".csv") || name.ends_with(".csv.gz");
    if (is_csv) collect(entry.path(), cells);
  }
  std::map<Encoding, Score> scores;
  std::map<int, std::pair<std::size_t, std::size_t>> calibration;
  for (auto const& cell : cells) {
    for (auto const encoding : encodings_of(cell)) {
      auto const bytes = text::from_utf8(cell, encoding);
      if (!bytes) continue;
      auto const guess = text::guess_encoding(*bytes);
      bool const is_right =
          guess.encoding == encoding || text::to_utf8(*bytes, guess.encoding) == cell;
      auto const bin = bin_of(bytes->size());
      ++scores[encoding].all[bin];
      scores[encoding].right[bin] += is_right ? 1 : 0;
      auto& [right, all] = calibration[static_cast<int>(guess.confidence * 10)];
      right += is_right ? 1 : 0;
      ++all;
      if (!is_right && std::getenv("TW_SHOW_MISTAKES") != nullptr) {
        fmt::print("{} as {} {:.2f}: {}\n", text::encoding_name(encoding),
                   text::encoding_name(guess.encoding), guess.confidence, cell);
      }
    }
  }
  print(scores);
  for (auto const& [tenth, counts] : calibration) {
    fmt::print("confidence {:.1f}: {:.3f} right of {}\n", tenth / 10.0,
               static_cast<double>(counts.first) / static_cast<double>(counts.second),
               counts.second);
  }
  return 0;
}
