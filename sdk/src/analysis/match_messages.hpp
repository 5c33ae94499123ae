// What matching says to people.
#pragma once

#include "base/sentence.hpp"

namespace activateur::match_messages {

inline constexpr message too_many_postings{"match.count", "At most {0} requirements can be matched at once.",
                                           "Au plus {0} exigences peuvent être comparées à la fois."};
inline constexpr message too_many_requirements{"match.requirements",
                                               "Target number {0} has more than {1} requirements.",
                                               "La cible numéro {0} a plus de {1} exigences."};
inline constexpr message bad_requirement{
    "match.requirement",
    "Target number {0} asks competence number {1}: competences are numbered below {2}, levels go from 0 to 4, weights "
    "from 0 to 1000.",
    "La cible numéro {0} demande la compétence numéro {1} : les compétences sont numérotées en dessous de {2}, les "
    "niveaux vont de 0 à 4, les poids de 0 à 1000."};

}  // namespace activateur::match_messages
