/// Quality of name comparison on Russian firms that share a tax number, Latin and Cyrillic.
///
///   quality_names DATA_FOLDER [dev|heldout] [mistakes]
///
/// Positives: pairs of names with one tax number. Negatives: names of different tax numbers, all
/// crossed. The file is split by a bit of SHA-1 of the tax number; weights are set on `dev` only.
/// Ends with the recall of the index over a list of some 34,000 names.

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include <fmt/core.h>
#include <openssl/sha.h>

#include "tidewaiter/names.h"

#include "csv.h"
#include "floors.h"
#include "listed_names.h"

namespace {

using tw::names::Name;

bool is_dev(std::string const& inn) {
  unsigned char digest[SHA_DIGEST_LENGTH];
  SHA1(reinterpret_cast<unsigned char const*>(inn.data()), inn.size(), digest);
  return (digest[1] & 1U) == 0;
}

struct Firm {
  std::vector<std::string> spellings;
  std::vector<Name> names;
  std::vector<std::string> latin;
};

struct Score {
  std::size_t positives = 0, found = 0, negatives = 0, wrong = 0;
  void print(std::string_view label) const {
    double const recall = double(found) / double(std::max<std::size_t>(positives, 1));
    double const precision = double(found) / double(std::max<std::size_t>(found + wrong, 1));
    fmt::print("{:<28} recall {:.3f} ({}/{})  false {:.3f} per 1000 ({}/{})  precision {:.3f}\n",
               label, recall, found, positives,
               1000.0 * double(wrong) / double(std::max<std::size_t>(negatives, 1)), wrong,
               negatives, precision);
  }
};

template <typename Judge>
Score judge(std::map<std::string, Firm> const& firms,
            std::vector<std::array<std::string, 3>> const& pairs, Judge const& matches) {
  Score score;
  auto at = [&](std::string const& inn, std::string const& spelling) {
    auto const& firm = firms.at(inn);
    auto const place = std::find(firm.spellings.begin(), firm.spellings.end(), spelling);
    return static_cast<std::size_t>(place - firm.spellings.begin());
  };
  for (auto const& [inn, a, b] : pairs) {
    auto const& firm = firms.at(inn);
    ++score.positives;
    score.found += matches(firm, at(inn, a), firm, at(inn, b), true) ? 1U : 0U;
  }
  for (auto x = firms.begin(); x != firms.end(); ++x) {
    for (auto y = std::next(x); y != firms.end(); ++y) {
      for (std::size_t i = 0; i < x->second.names.size(); ++i) {
        for (std::size_t j = 0; j < y->second.names.size(); ++j) {
          ++score.negatives;
          score.wrong += matches(x->second, i, y->second, j, false) ? 1U : 0U;
        }
      }
    }
  }
  return score;
}

}  // namespace

int main(int argc, char** argv) {
  std::string const data = argc > 1 ? argv[1] : "../shared/data";
  std::string const part = argc > 2 ? argv[2] : "dev";
  bool const mistakes = argc > 3;
  auto const rows = tw::bench::csv_rows(
      tw::bench::file_text(data + "/name_matching/ru_companies_same_tax_id_dev.csv"));
  if (rows.size() < 2) {
    fmt::print("No pairs in {}: nothing measured.\n", data);
    return 0;
  }
  std::map<std::string, Firm> firms;
  std::vector<std::array<std::string, 3>> pairs;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto const& row = rows[i];
    if (row.size() < 5 || is_dev(row[0]) != (part == "dev")) continue;
    pairs.push_back({row[0], row[2], row[4]});
    for (auto const& spelling : {row[2], row[4]}) {
      auto& all = firms[row[0]].spellings;
      if (std::find(all.begin(), all.end(), spelling) == all.end()) all.push_back(spelling);
    }
  }
  for (auto& [inn, firm] : firms) {
    for (auto const& spelling : firm.spellings) {
      firm.names.push_back(tw::names::analyse(spelling));
      firm.latin.push_back(tw::text::latinised(spelling));
    }
  }
  fmt::print("Russian firms, {} part: {} firms, {} pairs\n", part, firms.size(), pairs.size());
  judge(firms, pairs, [](Firm const& x, std::size_t i, Firm const& y, std::size_t j, bool) {
    return tw::bench::levenshtein_similarity(x.latin[i], y.latin[j]) >= 0.7;
  }).print("Levenshtein >= 0.7");
  judge(firms, pairs, [](Firm const& x, std::size_t i, Firm const& y, std::size_t j, bool) {
    return tw::bench::token_set_similarity(x.latin[i], y.latin[j]) >= 0.5;
  }).print("shared words >= 0.5");
  judge(firms, pairs, [&](Firm const& x, std::size_t i, Firm const& y, std::size_t j, bool same) {
    auto const comparison = tw::names::compare(x.names[i], y.names[j]);
    if (mistakes && comparison.match != same) {
      fmt::print("{} {:.3f} {} ## {}\n", same ? "MISSED" : "WRONG", comparison.score,
                 x.spellings[i], y.spellings[j]);
    }
    return comparison.match;
  }).print("names::compare");
  tw::bench::measure_index_recall(data, 199);
  return 0;
}
