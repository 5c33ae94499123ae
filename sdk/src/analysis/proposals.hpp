// Which targets to propose: near ones, unlike each other, some of them from elsewhere.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "recognition/policy.hpp"

namespace activateur {

// A target that may be proposed, in the order of the rank: affinities never rise.
struct proposal_candidate {
  double affinity = 0;
  bool elsewhere = false;  // of a professional domain the person has not worked in, within a short path
};

struct proposal {
  std::size_t candidate = 0;
  double score = 0;            // affinity x (1 - cost of likeness)
  double likeness = 0;         // to the likest of those before it
  std::size_t likest = 0;      // which of them: its place among the proposals
  bool for_elsewhere = false;  // taken for the share of other domains
};

// Maximal marginal relevance (Carbonell and Goldstein 1998), greedily, over every candidate, without comparing more of
// them than needed. `alike`: likeness in [0, 1] of two candidates.
std::vector<proposal> propose(const std::vector<proposal_candidate>& candidates,
                              const std::function<double(std::size_t, std::size_t)>& alike, const map_rules& by);

}  // namespace activateur
