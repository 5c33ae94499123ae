#include "recognition/covered_jobs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace activateur {
namespace {

// A belief from which a competence is recognised counts in full.
double counted(double belief, const policy& by) { return std::min(1.0, belief / by.recognised_belief); }

class surveyor {
 public:
  surveyor(std::uint32_t index, const framework& f, const policy& by) : index_(index), f_(f), by_(by) {
    for (const link_importance i : {link_importance::ordinary, link_importance::core, link_importance::emerging})
      importance_[static_cast<std::size_t>(i)] = importance_of(by, name(i));
  }

  void add(std::uint32_t competence, double belief) {
    proven_.emplace(competence, counted(belief, by_));
    for (const std::uint32_t job : f_.jobs_with(competence)) ++hits_[job];
  }

  void finish(std::map<place, covered_job>& into) const {
    for (const auto& [job, hits] : hits_) {
      if (hits < static_cast<std::size_t>(by_.presumption_job_least)) continue;
      const std::vector<job_link> links = f_.links_of(job);
      double all = 0, had = 0;
      for (const job_link& l : links) {
        const double importance = importance_[static_cast<std::size_t>(l.importance)];
        all += importance;
        if (const auto known = proven_.find(l.competence); known != proven_.end()) had += importance * known->second;
      }
      if (all <= 0) continue;
      const double rate = std::min(by_.presumption_job_max, std::pow(had / all, by_.presumption_job_power));
      if (rate <= by_.presumption_default) continue;
      for (const job_link& l : links) {
        covered_job& best = into[{index_, l.competence}];
        if (rate > best.base_rate || (rate == best.base_rate && job < best.job)) best = {job, rate};
      }
    }
  }

 private:
  std::uint32_t index_;
  const framework& f_;
  const policy& by_;
  std::array<double, 3> importance_{};
  std::unordered_map<std::uint32_t, double> proven_;
  std::map<std::uint32_t, std::size_t> hits_;
};

}  // namespace

std::map<place, covered_job> presumed_by_covered_jobs(const std::map<place, double>& proven,
                                                      const framework_set& frameworks, const policy& by) {
  std::map<place, covered_job> out;
  for (auto it = proven.begin(); it != proven.end();) {  // by framework
    const std::uint32_t index = it->first.framework;
    surveyor jobs(index, *frameworks.all()[index], by);
    for (; it != proven.end() && it->first.framework == index; ++it) jobs.add(it->first.competence, it->second);
    jobs.finish(out);
  }
  return out;
}

}  // namespace activateur
