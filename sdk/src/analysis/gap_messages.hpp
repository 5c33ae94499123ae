// The gap in words.
#pragma once

#include "base/sentence.hpp"

namespace activateur::gap_messages {

inline constexpr message verdict_met{"gap.verdict.met", "Everything essential is recognised.",
                                     "Tout l'essentiel est reconnu."};
inline constexpr message verdict_after{
    "gap.verdict.after_recognition",
    "Everything essential is recognised or presumed: what is presumed needs somebody "
    "to recognise it, not to be learnt again.",
    "Tout l'essentiel est reconnu ou présumé : ce qui est présumé demande à être "
    "reconnu par quelqu'un, pas à être appris de nouveau."};
inline constexpr message verdict_open{"gap.verdict.open", "Part of the essential is not known or is to be acquired.",
                                      "Une partie de l'essentiel n'est pas connue ou reste à acquérir."};

inline constexpr message short_text{
    "gap.text.short", "\"{1}\": {0} recognised of {4}, {2} presumed, {3} open.",
    "« {1} » : {0} {0|reconnue|reconnues} sur {4}, {2} {2|présumée|présumées}, {3} {3|ouverte|ouvertes}."};

inline constexpr message fewest{"gap.text.fewest", "What would change the answer with the fewest steps: {0}.",
                                "Ce qui changerait la réponse en le moins d'étapes : {0}."};
inline constexpr message to_recognise{"gap.text.recognise", "have recognised: {0}", "faire reconnaître : {0}"};
inline constexpr message to_explore{"gap.text.explore", "explore by doing: {0}", "explorer en faisant : {0}"};
inline constexpr message to_acquire{"gap.text.acquire", "acquire: {0}", "acquérir : {0}"};
inline constexpr message to_confirm{"gap.text.confirm", "confirm: {0}", "confirmer : {0}"};
inline constexpr message and_more{"gap.text.more", "{0} and {1} more", "{0} et {1} {1|autre|autres}"};
inline constexpr message range{"gap.text.range",
                               "Weighted by importance, {0} % is proven, {1} % expected, and up to {2} % not excluded.",
                               "Pondéré par l'importance : {0} % prouvés, {1} % attendus, jusqu'à {2} % non exclus."};
inline constexpr message decided{
    "gap.text.decided", "{0} {0|state was|states were} set by a person, with {0|its reason|their reasons}.",
    "{0} {0|état a été fixé|états ont été fixés} par une personne, avec {0|sa raison|leurs raisons}."};
inline constexpr message contradicted{"gap.text.contradicted", "Evidence disagrees about: {0}.",
                                      "Les preuves se contredisent sur : {0}."};
inline constexpr message nearby{
    "gap.text.near", "For {0} open {0|requirement|requirements}, the person already has something close by.",
    "Pour {0} {0|attendu ouvert|attendus ouverts}, la personne a déjà quelque chose de proche."};

// In plain French (FALC): short sentences, one idea each, everyday words.
inline constexpr message plain_aim{"gap.plain.aim", "You look at: {0}.", "Vous regardez : {0}."};
inline constexpr message plain_recognised{"gap.plain.recognised",
                                          "You have proof for {0} {0|thing that is|things that are} asked.",
                                          "Vous avez une preuve pour {0} {0|chose demandée|choses demandées}."};
inline constexpr message plain_presumed{
    "gap.plain.presumed", "You can probably do {0} other {0|thing|things}. Somebody can confirm it.",
    "Vous savez sûrement faire {0} {0|autre chose|autres choses}. Quelqu'un peut le confirmer."};
inline constexpr message plain_explore{"gap.plain.explore",
                                       "For {0} {0|thing|things}, we do not know yet. This does not mean no.",
                                       "Pour {0} {0|chose|choses}, on ne sait pas encore. Cela ne veut pas dire non."};
inline constexpr message plain_acquire{"gap.plain.acquire", "{0} {0|thing is|things are} to be learnt.",
                                       "Il y a {0} {0|chose|choses} à apprendre."};
inline constexpr message plain_next{"gap.plain.next", "You can start with: {0}.", "Vous pouvez commencer par : {0}."};
inline constexpr message plain_choice{"gap.plain.choice", "It is your choice. You can say if something is wrong.",
                                      "C'est vous qui choisissez. Vous pouvez dire si quelque chose est faux."};

inline constexpr message purpose{
    "gap.purpose",
    "To help a person and who accompanies her see what is recognised, what only needs "
    "recognising and what is to be learnt. Computed by rules; nobody is ranked.",
    "Aider une personne et qui l'accompagne à voir ce qui est reconnu, ce qui demande "
    "seulement à l'être et ce qui est à apprendre. Calculé par des règles ; personne n'est "
    "classé."};

}  // namespace activateur::gap_messages
