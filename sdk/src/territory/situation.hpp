// The plan problem of one person in one territory.
#pragma once

#include "territory/offer.hpp"

namespace activateur {

// What each euro, hour and week counts in the objective of a plan: an hour as 4 euros, a week of waiting as 25.
inline constexpr double plan_hour_weight = 4;
inline constexpr double plan_week_weight = 25;
inline constexpr int horizon_without_deadline = 78;  // weeks
inline constexpr int horizon_max = 520;

// Which facts an offer produces. A requirement that is
//   presumed    is closed by an opportunity that recognises it or teaches it;
//   to_explore  by one that teaches it, or an immersion or observation that recognises it: the person does it there
//               under eyes that can attest it, so nothing needs to be presumed before;
//   to_acquire  by one that teaches it.
bool closes(const opportunity& o, requirement_state state, const std::string& competence);

struct situation {
  plan_problem problem;                           // without its goal; action i is offers.open[i]
  instant origin;                                 // Monday 00:00 UTC of week 0
  std::vector<std::string> facts;                 // "competence rome:1" or "condition licence_b"
  std::vector<std::string> essential, optional;   // unmet and offered requirements, in gap order
  std::vector<std::string> unserved;              // no opportunity of the territory closes them
  std::vector<std::string> only_excluded;         // closed by opportunities the person may not take
  std::map<std::string, int> fact_of;             // competence -> fact
  std::map<std::string, requirement_state> open;  // every unmet requirement
};

// Competences recognised or presumed count as held where an opportunity asks for them.
situation situation_of(const portfolio& person, const gap_report& gap, const territory& in, offers& from,
                       const policy& by, const context& with);

}  // namespace activateur
