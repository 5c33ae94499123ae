// A group of persons and one target: how many stand where, and never who.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "analysis/gap.hpp"

namespace activateur {

// Counts of which some are not said. With a threshold t above 0, no count from 1 to t - 1 is said, and always so many
// others are left out that neither one count nor fewer than t persons together follow from the total.
template <std::size_t n>
using said_counts = std::array<std::optional<std::size_t>, n>;

struct group_requirement {
  requirement asked;
  said_counts<4> states;  // by requirement_state
};

struct group_gap {
  target to;
  std::size_t persons = 0;                      // compared
  bool suppressed = false;                      // fewer persons than the threshold: nothing else is said
  coverage mean;                                // of the persons' coverages, in hundredths
  said_counts<3> verdicts;                      // by gap_verdict
  std::vector<group_requirement> requirements;  // as in a gap
  // Requirements by how many persons have them presumed: where one recognition act for many would help. Only counts
  // that are said; the most first, ties by name; at most ten.
  std::vector<std::string> recognise_together;
  std::string policy_id, policy_version;
  std::vector<std::string> frameworks;
  std::vector<std::pair<std::size_t, error>> failures;  // portfolios that could not be compared, by position
};

class group_tally {
 public:
  group_tally(target to, const framework_set& frameworks, const policy& by);
  void add(const gap_report& report);  // of the same target
  void add(std::size_t position, error why);
  [[nodiscard]] group_gap result() const;

 private:
  group_gap out_;
  const policy& by_;
  std::vector<std::array<std::size_t, 4>> states_;
  std::array<std::size_t, 3> verdicts_{};
  coverage sum_;
};

// What is left out of counts whose total is known.
std::vector<bool> left_out(const std::vector<std::size_t>& counts, std::size_t threshold);

// Reads, recognises and compares each of the portfolios of a document (portfolios_in). One that cannot be is a failure
// of its own and hinders no other. Persons are units of progress.
result<group_gap> compare_group(const json& portfolios, const target& to, const framework_set& frameworks,
                                const policy& by, const verify_options& verifying, const context& with);

// Document "activateur/group-gap/1".
json to_document(const group_gap& group, const policy& by, const context& with);

}  // namespace activateur
