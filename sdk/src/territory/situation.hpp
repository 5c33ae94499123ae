// The plan problem of one person in one territory.
#pragma once

#include "territory/offer.hpp"

namespace activateur {

inline constexpr int horizon_max = 520;  // weeks

// Which facts an offer produces. A requirement that is
//   presumed    is closed by an opportunity that recognises it or teaches it;
//   to_explore  by one that teaches it, or an immersion or observation that recognises it: the person does it there
//               under eyes that can attest it, so nothing needs to be presumed before;
//   to_acquire  by one that teaches it.
bool closes(const opportunity& o, requirement_state state, const std::string& competence);

// The last day to enrol in a session, and whether it has not passed.
instant enrol_by(const opportunity& o, const clock_time& session);
bool may_enrol(const opportunity& o, const clock_time& session, instant now);

// The weeks of the calendar, Monday to Sunday, from a session's to that of its end. What lasts several weeks and starts
// on another day than a Monday ends in one week more; a single week is that of its session.
int weeks_from(const opportunity& o, const clock_time& session);

struct situation {
  plan_problem problem;                           // without its goal; action i is offers.open[i]
  instant origin;                                 // Monday 00:00 UTC of week 0
  std::vector<std::string> facts;                 // "competence rome:1" or "condition licence_b"
  std::vector<std::string> essential, optional;   // unmet and offered requirements, in gap order
  std::vector<group> groups;                      // unmet essential groups and conditions, of facts
  std::vector<std::string> unserved;              // no opportunity of the territory closes them
  std::vector<std::string> only_excluded;         // closed by opportunities the person may not take
  std::map<std::string, int> fact_of;             // competence -> fact
  std::map<std::string, int> condition_of;        // condition -> fact
  std::map<std::string, requirement_state> open;  // every unmet requirement
  std::vector<int> kept, imposed;                 // facts that only kept and imposed steps produce
};

// Monday, 00:00 UTC, of the week that the day lies in, and of the week after `now`.
instant monday_of(instant day);
instant monday_after(instant now);

// Weeks from `origin`, a Monday, to the Monday of the moment's week; below 0 before it.
int week_of(instant moment, instant origin);

// Competences recognised or presumed count as held where an opportunity asks for them. `conditions`: those that are
// facts beside the ones that opportunities need.
situation situation_of(const portfolio& person, const gap_report& gap, const territory& in, offers& from,
                       const policy& by, const context& with, const std::vector<std::string>& conditions = {});

}  // namespace activateur
