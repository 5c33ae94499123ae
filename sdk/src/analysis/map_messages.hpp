// What the carte des possibles says to people.
#pragma once

#include "base/sentence.hpp"

namespace activateur::map_messages {

// What blocks, and what is to check.
inline constexpr message refused{"map.refused", "It may come with \"{0}\", which the person refuses.",
                                 "Il peut comporter « {0} », que la personne refuse."};
inline constexpr message regulated{
    "map.regulated", "Access to this job is regulated: check which diploma or right is asked.",
    "L'accès à ce métier est réglementé : vérifiez quel diplôme ou quel droit est exigé."};
inline constexpr message right_to_check{"map.right_to_check", "\"{0}\" is needed: check whether the person has it.",
                                        "« {0} » est nécessaire : vérifiez si la personne l'a."};
inline constexpr message right_lacking{"map.right_lacking", "\"{0}\" is needed and missing: find out how to get it.",
                                       "« {0} » est nécessaire et manque : cherchez comment l'obtenir."};
inline constexpr message right_to_get{"map.right_to_get",
                                      "\"{0}\" is needed and missing; the territory has a way to get it.",
                                      "« {0} » est nécessaire et manque ; le territoire permet de l'obtenir."};
inline constexpr message right_missing{"map.right_missing",
                                       "\"{0}\" is needed and missing, and no opportunity of the territory gives it.",
                                       "« {0} » est nécessaire et manque, et aucune opportunité du territoire ne le "
                                       "donne."};
inline constexpr message too_far{"map.too_far", "The nearest place is {0} km away; the person goes {1} km at most.",
                                 "Le lieu le plus proche est à {0} km ; la personne va à {1} km au plus."};
inline constexpr message distance_to_check{"map.distance_to_check", "How far it is, is not known: check the distance.",
                                           "La distance n'est pas connue : vérifiez-la."};

// Zones.
inline constexpr message zone_now{"map.zone.now", "Within reach now", "Accessible dès maintenant"};
inline constexpr message zone_after{"map.zone.after_recognition", "Within reach after recognition",
                                    "Accessible après reconnaissance"};
inline constexpr message zone_short{"map.zone.short_path", "By a short path", "Par un chemin court"};
inline constexpr message zone_long{"map.zone.long_path", "By a long path", "Par un chemin long"};
inline constexpr message zone_blocked{"map.zone.blocked", "Blocked for now", "Bloqué pour l'instant"};

// One target, short: its zone, and what blocks it.
inline constexpr message short_text{"map.text.short", "{0}.", "{0}."};
inline constexpr message short_blocked{"map.text.short_blocked", "{0}: {1}", "{0} : {1}"};
// Standard.
inline constexpr message standard_text{
    "map.text.standard",
    "{0}: {1}. Essential requirements: {2}. Recognised: {3}; presumed: {4}; to explore: {5}; to acquire: {6}.",
    "{0} : {1}. Exigences essentielles : {2}. Reconnues : {3} ; présumées : {4} ; à explorer : {5} ; à acquérir : "
    "{6}."};
inline constexpr message standard_near{"map.text.near", "Near to \"{0}\", which the person practises or practised.",
                                       "Proche de « {0} », que la personne exerce ou a exercé."};
inline constexpr message standard_change{"map.text.change", "{0} more competences recognised would give: {1}.",
                                         "{0} compétences reconnues de plus donneraient : {1}."};
inline constexpr message standard_change_one{"map.text.change_one", "One more competence recognised would give: {0}.",
                                             "Une compétence reconnue de plus donnerait : {0}."};
inline constexpr message standard_reach{"map.text.reach",
                                        "In the territory, at least: weeks {0}, euros {1}, hours {2}.",
                                        "Dans le territoire, au moins : semaines {0}, euros {1}, heures {2}."};
inline constexpr message standard_unserved{"map.text.unserved",
                                           "Essential requirements for which the territory offers nothing: {0}.",
                                           "Exigences essentielles pour lesquelles le territoire n'offre rien : {0}."};
// Plain: short sentences, common words, one idea each.
inline constexpr message plain_now{"map.plain.now", "You can do it now.", "Vous pouvez le faire maintenant."};
inline constexpr message plain_after{"map.plain.after_recognition",
                                     "You probably can do most of it. Other people have to confirm it.",
                                     "Vous savez sans doute faire l'essentiel. Il faut le faire reconnaître."};
inline constexpr message plain_short{"map.plain.short_path",
                                     "You can already do a part of it. You have to learn the rest.",
                                     "Vous savez déjà en faire une partie. Il faut apprendre le reste."};
inline constexpr message plain_long{"map.plain.long_path",
                                    "It is far from what we know of you. It takes time to get there.",
                                    "C'est loin de ce que nous savons de vous. Il faut du temps pour y arriver."};
inline constexpr message plain_blocked{"map.plain.blocked", "It is not possible for now. Here is why.",
                                       "Ce n'est pas possible pour l'instant. Voici pourquoi."};
inline constexpr message plain_unknown{"map.plain.unknown", "We do not know everything about you yet.",
                                       "Nous ne savons pas encore tout de vous."};
inline constexpr message plain_check{"map.plain.check", "Some things have to be checked.",
                                     "Il faut vérifier certaines choses."};
inline constexpr message plain_choice{"map.plain.choice", "You choose.", "C'est vous qui choisissez."};

// The whole map, beside its one sentence (messages.hpp).
inline constexpr message map_standard{"map.text.map", "{0} Blocked: {1}. Proposed first: {2}.",
                                      "{0} Bloquées : {1}. Proposées d'abord : {2}."};
inline constexpr message map_plain{
    "map.plain.map",
    "We looked at {0} {0|possibility|possibilities}. Open now: {1}. Open once your skills are recognised: {2}.",
    "Nous avons regardé {0} {0|possibilité|possibilités}. Possibles maintenant : {1}. Possibles après une "
    "reconnaissance : {2}."};
inline constexpr message nothing_yet{"map.text.nothing", "nothing yet", "rien pour l'instant"};

// Why a target is where it is.
inline constexpr message no_such_target{"map.target",
                                        "The map has no target \"{0}\". Name a job \"framework:code\", or the "
                                        "id of a target of the territory.",
                                        "La carte n'a pas de cible « {0} ». Nommez un métier « référentiel:code », ou "
                                        "l'identifiant d'une cible du territoire."};
inline constexpr message why_reached{"map.why.reached", "{0}: {1} is {2}, at least {3}.",
                                     "{0} : {1} vaut {2}, au moins {3}."};
inline constexpr message why_not_reached{"map.why.not_reached", "Not \"{0}\": {1} is {2}, and {3} is needed.",
                                         "Pas « {0} » : {1} vaut {2}, et il faut {3}."};
inline constexpr message why_lacking{"map.why.lacking", "Not \"{0}\": evidence speaks against what is essential: {1}.",
                                     "Pas « {0} » : des preuves contredisent ce qui est essentiel : {1}."};
inline constexpr message essential_belief{"map.why.essential_belief", "what is proven of the essential requirements",
                                          "ce qui est prouvé des exigences essentielles"};
inline constexpr message essential_expectation{"map.why.essential_expectation",
                                               "what is expected of the essential requirements",
                                               "ce qui est attendu des exigences essentielles"};
inline constexpr message all_expectation{"map.why.expectation", "what is expected of all requirements",
                                         "ce qui est attendu de toutes les exigences"};
inline constexpr message open_by{"map.open", "For \"{0}\", at least {1}: for example {2}.",
                                 "Pour « {0} », au moins {1} : par exemple {2}."};
inline constexpr message open_never{"map.open.never", "No badge for what it asks would give \"{0}\".",
                                    "Aucun badge sur ce qu'il demande ne donnerait « {0} »."};

// What changed.
inline constexpr message bad_key{"map.key",
                                 "\"{0}\" is no key: name a competence or a job, or give {\"competences\": [...]}, "
                                 "{\"experience\": {...}} or {\"credential\": {...}}.",
                                 "« {0} » n'est pas une clé : nommez une compétence ou un métier, ou donnez "
                                 "{\"competences\": [...]}, {\"experience\": {...}} ou {\"credential\": {...}}."};
inline constexpr message change_text{
    "map.change",
    "Of {0} targets, in a nearer zone: {1}; in a farther one: {2}; better covered in the "
    "same zone: {3}.",
    "Sur {0} cibles, dans une zone plus proche : {1} ; plus lointaine : {2} ; mieux "
    "couvertes dans la même zone : {3}."};
inline constexpr message change_key{"map.change.key", "With \"{0}\" more: {1}", "Avec « {0} » en plus : {1}"};
inline constexpr message change_plain{"map.plain.change", "Possibilities that come nearer to you: {0}.",
                                      "Possibilités qui se rapprochent de vous : {0}."};

}  // namespace activateur::map_messages
