// What the room `territory` says to people.
#pragma once

#include "base/sentence.hpp"

namespace activateur::territory_messages {

// Errors.
inline constexpr message unknown_kind{"territory.kind", "\"{0}\" is no kind of opportunity. Use one of: {1}.",
                                      "« {0} » n'est pas un genre d'opportunité. Utilisez l'un de : {1}."};
inline constexpr message unknown_mode{"territory.mode", "\"{0}\" is no way to take part. Use one of: {1}.",
                                      "« {0} » n'est pas une modalité. Utilisez l'une de : {1}."};
inline constexpr message too_long{"territory.long", "\"{0}\" is longer than {1} bytes. Shorten it.",
                                  "« {0} » dépasse {1} octets. Raccourcissez-le."};
inline constexpr message empty_text{"territory.empty", "The member \"{0}\" is empty. Fill it in.",
                                    "Le membre « {0} » est vide. Remplissez-le."};
inline constexpr message twice{"territory.twice", "\"{0}\" is given twice. Keep one.",
                               "« {0} » est donné deux fois. N'en gardez qu'un."};
inline constexpr message too_many{"territory.count", "\"{0}\" holds more than {1} elements. Split the document.",
                                  "« {0} » compte plus de {1} éléments. Découpez le document."};
inline constexpr message not_whole{"territory.whole", "\"{0}\" must be a whole number between {1} and {2}.",
                                   "« {0} » doit être un nombre entier compris entre {1} et {2}."};
inline constexpr message bad_competence{
    "territory.competence", "\"{0}\" names no competence. Write framework:code, as rome:100003.",
    "« {0} » ne nomme pas une compétence. Écrivez référentiel:code, comme rome:100003."};
inline constexpr message bad_session{"territory.session",
                                     "\"{0}\" is no date of a session (2026-11-24 or 2026-11-24T08:00:00Z).",
                                     "« {0} » n'est pas une date de session (2026-11-24 ou 2026-11-24T08:00:00Z)."};
inline constexpr message bad_rule_cost{
    "territory.rule_cost", "The rule {0} of {1} gave a cost that is no amount for \"{2}\". Correct the plugin.",
    "La règle {0} de {1} a donné pour « {2} » un coût qui n'est pas un montant. Corrigez le plugin."};

// Exclusions.
inline constexpr message too_far{"plan.too_far", "{0} is {1} km away, more than the {2} km accepted.",
                                 "{0} est à {1} km, au-delà des {2} km acceptés."};
inline constexpr message too_far_for_means{
    "plan.too_far_for_means", "{0} is {1} km away, further than your means of transport reach ({2} km).",
    "{0} est à {1} km, plus loin que vos moyens de transport ne portent ({2} km)."};
inline constexpr message refused_step{"plan.refused", "{0} is refused.", "{0} est refusé."};
inline constexpr message refused_kind{"plan.refused_kind", "{0} is of a kind that is refused: {1}.",
                                      "{0} est d'un genre refusé : {1}."};
inline constexpr message refused_provider{"plan.refused_provider", "{0} is offered by {1}, who is refused.",
                                          "{0} est proposé par {1}, qui est refusé."};
inline constexpr message imposed_unknown{
    "plan.imposed.unknown", "\"{0}\" is imposed, and the territory does not offer it. Correct \"imposes\".",
    "« {0} » est imposé, et le territoire ne le propose pas. Corrigez « imposes »."};
inline constexpr message imposed_elsewhere{"plan.imposed.start",
                                           "{0} is imposed in the week of {1}, when it cannot start.",
                                           "{0} est imposé la semaine du {1}, où il ne peut pas commencer."};
inline constexpr message imposed_alone{"plan.imposed.impossible",
                                       "{0} is imposed, and no plan has it within the constraints.",
                                       "{0} est imposé, et aucun plan ne le contient dans les limites données."};
inline constexpr message full{"plan.full", "{0} has no seat left.", "{0} n'a plus de place."};
inline constexpr message sessions_past{"plan.sessions_past", "{0}: the last session began on {1}, before {2}.",
                                       "{0} : la dernière session a commencé le {1}, avant le {2}."};
inline constexpr message session_too_soon{
    "plan.session_too_soon", "{0}: the last session begins on {1}, before the first Monday of the plan ({2}).",
    "{0} : la dernière session commence le {1}, avant le premier lundi du plan ({2})."};
inline constexpr message enrolment_over{"plan.enrolment_over", "{0}: enrolment has been closed since {1}.",
                                        "{0} : les inscriptions sont closes depuis le {1}."};
inline constexpr message ends_too_late{
    "plan.ends_too_late", "{0} lasts {1} {1|week|weeks} and would end after the last day of the plan, {2}.",
    "{0} dure {1} {1|semaine|semaines} et finirait après le dernier jour du plan, le {2}."};
inline constexpr message no_session{"plan.no_session", "{0} has no session between {1} and {2}.",
                                    "{0} n'a pas de session entre le {1} et le {2}."};

// The plan in words.
inline constexpr message nothing_to_do{"plan.text.nothing", "Nothing is left to close for {0}.",
                                       "Il ne reste rien à faire pour {0}."};
inline constexpr message plan_found{"plan.text.found", "{0} in {1}, {2} left to pay and {3}, for {4}.",
                                    "{0} en {1}, {2} à payer et {3}, pour {4}."};
inline constexpr message plan_partial{
    "plan.text.partial", "{0} in {1}, {2} left to pay and {3}, for part of {4}. Requirements that stay open: {5}.",
    "{0} en {1}, {2} à payer et {3}, pour une partie de {4}. Attendus qui restent ouverts : {5}."};
inline constexpr message plan_none{
    "plan.text.none", "No plan towards {0}. Requirements served by nobody: {1}; out of reach: {2}.",
    "Pas de plan vers {0}. Attendus auxquels personne ne répond : {1} ; hors d'atteinte : {2}."};
inline constexpr message closes{"plan.why.closes", "Closes: {0}.", "Répond à : {0}."};
inline constexpr message asked_for{"plan.why.imposed", "Asked for.", "Demandé."};
inline constexpr message prepares{"plan.why.prepares", "Needed before: {0}.", "Nécessaire avant : {0}."};
inline constexpr message quickens{"plan.why.kept", "Part of the best plan found.",
                                  "Fait partie du meilleur plan trouvé."};

// Kinds of opportunities, inside sentences.
inline constexpr message kind_training{"opportunity.training", "training", "formation"};
inline constexpr message kind_immersion{"opportunity.immersion", "immersion at work", "immersion"};
inline constexpr message kind_workshop{"opportunity.workshop", "workshop", "atelier"};
inline constexpr message kind_vae{"opportunity.vae", "recognition of prior experience (VAE)", "VAE"};
inline constexpr message kind_clea{"opportunity.clea", "CléA assessment", "évaluation CléA"};
inline constexpr message kind_meeting{"opportunity.meeting", "meeting", "rencontre"};
inline constexpr message kind_mentor{"opportunity.mentor", "mentoring", "parrainage"};
inline constexpr message kind_feedback{"opportunity.feedback", "feedback", "retour"};
inline constexpr message kind_observation{"opportunity.observation", "observation", "observation"};
inline constexpr message kind_badge_application{"opportunity.badge_application", "badge application",
                                                "demande de badge"};
inline constexpr message kind_support{"opportunity.support", "support", "accompagnement"};

}  // namespace activateur::territory_messages
