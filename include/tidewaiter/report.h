/// report: what a person reads: a self-contained HTML page with figures, charts, a route map and
/// the rows behind them. Computes nothing that could not be recomputed from its input.
#pragma once

#include "tidewaiter/core.h"

namespace tw::report {

/// One sentence with its verdict, as the `claims` room found it.
struct ClaimLine {
  std::string id;
  std::string text;
  std::string verdict;      ///< "SUPPORTED"...
  std::string value;        ///< With its unit: "12.4 t".
  std::string explanation;  ///< Why this verdict, why this reading.
  struct Reading {
    std::string name;
    std::string value;
    bool supports = false;
    std::uint64_t rows = 0;
  };
  std::vector<Reading> readings;
  std::string plausibility;
  std::string coverage;
  std::vector<std::string> rows;  ///< "file.csv:17", at most a page of them.
  std::uint64_t rows_count = 0;
};
/// One finding of the `risk` room.
struct FindingLine {
  std::string id;
  std::string subject;  ///< Party or flow in words.
  std::string goods_class;
  std::string route;   ///< "CN → TR → RU".
  std::string period;  ///< "2022-06 to 2022-12".
  std::uint64_t shipments = 0;
  std::string net_mass_kg;
  std::string value_usd;
  double score = 0;
  std::vector<std::pair<std::string, double>> terms;  ///< Names and parts of the score.
  std::vector<std::string> flags;
  std::vector<std::string> law;  ///< Effect sentences.
  std::string alternatives;      ///< Innocent explanations that were tested or are open.
  std::string unknown;           ///< What is missing, and the document that would decide.
  std::vector<std::string> rows;
};
/// A month of one goods class.
struct MonthPoint {
  std::string month;   ///< "2022-12".
  std::string series;  ///< Goods class or route.
  double net_mass_t = 0;
  double value_usd = 0;
  std::uint64_t rows = 0;
};
/// Goods from a country, sent on from another, to a third.
struct Route {
  std::string origin;  ///< ISO2.
  std::string dispatch;
  std::string destination;
  double net_mass_t = 0;
  double value_usd = 0;
  std::uint64_t rows = 0;
};
/// A cited row with its original bytes.
struct RowLine {
  std::string row;     ///< "file.csv:17".
  std::string sha256;  ///< Of the source.
  std::uint64_t byte_begin = 0;
  std::uint64_t byte_end = 0;
  std::vector<std::pair<std::string, std::string>> cells;
  std::string original;
};
struct SourceLine {
  std::string file;
  std::string sha256;
  std::uint64_t rows_in = 0;
  std::uint64_t rows_kept = 0;
  std::uint64_t rows_rejected = 0;
  std::string period;
  std::string layout;
};
struct Input {
  std::string title;
  std::string subtitle;
  std::optional<Date> as_of;
  std::vector<ClaimLine> claims;
  std::vector<FindingLine> findings;
  std::vector<MonthPoint> months;
  std::vector<Route> routes;
  std::vector<RowLine> rows;
  std::vector<SourceLine> sources;
  std::vector<SourceLine> lists;
  std::vector<std::string> coverage_notes;
  std::string command;  ///< The command line that makes this page again.
  std::string program;  ///< "Tidewaiter 0.1.0, DuckDB 1.5.6".
};

/// One HTML page without any outside reference; prints well; light and dark. Natural persons are
/// the caller's to mask.
std::string html(Input const& input);
/// The findings and claims as plain text tables for a terminal of `columns` columns.
std::string findings_text(Input const& input, std::size_t columns);
std::string claims_text(Input const& input, std::size_t columns);

}  // namespace tw::report
