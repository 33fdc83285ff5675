/// Clusters of nodes with the registration numbers they hold.
#pragma once

#include <string>
#include <vector>

#include "parties/nodes.h"

namespace tw::parties {

class Clusters {
 public:
  explicit Clusters(std::vector<Node> const& nodes);

  std::uint32_t of(std::uint32_t node) const;
  bool is_numbered(std::uint32_t cluster) const { return !numbers_[cluster].empty(); }
  /// Two right numbers of one kind differ.
  bool numbers_conflict(std::uint32_t a, std::uint32_t b) const;
  /// Whether names of the one contradict names of the other.
  bool names_conflict(std::uint32_t a, std::uint32_t b) const;
  /// `reason` and `confidence` are kept for the nodes that join by this step.
  void merge(std::uint32_t a, std::uint32_t b, double confidence, std::string const& reason);

  std::vector<std::uint32_t> const& members(std::uint32_t cluster) const {
    return members_[cluster];
  }
  double confidence(std::uint32_t node) const { return confidences_[node]; }
  std::string const& reason(std::uint32_t node) const { return reasons_[node]; }

 private:
  void explain(std::uint32_t node, double confidence, std::string const& reason);

  std::vector<Node> const& nodes_;
  std::vector<std::uint32_t> cluster_of_;
  std::vector<std::vector<std::uint32_t>> members_;  // Empty once merged away.
  std::vector<std::vector<names::Identifier>> numbers_;
  std::vector<double> confidences_;
  std::vector<std::string> reasons_;
};

}  // namespace tw::parties
