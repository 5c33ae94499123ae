// What the room `planning` says to people.
#pragma once

#include "base/sentence.hpp"

namespace activateur::planning_messages {

inline constexpr message not_an_object{"plan.problem.object", "A plan problem must be one JSON object.",
                                       "Un problème de plan doit être un objet JSON."};
inline constexpr message missing{"plan.problem.missing", "The member \"{0}\" is missing. Add it.",
                                 "Le membre « {0} » manque. Ajoutez-le."};
inline constexpr message unknown_member{"plan.problem.unknown",
                                        "The member \"{0}\" is not part of a plan problem. Remove it.",
                                        "Le membre « {0} » ne fait pas partie d'un problème de plan. Retirez-le."};
inline constexpr message not_a_list{"plan.problem.list", "The member \"{0}\" must be a list.",
                                    "Le membre « {0} » doit être une liste."};
inline constexpr message not_a_number{"plan.problem.number", "\"{0}\" must be a number between {1} and {2}.",
                                      "« {0} » doit être un nombre compris entre {1} et {2}."};
inline constexpr message not_whole{"plan.problem.whole", "\"{0}\" must be a whole number between {1} and {2}.",
                                   "« {0} » doit être un nombre entier compris entre {1} et {2}."};
inline constexpr message too_many{"plan.problem.count", "\"{0}\" holds more than {1} elements. Split the problem.",
                                  "« {0} » compte plus de {1} éléments. Découpez le problème."};
inline constexpr message not_ascending{"plan.problem.starts", "The starts must be ascending weeks, each given once.",
                                       "Les débuts doivent être des semaines croissantes, chacune donnée une fois."};
inline constexpr message repeated{"plan.problem.repeated", "The fact {0} is given twice. Give it once.",
                                  "Le fait {0} est donné deux fois. Donnez-le une seule fois."};
inline constexpr message bad_group{"plan.problem.group", "A group must be [k, [facts]], with k between 1 and {0}.",
                                   "Un groupe doit s'écrire [k, [faits]], avec k compris entre 1 et {0}."};
inline constexpr message bad_weeks{"plan.problem.weeks", "A list of hours must hold one number a week, {0} in all.",
                                   "Une liste d'heures doit compter un nombre par semaine, soit {0}."};
inline constexpr message bad_id{"plan.problem.id",
                                "An id must be a text or a whole number, and unique; \"{0}\" is not.",
                                "Un identifiant doit être un texte ou un entier, et unique ; « {0} » ne l'est pas."};
inline constexpr message bad_front{
    "plan.front.pair", "A front between \"{0}\" and \"{1}\" cannot be computed. Name two different criteria.",
    "Un front entre « {0} » et « {1} » ne se calcule pas. Nommez deux critères différents."};
inline constexpr message malformed{"plan.problem.malformed", "The plan problem is not well formed: {0}. Correct it.",
                                   "Le problème de plan n'est pas bien formé : {0}. Corrigez-le."};

}  // namespace activateur::planning_messages
