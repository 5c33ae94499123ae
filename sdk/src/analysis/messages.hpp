// What the room `analysis` says to people.
#pragma once

#include "base/sentence.hpp"

namespace activateur::analysis_messages {

inline constexpr message no_such_job{"target.job",
                                     "No loaded framework has a job or certification \"{0}\", and none is called "
                                     "so. Name it \"framework:code\".",
                                     "Aucun référentiel chargé n'a de métier ni de certification « {0} », et aucun ne "
                                     "s'appelle ainsi. Nommez-le « référentiel:code »."};
inline constexpr message no_requirements{"target.empty", "A target needs at least one requirement.",
                                         "Une cible doit avoir au moins une exigence."};
inline constexpr message too_many{"target.count", "A target has at most {0} requirements.",
                                  "Une cible a au plus {0} exigences."};
inline constexpr message unknown_competence{"target.competence",
                                            "No loaded framework has a competence \"{0}\". Correct the code, or load "
                                            "its framework.",
                                            "Aucun référentiel chargé n'a de compétence « {0} ». Corrigez le code, ou "
                                            "chargez son référentiel."};
inline constexpr message repeated{"target.repeated", "\"{0}\" is asked twice. Ask it once.",
                                  "« {0} » est demandée deux fois. Demandez-la une fois."};
inline constexpr message too_many_of{"target.count_of", "{0} asks more than {1} competences. Name a part of it.",
                                     "{0} demande plus de {1} compétences. Nommez-en une partie."};
inline constexpr message unknown_part{"target.part", "No part \"{0}\" is declared in \"parts\".",
                                      "Aucune partie « {0} » n'est déclarée dans « parts »."};
inline constexpr message empty_group{"target.group", "The group \"{0}\" has no member. List them in \"of\".",
                                     "Le groupe « {0} » n'a pas de membre. Listez-les dans « of »."};
inline constexpr message bad_at_least{"target.at_least", "\"at_least\" must be a whole number from 1 to {0}.",
                                      "« at_least » doit être un nombre entier de 1 à {0}."};
inline constexpr message of_the_group{"target.member", "\"{0}\" is said of the group, not of its members.",
                                      "« {0} » se dit du groupe, pas de ses membres."};
inline constexpr message not_one_of{"target.choice", "\"{0}\" must be one of: {1}.",
                                    "« {0} » doit valoir l'un de : {1}."};
inline constexpr message bad_length{"target.length", "\"{0}\" must have 1 to {1} bytes.",
                                    "« {0} » doit compter de 1 à {1} octets."};

inline constexpr message gap_text{
    "gap.text",
    "Of {0} {0|competence|competences} asked by \"{1}\" ({2} essential): {3} recognised, {4} presumed, {5} to explore, "
    "{6} to acquire.",
    "Sur {0} {0|compétence demandée|compétences demandées} par « {1} » ({2} {2|essentielle|essentielles}) : {3} "
    "{3|reconnue|reconnues}, {4} {4|présumée|présumées}, {5} à explorer, {6} à acquérir."};
inline constexpr message map_text{
    "map.text", "Of {0} {0|target|targets}: {1} now, {2} after recognition, {3} by a short path, {4} by a long path.",
    "Sur {0} {0|cible|cibles} : {1} dès maintenant, {2} après reconnaissance, {3} par un chemin court, {4} par un "
    "chemin long."};
inline constexpr message group_text{
    "group.text", "{0} {0|person|persons} compared with \"{1}\": how many stand where, and never who.",
    "{0} {0|personne comparée|personnes comparées} à « {1} » : combien en sont où, et jamais qui."};
inline constexpr message group_too_small{
    "group.too_small", "Fewer than {0} persons: no figure is said, for it could point to one of them.",
    "Moins de {0} personnes : aucun chiffre n'est donné, car il pourrait désigner l'une d'elles."};
inline constexpr message proposal{
    "decision.proposal",
    "A proposal to the person and to a professional, who can correct any state and say why; not a decision.",
    "Une proposition à la personne et à un professionnel, qui peuvent corriger tout état en disant pourquoi ; pas une "
    "décision."};

}  // namespace activateur::analysis_messages
