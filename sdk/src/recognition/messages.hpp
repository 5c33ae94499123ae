// What the room `recognition` says of evidence: notes, and the reasons for which something met no competence.
#pragma once

#include "base/sentence.hpp"

namespace activateur::recognition_messages {

// Notes on evidence that weighs less than its kind, or nothing.
inline constexpr message revoked{"evidence.revoked", "Its issuer has revoked or suspended it: it counts for nothing.",
                                 "Son émetteur l'a révoqué ou suspendu : il ne compte pas."};
inline constexpr message outdated{"evidence.outdated",
                                  "It is expired or not yet valid: it counts for nothing today. Ask for its renewal.",
                                  "Il est expiré ou pas encore valable : il ne compte pas aujourd'hui. Demandez son "
                                  "renouvellement."};
inline constexpr message forged{"evidence.forged",
                                "Its proof does not hold: it may be forged or altered, and counts for nothing.",
                                "Sa preuve ne tient pas : il peut être falsifié ou altéré, et ne compte pas."};
inline constexpr message not_theirs{"evidence.recipient", "It was given to somebody else: it counts for nothing.",
                                    "Il a été remis à quelqu'un d'autre : il ne compte pas."};
inline constexpr message invalid{"evidence.invalid", "Its verification failed ({0}): it counts for nothing.",
                                 "Sa vérification a échoué ({0}) : il ne compte pas."};
inline constexpr message unverified{"evidence.unverified",
                                    "Nobody could verify it: it weighs as the person's own word.",
                                    "Personne n'a pu le vérifier : il pèse comme la parole de la personne."};
inline constexpr message self_issued{"evidence.self_issued",
                                     "The person issued it to herself: it weighs as her own word.",
                                     "La personne se l'est remis elle-même : il pèse comme sa propre parole."};
inline constexpr message unknown_issuer{
    "evidence.unknown_issuer",
    "Nothing but its own key says who its issuer is, and no policy names it: it weighs as the person's own word.",
    "Rien d'autre que sa propre clé ne dit qui est son émetteur, et aucune politique ne le nomme : il pèse comme la "
    "parole de la personne."};
inline constexpr message distrusted{"evidence.distrusted", "The policy gives no trust to its issuer.",
                                    "La politique n'accorde aucune confiance à son émetteur."};
inline constexpr message own_feedback{"evidence.own_feedback",
                                      "The person gave this feedback on herself: it weighs as her own word.",
                                      "La personne a donné ce retour sur elle-même : il pèse comme sa propre parole."};
inline constexpr message same_voice{"evidence.same_voice",
                                    "The same source already counts for this competence with \"{0}\".",
                                    "La même source compte déjà pour cette compétence avec « {0} »."};
inline constexpr message says_nothing{"evidence.neutral", "This level speaks neither for nor against.",
                                      "Ce niveau ne parle ni pour ni contre."};
inline constexpr message by_words{"evidence.by_words",
                                  "Read from the badge's words, which name no competence: to be confirmed; it does not "
                                  "recognise by itself.",
                                  "Lu dans les mots du badge, qui ne nomme aucune compétence : à confirmer ; cela ne "
                                  "reconnaît pas à lui seul."};
inline constexpr message declared_job{"evidence.holds_job", "Declared for tests and evaluation: counts as recognised.",
                                      "Déclaré pour les essais et l'évaluation : compte comme reconnu."};

// Why something met no known competence.
inline constexpr message no_alignment{"unaligned.none", "This badge names no competence: it has no alignment.",
                                      "Ce badge ne nomme aucune compétence : il n'a pas d'alignement."};
inline constexpr message empty_alignment{"unaligned.empty", "This alignment has neither code, URL nor name.",
                                         "Cet alignement n'a ni code, ni URL, ni nom."};
inline constexpr message unknown_framework{"unaligned.framework",
                                           "The framework \"{0}\" is not loaded, and no competence has this label.",
                                           "Le référentiel « {0} » n'est pas chargé, et aucune compétence ne porte ce "
                                           "libellé."};
inline constexpr message unknown_code{"unaligned.code", "{0} has no competence or job \"{1}\".",
                                      "{0} n'a ni compétence ni métier « {1} »."};
inline constexpr message unknown_label{"unaligned.label", "Nothing tells which competence \"{0}\" is.",
                                       "Rien ne dit quelle compétence est « {0} »."};
inline constexpr message unknown_competence{"unaligned.competence", "No loaded framework has a competence \"{0}\".",
                                            "Aucun référentiel chargé n'a de compétence « {0} »."};
inline constexpr message unknown_job{"unaligned.job", "No loaded framework has a job \"{0}\".",
                                     "Aucun référentiel chargé n'a de métier « {0} »."};

// Errors.
inline constexpr message no_such_held_job{
    "recognition.holds_job", "\"holds_job\" names \"{0}\", which no loaded framework has as a job.",
    "« holds_job » nomme « {0} », qui n'est un métier d'aucun référentiel chargé."};
inline constexpr message wrong_count{"recognition.count", "{0} verifications were given for {1} credentials.",
                                     "{0} vérifications ont été données pour {1} badges."};
inline constexpr message too_much{"recognition.limit",
                                  "This portfolio gives more than {0} pieces of evidence. Split it.",
                                  "Ce portefeuille donne plus de {0} éléments de preuve. Découpez-le."};

}  // namespace activateur::recognition_messages
