/// Invented firms: their names in several scripts and spellings, numbers and addresses.
#pragma once

#include <atomic>
#include <unordered_set>

#include "simulate/random.h"
#include "simulate/tables.h"

namespace tw::simulate {

/// One way in which files write a firm, and how often in each file.
struct Spelling {
  std::string text;
  std::array<std::uint8_t, kFileKinds> weight{};
};
struct Firm {
  CountryNo country = 0;
  std::string id;               ///< In the truth file: "p17", or the name of a stand-in.
  std::string registration_no;  ///< INN, VKN or "".
  std::vector<Spelling> spellings;
  std::array<std::uint16_t, kFileKinds> weight_sum{};
  std::array<std::string, kFileKinds> address;
  std::size_t first_spelling = 0;  ///< Number of spellings[0] among all spellings.
};
using FirmNo = std::uint32_t;

/// A firm as a row names it.
struct Mention {
  FirmNo firm = 0;
  std::uint8_t spelling = 0;
  bool given = false;  ///< False: the cell is empty.
};

/// Check digits as the tax offices define them.
std::string inn_of(std::uint64_t random);
std::string vkn_of(std::uint64_t random);
bool is_valid_inn(std::string_view inn);
bool is_valid_vkn(std::string_view vkn);

/// All firms of a world. Built once, then only read (but for the marks of what was written).
class Firms {
 public:
  Firms(std::uint64_t seed, std::uint64_t rows);

  std::vector<Firm> const& all() const { return firms_; }
  Firm const& operator[](FirmNo no) const { return firms_[no]; }
  /// Firms of a country that ordinary rows use.
  std::span<FirmNo const> of(CountryNo country) const { return of_country_[country]; }
  double log_count(CountryNo country) const { return log_counts_[country]; }
  /// Adds a firm that only planted rows use.
  FirmNo add(Firm firm);
  /// The same, with an invented address and tax number.
  FirmNo add_seated(Firm firm, Random& random);
  /// A firm like the ordinary ones, without rows of its own.
  FirmNo add_invented(CountryNo country, Random& random);
  void finish();

  Mention mention(FirmNo no, FileKind file, Random& random) const;
  std::string_view text(Mention mention) const;
  void mark_written(Mention mention) const;
  /// Made by `add_invented`, not of the cast.
  bool is_invented(FirmNo no) const { return firms_[no].id == "p" + std::to_string(no); }
  bool was_written(FirmNo no, std::size_t spelling) const;

 private:
  void seat(Firm& firm, Random& random);
  std::vector<Firm> firms_;
  std::vector<std::vector<FirmNo>> of_country_;
  std::vector<double> log_counts_;
  std::unordered_set<std::string> taken_names_;
  mutable std::unique_ptr<std::atomic<bool>[]> written_;
  std::size_t spellings_ = 0;
};

/// A name in several spellings for a country; `key` tells two names apart.
struct InventedName {
  std::string key;
  std::vector<Spelling> spellings;
};
InventedName invented_name(std::string_view country, Random& random);

}  // namespace tw::simulate
