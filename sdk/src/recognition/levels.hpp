// What evidence of one level of mastery says of another.
//
// Levels: 0 not seen, 1 seen and not managed, 2 with help, 3 alone, 4 could teach it. The policy's tables say what each
// level is worth where mastery alone (3) is asked. Where another level is asked they are read shifted: "with help"
// where help is enough (2) is worth what "alone" is worth where that is asked. What speaks against mastery alone, not
// seen or not managed, speaks against as much wherever more than itself is asked: it is not read shifted.
#pragma once

#include <array>

#include "recognition/recognition.hpp"

namespace activateur {

inline constexpr double usual_level = 3;

// The share of its kind's weight that evidence of `level` has where `asked` is required; below 0 it speaks against.
// Badges and qualifications never speak against.
double share_at(evidence_kind kind, double level, double asked, const policy& by);

// Sets base and sign of evidence that has a level; leaves any other as it is.
void weigh_at(evidence& e, double asked, const policy& by);

// Of the evidence of one voice only the strongest counts, once for and once against.
void count_voices_once(std::vector<evidence>& all);

// The opinion again, from contributions and presumptions as they stand.
opinion opinion_from(const standing& s, const policy& by);

// The same evidence asked about another level. A base rate gained in practice speaks of mastery alone: it counts in
// full up to there, and in part above.
standing at_level(standing known, double asked, const policy& by);

}  // namespace activateur
