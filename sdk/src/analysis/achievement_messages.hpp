// What achievements, their criteria and pathways are refused for.
#pragma once

#include "base/sentence.hpp"

namespace activateur::achievement_messages {

inline constexpr message no_kind{
    "criteria.kind",
    "A criterion is one of: \"of\" (with \"at_least\"), \"competence\", \"experience\", \"achievement\", "
    "\"credential\", \"observation\", \"feedback\". Give exactly one.",
    "Un critère est l'un de : « of » (avec « at_least »), « competence », « experience », « achievement », "
    "« credential », « observation », « feedback ». Donnez-en exactement un."};
inline constexpr message too_deep{"criteria.depth", "Criteria nest {0} levels at most. Flatten them.",
                                  "Des critères s'imbriquent sur {0} niveaux au plus. Aplatissez-les."};
inline constexpr message too_many{"criteria.count", "An expression has {0} criteria at most. Split the achievement.",
                                  "Une expression compte {0} critères au plus. Découpez la réalisation."};
inline constexpr message nothing_in{"criteria.empty", "\"of\" needs at least one criterion.",
                                    "« of » demande au moins un critère."};
inline constexpr message bad_at_least{"criteria.at_least", "\"at_least\" must be a whole number from 1 to {0}.",
                                      "« at_least » doit être un nombre entier de 1 à {0}."};
inline constexpr message bad_times{"criteria.times", "\"{0}\" must be a whole number from 1 to {1}.",
                                   "« {0} » doit être un nombre entier de 1 à {1}."};
inline constexpr message no_duration{"criteria.duration", "An experience asks for \"months\" or \"hours\" above 0.",
                                     "Une expérience demande « months » ou « hours » au-dessus de 0."};
inline constexpr message not_one_of{"achievement.choice", "\"{0}\" must be one of: {1}.",
                                    "« {0} » doit valoir l'un de : {1}."};
inline constexpr message bad_length{"achievement.length", "\"{0}\" must have 1 to {1} bytes.",
                                    "« {0} » doit compter de 1 à {1} octets."};
inline constexpr message no_iri{"achievement.iri", "\"{0}\" must be an absolute address or URN.",
                                "« {0} » doit être une adresse absolue ou un URN."};
inline constexpr message bad_type{
    "achievement.type",
    "\"{0}\" is no achievementType of Open Badges 3.0. Give one of its vocabulary, or \"ext:\" and a name.",
    "« {0} » n'est pas un achievementType d'Open Badges 3.0. Donnez-en un du vocabulaire, ou « ext: » et un nom."};
inline constexpr message unknown{"achievement.unknown",
                                 "No achievement \"{0}\" is known here. Add it first, or name a credential by its "
                                 "address.",
                                 "Aucune réalisation « {0} » n'est connue ici. Ajoutez-la d'abord, ou nommez un badge "
                                 "par son adresse."};
inline constexpr message unknown_competence{"achievement.competence",
                                            "No loaded framework has the competence or job \"{0}\".",
                                            "Aucun référentiel chargé n'a la compétence ou le métier « {0} »."};
inline constexpr message cycle{"achievement.cycle",
                               "Achievements would ask for each other without end: {0}. Remove one of these criteria.",
                               "Des réalisations se demanderaient l'une l'autre sans fin : {0}. Retirez l'un de ces "
                               "critères."};
inline constexpr message repeated{"achievement.repeated", "\"{0}\" is given twice. Keep one.",
                                  "« {0} » est donné deux fois. Gardez-en un."};
inline constexpr message too_many_of{"achievement.count", "\"{0}\" has {1} elements at most.",
                                     "« {0} » compte {1} éléments au plus."};
inline constexpr message no_uri{"achievement.uri", "A badge needs an address: give the achievement a \"uri\".",
                                "Un badge a besoin d'une adresse : donnez un « uri » à la réalisation."};
inline constexpr message no_issuer{"achievement.issuer",
                                   "A credential needs an issuer: give \"issuer\", its address or DID.",
                                   "Un badge délivré a besoin d'un émetteur : donnez « issuer », son adresse ou DID."};
inline constexpr message step_cycle{"pathway.cycle",
                                    "Steps would wait for each other without end: {0}. Remove one of these \"after\".",
                                    "Des étapes s'attendraient l'une l'autre sans fin : {0}. Retirez l'un de ces "
                                    "« after »."};
inline constexpr message unknown_step{"pathway.step", "The pathway has no step \"{0}\".",
                                      "Le parcours n'a pas d'étape « {0} »."};

}  // namespace activateur::achievement_messages
