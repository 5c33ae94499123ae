// What the report says, in both languages. Short sentences; the reader is the person, then a professional.
#pragma once

#include "base/sentence.hpp"

namespace activateur::report::words {

#define ACTIVATEUR_WORDS(id, en, fr) \
  inline constexpr message id { "report." #id, en, fr }

// Frame
ACTIVATEUR_WORDS(skip, "Skip to the content", "Aller au contenu");
ACTIVATEUR_WORDS(kicker, "Gap and action plan", "Écart et plan d'action");
ACTIVATEUR_WORDS(document_title, "Gap and action plan: {0}", "Écart et plan d'action : {0}");
ACTIVATEUR_WORDS(towards_job, "Your way to the job: {0}", "Votre chemin vers le métier : {0}");
ACTIVATEUR_WORDS(towards_qualification, "Your way to the qualification: {0}",
                 "Votre chemin vers la certification : {0}");
ACTIVATEUR_WORDS(towards_vacancy, "Your way to the position: {0}", "Votre chemin vers le poste : {0}");
ACTIVATEUR_WORDS(towards_achievement, "Your way to the badge: {0}", "Votre chemin vers le badge : {0}");
ACTIVATEUR_WORDS(towards_venture, "Your way to your venture: {0}", "Votre chemin vers votre projet : {0}");
ACTIVATEUR_WORDS(person, "Person (pseudonym)", "Personne (pseudonyme)");
ACTIVATEUR_WORDS(target_job, "Target job", "Métier visé");
ACTIVATEUR_WORDS(target_other, "Target", "Objectif visé");
ACTIVATEUR_WORDS(target_with_code, "{0} ({1})", "{0} ({1})");
ACTIVATEUR_WORDS(date_made, "Made on", "Établi le");
ACTIVATEUR_WORDS(territory_name, "Territory", "Territoire");
ACTIVATEUR_WORDS(example_short, "Fictitious example", "Exemple fictif");
ACTIVATEUR_WORDS(example_long,
                 "Nobody and nothing here exists: not the person, not the organisations, not the badges, prices and "
                 "dates.",
                 "Rien de ce qui suit n'existe : ni la personne, ni les organismes, ni les badges, les prix et les "
                 "dates.");
ACTIVATEUR_WORDS(contents, "Contents", "Sommaire");

// Headings
ACTIVATEUR_WORDS(h_answer, "The short answer", "La réponse courte");
ACTIVATEUR_WORDS(h_credentials, "What was verified", "Ce qui a été vérifié");
ACTIVATEUR_WORDS(h_gap, "The gap", "L'écart");
ACTIVATEUR_WORDS(h_requirements, "What is asked, one by one", "Ce qui est demandé, point par point");
ACTIVATEUR_WORDS(h_plan, "The plan", "Le plan");
ACTIVATEUR_WORDS(h_steps, "The steps", "Les étapes");
ACTIVATEUR_WORDS(h_missing, "What is missing in the territory", "Ce qui manque sur le territoire");
ACTIVATEUR_WORDS(h_method, "How this was computed", "Comment cela a été calculé");
ACTIVATEUR_WORDS(h_contest, "You may contest it", "Vous pouvez le contester");
ACTIVATEUR_WORDS(h_attributions, "Sources", "Sources");

// Short answer
ACTIVATEUR_WORDS(answer_belief, "Of what is asked, {0} is recognised today.",
                 "Sur tout ce qui est demandé, {0} est reconnu aujourd'hui.");
ACTIVATEUR_WORDS(answer_expectation, "Counting what your experience makes likely, you would be at {0}.",
                 "En comptant ce que votre expérience laisse présumer, vous en seriez à {0}.");
ACTIVATEUR_WORDS(answer_plausibility, "If all that is not known turned out well, you would reach {0}.",
                 "Si tout ce qui n'est pas connu se révélait acquis, vous atteindriez {0}.");
ACTIVATEUR_WORDS(answer_unproven, "What is not proven is not counted as absent.",
                 "Ce qui n'est pas prouvé n'est pas compté comme absent.");
ACTIVATEUR_WORDS(answer_plan_one, "The plan has {0} step.", "Le plan a {0} étape.");
ACTIVATEUR_WORDS(answer_plan_many, "The plan has {0} steps.", "Le plan compte {0} étapes.");
ACTIVATEUR_WORDS(answer_plan_span, "It starts on {0} and ends on {1}. {2} is left for you to pay.",
                 "Il commence le {0} et se termine le {1}. Il vous reste {2} à payer.");
ACTIVATEUR_WORDS(coverage_caption, "How much of the target is covered", "Quelle part de l'objectif est couverte");
ACTIVATEUR_WORDS(coverage_desc,
                 "Three bars from 0 to 100%. Recognised today: {0}. With what is presumed: {1}. At most: {2}.",
                 "Trois barres de 0 à 100 %. Reconnu aujourd'hui : {0}. Avec ce qui est présumé : {1}. Au plus : {2}.");
ACTIVATEUR_WORDS(bar_recognised, "Recognised today", "Reconnu aujourd'hui");
ACTIVATEUR_WORDS(bar_expected, "With what is presumed", "Avec ce qui est présumé");
ACTIVATEUR_WORDS(bar_plausible, "At most", "Au plus");
ACTIVATEUR_WORDS(coverage_table, "Coverage of the target, weighted by importance",
                 "Couverture de l'objectif, pondérée par l'importance");
ACTIVATEUR_WORDS(col_scope, "What counts", "Ce qui compte");
ACTIVATEUR_WORDS(scope_all, "Everything that is asked", "Tout ce qui est demandé");
ACTIVATEUR_WORDS(scope_essential, "The essentials alone", "L'essentiel seulement");

// States
ACTIVATEUR_WORDS(s_recognised, "Recognised", "Reconnu");
ACTIVATEUR_WORDS(s_presumed, "Presumed, to be recognised", "Présumé, à faire reconnaître");
ACTIVATEUR_WORDS(s_to_explore, "To explore", "À explorer");
ACTIVATEUR_WORDS(s_to_acquire, "To acquire", "À acquérir");
ACTIVATEUR_WORDS(why_recognised, "Someone other than you has confirmed it. There is nothing more to do.",
                 "Une autre personne que vous l'a confirmé. Vous n'avez rien de plus à faire.");
ACTIVATEUR_WORDS(why_presumed,
                 "Your experience makes it likely. What is lacking is a proof, not the competence: have it recognised.",
                 "Votre expérience le rend probable. Il manque une preuve, pas la compétence : faites-la reconnaître.");
ACTIVATEUR_WORDS(why_to_explore, "Too little is known either way. Try it, or tell us more.",
                 "On en sait trop peu, dans un sens ou dans l'autre. Essayez, ou dites-en plus.");
ACTIVATEUR_WORDS(why_to_acquire, "What is known says that it is still to be learnt.",
                 "Ce que l'on sait indique que cela reste à apprendre.");
ACTIVATEUR_WORDS(none_in_state, "Nothing here.", "Rien dans cette catégorie.");

// Gap figure and table
ACTIVATEUR_WORDS(gap_intro_one, "{0} requirement is compared with what you bring.",
                 "{0} exigence est comparée à ce que vous apportez.");
ACTIVATEUR_WORDS(gap_intro_many, "{0} requirements are compared with what you bring.",
                 "{0} exigences sont comparées à ce que vous apportez.");
ACTIVATEUR_WORDS(gap_caption, "Each requirement, and what is known of it", "Chaque exigence, et ce que l'on en sait");
ACTIVATEUR_WORDS(gap_of, "The gap: {0}", "L'écart : {0}");
ACTIVATEUR_WORDS(gap_desc,
                 "One bar a requirement, from 0 to 100%, grouped by state: recognised {0}, presumed {1}, to explore "
                 "{2}, to acquire {3}. The table after the figure gives the same values.",
                 "Une barre par exigence, de 0 à 100 %, groupées par état : reconnu {0}, présumé {1}, à explorer {2}, "
                 "à acquérir {3}. Le tableau qui suit la figure donne les mêmes valeurs.");
ACTIVATEUR_WORDS(legend_solid, "recognised", "reconnu");
ACTIVATEUR_WORDS(legend_hatched, "presumed", "présumé");
ACTIVATEUR_WORDS(legend_empty, "not known", "non connu");
ACTIVATEUR_WORDS(legend_dotted, "seen as not mastered", "vu comme non maîtrisé");
ACTIVATEUR_WORDS(legend_tick, "needed to count as recognised ({0})", "seuil pour être reconnu ({0})");
ACTIVATEUR_WORDS(legend_essential, "◆ essential", "◆ essentiel");
ACTIVATEUR_WORDS(gap_table_summary, "The same values as a table", "Les mêmes valeurs en tableau");
ACTIVATEUR_WORDS(gap_table_caption, "Requirements by state, the best known first",
                 "Exigences par état, les mieux connues d'abord");
ACTIVATEUR_WORDS(col_requirement, "Requirement", "Exigence");
ACTIVATEUR_WORDS(col_state, "State", "État");
ACTIVATEUR_WORDS(col_essential, "Essential", "Essentiel");
ACTIVATEUR_WORDS(col_recognised, "Recognised", "Reconnu");
ACTIVATEUR_WORDS(col_presumed, "With what is presumed", "Avec le présumé");
ACTIVATEUR_WORDS(col_plausible, "At most", "Au plus");
ACTIVATEUR_WORDS(yes, "yes", "oui");
ACTIVATEUR_WORDS(no, "no", "non");
ACTIVATEUR_WORDS(h_parts, "Part by part", "Partie par partie");
ACTIVATEUR_WORDS(part_counts, "Requirements: {0}. Recognised {1}, presumed {2}, to explore {3}, to acquire {4}.",
                 "Exigences : {0}. Reconnues {1}, présumées {2}, à explorer {3}, à acquérir {4}.");
ACTIVATEUR_WORDS(h_groups, "A choice among several", "Au choix parmi plusieurs");
ACTIVATEUR_WORDS(group_asked, "{0} of these {1} are asked. Recognised {2}, presumed {3}.",
                 "Il en faut {0} parmi {1}. Reconnues {2}, présumées {3}.");
ACTIVATEUR_WORDS(h_conditions, "Conditions that are no competence", "Conditions qui ne sont pas des compétences");
ACTIVATEUR_WORDS(condition_held, "declared by you", "déclarée par vous");
ACTIVATEUR_WORDS(condition_unknown, "not known yet: say whether you have it",
                 "pas encore connue : dites si vous l'avez");
ACTIVATEUR_WORDS(to_explore_intro, "Explore these by doing:", "À explorer en faisant :");
ACTIVATEUR_WORDS(to_acquire_intro, "Learn these:", "À apprendre :");
ACTIVATEUR_WORDS(to_confirm_intro, "Confirm these conditions:", "Conditions à confirmer :");
ACTIVATEUR_WORDS(smallest_proven, "No smaller set of steps would do. The computation proves it.",
                 "Aucun ensemble d'étapes plus petit ne suffirait. Le calcul le prouve.");
ACTIVATEUR_WORDS(smallest_open, "No smaller set of steps was found; there may be one.",
                 "Aucun ensemble d'étapes plus petit n'a été trouvé ; il en existe peut-être un.");
ACTIVATEUR_WORDS(to_recognise_title, "The shortest way to a better answer",
                 "Le plus court chemin vers une meilleure réponse");
ACTIVATEUR_WORDS(to_recognise_intro,
                 "Once these are recognised, everything essential that is presumed today counts as recognised:",
                 "Une fois ces points reconnus, tout l'essentiel présumé aujourd'hui compte comme reconnu :");
ACTIVATEUR_WORDS(tag_choice, "choice: {0}", "au choix : {0}");
ACTIVATEUR_WORDS(tag_level, "level {0} of 4", "niveau {0} sur 4");
ACTIVATEUR_WORDS(item_settle, "The shortest way to know: {0} × {1} ({2}), about {3}.",
                 "Le plus court pour le savoir : {0} × {1} ({2}), environ {3}.");
ACTIVATEUR_WORDS(item_contradicted, "What is known disagrees: look at both sides together.",
                 "Ce que l'on sait se contredit : regardez les deux côtés ensemble.");
ACTIVATEUR_WORDS(from_client, "from a client", "d'un client");
ACTIVATEUR_WORDS(from_professional, "from a professional", "d'un professionnel");
ACTIVATEUR_WORDS(from_verified, "verified", "vérifié");
ACTIVATEUR_WORDS(near_one, "{0} ({1})", "{0} ({1})");

// One requirement
ACTIVATEUR_WORDS(tag_essential, "essential", "essentiel");
ACTIVATEUR_WORDS(tag_emerging, "emerging", "émergent");
ACTIVATEUR_WORDS(k_know_how, "know-how", "savoir-faire");
ACTIVATEUR_WORDS(k_soft_skill, "soft skill", "savoir-être");
ACTIVATEUR_WORDS(k_knowledge, "knowledge", "savoir");
ACTIVATEUR_WORDS(item_values, "Recognised {0}, with what is presumed {1}, at most {2}.",
                 "Reconnu : {0} ; avec le présumé : {1} ; au plus : {2}.");
ACTIVATEUR_WORDS(item_overridden, "Decided by {0}: {1}. Reason: {2}", "Décidé par {0} : {1}. Raison : {2}");
ACTIVATEUR_WORDS(item_no_evidence, "Nothing in the portfolio speaks of it yet.",
                 "Rien dans le portefeuille n'en parle encore.");
ACTIVATEUR_WORDS(evidence_one, "What it rests on ({0} item)", "Sur quoi cela repose ({0} élément)");
ACTIVATEUR_WORDS(evidence_many, "What it rests on ({0} items)", "Sur quoi cela repose ({0} éléments)");
ACTIVATEUR_WORDS(evidence_line, "{0}: {1}. Weight {2}.", "{0} : {1}. Poids {2}.");
ACTIVATEUR_WORDS(evidence_against, "It speaks against.", "Cela va à l'encontre.");
ACTIVATEUR_WORDS(evidence_from, "From: {0}.", "De : {0}.");
ACTIVATEUR_WORDS(evidence_via, "Through: {0}.", "Par : {0}.");
ACTIVATEUR_WORDS(evidence_dated, "Dated {0}.", "Du {0}.");
ACTIVATEUR_WORDS(presumption_job, "Presumed from “{0}”, {1} months as {2}: {3}.",
                 "Présumé d'après « {0} », {1} mois comme {2} : {3}.");
ACTIVATEUR_WORDS(presumption_named, "Presumed from “{0}”, {1} months, named by you: {2}.",
                 "Présumé d'après « {0} », {1} mois, nommé par vous : {2}.");
ACTIVATEUR_WORDS(presumption_neighbour, "Presumed from what is known of a close competence: {0}.",
                 "Présumé d'après ce que l'on sait d'une compétence proche : {0}.");
ACTIVATEUR_WORDS(near_misses, "Close to it, and yours already: {0}.", "Proche, et déjà chez vous : {0}.");

// Kinds of evidence and how a competence was reached
ACTIVATEUR_WORDS(e_credential, "Badge", "Badge");
ACTIVATEUR_WORDS(e_qualification, "Qualification", "Diplôme ou titre");
ACTIVATEUR_WORDS(e_observation, "Observation by a professional", "Observation par un professionnel");
ACTIVATEUR_WORDS(e_feedback, "Feedback", "Retour");
ACTIVATEUR_WORDS(e_endorsement, "Endorsement", "Recommandation");
ACTIVATEUR_WORDS(e_self_assessment, "Your own assessment", "Votre auto-évaluation");
ACTIVATEUR_WORDS(e_experience, "Experience", "Expérience");
ACTIVATEUR_WORDS(a_exact, "Exactly this competence.", "Exactement cette compétence.");
ACTIVATEUR_WORDS(a_macro_to_item, "A broader competence that includes it.",
                 "Une compétence plus large, qui la contient.");
ACTIVATEUR_WORDS(a_item_to_macro, "A narrower competence, part of it.",
                 "Une compétence plus précise, qui en fait partie.");
ACTIVATEUR_WORDS(a_same_macro, "A close competence, of the same family.", "Une compétence proche, de la même famille.");
ACTIVATEUR_WORDS(a_job, "A job that asks for it.", "Un métier qui la demande.");
ACTIVATEUR_WORDS(a_label, "A closely worded label.", "Un libellé proche.");
ACTIVATEUR_WORDS(a_text, "Read from the badge's words, to be confirmed.", "Lu dans les mots du badge, à confirmer.");
ACTIVATEUR_WORDS(a_covered_job, "Much of what this job asks is recognised.",
                 "Une bonne part de ce que demande ce métier est reconnue.");
ACTIVATEUR_WORDS(a_same_label, "The same label in another framework.", "Le même libellé dans un autre référentiel.");
ACTIVATEUR_WORDS(a_mapped_exact, "The same competence in another framework.",
                 "La même compétence dans un autre référentiel.");
ACTIVATEUR_WORDS(a_mapped_close, "A close competence of another framework.",
                 "Une compétence proche d'un autre référentiel.");
ACTIVATEUR_WORDS(a_mapped_broader, "Part of it, in another framework.", "Une partie, dans un autre référentiel.");
ACTIVATEUR_WORDS(a_mapped_narrower, "A broader competence of another framework.",
                 "Une compétence plus large d'un autre référentiel.");

// Verification
ACTIVATEUR_WORDS(credentials_none, "No badge was given.", "Aucun badge n'a été fourni.");
ACTIVATEUR_WORDS(credentials_intro,
                 "Each badge was checked with what its issuer publishes. A badge that is not confirmed is shown, and "
                 "counts for little or nothing.",
                 "Chaque badge a été contrôlé avec ce que publie son émetteur. Un badge non confirmé est montré, et "
                 "compte pour peu ou pour rien.");
ACTIVATEUR_WORDS(v_valid, "Valid", "Valide");
ACTIVATEUR_WORDS(v_invalid, "Refused", "Refusé");
ACTIVATEUR_WORDS(v_indeterminate, "Not confirmed", "Non confirmé");
ACTIVATEUR_WORDS(untitled, "Untitled badge", "Badge sans titre");
ACTIVATEUR_WORDS(issued_by, "Issued by {0}.", "Délivré par {0}.");
ACTIVATEUR_WORDS(issuer_unknown, "an issuer that is not named", "un émetteur qui n'est pas nommé");
ACTIVATEUR_WORDS(checks_one, "The {0} check made", "Le contrôle effectué ({0})");
ACTIVATEUR_WORDS(checks_many, "The {0} checks made", "Les {0} contrôles effectués");
ACTIVATEUR_WORDS(check_line, "{0}: {1}.", "{0} : {1}.");
ACTIVATEUR_WORDS(credential_form, "Form: {0}. File: {1}. SHA-256: {2}.", "Forme : {0}. Fichier : {1}. SHA-256 : {2}.");

// Plan
ACTIVATEUR_WORDS(plan_none, "No plan was asked for.", "Aucun plan n'a été demandé.");
ACTIVATEUR_WORDS(plan_infeasible_proven,
                 "No plan exists within your constraints. This is proven. See what is missing, below.",
                 "Aucun plan n'existe dans le cadre de vos contraintes. C'est prouvé. Voyez plus bas ce qui manque.");
ACTIVATEUR_WORDS(plan_infeasible_open, "No plan was found in the time allowed. That does not prove that there is none.",
                 "Aucun plan n'a été trouvé dans le temps accordé. Cela ne prouve pas qu'il n'y en a pas.");
ACTIVATEUR_WORDS(plan_nothing_to_do, "Nothing is left to do for this target.",
                 "Il ne reste rien à faire pour cet objectif.");
ACTIVATEUR_WORDS(plan_totals, "In all: {0} of your time, {1} left to pay, {2} before funding.",
                 "Au total : {0} de votre temps, {1} à payer, {2} avant aides.");
ACTIVATEUR_WORDS(plan_optimal, "This is the best plan there is for the chosen criteria. The computation proves it.",
                 "C'est le meilleur plan possible selon les critères choisis. Le calcul le prouve.");
ACTIVATEUR_WORDS(
    plan_bounded, "This is the best plan found. A better one might exist, but at most {0} better: that is proven.",
    "C'est le meilleur plan trouvé. Il en existe peut-être un meilleur, mais d'au plus {0} : c'est prouvé.");
ACTIVATEUR_WORDS(plan_caption, "The plan, week by week", "Le plan, semaine par semaine");
ACTIVATEUR_WORDS(
    plan_desc,
    "Steps: {0}, from {1} to {2}. Under the steps: hours a week, at most {3}, and what you will have paid, "
    "{4} at the end. The table after the figure gives the same values.",
    "Étapes : {0}, du {1} au {2}. Sous les étapes : les heures par semaine, au plus {3}, et ce que vous aurez "
    "payé, {4} à la fin. Le tableau qui suit la figure donne les mêmes valeurs.");
ACTIVATEUR_WORDS(plan_cut, "The figure shows the first {0} weeks only.",
                 "La figure ne montre que les {0} premières semaines.");
ACTIVATEUR_WORDS(legend_learning, "learn, try", "apprendre, essayer");
ACTIVATEUR_WORDS(legend_recognition, "have recognised", "faire reconnaître");
ACTIVATEUR_WORDS(legend_support, "meet, be helped", "rencontrer, être aidé");
ACTIVATEUR_WORDS(legend_goal, "target reached", "objectif atteint");
ACTIVATEUR_WORDS(panel_load, "Hours a week", "Heures par semaine");
ACTIVATEUR_WORDS(panel_cost, "Paid so far", "Payé au fil du temps");
ACTIVATEUR_WORDS(plan_table_summary, "The same values as a table", "Les mêmes valeurs en tableau");
ACTIVATEUR_WORDS(plan_table_caption, "Steps in order of their start", "Étapes dans l'ordre de leur début");
ACTIVATEUR_WORDS(col_step, "Step", "Étape");
ACTIVATEUR_WORDS(col_start, "Start", "Début");
ACTIVATEUR_WORDS(col_end, "End", "Fin");
ACTIVATEUR_WORDS(col_weeks, "Weeks", "Semaines");
ACTIVATEUR_WORDS(col_load, "Hours a week", "Heures par semaine");
ACTIVATEUR_WORDS(col_cost, "Left to pay", "À payer");
ACTIVATEUR_WORDS(col_paid, "Paid so far", "Cumul");
ACTIVATEUR_WORDS(step_number, "{0}. {1}", "{0}. {1}");
ACTIVATEUR_WORDS(step_when_one, "{0} week, {1} in all.", "{0} semaine, {1} en tout.");
ACTIVATEUR_WORDS(step_when_many, "{0} weeks, {1} in all.", "{0} semaines, {1} en tout.");
ACTIVATEUR_WORDS(from_to, "From {0} to {1}", "Du {0} au {1}");
ACTIVATEUR_WORDS(step_where, "{0}, {1}.", "{0}, {1}.");
ACTIVATEUR_WORDS(step_free, "Free.", "Gratuit.");
ACTIVATEUR_WORDS(step_cost, "Left to pay: {0}.", "À payer : {0}.");
ACTIVATEUR_WORDS(step_cost_funded, "Left to pay: {0}, instead of {1}.", "À payer : {0}, au lieu de {1}.");
ACTIVATEUR_WORDS(step_rule, "Rule {0}: {1}", "Règle {0} : {1}");
ACTIVATEUR_WORDS(step_closes, "It closes:", "Elle comble :");
ACTIVATEUR_WORDS(step_gives, "It gives: {0}.", "Elle apporte : {0}.");
ACTIVATEUR_WORDS(step_opens, "It opens:", "Elle ouvre :");

// Missing
ACTIVATEUR_WORDS(missing_nothing, "Every requirement that is left has an opportunity within reach.",
                 "Chaque exigence restante trouve une réponse à votre portée.");
ACTIVATEUR_WORDS(unserved_title, "Served by nobody", "Personne ne le propose");
ACTIVATEUR_WORDS(unserved_intro,
                 "No opportunity of the territory serves these requirements. They are left out of the plan.",
                 "Aucune offre du territoire ne répond à ces exigences. Elles ne sont pas dans le plan.");
ACTIVATEUR_WORDS(out_of_reach_title, "Offered, but out of your reach", "Proposé, mais hors de votre portée");
ACTIVATEUR_WORDS(out_of_reach_intro,
                 "Someone serves these requirements, but no plan gets there within your budget, time and distance.",
                 "Une offre existe pour ces exigences, mais aucun plan n'y mène avec votre budget, votre temps et vos "
                 "distances.");
ACTIVATEUR_WORDS(exclusions_title, "Set aside by a rule", "Écarté par une règle");

// Method
ACTIVATEUR_WORDS(method_policy, "Weights and thresholds come from the policy {0}, version {1}.",
                 "Les poids et les seuils viennent de la politique {0}, version {1}.");
ACTIVATEUR_WORDS(method_frameworks, "Competences come from: {0}.", "Les compétences viennent de : {0}.");
ACTIVATEUR_WORDS(method_rules, "Costs were decided by: {0}.", "Les coûts ont été décidés par : {0}.");
ACTIVATEUR_WORDS(method_moment, "Everything was computed as of {0}.", "Tout a été calculé à la date du {0}.");
ACTIVATEUR_WORDS(
    method_bars,
    "A piece of evidence has a weight: its kind, who gives it, how old it is and how exactly it meets the "
    "requirement. Weights for and against give what is recognised; what they leave open is filled by what "
    "your experience makes likely.",
    "Chaque élément a un poids : sa nature, qui le donne, son âge, et à quel point il répond à l'exigence. "
    "Les poids pour et contre donnent la part reconnue. Ce qu'ils laissent ouvert est complété par ce que "
    "votre expérience rend probable.");
ACTIVATEUR_WORDS(method_not_used,
                 "Not used: your name, sex, age, address, origin, health, or any other person's results. Nobody is "
                 "ranked.",
                 "Non utilisés : votre nom, votre sexe, votre âge, votre adresse, votre origine, votre santé, ni les "
                 "résultats d'une autre personne. Personne n'est classé.");
ACTIVATEUR_WORDS(method_unaligned,
                 "Read, but related to no known competence:", "Lu, mais rattaché à aucune compétence connue :");
ACTIVATEUR_WORDS(method_overrides_one, "{0} state was decided by a person, against or beyond the computation.",
                 "{0} état a été décidé par une personne, contre le calcul ou au-delà.");
ACTIVATEUR_WORDS(method_overrides_many, "{0} states were decided by a person, against or beyond the computation.",
                 "{0} états ont été décidés par une personne, contre le calcul ou au-delà.");
ACTIVATEUR_WORDS(method_withdrawn, "Decided by a person, then withdrawn, and without effect:",
                 "Décidé par une personne, puis retiré, et sans effet :");
ACTIVATEUR_WORDS(withdrawn_line, "{0}: {1}, by {2} ({3}). Withdrawn on {4} by {5} ({6}).",
                 "{0} : {1}, par {2} ({3}). Retiré le {4} par {5} ({6}).");
ACTIVATEUR_WORDS(
    contest_text,
    "This report is a proposal, made to you and to the professional who supports you. It decides nothing. "
    "You may ask why, correct what is wrong, add what is missing, and refuse a step. A professional may "
    "change any result; the change and its reason are kept.",
    "Ce rapport est une proposition, faite à vous et à la personne qui vous accompagne. Il ne décide de "
    "rien. Vous pouvez demander pourquoi, corriger une erreur, ajouter ce qui manque et refuser une étape. "
    "Un professionnel peut changer chaque résultat ; le changement et sa raison sont conservés.");

#undef ACTIVATEUR_WORDS

}  // namespace activateur::report::words
