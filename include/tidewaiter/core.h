/// core: the words every room speaks. Ids, results, dates, exact numbers, hashes, jobs.
/// Knows nothing of customs; holds no clock, no environment, no locale and no randomness.
#pragma once

#include <array>
#include <charconv>
#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <source_location>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tw {

// ---------------------------------------------------------------------------------------------
// Errors: a failed operation is a value, a defect of ours stops the program (STYLE 5).

/// Why an operation failed; decides the exit status and the HTTP status, never the wording.
enum class ErrorKind {
  not_found,    ///< A file, a list, a party that does not exist.
  bad_input,    ///< Bytes or text that cannot be read as what they should be.
  wrong_use,    ///< An option or request that makes no sense.
  io_failure,   ///< The machine failed us: disk full, no permission, network.
  interrupted,  ///< Ctrl-C or a stop request; nothing was published.
  conflict,     ///< Another process holds the workspace.
};

/// `message` says what and where; `advice` says what to do. Both are sentences in English.
struct Error {
  ErrorKind kind = ErrorKind::bad_input;
  std::string message;
  std::string advice;

  /// "message\nadvice", as printed after "tidewaiter: ".
  std::string text() const;
};

template <typename T>
using Result = std::expected<T, Error>;
using Status = Result<void>;

/// `return fail(ErrorKind::not_found, "imports.csv does not exist.", "Check the path.");`
std::unexpected<Error> fail(ErrorKind kind, std::string message, std::string advice = {});

#define TW_CAT_(a, b) a##b
#define TW_CAT(a, b) TW_CAT_(a, b)
/// `TW_TRY(auto const bytes, io::read_file(path));` binds the value or returns the error.
#define TW_TRY(declaration, ...) TW_TRY_(TW_CAT(tw_try_, __COUNTER__), declaration, __VA_ARGS__)
#define TW_TRY_(holder, declaration, ...)                         \
  auto holder = (__VA_ARGS__);                                    \
  if (!holder) return std::unexpected(std::move(holder).error()); \
  declaration = std::move(*holder)
/// The same for a Status.
#define TW_CHECK(...) TW_CHECK_(TW_CAT(tw_check_, __COUNTER__), __VA_ARGS__)
#define TW_CHECK_(holder, ...) \
  if (auto holder = (__VA_ARGS__); !holder) return std::unexpected(std::move(holder).error())

/// Stops the program when `condition` is false: a defect of ours, on in release builds too.
/// `what` states what must hold ("a delimiter differs from the quote").
[[noreturn]] void defect(char const* what, std::source_location where);
inline void ensure(bool condition, char const* what,
                   std::source_location where = std::source_location::current()) {
  if (!condition) [[unlikely]]
    defect(what, where);
}

// ---------------------------------------------------------------------------------------------
// Ids: indices, each kind its own type. `PartyId{3}.value == 3`.

template <typename Tag, typename Number = std::uint32_t>
struct Id {
  Number value = 0;
  auto operator<=>(Id const&) const = default;
};
/// (source number << 32) | row number within the source, both from 1; unique in a workspace.
using RowId = Id<struct RowTag, std::uint64_t>;
using PartyId = Id<struct PartyTag>;

// ---------------------------------------------------------------------------------------------
// Dates: proleptic Gregorian days, no time zone. Customs dates have none.

struct Date {
  std::int32_t days = 0;  ///< Days since 1970-01-01.

  auto operator<=>(Date const&) const = default;
  static std::optional<Date> from_ymd(int year, unsigned month, unsigned day);
  std::chrono::year_month_day ymd() const;
  /// "2022-12-31".
  std::string iso() const;
  /// Months since 0000-01: `year * 12 + month - 1`.
  int month_index() const;
};

/// Reads "2022-12-31" only; other forms belong to the `records` room.
std::optional<Date> parse_iso_date(std::string_view text);
/// "2022-12" of a month index.
std::string iso_month(int month_index);

// ---------------------------------------------------------------------------------------------
// Exact numbers: mass, money and quantity are integers of a fixed scale, never double.

using Int128 = __int128;

/// How a decimal text was read.
enum class DecimalRead { exact, rounded, overflow, malformed };

/// A decimal with `Scale` digits after the point in 64 bits; DuckDB's DECIMAL(18, Scale).
template <int Scale>
struct Decimal {
  static constexpr int kScale = Scale;
  static constexpr std::int64_t kOne = [] {
    std::int64_t one = 1;
    for (int i = 0; i < Scale; ++i) one *= 10;
    return one;
  }();

  std::int64_t units = 0;  ///< The value times 10^Scale.

  auto operator<=>(Decimal const&) const = default;
  static constexpr Decimal from_units(std::int64_t units) { return {units}; }
  static constexpr Decimal whole(std::int64_t value) { return {value * kOne}; }
  double approx() const { return static_cast<double>(units) / static_cast<double>(kOne); }
  /// "12.5", no trailing zeros, no exponent.
  std::string text() const;
};

using Mass = Decimal<6>;      ///< Kilograms to the milligram.
using Quantity = Decimal<6>;  ///< Counted or measured units.
using Money = Decimal<4>;     ///< In a currency that stands beside it.

/// Reads "-1234.5" (point as decimal sign, optional exponent as Excel writes it) into `units`
/// at `scale`, rounding half away from zero past the scale. O(length).
DecimalRead read_decimal(std::string_view text, int scale, std::int64_t& units);
/// Prints `units` at `scale` without trailing zeros; `units` may be a sum over many rows.
std::string decimal_text(Int128 units, int scale);
/// a * b / 10^scale, rounded half away from zero; nullopt past 18 digits.
std::optional<std::int64_t> multiply_units(std::int64_t a, std::int64_t b, int scale);

template <int Scale>
std::string Decimal<Scale>::text() const {
  return decimal_text(units, Scale);
}

// ---------------------------------------------------------------------------------------------
// Hashes.

/// XXH3, 64 bits: keys of tables in memory and on disk, not for evidence.
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);
/// 16 lower-case hex digits.
std::string hex(std::uint64_t value);

/// SHA-256, for evidence: sources, bundles, workspace keys.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  void update(std::string_view bytes);
  /// 64 lower-case hex digits; the object may not be used afterwards.
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};
std::string sha256_hex(std::string_view bytes);

// ---------------------------------------------------------------------------------------------
// Work: progress, stop, threads.

/// Where long work reports to. Called from one thread at a time; cheap to call often.
class Progress {
 public:
  virtual ~Progress() = default;
  /// `total` 0 when unknown; `unit` such as "rows", "bytes", "names".
  virtual void begin(std::string_view stage, std::uint64_t total, std::string_view unit) = 0;
  virtual void advance(std::uint64_t amount) = 0;
  virtual void end() = 0;
  /// A message for a person (a note, not data).
  virtual void note(std::string_view message) = 0;
};

/// What every long operation is given. Values only; copy freely.
struct Job {
  unsigned threads = 1;
  std::stop_token stop = {};
  Progress* progress = nullptr;  ///< May be null.

  void begin(std::string_view stage, std::uint64_t total, std::string_view unit) const;
  void advance(std::uint64_t amount) const;
  void end() const;
  void note(std::string_view message) const;
  /// An `interrupted` error once a stop was asked for.
  Status go_on() const;
};

/// Calls `work(begin, end)` over [0, count) in chunks of `chunk` on `threads` threads. Which thread
/// takes which chunk is left open, so `work` writes only to slots of its own; then the result does
/// not depend on `threads`. A `work` that throws is a defect.
void parallel_chunks(std::size_t count, std::size_t chunk, unsigned threads,
                     std::function<void(std::size_t begin, std::size_t end)> const& work);

}  // namespace tw

template <typename Tag, typename Number>
struct std::hash<tw::Id<Tag, Number>> {
  std::size_t operator()(tw::Id<Tag, Number> id) const noexcept {
    return std::hash<Number>{}(id.value);
  }
};
