#include "analysis/proposals.hpp"

#include <algorithm>

namespace activateur {

std::vector<proposal> propose(const std::vector<proposal_candidate>& candidates,
                              const std::function<double(std::size_t, std::size_t)>& alike, const map_rules& by) {
  struct standing_so_far {
    double likeness = 0;
    std::size_t likest = 0;
    std::size_t compared = 0;  // with so many proposals
    bool taken = false;
  };
  std::vector<standing_so_far> so_far(candidates.size());
  std::vector<proposal> out;
  auto elsewhere_left = static_cast<std::size_t>(
      std::count_if(candidates.begin(), candidates.end(), [](const proposal_candidate& c) { return c.elsewhere; }));
  std::size_t owed = std::min({by.proposal_other_domains, by.proposals, elsewhere_left});
  while (out.size() < std::min(by.proposals, candidates.size())) {
    const bool only_elsewhere = owed > 0 && by.proposals - out.size() <= owed;
    std::size_t best = candidates.size();
    double best_score = -1;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (candidates[i].affinity <= best_score) break;  // likeness can only lower it, and so all that follow
      standing_so_far& s = so_far[i];
      if (s.taken || (only_elsewhere && !candidates[i].elsewhere)) continue;
      for (; s.compared < out.size(); ++s.compared) {
        const double likeness = alike(i, out[s.compared].candidate);
        if (likeness > s.likeness) {
          s.likeness = likeness;
          s.likest = s.compared;
        }
      }
      const double score = candidates[i].affinity * (1 - by.proposal_likeness * s.likeness);
      if (score > best_score) {
        best = i;
        best_score = score;
      }
    }
    if (best == candidates.size()) break;
    so_far[best].taken = true;
    out.push_back({best, best_score, so_far[best].likeness, so_far[best].likest, only_elsewhere});
    if (candidates[best].elsewhere && owed > 0) --owed;
  }
  return out;
}

}  // namespace activateur
