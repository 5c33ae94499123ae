// What the room `planning` says about plans and why there is none.
#pragma once

#include "base/sentence.hpp"

namespace activateur::answer_messages {

// Amounts; one, and several.
inline constexpr message week{"plan.unit.week", "{0} week", "{0} semaine"};
inline constexpr message weeks{"plan.unit.weeks", "{0} weeks", "{0} semaines"};
inline constexpr message euros{"plan.unit.euros", "{0} €", "{0} €"};
inline constexpr message hour{"plan.unit.hour", "{0} hour", "{0} heure"};
inline constexpr message hours{"plan.unit.hours", "{0} hours", "{0} heures"};
inline constexpr message km{"plan.unit.km", "{0} km", "{0} km"};
inline constexpr message step{"plan.unit.step", "{0} step", "{0} étape"};
inline constexpr message steps{"plan.unit.steps", "{0} steps", "{0} étapes"};

inline constexpr message quoted{"plan.quoted", "\"{0}\"", "« {0} »"};
inline constexpr message last_of_list{"plan.and", "{0} and {1}", "{0} et {1}"};
inline constexpr message some_of{"plan.some_of", "{0} of: {1}", "{0} parmi : {1}"};

// More or less than another plan.
inline constexpr message sooner{"plan.than.sooner", "{0} sooner", "{0} plus tôt"};
inline constexpr message later{"plan.than.later", "{0} later", "{0} plus tard"};
inline constexpr message less{"plan.than.less", "{0} less", "{0} de moins"};
inline constexpr message fewer{"plan.than.fewer", "{0} fewer", "{0} de moins"};
inline constexpr message more{"plan.than.more", "{0} more", "{0} de plus"};
inline constexpr message trade{"plan.than.trade", "{0} for {1}", "{0} pour {1}"};
inline constexpr message gain{"plan.than.gain", "{0}, at no other cost", "{0}, sans contrepartie"};
inline constexpr message loss{"plan.than.loss", "{0}, with no gain in these figures",
                              "{0}, sans gain dans ces chiffres"};
inline constexpr message same_figures{"plan.than.same", "the same figures", "les mêmes chiffres"};
inline constexpr message because{"plan.than.because", "{0}, because {1}", "{0}, parce que {1}"};
inline constexpr message stands_for{"plan.than.stands_for", "{0} takes the place of {1}", "{0} prend la place de {1}"};
inline constexpr message added{"plan.than.added", "{0} is added", "{0} s'ajoute"};
inline constexpr message dropped{"plan.than.dropped", "{0} is not taken", "le plan se passe de {0}"};
inline constexpr message other_dates{"plan.than.dates", "the same steps have other dates",
                                     "les mêmes étapes ont d'autres dates"};
inline constexpr message other_changes{"plan.than.others", "other steps change as well ({0})",
                                       "d'autres étapes changent aussi ({0})"};
inline constexpr message with_figures{"plan.step.figures", "{0} ({1})", "{0} ({1})"};

// Plans by what they are best in; and compared with.
inline constexpr message advised{"plan.is.advised", "the plan advised", "le plan conseillé"};
inline constexpr message fastest{"plan.is.fastest", "the fastest", "le plus rapide"};
inline constexpr message cheapest{"plan.is.cheapest", "the cheapest", "le moins cher"};
inline constexpr message lightest{"plan.is.lightest", "the one of fewest hours", "celui qui prend le moins d'heures"};
inline constexpr message closest{"plan.is.closest", "the closest", "le plus proche"};
inline constexpr message fewest{"plan.is.fewest", "the one of fewest steps", "celui qui a le moins d'étapes"};
inline constexpr message to_advised{"plan.to.advised", "Against the plan advised: {0}.",
                                    "Par rapport au plan conseillé : {0}."};
inline constexpr message to_fastest{"plan.to.fastest", "Against the fastest: {0}.",
                                    "Par rapport au plus rapide : {0}."};
inline constexpr message to_cheapest{"plan.to.cheapest", "Against the cheapest: {0}.",
                                     "Par rapport au moins cher : {0}."};
inline constexpr message to_lightest{"plan.to.lightest", "Against the one of fewest hours: {0}.",
                                     "Par rapport à celui qui prend le moins d'heures : {0}."};
inline constexpr message to_closest{"plan.to.closest", "Against the closest: {0}.",
                                    "Par rapport au plus proche : {0}."};
inline constexpr message to_fewest{"plan.to.fewest", "Against the one of fewest steps: {0}.",
                                   "Par rapport à celui qui a le moins d'étapes : {0}."};
inline constexpr message to_previous{"plan.to.previous", "Against the point before: {0}.",
                                     "Par rapport au point précédent : {0}."};
inline constexpr message figures{"plan.figures", "{0} in {1}, {2}, {3}", "{0} en {1}, {2}, {3}"};
inline constexpr message summary{"plan.summary", "{0}: {1}.", "{0} : {1}."};
inline constexpr message point{"plan.point", "Point {0}", "Point {0}"};
inline constexpr message proven{"plan.proven", "Proven.", "C'est prouvé."};
inline constexpr message not_proven{"plan.not_proven", "Not proven.", "Ce n'est pas prouvé."};
inline constexpr message no_less{"plan.no_less", "Not proven: no plan has less than {0}.",
                                 "Ce n'est pas prouvé : aucun plan ne fait moins que {0}."};

// Why a step is there.
inline constexpr message closes_alone{"plan.reason.closes", "It alone closes: {0}.", "Elle seule répond à : {0}."};
inline constexpr message serves{"plan.reason.serves", "Through what follows, it serves: {0}.",
                                "Par ce qui la suit, elle sert à : {0}."};
inline constexpr message needed_by{"plan.reason.needed", "Needed before: {0}.", "Nécessaire avant : {0}."};
inline constexpr message hastens{"plan.reason.hastens", "It brings the goal forward by {0}.",
                                 "Elle avance le but de {0}."};
inline constexpr message idle{"plan.reason.idle", "The plan would stand without it.", "Le plan tiendrait sans elle."};
inline constexpr message landmark{"plan.reason.landmark", "Every plan contains it.", "Aucun plan ne s'en passe."};
inline constexpr message refused{"plan.refused", "If it is refused: {0}.", "Si on la refuse : {0}."};
inline constexpr message refused_never{"plan.refused.never", "If it is refused, there is no plan any more: proven.",
                                       "Si on la refuse, il n'y a plus de plan : c'est prouvé."};
inline constexpr message refused_unknown{
    "plan.refused.unknown", "If it is refused, no plan was found; that there is none is not proven.",
    "Si on la refuse, aucun plan n'a été trouvé ; qu'il n'y en ait pas n'est pas prouvé."};
inline constexpr message may_wait{"plan.slack", "It may start up to {0} later without delaying the goal.",
                                  "Elle peut commencer jusqu'à {0} plus tard sans retarder le but."};
inline constexpr message cannot_wait{"plan.slack.none", "It cannot start later without delaying the goal.",
                                     "Elle ne peut pas commencer plus tard sans retarder le but."};

// What holds the goal back.
inline constexpr message from_start{"plan.hold.start", "{0} starts with the plan.", "{0} commence avec le plan."};
inline constexpr message after_step{"plan.hold.prerequisite", "{0} comes after {1}, which it needs.",
                                    "{0} vient après {1}, dont elle a besoin."};
inline constexpr message full_weeks{"plan.hold.capacity", "{0} waits for weeks that {1} fills.",
                                    "{0} attend des semaines que remplit {1}."};
inline constexpr message short_weeks{"plan.hold.short", "{0} waits for weeks with enough hours.",
                                     "{0} attend des semaines où il y a assez d'heures."};
inline constexpr message for_session{"plan.hold.calendar", "{0} waits for its session.", "{0} attend sa session."};
inline constexpr message could_start{"plan.hold.free", "{0} could start earlier.", "{0} pourrait commencer plus tôt."};

// Why there is no plan.
inline constexpr message ends_at_nobody{"plan.dead_end.nobody", "{0}: no opportunity leads to {1}.",
                                        "{0} : aucune opportunité ne mène à {1}."};
inline constexpr message ends_in_circle{"plan.dead_end.circle",
                                        "{0}: to come to {1} one would already need it, through {2}.",
                                        "{0} : pour arriver à {1}, il faudrait déjà l'avoir, à travers {2}."};
inline constexpr message ends_in_dates{"plan.dead_end.dates", "{0}: the sessions do not follow each other in time.",
                                       "{0} : les sessions ne se suivent pas dans le temps."};
inline constexpr message way_there{"plan.dead_end.way", "The way there: {0}.", "Le chemin : {0}."};
inline constexpr message asks_for{"plan.dead_end.needs", "{0} needs {1}", "{0} demande {1}"};
inline constexpr message if_taught{"plan.dead_end.missing",
                                   "Hours and budget aside, it would be within reach if an opportunity led to {0}.",
                                   "Heures et budget mis à part, ce serait à portée si une opportunité menait à {0}."};
inline constexpr message the_deadline{"plan.limit.deadline", "the deadline (week {0})", "l'échéance (semaine {0})"};
inline constexpr message the_budget{"plan.limit.budget", "the budget ({0})", "le budget ({0})"};
inline constexpr message the_hours{"plan.limit.weekly_hours", "the hours a week", "les heures par semaine"};
inline constexpr message the_distance{"plan.limit.distance", "the distance accepted", "la distance acceptée"};
inline constexpr message the_seats{"plan.limit.seats", "the seats left", "les places restantes"};
inline constexpr message the_refusals{"plan.limit.refused", "the steps refused", "les étapes refusées"};
inline constexpr message the_rules{"plan.limit.rule", "the territory's rules", "les règles du territoire"};
inline constexpr message do_not_fit{"plan.conflict", "These do not hold together: {0}.",
                                    "Ceci ne tient pas ensemble : {0}."};
inline constexpr message never_reached{"plan.conflict.one", "This by itself cannot be reached: {0}.",
                                       "Ceci, à soi seul, ne s'atteint pas : {0}."};
inline constexpr message more_time{"plan.change.deadline", "with {0} more", "avec {0} de plus"};
inline constexpr message more_money{"plan.change.budget", "with {0} more", "avec {0} de plus"};
inline constexpr message more_hours{"plan.change.weekly_hours", "with {0} a week more", "avec {0} de plus par semaine"};
inline constexpr message farther{"plan.change.distance", "going as far as {0} (for {1})",
                                 "en allant jusqu'à {0} (pour {1})"};
inline constexpr message a_seat{"plan.change.seats", "with a seat at {0}", "avec une place à {0}"};
inline constexpr message accepting{"plan.change.refused", "accepting {0}", "en acceptant {0}"};
inline constexpr message allowed{"plan.change.rule", "if the rules allowed {0}", "si les règles permettaient {0}"};
inline constexpr message giving_up{"plan.change.requirement", "without {0}, or if an opportunity led to it otherwise",
                                   "sans {0}, ou si une opportunité y menait autrement"};
inline constexpr message then_a_plan{"plan.change.then", "A plan exists {0}: {1}.", "Un plan existe {0} : {1}."};
inline constexpr message no_less_change{"plan.change.least", "Less is not enough: proven.",
                                        "Moins ne suffit pas : c'est prouvé."};
inline constexpr message maybe_less_change{"plan.change.maybe", "Whether less is enough is not known.",
                                           "On ne sait pas si moins suffirait."};
// Beside a dead end, which no change lifts.
inline constexpr message rest_then_a_plan{"plan.change.rest", "For the rest of what is asked, a plan exists {0}: {1}.",
                                          "Pour le reste de ce qui est demandé, un plan existe {0} : {1}."};
inline constexpr message rest_no_less{"plan.change.rest_least", "Less is not enough for that rest: proven.",
                                      "Moins ne suffit pas pour ce reste : c'est prouvé."};
inline constexpr message rest_maybe_less{"plan.change.rest_maybe", "Whether less is enough for that rest is not known.",
                                         "On ne sait pas si moins suffirait pour ce reste."};

}  // namespace activateur::answer_messages
