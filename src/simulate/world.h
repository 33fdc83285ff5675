/// A world in the making: who trades, when, and which planted rows stand among the ordinary ones.
#pragma once

#include <map>

#include "simulate/line.h"

namespace tw::simulate {

/// A row with a meaning, and what is true of it.
struct Planted {
  Line line;
  std::string fact;  ///< "rifles", "decoy_return"... groups of article.cpp.
  std::string goods_class;
  bool sensitive = false;
  bool misdeclared = false;
  bool decoy = false;
  std::uint64_t before = 0;   ///< The ordinary row of its file before which it stands.
  std::uint64_t line_no = 0;  ///< Physical line, known once written.
};

/// Which day an ordinary row of a file has: months with seasons, days in order.
class Calendar {
 public:
  static constexpr int kFirstMonth = 2021 * 12 + 5;  ///< 2021-06
  static constexpr int kLastMonth = 2023 * 12 + 1;   ///< 2023-02
  static constexpr int kMonths = kLastMonth - kFirstMonth + 1;

  Calendar(FileKind file, std::uint64_t rows);
  Date date_of(std::uint64_t row) const;
  /// The first row on or after the day.
  std::uint64_t row_of(Date date) const;

 private:
  std::array<std::uint64_t, kMonths + 1> first_row_{};
};

struct ExtraEntry {
  std::string entity_id, list, name, kind, aliases, country, ids, address, programmes, listed_on,
      delisted_on, remarks;
};

/// Sums of the ordinary rows of one file, month, HS6 and origin.
struct CellKey {
  FileKind file = FileKind::ru;
  int month = 0;
  std::uint16_t kind = 0;
  CountryNo origin = 0;
  auto operator<=>(CellKey const&) const = default;
};
struct CellSum {
  std::uint64_t rows = 0;
  std::int64_t net_g = 0;
  std::int64_t usd_cents = 0;
};
struct FileSum {
  std::uint64_t rows = 0;
  Int128 net_g = 0, gross_g = 0, usd_cents = 0;
};

struct Draft {
  std::uint64_t seed = 1;
  std::array<std::uint64_t, kFileKinds> ordinary_rows{};
  Firms firms;
  std::vector<Calendar> calendars;
  std::vector<Planted> planted;  ///< Of the record files.
  std::vector<Planted> copied;   ///< Of the mis-scaled copy.
  std::vector<ExtraEntry> watchlist;
  std::map<FirmNo, std::vector<std::string>> listed;  ///< Firm that trades -> its list entries.
  std::map<CellKey, CellSum> cells;
  std::array<FileSum, kFileKinds> sums{};

  Draft(std::uint64_t world_seed, std::uint64_t rows);
};

/// A piece of a file: ordinary rows [begin, end) with the planted rows that stand among them.
struct Piece {
  struct Cell {
    CellKey key;
    std::int64_t net_g, usd_cents;
  };
  std::string bytes;
  std::vector<Cell> cells;
  std::vector<std::pair<std::uint32_t, std::uint64_t>> planted;  ///< Index, record in the piece.
  FileSum sum;
};
Piece write_piece(Draft const& draft, FileKind file, std::uint64_t begin, std::uint64_t end);

/// "10131010/150622/3123456" and the like; one number per index and file.
std::string declaration_no(FileKind file, std::string_view post, Date on, std::uint64_t index);
/// Customs posts of a file.
std::span<std::string_view const> posts(FileKind file);
/// "XB-4071": a model number that means nothing.
std::string model_no(Random& random);
/// Gross mass and packages from the net mass.
void pack(Line& line, Random& random);

/// The mis-scaled copy of the English form.
constexpr std::string_view kCopyName = "commercial_en_2022_copy.csv";

/// Plants the facts of the article, their decoys and the watch list.
void plant_article(Draft& draft, Random& random);
std::string watchlist_csv(Draft const& draft);
/// Where each planted row stands, once `line_no` is known: "ru_imports_2022.csv:812".
std::string place(Planted const& planted);
/// The article's sentences with filters, and the truth about them and about the rows.
struct ClaimTexts {
  std::string claims_json;
  std::string truth_json;
};
ClaimTexts article_claims(Draft const& draft, std::string_view preset, std::uint64_t rows);

}  // namespace tw::simulate
