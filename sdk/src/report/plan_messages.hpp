// What a plan says outside: on its page, in its pictures, in a calendar. Words that the report has are in messages.hpp.
#pragma once

#include "base/sentence.hpp"

namespace activateur::report::words {

#define ACTIVATEUR_WORDS(id, en, fr) \
  inline constexpr message id { "report.plan." #id, en, fr }

// Errors
ACTIVATEUR_WORDS(plan_not_a_plan, "This is no document \"activateur/plan/1\". Give a plan.",
                 "Ce n'est pas un document « activateur/plan/1 ». Donnez un plan.");
ACTIVATEUR_WORDS(plan_no_date, "\"{0}\" is missing, or no date between 1900 and 2199 (2026-11-24). Correct the plan.",
                 "« {0} » manque, ou n'est pas une date entre 1900 et 2199 (2026-11-24). Corrigez le plan.");
ACTIVATEUR_WORDS(plan_too_many, "The plan has too much in it: more than {0} elements. Split it.",
                 "Le plan contient trop de choses : plus de {0} éléments. Découpez-le.");
ACTIVATEUR_WORDS(plan_unknown_state, "\"{0}\" is no state of a step. Use one of: {1}.",
                 "« {0} » n'est pas l'état d'une étape. Utilisez l'un de : {1}.");
ACTIVATEUR_WORDS(plan_no_calendar,
                 "This plan has no step, so there is no calendar to write (RFC 5545 asks for an entry). Use another "
                 "format.",
                 "Ce plan n'a pas d'étape, il n'y a donc pas d'agenda à écrire (la RFC 5545 demande une entrée). "
                 "Utilisez un autre format.");
ACTIVATEUR_WORDS(plan_unknown_format, "A plan is not written as \"{0}\". Use one of: {1}.",
                 "Un plan ne s'écrit pas en « {0} ». Utilisez l'un de : {1}.");

// Frame of the page
ACTIVATEUR_WORDS(plan_document_title, "Action plan: {0}", "Plan d'action : {0}");
ACTIVATEUR_WORDS(plan_kicker, "Action plan", "Plan d'action");
ACTIVATEUR_WORDS(plan_h1, "What to do, and when: {0}", "Quoi faire, et quand : {0}");
ACTIVATEUR_WORDS(plan_revision, "Version of the plan", "Version du plan");
ACTIVATEUR_WORDS(h_plan_time, "Week by week", "Semaine par semaine");
ACTIVATEUR_WORDS(h_plan_order, "What comes before what", "Ce qui vient avant quoi");
ACTIVATEUR_WORDS(plan_next, "Next: {0}, on {1}.", "Prochaine étape : {0}, le {1}.");
ACTIVATEUR_WORDS(plan_next_flexible, "Next: {0}, in the week of {1}.",
                 "Prochaine étape : {0}, dans la semaine du {1}.");
ACTIVATEUR_WORDS(plan_all_over, "Every step is over.", "Toutes les étapes sont terminées.");
ACTIVATEUR_WORDS(plan_no_steps, "There is no step in this plan. See below what is missing.",
                 "Ce plan n'a pas d'étape. Voyez plus bas ce qui manque.");
ACTIVATEUR_WORDS(
    plan_contest,
    "This plan is a proposal. It decides nothing. You may ask why, refuse a step, or ask for another plan.",
    "Ce plan est une proposition. Il ne décide de rien. Vous pouvez demander pourquoi, refuser une étape, "
    "ou demander un autre plan.");

// States
ACTIVATEUR_WORDS(st_proposed, "proposed", "proposée");
ACTIVATEUR_WORDS(st_agreed, "agreed", "acceptée");
ACTIVATEUR_WORDS(st_postponed, "postponed", "reportée");
ACTIVATEUR_WORDS(st_under_way, "under way", "en cours");
ACTIVATEUR_WORDS(st_done, "done", "faite");
ACTIVATEUR_WORDS(st_failed, "did not succeed", "non réussie");
ACTIVATEUR_WORDS(st_dropped, "dropped", "abandonnée");

// Figures and their tables
ACTIVATEUR_WORDS(legend_session, "starts on a fixed date", "commence à une date fixe");
ACTIVATEUR_WORDS(plan_alone_desc, "{0} Hours a week: at most {1}. Left to pay in all: {2}. Target reached by {3}.",
                 "{0} Heures par semaine : au plus {1}. À payer en tout : {2}. Objectif atteint au plus tard le {3}.");
ACTIVATEUR_WORDS(plan_alone_step, "{0}. {1}: from {2} to {3}, {4}, {5}.", "{0}. {1} : du {2} au {3}, {4}, {5}.");
ACTIVATEUR_WORDS(weeks_summary, "Hours and payments, week by week", "Les heures et les paiements, semaine par semaine");
ACTIVATEUR_WORDS(col_week_of, "Week of", "Semaine du");
ACTIVATEUR_WORDS(order_caption, "Steps from left to right: an arrow leads from a step to those that wait for it",
                 "Les étapes de gauche à droite : une flèche va d'une étape à celles qui l'attendent");
ACTIVATEUR_WORDS(order_title, "What comes before what: {0}", "Ce qui vient avant quoi : {0}");
ACTIVATEUR_WORDS(order_desc, "Steps: {0}; waiting for others: {1}. {2}",
                 "Étapes : {0} ; qui en attendent d'autres : {1}. {2}");
ACTIVATEUR_WORDS(order_one, "{0}. {1}, after: {2}.", "{0}. {1}, après : {2}.");
ACTIVATEUR_WORDS(order_table, "What each step waits for, and what it opens",
                 "Ce que chaque étape attend, et ce qu'elle ouvre");
ACTIVATEUR_WORDS(order_more, "More steps: {0}", "Autres étapes : {0}");
ACTIVATEUR_WORDS(order_some_of, "{0} of {1}", "{0} sur {1}");
ACTIVATEUR_WORDS(order_need, "{0} of {1} among: {2}", "{0} sur {1} parmi : {2}");
ACTIVATEUR_WORDS(order_cut, "The picture shows the first {0} steps; the table has all of them.",
                 "La figure montre les {0} premières étapes ; le tableau les a toutes.");
ACTIVATEUR_WORDS(order_legend, "{0} of {1}: that many of what a step asks must be there before",
                 "{0} sur {1} : il en faut autant avant de commencer l'étape");
ACTIVATEUR_WORDS(col_state_of_step, "Progress", "Avancement");
ACTIVATEUR_WORDS(col_waits_for, "Waits for", "Attend");
ACTIVATEUR_WORDS(col_opens, "Opens", "Ouvre");
ACTIVATEUR_WORDS(nothing_before, "nothing", "rien");

// A step in words
ACTIVATEUR_WORDS(step_session, "Session on {0}.", "Session le {0}.");
ACTIVATEUR_WORDS(step_flexible, "No fixed date: any day of the week of {0}.",
                 "Pas de date fixe : n'importe quel jour de la semaine du {0}.");
ACTIVATEUR_WORDS(step_enrol, "Enrol by {0} at the latest.", "Inscrivez-vous au plus tard le {0}.");
ACTIVATEUR_WORDS(step_state, "State: {0}.", "État : {0}.");
ACTIVATEUR_WORDS(step_more_at, "More about: {0}", "En savoir plus : {0}");
ACTIVATEUR_WORDS(step_waits, "It waits for: {0}.", "Elle attend : {0}.");
ACTIVATEUR_WORDS(step_closes_list, "It closes: {0}.", "Elle comble : {0}.");
ACTIVATEUR_WORDS(enrol_alarm, "Enrol by {0}: {1}", "Inscription au plus tard le {0} : {1}");

#undef ACTIVATEUR_WORDS

}  // namespace activateur::report::words
