// What a finding is made of, between the tables it is read from and the words it is written in.
// Private to the risk room.
#pragma once

#include <map>

#include "risk/rows.h"

namespace tw::risk {

/// A flag that fires on rows of a finding.
struct FiredFlag {
  std::string id;
  double strength = 0;  ///< The greatest of the rows.
  std::int64_t rows = 0;
  std::string detail;  ///< Of the row with the greatest strength.
};
/// The sensitive rows of one class in a finding.
struct ClassPart {
  std::string goods_class;
  double probability = 0;  ///< Mean over the rows.
  std::int64_t rows = 0;
};
/// All that the tables say of one subject.
struct Case {
  std::string key;   ///< Of its rows in `risk_scope`.
  std::string name;  ///< What it is about, without numbers of this run: the id follows from it.
  std::string kind;  ///< listed_party, hidden_goods, sensitive_goods, scale_slip.
  std::optional<std::int64_t> party_id;
  std::string party;   ///< Canonical name of the listed party or the consignee.
  std::string role;    ///< Of the listed party.
  std::string sender;  ///< Most frequent consignor.
  std::int64_t senders = 0;
  std::string origin, dispatch, destination;  ///< Distinct codes joined by |.
  std::string declared_hs6;
  std::string alternative;                 ///< "return" when all rows look like one.
  std::int64_t alternative_elsewhere = 0;  ///< Like rows set aside as returns and the like.
  std::optional<Date> first_on, last_on;
  std::int64_t shipments = 0;
  std::int64_t rows = 0;
  std::int64_t mirror_rows = 0;     ///< Rows of other customs offices that tell of the same goods.
  std::optional<Int128> net_mass;   ///< Units of Mass.
  std::optional<Int128> value_usd;  ///< Units of Money.
  double listing = 0;               ///< Share of the listing weight, 0 to 1.
  std::string lists;                ///< "us_sdn|uk".
  std::string entity_ids;
  std::string files;  ///< Source files, joined by |.
  std::string example_rows;
  std::vector<ClassPart> classes;
  std::vector<FiredFlag> flags;
  std::string slip;  ///< Of a scale slip: the figures in words.
  double slip_points = 0;
};

/// A named part of a score in thousandths of a point, so that the sum is exact.
struct Term {
  std::string name;
  std::int64_t thousandths = 0;
};
std::vector<Term> terms_of(Case const& c);
std::int64_t score_of(std::span<Term const> terms);
/// The score without the magnitude: what has to reach `evidence_min`.
std::int64_t evidence_of(std::span<Term const> terms);
/// {"goods":2.8,"listing":3}
std::string terms_json(std::span<Term const> terms);
/// The sensitive class that weighs most, or "ordinary".
std::string leading_class(Case const& c);

std::string subject_of(Case const& c);
/// What the flags found, the listing first.
std::string reasons_of(Case const& c);
std::string alternatives_of(Case const& c);
/// `untested`: flags that the files of the case could not answer, with what is missing.
std::string unknown_of(Case const& c, std::span<std::string const> untested);

/// Months of a file in which a class has a unit value a power of ten off. Makes the table
/// `risk_slips` (source_no, month, goods_class, origin) and gives the cases.
Result<std::vector<Case>> find_slips(table::Database& database);
/// Makes the table `risk_scope` (row_id, key, entity, role, party_id, side, slipped): the rows of
/// each other case.
Status make_scope(table::Database& database);
Result<std::vector<Case>> read_cases(table::Database const& database);

}  // namespace tw::risk
