/// Claims as SQL conditions over `shipments`. All texts of users pass through table::sql_text.
#pragma once

#include <map>

#include "claims/scene.h"

namespace tw::claims {

enum class DateBy : std::uint8_t { first_known, registered, arrived };
enum class CountBy : std::uint8_t { declarations, items, bills_of_lading, consignments };
enum class NationBy : std::uint8_t { origin, dispatch, consignor };
enum class ViaBy : std::uint8_t { dispatch, trading, either };
enum class Side : std::uint8_t { as_said, imports, exports };

/// The choices that make one reading.
struct Choices {
  DateBy date = DateBy::first_known;
  CountBy count = CountBy::declarations;
  NationBy nation = NationBy::origin;
  ViaBy via = ViaBy::dispatch;
  Side side = Side::as_said;
  bool each_once = true;  ///< A declaration that stands in two files counts in the fuller one.
  std::string mass;       ///< Replaces the measured column: "gross_mass_kg" for "net_mass_kg".
  std::string source_id;  ///< Only this source.
  bool operator==(Choices const&) const = default;
};

/// Finds party numbers once for each filter.
class PartyNumbers {
 public:
  explicit PartyNumbers(CheckContext const& context) : context_(context) {}
  std::vector<std::uint32_t> const& of(PartyFilter const& filter);
  /// Names for which nobody was found.
  std::vector<std::string> const& unknown() const { return unknown_; }

 private:
  CheckContext const& context_;
  std::map<std::string, std::vector<std::uint32_t>> found_;
  std::vector<std::string> unknown_;
};

class Where {
 public:
  Where(Scene const& scene, PartyNumbers& parties) : scene_(scene), parties_(parties) {}

  /// The whole condition of a filter and period under the choices.
  std::string of(Filter const& filter, std::optional<Period> const& period,
                 Choices const& choices) const;
  /// Effective rows of the reporter, flow and period only: what the filter chooses from.
  std::string frame(Filter const& filter, std::optional<Period> const& period,
                    Choices const& choices) const;
  /// Columns of `shipments` that the filter needs under the choices, sorted.
  std::vector<std::string> columns(Filter const& filter, Choices const& choices) const;
  /// The date that decides the month; "" when there is no date column.
  std::string date(DateBy by) const;

 private:
  std::vector<std::string> terms(Filter const& filter, Choices const& choices) const;
  std::string column_term(ColumnFilter const& filter) const;
  std::string party_term(std::string const& role, PartyFilter const& party) const;
  std::string first_source_only(std::string const& condition) const;
  Scene const& scene_;
  PartyNumbers& parties_;
};

std::string one_of(std::string const& column, std::vector<std::string> const& values);

}  // namespace tw::claims
