// What is said about plans that are followed.
#pragma once

#include "base/sentence.hpp"

namespace activateur::follow_messages {

// Errors.
inline constexpr message no_plan{"follow.plan", "This is no plan (\"activateur/plan/1\"). Compute one first.",
                                 "Ceci n'est pas un plan (« activateur/plan/1 »). Calculez-en un d'abord."};
inline constexpr message not_followed{"follow.not", "This plan is not followed yet. Begin to follow it first.",
                                      "Ce plan n'est pas encore suivi. Commencez par le suivre."};
inline constexpr message already{"follow.already", "This plan is followed already, at revision {0}. Record or re-plan.",
                                 "Ce plan est déjà suivi, à la révision {0}. Notez un événement ou replanifiez."};
inline constexpr message too_many{"follow.count", "\"{0}\" holds more than {1} elements. Begin another plan.",
                                  "« {0} » compte plus de {1} éléments. Commencez un autre plan."};
inline constexpr message bad_state{"follow.state", "\"{0}\" is no state of a step. Use one of: {1}.",
                                   "« {0} » n'est pas l'état d'une étape. Utilisez l'un de : {1}."};
inline constexpr message bad_date{
    "follow.date", "The step has no \"{0}\" that is a date. Give the plan as it was stored.",
    "L'étape n'a pas de « {0} » qui soit une date. Donnez le plan tel qu'il a été gardé."};
inline constexpr message bad_number{"follow.number", "\"{0}\" must be a whole number between {1} and {2}.",
                                    "« {0} » doit être un nombre entier compris entre {1} et {2}."};
inline constexpr message twice{"follow.twice", "Two steps have the id \"{0}\". Give the plan as it was stored.",
                               "Deux étapes ont l'identifiant « {0} ». Donnez le plan tel qu'il a été gardé."};
inline constexpr message two_live{
    "follow.live", "Two steps that have not ended are the same opportunity, \"{0}\". Give the plan as it was stored.",
    "Deux étapes non terminées sont la même opportunité, « {0} ». Donnez le plan tel qu'il a été gardé."};
inline constexpr message no_step{"follow.step", "The plan has no step \"{0}\". Its steps are: {1}.",
                                 "Le plan n'a pas d'étape « {0} ». Ses étapes sont : {1}."};
inline constexpr message transition{"follow.transition",
                                    "The step \"{0}\" is {1} and cannot become {2}. It can become: {3}.",
                                    "L'étape « {0} » est {1} et ne peut pas devenir {2}. Elle peut devenir : {3}."};
inline constexpr message at_its_end{"follow.ended", "The step \"{0}\" is {1}: nothing more is recorded of it.",
                                    "L'étape « {0} » est {1} : plus rien ne s'y note."};
inline constexpr message no_author{"follow.by", "Say who says so, by a pseudonym of 1 to {0} bytes.",
                                   "Dites qui le dit, par un pseudonyme de 1 à {0} octets."};
inline constexpr message civil_id{"follow.nir", "This looks like a social security number. Name people by a pseudonym.",
                                  "Ceci ressemble à un numéro de sécurité sociale. Nommez les personnes par un "
                                  "pseudonyme."};
inline constexpr message no_reason{"follow.reason", "Say why the step is dropped: a reason of 1 to {0} bytes.",
                                   "Dites pourquoi l'étape est abandonnée : une raison de 1 à {0} octets."};
inline constexpr message too_long{"follow.long", "The {0} is longer than {1} bytes. Shorten it.",
                                  "« {0} » dépasse {1} octets. Raccourcissez."};
inline constexpr message no_evidence_here{"follow.evidence",
                                          "Evidence belongs to a step that is done, at most {0} references.",
                                          "Les preuves vont avec une étape faite, au plus {0} références."};
inline constexpr message no_until_here{"follow.until",
                                       "\"until\" belongs to a step that is postponed, and comes after {0}.",
                                       "« until » va avec une étape reportée, et vient après le {0}."};
inline constexpr message future{"follow.future", "The event is said to be at {0}, after now ({1}). Correct its moment.",
                                "L'événement est daté du {0}, après maintenant ({1}). Corrigez son moment."};
inline constexpr message out_of_order{"follow.order",
                                      "The event is said to be at {0}, before the last one of this step ({1}).",
                                      "L'événement est daté du {0}, avant le dernier de cette étape ({1})."};

// States, inside sentences.
inline constexpr message states[] = {{"state.proposed", "proposed", "proposée"},
                                     {"state.agreed", "agreed", "acceptée"},
                                     {"state.postponed", "postponed", "reportée"},
                                     {"state.under_way", "under way", "en cours"},
                                     {"state.done", "done", "faite"},
                                     {"state.failed", "failed", "échouée"},
                                     {"state.dropped", "dropped", "abandonnée"}};

// Why an opportunity is not taken again.
inline constexpr message was_dropped{"plan.dropped", "{0} was dropped.", "{0} a été abandonnée."};
inline constexpr message no_later{"plan.no_later", "{0} has no start after {1}.",
                                  "{0} n'a plus de départ après le {1}."};

// What became of each step; {1} is a cause.
inline constexpr message kept{"change.kept", "{0}: as planned.", "{0} : comme prévu."};
inline constexpr message kept_promised{"change.kept.promised", "{0} is {1} and stays on its dates.",
                                       "{0} est {1} et garde ses dates."};
inline constexpr message repriced{"change.kept.cost", "{0} stays; {1} € are left to pay instead of {2} €.",
                                  "{0} reste ; il y a {1} € à payer au lieu de {2} €."};
inline constexpr message moved{"change.moved", "{0} starts on {1} instead of {2}: {3}.",
                               "{0} commence le {1} au lieu du {2} : {3}."};
inline constexpr message added{"change.added", "{0} is added: {1}.", "{0} s'ajoute : {1}."};
inline constexpr message removed{"change.removed", "{0} is left out: {1}.", "{0} est retirée : {1}."};
inline constexpr message summary{"change.text", "Kept: {0}; moved: {1}; added: {2}; left out: {3}.",
                                 "Gardées : {0} ; déplacées : {1} ; ajoutées : {2} ; retirées : {3}."};

// Causes.
inline constexpr message date_passed{"cause.date_passed", "its date has passed and nothing was recorded",
                                     "sa date est passée sans que rien soit noté"};
inline constexpr message postponed{"cause.postponed", "it was postponed", "elle a été reportée"};
inline constexpr message session_gone{"cause.session", "it has no start on that date any more",
                                      "elle n'a plus de départ à cette date"};
inline constexpr message hours{"cause.hours", "the free hours of those weeks are not enough any more",
                               "les heures libres de ces semaines ne suffisent plus"};
inline constexpr message waits{"cause.waits", "it waits for {0}", "elle attend {0}"};
inline constexpr message not_ready{"cause.not_ready", "what it needs cannot be had by its date any more",
                                   "ce qu'elle demande ne peut plus être acquis à sa date"};
inline constexpr message gone{"cause.gone", "the territory does not offer it any more",
                              "le territoire ne la propose plus"};
inline constexpr message excluded{"cause.excluded", "{0}", "{0}"};
inline constexpr message goal{"cause.goal", "the goal has changed", "le but a changé"};
inline constexpr message evidence{"cause.evidence", "what it answers to is recognised now",
                                  "ce à quoi elle répond est maintenant reconnu"};
inline constexpr message cost{"cause.cost", "it costs {0} € instead of {1} €", "elle coûte {0} € au lieu de {1} €"};
inline constexpr message budget{"cause.budget", "the budget left does not pay for it",
                                "le budget restant n'y suffit pas"};
inline constexpr message needless{"cause.needless", "the steps it prepared are not in the plan any more",
                                  "les étapes qu'elle préparait ne sont plus dans le plan"};
inline constexpr message asked{"cause.asked", "it was asked for", "elle a été demandée"};
inline constexpr message again{"cause.again", "it is offered again after it failed",
                               "elle est proposée de nouveau après un échec"};
inline constexpr message replaces{"cause.replaces", "it takes the place of {0}, which is {1}",
                                  "elle prend la place de {0}, qui est {1}"};
inline constexpr message replaces_left{"cause.replaces", "it takes the place of {0}", "elle prend la place de {0}"};
inline constexpr message served{"cause.served", "it answers to what nothing answered to: {0}",
                                "elle répond à ce à quoi rien ne répondait : {0}"};
inline constexpr message prepares{"cause.prepares", "{0} needs it before", "{0} la demande avant"};
inline constexpr message better{"cause.better", "the plan is better so", "le plan est meilleur ainsi"};

// Reminders.
inline constexpr message enrol{"reminder.enrol", "Enrol in {0} by {1}.", "S'inscrire à {0} au plus tard le {1}."};
inline constexpr message start{"reminder.start", "{0} starts on {1}.", "{0} commence le {1}."};
inline constexpr message ask_evidence{
    "reminder.evidence", "{0} ended on {1}. Ask how it went, and for the evidence of it.",
    "{0} a fini le {1}. Demander comment cela s'est passé, et la preuve qui en reste."};
inline constexpr message overdue_start{"reminder.overdue.start",
                                       "{0} should have started on {1} and nothing was recorded. Record, or re-plan.",
                                       "{0} devait commencer le {1} et rien n'est noté. Notez, ou replanifiez."};
inline constexpr message overdue_end{"reminder.overdue.end",
                                     "{0} should have ended on {1} and nothing was recorded. Record what came of it.",
                                     "{0} devait finir le {1} et rien n'est noté. Notez ce qu'il en est."};

}  // namespace activateur::follow_messages
