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
inline constexpr message too_many_targets{"match.targets", "A batch has at most {0} targets.",
                                          "Un lot a au plus {0} cibles."};
inline constexpr message no_targets{
    "match.no_targets", "Name at least one target, or give no list: then every job is one.",
    "Nommez au moins une cible, ou ne donnez pas de liste : tout métier en est alors une."};
inline constexpr message not_matchable{
    "match.target",
    "The target \"{0}\" asks a level that is no whole number: a batch does not compare it. Ask for its gap.",
    "La cible « {0} » demande un niveau qui n'est pas entier : un lot ne la compare pas. Demandez son écart."};
inline constexpr message memory_full{
    "match.memory",
    "{0} {0|person|persons} with results would be {1} bytes, more than the {2} allowed. Take the results of those who "
    "wait, then add again.",
    "{0} {0|personne|personnes} avec résultats : {1} octets, plus que les {2} permis. Prenez les résultats de "
    "celles qui attendent, puis ajoutez de nouveau."};
inline constexpr message too_little_memory{
    "match.memory_small",
    "{0} {0|person|persons} with results would be {1} bytes, more than the {2} allowed. "
    "Add fewer at once, ask for fewer targets "
    "of each, or allow more.",
    "{0} {0|personne|personnes} avec résultats : {1} octets, plus que les {2} "
    "permis. Ajoutez-en moins à la fois, demandez "
    "moins de cibles pour chacune, ou permettez davantage."};
inline constexpr message no_such_person{"match.person", "A statement speaks of person number {0}, who has no name.",
                                        "Une ligne parle de la personne numéro {0}, qui n'a pas de nom."};
inline constexpr message unknown_competence{
    "match.competence", "No loaded framework has a competence \"{0}\". Correct the code, or load its framework.",
    "Aucun référentiel chargé n'a de compétence « {0} ». Corrigez le code, ou chargez son référentiel."};
inline constexpr message bad_level{"match.level", "The level of \"{0}\" is {1}: it must be 1 to 4, or 0 for none.",
                                   "Le niveau de « {0} » est {1} : il doit aller de 1 à 4, ou valoir 0 pour aucun."};
inline constexpr message bad_value{"match.value",
                                   "Belief, expectation and plausibility of \"{0}\" must ascend within 0 and 1.",
                                   "Croyance, espérance et plausibilité de « {0} » doivent croître entre 0 et 1."};
inline constexpr message said_twice{"match.twice", "A competence is said twice at level {0}. Say it once.",
                                    "Une compétence est dite deux fois au niveau {0}. Dites-la une fois."};
inline constexpr message text{
    "match.text", "{0} {0|person|persons} against {1} {1|target|targets}; {2} could not be read and {2|says|say} why.",
    "{0} {0|personne|personnes} face à {1} {1|cible|cibles} ; {2} {2|n'a pas pu être lue et dit|n'ont pas pu être lues "
    "et disent} pourquoi."};

}  // namespace activateur::match_messages
