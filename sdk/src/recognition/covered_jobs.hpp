// Inside recognition: what having much of a job's competences says of its others.
#pragma once

#include <map>

#include "recognition/piece.hpp"

namespace activateur {

struct covered_job {
  std::uint32_t job = no_index;  // of the place's framework
  double base_rate = 0;
};

// `proven`: the belief in each competence that evidence names itself, not what travelled there. A job of which at least
// `by_job_least` competences and a share c of what it asks are proven presumes its others at c^by_job_power, at most
// by_job_max. For each such competence the job that presumes most; ties by index. Rates below the default presumption
// are left out.
std::map<place, covered_job> presumed_by_covered_jobs(const std::map<place, double>& proven,
                                                      const framework_set& frameworks, const policy& by);

}  // namespace activateur
