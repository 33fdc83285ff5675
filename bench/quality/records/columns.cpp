// Columns mapped rightly by guess_layout on real provider files, against a truth written by hand:
//   quality_records TRUTH.csv FOLDER_OF_FILES
// A column with a place is right when its field is one of the truth's; "-" among them allows to
// leave the column out, and such columns do not count.
#include <algorithm>
#include <cstdlib>
#include <map>

#include <fmt/core.h>

#include "tidewaiter/io.h"
#include "tidewaiter/records.h"

namespace {

using Fields = std::vector<std::string>;

Fields alternatives(std::string_view text) {
  Fields out;
  while (!text.empty()) {
    auto const end = std::min(text.find('|'), text.size());
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::map<std::string, std::vector<Fields>> read_truth(std::string_view bytes) {
  std::map<std::string, std::vector<Fields>> truth;
  tw::io::CsvReader reader(bytes, {});
  tw::io::CsvRecord record;
  reader.next(record);
  while (reader.next(record)) {
    truth[std::string{record.cells[0]}].push_back(alternatives(record.cells[3]));
  }
  return truth;
}

struct Score {
  int placed = 0, right = 0, homeless = 0, homeless_right = 0;
};

void judge(std::string const& file, std::vector<Fields> const& truth,
           tw::records::LayoutGuess const& guess, Score& score) {
  for (std::size_t i = 0; i < truth.size() && i < guess.columns.size(); ++i) {
    auto const& column = guess.columns[i];
    auto const got = column.field.value_or("-");
    auto const known = [&](std::string_view f) {
      return std::ranges::find(truth[i], f) != truth[i].end();
    };
    bool const right = truth[i].empty() ? got == "-" : known(got);
    bool const optional = known("-");
    if (truth[i].empty()) {
      score.homeless += 1;
      score.homeless_right += right ? 1 : 0;
    } else if (!optional) {
      score.placed += 1;
      score.right += right ? 1 : 0;
    }
    if (!right) {
      fmt::print("{} {} \"{}\": {} ({:.2f}), truth {}\n", file, i + 1, column.header, got,
                 column.confidence, truth[i].empty() ? "-" : truth[i].front());
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "quality_records TRUTH.csv FOLDER\n");
    return 2;
  }
  auto const bytes = tw::io::read_file(argv[1]);
  if (!bytes) {
    fmt::print(stderr, "{}\n", bytes.error().text());
    return 1;
  }
  Score score;
  for (auto const& [file, truth] : read_truth(*bytes)) {
    auto const content = tw::io::read_file(std::filesystem::path{argv[2]} / file);
    if (!content) continue;
    auto const guess = tw::records::guess_layout(*content, file);
    if (!guess) {
      fmt::print("{}: {}\n", file, guess.error().text());
      continue;
    }
    judge(file, truth, *guess, score);
  }
  fmt::print("columns with a place: {} of {} right ({:.1f} %)\n", score.right, score.placed,
             100.0 * score.right / std::max(1, score.placed));
  fmt::print("columns without a place: {} of {} left out ({:.1f} %)\n", score.homeless_right,
             score.homeless, 100.0 * score.homeless_right / std::max(1, score.homeless));
  return 0;
}
